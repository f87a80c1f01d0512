package dev.baton.world.demo;

import java.io.Serial;

/** Baton would not be set up; the run cannot begin and says what was refused. */
public final class SetupFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SetupFailed(String message) {
        super(message);
    }
}
