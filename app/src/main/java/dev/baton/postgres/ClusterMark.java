package dev.baton.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What tells one database from another, and an older copy from the newest.
 *
 * @param systemId PostgreSQL's name of the cluster; empty where the role may not ask
 * @param timeline grows with every recovery to an earlier point and every promotion; 0 = unknown
 * @param position bytes of the write-ahead log that are surely on disk; 0 = unknown
 */
record ClusterMark(String systemId, int timeline, long position) {

    private static final String CLUSTER = "select system_identifier::text from pg_control_system()";

    private static final String TIMELINE =
            "select ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int::text";

    /** Of the last checkpoint: the log beyond it may still be cut off by a crash. */
    private static final String SURE = "select (checkpoint_lsn - '0/0'::pg_lsn)::text from pg_control_checkpoint()";

    private static final String NOW = "select (pg_current_wal_lsn() - '0/0'::pg_lsn)::text";

    /** The mark to remember while the database goes on working. */
    static ClusterMark toRemember(Connection connection) {
        return of(connection, SURE);
    }

    /** The mark to compare at a start, and to remember when all work has ended. */
    static ClusterMark reached(Connection connection) {
        return of(connection, NOW);
    }

    private static ClusterMark of(Connection connection, String position) {
        String timeline = ask(connection, TIMELINE);
        String bytes = ask(connection, position);
        return new ClusterMark(
                ask(connection, CLUSTER),
                timeline.isEmpty() ? 0 : Integer.parseInt(timeline),
                bytes.isEmpty() ? 0 : Long.parseLong(bytes));
    }

    private static String ask(Connection connection, String question) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException notAllowed) {
            return ""; // or no such function: a server that speaks PostgreSQL without having its log
        }
    }
}
