package dev.baton.platform.pdf;

/** A page could not be made a document. The message says why and holds no word of the page. */
public final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unprintable(String why) {
        super(why);
    }

    Unprintable(String why, Throwable cause) {
        super(why, cause);
    }
}
