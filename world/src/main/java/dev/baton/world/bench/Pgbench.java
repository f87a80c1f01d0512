package dev.baton.world.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load tool, as the second opinion on a limit. */
final class Pgbench {

    private static final Pattern TRANSACTIONS_PER_SECOND = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Path program;
    private final JdbcSettings settings;

    private Pgbench(Path program, JdbcSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** Empty where no folder of the search path holds the program. */
    static Optional<Pgbench> onPath(JdbcSettings settings) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(program, settings));
    }

    /**
     * Transactions per second, without the time to connect.
     *
     * @throws IllegalStateException when pgbench fails or outlives its time, with what it said
     */
    double run(String script, int connections, Duration length) throws InterruptedException {
        try {
            var folder = Files.createTempDirectory("baton-pgbench");
            var file = Files.writeString(folder.resolve("limit.sql"), script);
            var output = folder.resolve("output");
            try {
                return run(command(file, connections, length), output, length.plus(GRACE));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(output);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path file, int connections, Duration length) {
        int threads = Math.min(connections, Runtime.getRuntime().availableProcessors());
        return List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=" + threads,
                "--time=" + Math.max(1, length.toSeconds()),
                "--define=n=0",
                "--file=" + file,
                "--host=" + settings.host(),
                "--port=" + settings.port(),
                "--username=" + settings.user(),
                settings.database());
    }

    private double run(List<String> command, Path output, Duration limit) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        if (settings.password() != null) {
            builder.environment().put("PGPASSWORD", settings.password());
        }
        var process = builder.start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var said = Files.readString(output, StandardCharsets.UTF_8);
            var rate = TRANSACTIONS_PER_SECOND.matcher(said);
            if (!ended || process.exitValue() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench gave no figure:\n" + said);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            process.destroyForcibly();
        }
    }
}
