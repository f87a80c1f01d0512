package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's first process: started in a session of its own, found again by its pid file, stopped fast and clean. */
record Postmaster(Cluster cluster, Path logFolder) {

    private static final String TIMEOUT_SECONDS = "60";

    /** Another program may take the free port between our asking and PostgreSQL's listening. */
    private static final int ATTEMPTS = 3;

    /** After a kill -9 of the server its children need a moment to notice and let go of the shared memory. */
    private static final String CHILDREN_ALIVE = "shared memory block";

    private static final int ATTEMPTS_WHILE_CHILDREN_LIVE = 40;
    private static final int LINES_SHOWN = 10;
    private static final long PAUSE_NANOS = 250_000_000;

    /**
     * Starts the server and returns its port on 127.0.0.1 when it answers.
     *
     * @throws PostgresUnavailable with PostgreSQL's own words, if it does not start
     */
    int start(PostgresSettings settings) {
        for (int attempt = 1; ; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            cluster.configure(port, settings.durability());
            try {
                startAgain();
                return port;
            } catch (PostgresUnavailable e) {
                if (isFree(port) || attempt == ATTEMPTS) {
                    throw e;
                }
                if (settings.port() != 0) {
                    throw new PostgresUnavailable(
                            "Port %d, meant for the database, is taken. Free it or choose another.".formatted(port), e);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free TCP port on 127.0.0.1", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts the server with the settings and port it had. pg_ctl gives it a session of its own: Ctrl-C is not for it. */
    void startAgain() {
        for (int attempt = 1; ; attempt++) {
            forgetRecycledPid();
            delete(startLog());
            OsAccount.Result result = pgCtl("start", "-l", startLog().toString());
            if (result.exitCode() == 0) {
                return;
            }
            String words = lastWords();
            if (attempt == ATTEMPTS_WHILE_CHILDREN_LIVE || !words.contains(CHILDREN_ALIVE)) {
                throw new PostgresUnavailable(
                        "PostgreSQL does not start; from its log in %s:%n%s".formatted(logFolder, words));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Stops the server, rolling back what is open; does nothing if none runs. */
    void stop() {
        if (!runs()) {
            return;
        }
        OsAccount.Result result = pgCtl("stop", "-m", "fast");
        if (result.exitCode() != 0 && runs()) {
            // Harms nothing that was committed: the next start replays the log.
            pgCtl("stop", "-m", "immediate");
        }
    }

    /** Whether this cluster's server runs: ours, or one left behind by a Baton that was killed. */
    boolean runs() {
        return processInPidFile().filter(this::servesThisCluster).isPresent();
    }

    /**
     * A pid file may outlive its process, and its number may by now belong to somebody else, whom PostgreSQL would take
     * for a running server. The data folder is locked, so nobody else is starting one.
     */
    private void forgetRecycledPid() {
        if (processInPidFile().filter(process -> !servesThisCluster(process)).isPresent()) {
            delete(pidFile());
        }
    }

    private Optional<ProcessHandle> processInPidFile() {
        try (Stream<String> lines = Files.lines(pidFile(), UTF_8)) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile(), e);
        }
    }

    /** False also for a dead process nobody has waited for yet: it has no arguments any more. */
    private boolean servesThisCluster(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElseGet(() -> new String[0]);
        return Arrays.asList(arguments).contains(cluster.folder().toString());
    }

    private OsAccount.Result pgCtl(String action, String... options) {
        Stream<String> command = Stream.of(
                cluster.bundle().program("pg_ctl"),
                action,
                "-D",
                cluster.folder().toString(),
                "-w",
                "-t",
                TIMEOUT_SECONDS);
        return cluster.account()
                .run(Stream.concat(command, Arrays.stream(options)).toList());
    }

    /** Why the server ended: what it said before its log was open, and the end of its log. */
    private String lastWords() {
        try (Stream<Path> logs = Files.list(logFolder)) {
            List<Path> byAge = logs.sorted(Comparator.comparingLong(Postmaster::modifiedMillis))
                    .toList();
            return byAge.stream()
                    .skip(Math.max(0, byAge.size() - 2))
                    .flatMap(log -> lastLines(log).stream())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + logFolder, e);
        }
    }

    private static long modifiedMillis(Path file) {
        return file.toFile().lastModified();
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, UTF_8);
            return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    private Path startLog() {
        return logFolder.resolve("postgresql-start.log");
    }

    private Path pidFile() {
        return cluster.folder().resolve("postmaster.pid");
    }
}
