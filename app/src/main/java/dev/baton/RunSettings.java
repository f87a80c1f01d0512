package dev.baton;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * How this process is to run.
 *
 * @param port 0 takes a free one
 * @param publicUrl where the world reaches this Baton, without a slash at the end; empty = it does not
 * @param databaseUrl an operator's own PostgreSQL; empty = the embedded one
 * @param clock whether business time is the system's
 * @param bootstrapKeyFile where a demo's first admin key is written; empty = nowhere
 * @param mail how mail leaves and comes back
 * @param pages how people outside reach their pages
 */
record RunSettings(
        Path dataFolder,
        Mode mode,
        int port,
        String bind,
        Optional<String> publicUrl,
        Optional<String> databaseUrl,
        ClockChoice clock,
        boolean allowPrivate,
        Optional<Path> authorities,
        Optional<Path> bootstrapKeyFile,
        MailSettings mail,
        PageSettings pages) {

    private static final String DEFAULT_PORT = "8080";
    private static final int HIGHEST_PORT = 65_535;
    private static final double HIGHEST_RATE = 100_000;

    /** What the process is for. */
    enum Mode {
        /** The product. */
        RUN,
        /** A living world plays with it. */
        DEMO,
        /** It is measured. */
        BENCH,
        /** It is killed and started again. */
        TORTURE
    }

    /**
     * The clock of the business.
     *
     * @param rate business seconds per second; 1 = the system's own clock
     * @param origin when business time and the system's time are the same; null-free: the epoch when rate is 1
     * @param then business seconds per second from the origin on
     */
    record ClockChoice(double rate, Instant origin, double then) {

        ClockChoice(double rate, Instant origin) {
            this(rate, origin, rate);
        }

        boolean isSystem() {
            return rate == 1 && then == 1;
        }
    }

    /**
     * Reads the settings.
     *
     * @throws UsageMistake naming the setting and what it takes
     */
    static RunSettings of(CommandLine line) {
        Mode mode = mode(line.environment().getOrDefault("BATON_MODE", "run"));
        Optional<Path> keyFile = line.option("bootstrap-key-file").map(Path::of);
        if (mode == Mode.RUN && keyFile.isPresent()) {
            throw new UsageMistake(
                    "--bootstrap-key-file is for the demo and the bench. Make a key: ./baton key create --name me --scope admin");
        }
        return new RunSettings(
                dataFolder(line),
                mode,
                port(line.option("port", "BATON_PORT").orElse(DEFAULT_PORT)),
                line.option("bind", "BATON_BIND").orElse("127.0.0.1"),
                line.option("public-url", "BATON_PUBLIC_URL").map(RunSettings::publicUrl),
                line.option("database-url", "BATON_DATABASE_URL"),
                clock(line, mode),
                mode != Mode.RUN
                        || line.has("allow-private")
                        || line.environment().containsKey("BATON_ALLOW_PRIVATE"),
                line.option("authorities", "BATON_AUTHORITIES").map(RunSettings::readable),
                keyFile,
                MailSettings.of(line),
                PageSettings.of(line));
    }

    private static Path readable(String text) {
        Path file = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new UsageMistake("--authorities (BATON_AUTHORITIES) takes a file of certificates in PEM form; " + file
                    + " cannot be read.");
        }
        return file;
    }

    static Path dataFolder(CommandLine line) {
        return Path.of(line.option("data", "BATON_DATA").orElse("data"))
                .toAbsolutePath()
                .normalize();
    }

    /** Where the witness of the numbers is kept; a demo's database is thrown away as a whole and has none unless named. */
    static Optional<Path> witness(CommandLine line, RunSettings settings) {
        Optional<Path> named = line.option("witness", "BATON_WITNESS")
                .map(file -> Path.of(file).toAbsolutePath().normalize());
        if (named.filter(file -> file.startsWith(settings.dataFolder())).isPresent()) {
            throw new UsageMistake("--witness (BATON_WITNESS) takes a file outside of the data folder "
                    + settings.dataFolder() + ": whoever puts the folder back must not put the witness back.");
        }
        Path beside = settings.dataFolder().resolveSibling(settings.dataFolder().getFileName() + ".witness");
        return named.or(() -> settings.mode() == Mode.RUN ? Optional.of(beside) : Optional.empty());
    }

    private static Mode mode(String word) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equalsIgnoreCase(word.strip())) {
                return mode;
            }
        }
        throw new UsageMistake("BATON_MODE is run, demo, bench or torture, not '" + word + "'.");
    }

    static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // refused below like a number out of range
        }
        throw new UsageMistake("--port (BATON_PORT) takes a number from 0 to 65535, not '" + text + "'.");
    }

    private static String publicUrl(String text) {
        String url = text.replaceAll("/+$", "");
        try {
            String scheme = URI.create(url).getScheme();
            if (("https".equals(scheme) || "http".equals(scheme))
                    && URI.create(url).getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException noAddress) {
            // refused below
        }
        throw new UsageMistake(
                "--public-url (BATON_PUBLIC_URL) takes an address such as https://baton.example.org, not '" + text
                        + "'.");
    }

    private static ClockChoice clock(CommandLine line, Mode mode) {
        Optional<String> rate = line.option("clock-rate");
        Optional<String> origin = line.option("clock-origin");
        if (mode == Mode.RUN
                && (rate.isPresent()
                        || origin.isPresent()
                        || line.option("clock-then").isPresent())) {
            throw new UsageMistake("Only the demo, the bench and the torture run let the clock go faster: real orders"
                    + " live in real time. Start ./baton run without --clock-rate and --clock-origin.");
        }
        double chosen = rate.map(RunSettings::rate).orElse(1d);
        if (chosen != 1 && origin.isEmpty()) {
            throw new UsageMistake("--clock-rate needs --clock-origin, the instant business time starts from.");
        }
        double then = line.option("clock-then").map(RunSettings::rate).orElse(chosen);
        return new ClockChoice(chosen, origin.map(RunSettings::instant).orElse(Instant.EPOCH), then);
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate <= HIGHEST_RATE) {
                return rate;
            }
        } catch (NumberFormatException noNumber) {
            // refused below like a number out of range
        }
        throw new UsageMistake("--clock-rate takes a number above 0, at most 100000, not '" + text + "'.");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw new UsageMistake("--clock-origin takes an instant such as 2026-03-02T09:00:00Z, not '" + text + "'.");
        }
    }
}
