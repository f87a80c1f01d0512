package dev.baton.purchasing;

import dev.baton.platform.work.Effect;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;

/** Work that looks at a purchase order, or a question about one, when its time is over: it only writes our own rows. */
interface Watching extends WorkHandler {

    @Override
    default Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    default int batchLimit() {
        return 100;
    }

    @Override
    default Duration lease() {
        return Duration.ofSeconds(60);
    }
}
