package dev.baton.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who acts on the current thread, and the correlation id of what made them act. */
public final class Acting {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    private static final Acting BATON = new Acting(new Actor.SystemActor("baton"), null);

    private final Actor actor;
    private final @Nullable String correlation;

    private Acting(Actor actor, @Nullable String correlation) {
        this.actor = actor;
        this.correlation = correlation;
    }

    /** Runs the body as the given actor; {@code correlation} may be null when nothing is to be followed. */
    public static <T> T as(Actor actor, @Nullable String correlation, Supplier<T> body) {
        return ScopedValue.where(CURRENT, new Acting(actor, correlation)).call(body::get);
    }

    /** The actor of this thread; Baton itself when nobody was named. */
    public static Actor current() {
        return CURRENT.orElse(BATON).actor;
    }

    /** The correlation id of this thread, or null. */
    public static @Nullable String correlation() {
        return CURRENT.orElse(BATON).correlation;
    }
}
