package dev.baton.platform;

/** A refusal a module can give to a caller, by name; implemented by each module's own enum. */
public interface ProblemCode {

    /** The HTTP status this refusal is answered with. */
    int status();

    /** The stable name, part of the problem's type. */
    String name();

    /** A short sentence that says what is true. */
    String title();
}
