package dev.baton;

/** Baton was called in a way it does not understand; the message says what to write instead. */
final class UsageMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageMistake(String message) {
        super(message);
    }
}
