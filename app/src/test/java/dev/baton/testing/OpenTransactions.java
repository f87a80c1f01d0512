package dev.baton.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What PostgreSQL itself says of Baton's transactions, asked on a connection that is none of Baton's. */
public final class OpenTransactions {

    /** One that waits for an answer that is withheld stands still; any other goes on, on a slow machine too. */
    private static final Duration STANDS_STILL = Duration.ofSeconds(3);

    private static final long PAUSE_MILLIS = 20;

    private OpenTransactions() {}

    /**
     * Transactions in the database of this Baton that are open and wait for their own side to go on, and do not go on while
     * the caller looks. Whoever holds an answer back meanwhile sees those that wait for it, and not what Baton does beside
     * it, nor after a last answer for which it does not wait.
     */
    public static int of(TestBaton baton) {
        try (Connection connection = baton.database().connectAsSuperuser()) {
            Set<String> still = idle(connection);
            long end = System.nanoTime() + STANDS_STILL.toNanos();
            while (!still.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
                still.retainAll(idle(connection));
            }
            return still.size();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for its transactions", e);
        }
    }

    /** Each by its connection and its last step. */
    private static Set<String> idle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid, state_change from pg_stat_activity where datname ="
                        + " current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'")) {
            Set<String> idle = new HashSet<>();
            while (row.next()) {
                idle.add(row.getInt("pid") + " since " + row.getString("state_change"));
            }
            return idle;
        }
    }
}
