package dev.baton.postgres;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.NumberWitness;
import dev.baton.platform.Numbers;
import dev.baton.postgres.WitnessFile.Memory;
import dev.baton.postgres.WitnessFile.Series;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The witness of the numbers Baton handed out, kept in a file outside of the data folder. A start compares it with the
 * database: another cluster, another timeline, a log that ends earlier, or a block the database no longer knows means
 * that the database was put back. Then the restore epoch goes up, and every number from now on has a letter in front.
 */
public final class Witness implements NumberWitness, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final DatabaseAccess access;
    private final WitnessFile file;
    private final int epoch;

    private Witness(DatabaseAccess access, WitnessFile file, int epoch) {
        this.access = access;
        this.file = file;
        this.epoch = epoch;
    }

    /**
     * Compares, and raises the epoch where they disagree. Without a file there is nothing to compare: one is made.
     *
     * @throws PostgresUnavailable when the file or the database cannot be read or written, with what to do
     */
    public static Witness open(Path file, DatabaseAccess access) {
        Path place = file.toAbsolutePath();
        Optional<Memory> before = WitnessFile.read(place);
        try (Connection app = connect(access)) {
            ClusterMark now = ClusterMark.reached(app);
            ClusterMark sure = ClusterMark.toRemember(app);
            if (before.isEmpty()) {
                return new Witness(access, WitnessFile.write(place, new Memory(sure, 0, Map.of())), 0);
            }
            Memory memory = before.get();
            Map<Series, Row> rows = rows(app, memory);
            Optional<String> disagreement = disagreement(memory, now, rows);
            int epoch = disagreement.isEmpty() ? memory.epoch() : raise(app, memory, rows);
            disagreement.ifPresent(why -> LOG.warn(
                    "The database is not where the witness {} saw it last: {} From now on every number begins with {},"
                            + " so that none is used twice.",
                    place,
                    why,
                    Numbers.prefix(epoch)));
            return new Witness(access, WitnessFile.write(place, new Memory(sure, epoch, blocks(memory, rows))), epoch);
        } catch (SQLException cannot) {
            throw new PostgresUnavailable(
                    "The database cannot be compared with the witness " + place + ": " + cannot.getMessage(), cannot);
        }
    }

    /** What the database knows of a series. */
    private record Row(int epoch, long next) {}

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.jdbcUrl(), Role.APP.user(), access.passwords().getOrDefault(Role.APP, ""));
    }

    private static Optional<String> disagreement(Memory memory, ClusterMark now, Map<Series, Row> rows) {
        ClusterMark then = memory.cluster();
        boolean comparable = !then.systemId().isEmpty() && !now.systemId().isEmpty();
        if (comparable && !then.systemId().equals(now.systemId())) {
            return Optional.of("it is another cluster.");
        }
        if (then.timeline() != 0 && now.timeline() != 0 && then.timeline() != now.timeline()) {
            return Optional.of("it is on another timeline.");
        }
        if (now.position() != 0 && now.position() < then.position()) {
            return Optional.of("its log ends earlier.");
        }
        return memory.blocks().entrySet().stream()
                .filter(block -> next(rows, block.getKey()) < block.getValue())
                .map(block ->
                        "numbers up to " + (block.getValue() - 1) + " may have been used and it knows only those up"
                                + " to " + (next(rows, block.getKey()) - 1) + ".")
                .findFirst();
    }

    private static long next(Map<Series, Row> rows, Series series) {
        Row row = rows.get(series);
        return row == null ? 1 : row.next();
    }

    /** What the database has handed out, no more: it is the database that goes on counting. */
    private static Map<Series, Long> blocks(Memory memory, Map<Series, Row> rows) {
        Map<Series, Long> blocks = new HashMap<>();
        memory.blocks().keySet().forEach(series -> blocks.put(series, next(rows, series)));
        return blocks;
    }

    private static Map<Series, Row> rows(Connection app, Memory memory) throws SQLException {
        Map<Series, Row> rows = new HashMap<>();
        if (memory.blocks().isEmpty() || !hasTable(app)) {
            return rows;
        }
        app.setAutoCommit(false);
        try (PreparedStatement read = app.prepareStatement(
                "select epoch, next_value from number_block where merchant_id = ? and series = ?")) {
            for (Series series : memory.blocks().keySet()) {
                enter(app, series.merchant());
                read.setObject(1, series.merchant().value());
                read.setString(2, series.name());
                try (ResultSet row = read.executeQuery()) {
                    if (row.next()) {
                        rows.put(series, new Row(row.getInt(1), row.getLong(2)));
                    }
                }
                app.commit();
            }
        }
        return rows;
    }

    /** In the database first: a start that is cut off here raises it once more, which skips a letter and harms nobody. */
    private static int raise(Connection app, Memory memory, Map<Series, Row> rows) throws SQLException {
        int highest = rows.values().stream().mapToInt(Row::epoch).max().orElse(0);
        int epoch = Math.max(highest, memory.epoch()) + 1;
        if (!rows.isEmpty()) {
            try (PreparedStatement write = app.prepareStatement(
                    "update number_block set epoch = ? where merchant_id = ? and series = ? and epoch < ?")) {
                for (Series series : rows.keySet()) {
                    enter(app, series.merchant());
                    write.setInt(1, epoch);
                    write.setObject(2, series.merchant().value());
                    write.setString(3, series.name());
                    write.setInt(4, epoch);
                    write.executeUpdate();
                    app.commit();
                }
            }
        }
        return epoch;
    }

    private static boolean hasTable(Connection app) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('public.number_block') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** SET takes no bound value; a UUID can carry no SQL. */
    private static void enter(Connection app, MerchantId merchant) throws SQLException {
        try (Statement statement = app.createStatement()) {
            statement.execute("set local baton.merchant = '" + merchant.value() + "'");
        }
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public void blockTaken(MerchantId merchant, String series, int itsEpoch, long end) {
        file.add(new Series(merchant, series), end);
    }

    /** Remembers how far the log has come; call now and then, so that an older copy is known by it. */
    public void look() {
        remember(ClusterMark::toRemember);
    }

    /** Remembers where the work ended. Call while the database still runs and nobody writes any more. */
    @Override
    public void close() {
        try {
            remember(ClusterMark::reached);
        } finally {
            file.close();
        }
    }

    private void remember(Function<Connection, ClusterMark> mark) {
        try (Connection app = connect(access)) {
            file.add(mark.apply(app));
        } catch (SQLException gone) {
            LOG.info("The witness could not look at the database: {}", gone.getMessage());
        }
    }
}
