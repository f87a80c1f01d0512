package dev.baton.world.bench;

import java.sql.SQLException;
import java.util.OptionalDouble;

/** Reads what Baton, its database and this world have cost so far. Two readings make a cost. */
public interface CostMeter {

    /** What has been spent up to now. */
    Reading read() throws SQLException;

    /**
     * Costs since each began.
     *
     * @param writingTransactions of the whole database server: each is at least one forced write to disk. Reading ones
     *     take no number and are not counted
     */
    record Reading(
            OptionalDouble appCpuSeconds,
            OptionalDouble postgresCpuSeconds,
            OptionalDouble worldCpuSeconds,
            long writingTransactions) {}

    /**
     * The costs of processes on this machine and of the database they use.
     *
     * @param database where the transactions are counted; any role may
     * @param appPid the process of Baton
     * @param postgresPid the postmaster
     */
    static CostMeter of(JdbcSettings database, long appPid, long postgresPid) {
        return () -> new Reading(
                ProcessCost.cpuSeconds(appPid),
                ProcessCost.cpuSecondsOfTree(postgresPid),
                ProcessCost.cpuSeconds(ProcessHandle.current().pid()),
                writingTransactions(database));
    }

    private static long writingTransactions(JdbcSettings database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
