package dev.baton.world.supplier;

import java.io.Serial;

/** A document is not what it should be; the supplier answers 422 and says where. */
final class Unreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }
}
