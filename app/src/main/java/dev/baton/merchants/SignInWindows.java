package dev.baton.merchants;

import dev.baton.platform.SqlArrays;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often signing in may fail, per mail address and per network address, in windows of a quarter of an hour. A try
 * counts before it is looked at, and is given back when it was right: whoever knows the password uses up nothing.
 * Counted in the database, so that it holds whichever node is asked.
 */
@Component
class SignInWindows {

    /** Wrong passwords for one mail address in a window. */
    static final int PER_ACCOUNT = 10;
    /** Wrong tries from one network address in a window. */
    static final int PER_ADDRESS = 40;

    /** Links to choose another password for one mail address in a window. */
    static final int LINKS_PER_ACCOUNT = 3;
    /** Links asked for from one network address in a window. */
    static final int LINKS_PER_ADDRESS = 20;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int SLOT_MASK = 0xffff;

    private final Gate gate;
    private final Clock clock;

    SignInWindows(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Counts a try; answers how long to wait where it is one too many. */
    Optional<Duration> take(String email, String address) {
        Optional<Duration> fromThere = take("ADDRESS", address, PER_ADDRESS);
        return fromThere.isPresent() ? fromThere : take("ACCOUNT", email, PER_ACCOUNT);
    }

    /** Counts that a link was asked for; false where it is one too many. */
    boolean takeForgotten(String email, String address) {
        return take("FORGOTTEN_FROM", address, LINKS_PER_ADDRESS).isEmpty()
                && take("FORGOTTEN", email, LINKS_PER_ACCOUNT).isEmpty();
    }

    /** Takes back what was counted for a try that was right. */
    void giveBack(String email, String address) {
        lower("ADDRESS", address);
        lower("ACCOUNT", email);
    }

    private record Window(Instant endsAt, int failed) {}

    private Optional<Duration> take(String kind, String whom, int most) {
        Instant now = clock.instant();
        Window window = gate.sql("""
                insert into sign_in_window (kind, slot, ends_at, failed) values (:kind, :slot, :end, 1)
                on conflict (kind, slot) do update set
                    failed = case when sign_in_window.ends_at > :now
                                  then least(sign_in_window.failed, :most) + 1 else 1 end,
                    ends_at = case when sign_in_window.ends_at > :now then sign_in_window.ends_at else :end end
                returning ends_at, failed
                """)
                .param("kind", kind)
                .param("slot", slot(kind, whom))
                .param("end", SqlArrays.instant(now.plus(WINDOW)))
                .param("now", SqlArrays.instant(now))
                .param("most", most)
                .query((row, number) -> new Window(
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getInt("failed")))
                .single();
        return window.failed() > most ? Optional.of(Duration.between(now, window.endsAt())) : Optional.empty();
    }

    private void lower(String kind, String whom) {
        gate.sql("update sign_in_window set failed = failed - 1 where kind = :kind and slot = :slot and failed > 0")
                .param("kind", kind)
                .param("slot", slot(kind, whom))
                .update();
    }

    private static int slot(String kind, String whom) {
        return ByteBuffer.wrap(Token.sha256(kind + ":" + whom)).getInt() & SLOT_MASK;
    }
}
