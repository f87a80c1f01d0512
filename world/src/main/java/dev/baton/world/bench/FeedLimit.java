package dev.baton.world.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Measures what a stock file costs the database alone, with the frozen statements of {@code bench/feed-limit.sql}. Works
 * in its own schema, made at the start and dropped at the end.
 */
final class FeedLimit {

    private static final int RUNS = 2;

    private final FrozenSql sql = FrozenSql.loadFeeds();

    /** The better of two runs each. */
    FeedResult.Limit measure(JdbcSettings settings, FeedFile file) throws SQLException, IOException {
        double allNew = Double.MAX_VALUE;
        double changed = Double.MAX_VALUE;
        try (Connection connection = settings.connect()) {
            for (int run = 0; run < RUNS; run++) {
                execute(connection, "drop");
                execute(connection, "schema");
                allNew = Math.min(allNew, seconds(connection, file.csv(0, 0)));
                execute(connection, "settle");
                changed = Math.min(changed, seconds(connection, file.csv(FeedBench.ONE_IN, 1)));
            }
            execute(connection, "drop");
        }
        return new FeedResult.Limit(allNew, changed);
    }

    private double seconds(Connection connection, byte[] csv) throws SQLException, IOException {
        execute(connection, "empty");
        long start = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(sql.section("copy").text(), new ByteArrayInputStream(csv));
        execute(connection, "analyze");
        execute(connection, "update");
        execute(connection, "insert");
        return (System.nanoTime() - start) / 1e9;
    }

    private void execute(Connection connection, String section) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.section(section).text());
        }
    }
}
