package dev.baton;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.Mailbox;
import dev.baton.postgres.DataFolderLock;
import dev.baton.postgres.GivenPostgres;
import dev.baton.postgres.PostgresUnavailable;
import dev.baton.postgres.RunningPostgres;
import dev.baton.postgres.SafetyCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks at what Baton stands on and says what to do about each fault. Changes nothing but what a start would. */
final class DoctorCommand {

    private static final int NEEDED_JDK = 25;
    private static final long GIB = 1L << 30;
    private static final long LEAST_FREE_BYTES = 2 * GIB;

    /** A node further off claims no work. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private final CommandLine line;
    private final PrintStream out;
    private final Machine machine;
    private boolean healthy = true;

    DoctorCommand(CommandLine line, PrintStream out) {
        this(line, out, Machine.ours());
    }

    DoctorCommand(CommandLine line, PrintStream out, Machine machine) {
        this.line = line;
        this.out = out;
        this.machine = machine;
    }

    int run() {
        Path dataFolder = RunSettings.dataFolder(line);
        boolean held = isHeld(dataFolder);
        checkJdk();
        checkDisk(dataFolder);
        checkSecrets(dataFolder);
        checkDatabase(dataFolder, held);
        checkPort(held);
        checkPublicUrl();
        checkMail();
        return healthy ? 0 : 1;
    }

    /** Whether another process uses the data folder. */
    static boolean isHeld(Path dataFolder) {
        if (!Files.exists(dataFolder.resolve("baton.lock"))) {
            return false;
        }
        try {
            DataFolderLock.acquire(dataFolder).close();
            return false;
        } catch (PostgresUnavailable inUse) {
            return true;
        }
    }

    private void checkJdk() {
        Runtime.Version version = machine.java();
        if (version.feature() >= NEEDED_JDK) {
            good("JDK " + version);
        } else {
            fault("JDK " + version + " is too old: install JDK " + NEEDED_JDK + " and set JAVA_HOME to it.");
        }
    }

    private void checkDisk(Path dataFolder) {
        Path there = dataFolder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!canBeWritten(there)) {
            fault(there + " cannot be written: give this account the folder, or choose another with --data.");
        }
        try {
            long free = machine.freeBytes(there);
            String room = String.format(Locale.ROOT, "%.1f GiB free at %s", free / (double) GIB, dataFolder);
            if (free < LEAST_FREE_BYTES) {
                fault(room + ": a full disk stops every order. Make room, or choose another folder with --data.");
            } else {
                good(room);
            }
        } catch (IOException e) {
            fault("The disk of " + there + " cannot be asked: " + e.getMessage());
        }
    }

    /** Tried, not asked: permissions say little to the superuser and on file systems that are read only. */
    private static boolean canBeWritten(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".baton-doctor", ""));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void checkSecrets(Path dataFolder) {
        Path key = dataFolder.resolve("secrets/master.key");
        if (!Files.exists(key)) {
            note("No master key yet; the first start makes " + key + ".");
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(key);
            if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
                fault("Others can read the master key: chmod 600 " + key);
            } else {
                good("The master key is readable by its owner only. Keep a copy of it apart from the database's.");
            }
        } catch (IOException e) {
            fault("The master key cannot be looked at: " + e.getMessage());
        }
    }

    private void checkDatabase(Path dataFolder, boolean held) {
        Optional<String> url = line.option("database-url", "BATON_DATABASE_URL");
        try {
            if (held && url.isEmpty()) {
                Optional<DatabaseAccess> running = RunningPostgres.of(dataFolder);
                running.ifPresentOrElse(
                        this::checkRunning,
                        () -> fault("A Baton holds " + dataFolder + " but its database does not run: see "
                                + dataFolder.resolve("log") + "."));
            } else if (held) {
                checkRunning(GivenPostgres.prepare(url.get(), dataFolder));
            } else if (url.isEmpty() && !Files.isDirectory(dataFolder.resolve("secrets"))) {
                note("No database yet; the first ./baton run makes it in " + dataFolder + ".");
            } else {
                try (BatonDatabase database = BatonDatabase.open(dataFolder, url)) {
                    checkRunning(database.access());
                }
            }
        } catch (PostgresUnavailable | UncheckedIOException e) {
            fault(String.valueOf(e.getMessage()));
        }
    }

    private void checkRunning(DatabaseAccess access) {
        try (Connection app = connect(access)) {
            List<String> findings = SafetyCheck.findings(app);
            findings.forEach(this::fault);
            if (findings.isEmpty()) {
                good("PostgreSQL %s keeps what it confirms"
                        .formatted(app.getMetaData().getDatabaseProductVersion()));
            }
            checkRoles(JdbcClient.create(new SingleConnectionDataSource(app, true)));
            checkSkew(app);
        } catch (SQLException | DataAccessException e) {
            fault("The database cannot be reached: " + e.getMessage() + " Is PostgreSQL running?");
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.jdbcUrl(), Role.APP.user(), access.passwords().getOrDefault(Role.APP, ""));
    }

    private void checkRoles(JdbcClient app) {
        boolean good = true;
        for (Role role : Role.values()) {
            Optional<Boolean> mighty = app.sql(
                            "select rolsuper or rolbypassrls as mighty from pg_roles where rolname = :role")
                    .param("role", role.user())
                    .query(Boolean.class)
                    .optional();
            if (mighty.isEmpty()) {
                good = false;
                fault("The role " + role.user() + " is missing: start ./baton run, which makes it.");
            } else if (mighty.get()) {
                good = false;
                fault("The role %s sees every merchant: alter role %s nosuperuser nobypassrls."
                        .formatted(role.user(), role.user()));
            }
        }
        if (good) {
            good("All roles are there and none may pass row-level security");
        }
    }

    private void checkSkew(Connection app) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp() as at")) {
            row.next();
            Instant there = row.getObject("at", OffsetDateTime.class).toInstant();
            Duration skew = Duration.between(there, machine.clock().instant()).abs();
            if (skew.compareTo(MOST_SKEW) > 0) {
                fault("This machine's clock and the database's are %d s apart: let both be set by NTP."
                        .formatted(skew.toSeconds()));
            } else {
                good("The clocks of this machine and the database agree to %d ms".formatted(skew.toMillis()));
            }
        }
    }

    private void checkPort(boolean held) {
        String text = line.option("port", "BATON_PORT").orElse("8080");
        String bind = line.option("bind", "BATON_BIND").orElse("127.0.0.1");
        int port = RunSettings.port(text);
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(bind))) {
            good("Port " + port + " of " + bind + " is free");
        } catch (IOException taken) {
            if (held) {
                good("Port " + port + " of " + bind + " is in use; a Baton runs on this data folder");
            } else {
                fault("Port " + port + " of " + bind + " is taken: choose another with --port.");
            }
        }
    }

    private void checkPublicUrl() {
        Optional<String> url = line.option("public-url", "BATON_PUBLIC_URL");
        if (url.isEmpty()) {
            note(
                    "No public address: stores cannot send webhooks, so give each a pollSeconds; or set BATON_PUBLIC_URL.");
        } else if (!url.get().startsWith("https://")) {
            note(url.get() + " is not https: Shopify sends webhooks to https only.");
        } else {
            good("Stores reach this Baton at " + url.get());
        }
    }

    private void checkMail() {
        MailSettings mail = MailSettings.of(line);
        if (mail.smtpUrl().isEmpty()) {
            note("No mail relay: suppliers and customers get no mail. Set BATON_SMTP_URL and BATON_MAIL_FROM.");
        } else {
            MailRelay.at(mail.smtpUrl().get(), mail.from().orElse(""))
                    .trouble()
                    .ifPresentOrElse(
                            why -> fault("The mail relay takes nothing: " + why
                                    + ". Check BATON_SMTP_URL, and that this machine may call the relay."),
                            () -> good("The mail relay can be reached and knows us"));
        }
        if (mail.bouncesUrl().isEmpty()) {
            note("Returned mail is not read: set BATON_BOUNCES_URL to the mailbox of "
                    + mail.from().orElse("the sender") + ".");
        } else {
            checkMailbox(Mailbox.at(mail.bouncesUrl().get()));
        }
    }

    private void checkMailbox(Mailbox mailbox) {
        try {
            int flagged = mailbox.setAside();
            good("The mailbox of returned mail can be read");
            if (flagged > 0) {
                note(flagged + " messages there name no document of any merchant here and are flagged: read them in the"
                        + " mailbox, then unflag or delete them.");
            }
        } catch (IOException unreadable) {
            fault(String.valueOf(unreadable.getMessage()));
        }
    }

    private void good(String what) {
        out.println("ok     " + what);
    }

    private void note(String what) {
        out.println("note   " + what);
    }

    private void fault(String what) {
        healthy = false;
        out.println("fault  " + what);
    }
}
