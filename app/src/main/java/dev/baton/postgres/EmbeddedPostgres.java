package dev.baton.postgres;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.postgres.PostgresSettings.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives and dies with this program: its files under the data folder, reachable on 127.0.0.1 only and by
 * password only. Durable: what it confirmed survives {@code kill -9} and a power cut.
 *
 * <p>Below the data folder: {@code pgbin} (programs), {@code pg18} (the database), {@code secrets} (passwords),
 * {@code log}, {@code baton.lock}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolderLock lock;
    private final Passwords passwords;
    private final int port;
    private final Watch watch;

    private EmbeddedPostgres(DataFolderLock lock, Passwords passwords, int port, Watch watch) {
        this.lock = lock;
        this.passwords = passwords;
        this.port = port;
        this.watch = watch;
    }

    /**
     * Starts the server of this data folder, creating whatever is absent, and returns when Baton's roles can connect. A
     * server left behind by a killed Baton is stopped first; one that dies later is started again.
     *
     * @throws PostgresUnavailable if the folder is in use, the port is taken, or PostgreSQL does not start; the message
     *     says what to do
     */
    public static EmbeddedPostgres start(Path dataFolder, PostgresSettings settings) {
        return start(dataFolder, settings, OsAccount.choose());
    }

    static EmbeddedPostgres start(Path dataFolder, PostgresSettings settings, OsAccount account) {
        return start(DataFolderLock.acquire(dataFolder), settings, account);
    }

    /**
     * The same in a folder this process holds already; the lock is given back with the server, also when it does not
     * start.
     */
    public static EmbeddedPostgres start(DataFolderLock lock, PostgresSettings settings) {
        return start(lock, settings, OsAccount.choose());
    }

    private static EmbeddedPostgres start(DataFolderLock lock, PostgresSettings settings, OsAccount account) {
        try {
            return startIn(lock, settings, account);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startIn(DataFolderLock lock, PostgresSettings settings, OsAccount account) {
        Path folder = lock.folder();
        Path programs = settings.programsFolder();
        Bundle bundle = Bundle.unpackedBelow(programs == null ? folder.resolve("pgbin") : programs);
        Cluster cluster = new Cluster(folder.resolve("pg" + Bundle.MAJOR_VERSION), bundle, account);
        Passwords passwords = Passwords.keptIn(folder.resolve("secrets"), cluster.exists());
        if (!cluster.exists()) {
            LOG.info("Creating the database in {}", cluster.folder());
            cluster.create(passwords.ofSuperuser(), settings.durability());
        }
        Postmaster postmaster = new Postmaster(cluster, logFolder(folder, account));
        postmaster.stop();
        int port = postmaster.start(settings);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, passwords, port, Watch.over(postmaster));
        try {
            postgres.prepare(settings.durability());
        } catch (RuntimeException e) {
            postgres.watch.stop();
            throw e;
        }
        return postgres;
    }

    private static Path logFolder(Path folder, OsAccount account) {
        try {
            Path log = Folders.createPrivate(folder.resolve("log"));
            account.own(log);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the log folder in " + folder, e);
        }
    }

    private void prepare(Durability durability) {
        try {
            try (Connection superuser =
                    DriverManager.getConnection(url("postgres"), Passwords.SUPERUSER, passwords.ofSuperuser())) {
                DatabaseRoles.createMissing(superuser, passwords::of);
                DatabaseRoles.createDatabase(superuser, DatabaseRoles.DATABASE);
            }
            if (durability == Durability.FULL) {
                refuseUnlessSafe();
            }
        } catch (SQLException e) {
            throw new PostgresUnavailable("PostgreSQL runs but cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void refuseUnlessSafe() throws SQLException {
        try (Connection app = DriverManager.getConnection(jdbcUrl(), Role.APP.user(), password(Role.APP))) {
            List<String> findings = SafetyCheck.findings(app);
            if (!findings.isEmpty()) {
                throw new PostgresUnavailable("The embedded database is not safe: " + String.join(" ", findings));
            }
        }
    }

    /** Where Baton's database is, without user or password. The port may differ from start to start. */
    public String jdbcUrl() {
        return url(DatabaseRoles.DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** How Baton's roles sign in. */
    public DatabaseAccess access() {
        return new DatabaseAccess(
                jdbcUrl(), Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), passwords::of)));
    }

    String password(Role role) {
        return passwords.of(role);
    }

    /** Stops the server, everything committed being on disk, and gives the data folder back. */
    @Override
    public void close() {
        try {
            watch.stop();
        } finally {
            lock.close();
        }
    }
}
