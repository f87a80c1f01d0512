package dev.baton.postgres;

/**
 * The embedded PostgreSQL cannot be had. The message is for the person at the terminal: what is wrong and what to do.
 */
public final class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresUnavailable(String whatIsWrongAndWhatToDo) {
        super(whatIsWrongAndWhatToDo);
    }

    PostgresUnavailable(String whatIsWrongAndWhatToDo, Throwable cause) {
        super(whatIsWrongAndWhatToDo, cause);
    }
}
