package dev.baton.world.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** One connection's work on a limit. Not safe for two threads. */
interface LimitLoad extends AutoCloseable {

    /**
     * Writes and commits one transaction.
     *
     * @return the orders in it
     */
    int commitOne() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Prepares the statements on a connection that the load may keep. */
    interface Opener {
        LimitLoad open(Connection connection, FrozenSql sql) throws SQLException;
    }
}
