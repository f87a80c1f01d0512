package dev.baton.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What PostgreSQL itself says of Baton's transactions, asked on a connection that is none of Baton's. */
public final class OpenTransactions {

    private OpenTransactions() {}

    /** Transactions in the database of this Baton that are open and wait for their own side to go on. */
    public static int of(TestBaton baton) {
        try (Connection connection = baton.database().connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                        + " current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for its transactions", e);
        }
    }
}
