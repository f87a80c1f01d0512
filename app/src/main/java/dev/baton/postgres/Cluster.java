package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.postgres.PostgresSettings.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's files, and how the server reads them. Made whole or not at all. */
record Cluster(Path folder, Bundle bundle, OsAccount account) {

    private static final String PASSWORD_ONLY = """
            # Written by Baton at every start. Password only, this machine only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /**
     * Sized for a laptop or two cores. Parallel plans and JIT cost more than they give in transactions of a few
     * milliseconds; rare checkpoints spare full-page writes, and compressing those costs more than writing them. A new
     * segment of the log is not filled with zeros first: a commit that needed one would wait for 16 MB. A young
     * database is not counted and vacuumed anew with every few orders. Logs carry no values: they may be a customer's
     * address.
     */
    private static final String CONFIGURATION = """
            # Written by Baton at every start; your own lines go into postgresql.local.conf beside it.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            # Baton draws its passwords, %d random bytes each: nobody guesses one, however quickly it is tried.
            scram_iterations = 1
            max_connections = 100
            superuser_reserved_connections = 3

            shared_buffers = '256MB'
            effective_cache_size = '1GB'
            work_mem = '8MB'
            maintenance_work_mem = '64MB'
            huge_pages = off
            jit = off
            max_parallel_workers_per_gather = 0
            random_page_cost = 1.1

            wal_level = replica
            max_wal_senders = 0
            wal_compression = off
            wal_buffers = '16MB'
            wal_init_zero = off
            min_wal_size = '256MB'
            max_wal_size = '4GB'
            checkpoint_timeout = '15min'
            checkpoint_completion_target = 0.9

            autovacuum_naptime = '15s'
            autovacuum_analyze_scale_factor = 0.25
            autovacuum_vacuum_insert_scale_factor = 0.5
            idle_in_transaction_session_timeout = '60s'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'

            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_error_verbosity = terse
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_min_duration_statement = '2s'
            log_checkpoints = off

            include 'postgresql.local.conf'

            %s""";

    private static final String DURABLE = """
            # Last, so that nothing above takes it back.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            """;

    /** On macOS the default leaves the data in the drive's own cache. */
    private static final String DURABLE_ON_MACOS = DURABLE + "wal_sync_method = fsync_writethrough\n";

    private static final String VOLATILE = """
            # A test's database: lost with the test anyway.
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """;

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** Creates the files with checksums, UTF-8 and byte order, in a folder that gets its name only when complete. */
    void create(String superuserPassword, Durability durability) {
        Path parent = folder.toAbsolutePath().getParent();
        try {
            Path unfinished = Files.createTempDirectory(parent, "creating-");
            Path passwordFile = unfinished.resolveSibling(unfinished.getFileName() + ".password");
            try {
                Files.createFile(
                        passwordFile,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(passwordFile, superuserPassword + "\n", UTF_8);
                account.own(passwordFile);
                account.own(unfinished);
                initialise(unfinished, passwordFile, durability);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(passwordFile);
                if (Files.exists(unfinished)) {
                    Folders.delete(unfinished);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the database in " + folder, e);
        }
    }

    private void initialise(Path unfinished, Path passwordFile, Durability durability) {
        OsAccount.Result result = account.run(List.of(
                bundle.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + Passwords.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums",
                durability == Durability.NONE_FOR_TESTS ? "--no-sync" : "--sync-method=" + syncMethod()));
        if (result.exitCode() != 0) {
            throw new PostgresUnavailable(
                    "PostgreSQL could not create its files in %s:%n%s".formatted(unfinished, result.output()));
        }
    }

    /** Writes the server's settings anew, so that an upgrade of Baton brings its own. */
    void configure(int port, Durability durability) {
        String commits = switch (durability) {
            case FULL -> onMacOs() ? DURABLE_ON_MACOS : DURABLE;
            case NONE_FOR_TESTS -> VOLATILE;
        };
        try {
            Files.writeString(
                    folder.resolve("postgresql.conf"),
                    CONFIGURATION.formatted(port, Passwords.PASSWORD_BYTES, commits),
                    UTF_8);
            Files.writeString(folder.resolve("pg_hba.conf"), PASSWORD_ONLY, UTF_8);
            Path own = folder.resolve("postgresql.local.conf");
            if (!Files.exists(own)) {
                Files.writeString(
                        own, "# Your own settings. Baton reads this file and never writes it again.\n", UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the database's settings in " + folder, e);
        }
    }

    /** On Linux one call takes a thousand small files to the disk, which one by one cost half of the creation. */
    private static String syncMethod() {
        return System.getProperty("os.name", "").equals("Linux") ? "syncfs" : "fsync";
    }

    private static boolean onMacOs() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
