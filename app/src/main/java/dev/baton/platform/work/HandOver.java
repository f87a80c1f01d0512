package dev.baton.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where acts give fresh work to the engine of this node; closed while no engine runs, and work then waits in its table. */
@Component
class HandOver {

    private static final Inlet CLOSED = new Inlet() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public Optional<Duration> leaseOf(String kind) {
            return Optional.empty();
        }

        @Override
        public void take(List<LeasedWork> works) {
            throw new IllegalStateException("no engine runs here");
        }

        @Override
        public void nudge() {
            // nobody waits
        }
    };

    private volatile Inlet inlet = CLOSED;

    /** The engine as acts see it. */
    interface Inlet {

        boolean isOpen();

        Optional<Duration> leaseOf(String kind);

        void take(List<LeasedWork> works);

        void nudge();
    }

    Inlet inlet() {
        return inlet;
    }

    void open(Inlet engine) {
        inlet = engine;
    }

    void close() {
        inlet = CLOSED;
    }
}
