package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a database that is gone or busy, which heals, from a fault of ours, which does not. */
final class DatabaseTrouble {

    private static final Logger log = LoggerFactory.getLogger(DatabaseTrouble.class);

    /**
     * Classes of SQLSTATE that pass: connection, rolled back, out of resources, stopped by an operator, the
     * machine's own (PostgreSQL, appendix A).
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57", "58");

    private DatabaseTrouble() {}

    /** What to answer: 503 when asking again may help, 500 otherwise. */
    static Problem problem(RuntimeException trouble) {
        if (passes(trouble)) {
            log.warn("the database does not answer: {}", trouble.getMessage());
            return new Problem(
                    CommonProblem.UNAVAILABLE,
                    "The database cannot be reached. Nothing is lost: send this again soon.");
        }
        log.error("a statement failed", trouble);
        return new Problem(
                ApiProblem.INTERNAL, "Something broke inside; tell the operator the correlation id of this answer.");
    }

    private static boolean passes(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            boolean named = cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException;
            boolean coded = cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && PASSING.stream().anyMatch(sql.getSQLState()::startsWith);
            if (named || coded || cause instanceof java.sql.SQLTransientException) {
                return true;
            }
        }
        return false;
    }
}
