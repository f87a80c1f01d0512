package dev.baton.world;

import dev.baton.world.demo.Past;
import dev.baton.world.sabotage.Sabotage;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the world's command line. */
final class CommandLine {

    private static final List<String> SWITCHES = List.of("--exit", "--json");
    private static final List<String> OPTIONS = List.of(
            "--base-url",
            "--admin-key",
            "--orders",
            "--seed",
            "--time-rate",
            "--clock-origin",
            "--past-rate",
            "--sabotage",
            "--page-port",
            "--place-seconds",
            "--deadline-seconds",
            "--outage-seconds",
            "--grace-seconds",
            "--smtp-port",
            "--imap-port");

    private static final List<String> COUNTS =
            List.of("--orders", "--place-seconds", "--deadline-seconds", "--outage-seconds", "--grace-seconds");

    private static final List<String> PORTS = List.of("--page-port", "--smtp-port", "--imap-port");
    private static final int HIGHEST_PORT = 65_535;

    /** Baton's clock goes no faster. */
    private static final double HIGHEST_RATE = 100_000;

    /** Orders of a living world come one every two seconds. */
    private static final int LIVING_SECONDS_AN_ORDER = 2;

    private CommandLine() {}

    /**
     * The settings the words ask for.
     *
     * @throws IllegalArgumentException when a word is not known or has no usable value; the message says which
     */
    static DemoSettings parse(String... args) {
        Map<String, String> given = given(args);
        int orders = number(given, "--orders", 500);
        DemoSettings usual = DemoSettings.of(
                URI.create(required(given, "--base-url")),
                required(given, "--admin-key"),
                orders,
                number(given, "--seed", 7),
                rate(given),
                origin(given));
        int placing =
                number(given, "--place-seconds", (int) usual.placedWithin().toSeconds());
        int deadline =
                number(given, "--deadline-seconds", (int) usual.deadline().toSeconds());
        boolean exit = given.containsKey("--exit");
        String sabotage = given.get("--sabotage");
        return new DemoSettings(
                usual.baseUrl(),
                usual.adminKey(),
                orders,
                usual.seed(),
                exit,
                usual.timeRate(),
                usual.clockOrigin(),
                sabotage == null ? null : Sabotage.of(sabotage),
                Duration.ofSeconds(
                        exit || given.containsKey("--place-seconds")
                                ? placing
                                : (long) orders * LIVING_SECONDS_AN_ORDER),
                Duration.ofSeconds(deadline),
                number(given, "--grace-seconds", usual.graceSeconds()),
                Duration.ofSeconds(number(
                        given, "--outage-seconds", (int) usual.outagePatience().toSeconds())),
                number(given, "--page-port", 0));
    }

    /**
     * Looks at the words before anything is started.
     *
     * @return the same with each option's value in a word of its own
     * @throws IllegalArgumentException when one is not known or has no usable value; the message says which
     */
    static List<String> checked(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("demo")) {
            throw new IllegalArgumentException("usage: demo [options] or bench [options]; --help lists them"
                    + (words.isEmpty() ? "" : "; not known: " + words.getFirst()));
        }
        Map<String, String> given = given(words.toArray(String[]::new));
        number(given, "--seed", 0);
        COUNTS.forEach(name -> atMost(given, name, Integer.MAX_VALUE));
        PORTS.forEach(name -> atMost(given, name, HIGHEST_PORT));
        rate(given);
        origin(given);
        past(words.toArray(String[]::new));
        String sabotage = given.get("--sabotage");
        if (sabotage != null) {
            Sabotage.of(sabotage);
        }
        if (given.containsKey("--base-url")) {
            URI.create(required(given, "--base-url"));
            required(given, "--admin-key");
        }
        List<String> plain = new ArrayList<>(List.of(words.getFirst()));
        given.forEach((name, value) -> {
            plain.add(name);
            if (!SWITCHES.contains(name)) {
                plain.add(value);
            }
        });
        return plain;
    }

    private static void atMost(Map<String, String> given, String name, int highest) {
        int value = number(given, name, 0);
        if (value < 0 || value > highest) {
            throw new IllegalArgumentException(name + " must be a whole number from 0"
                    + (highest == HIGHEST_PORT ? " to 65535" : " on") + ", not " + value);
        }
    }

    /** The time the world begins in and catches up from; null = it begins now. */
    static @Nullable Past past(String... args) {
        String rate = given(args).get("--past-rate");
        return rate == null ? null : new Past(number(rate, "--past-rate"));
    }

    /** Ports of the world's mail server; 0 is any free one. */
    record Ports(int smtp, int imap) {}

    /** Where the mail server is to listen: fixed where somebody else starts Baton, who has to know before. */
    static Ports mailPorts(String... args) {
        Map<String, String> given = given(args);
        return new Ports(number(given, "--smtp-port", 0), number(given, "--imap-port", 0));
    }

    private static Map<String, String> given(String... args) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (SWITCHES.contains(name)) {
                if (equals >= 0) {
                    throw new IllegalArgumentException(name + " takes no value: " + word);
                }
                given.put(name, "");
            } else if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option " + word + "; --help lists them");
            } else if (equals >= 0) {
                given.put(name, word.substring(equals + 1));
            } else if (i + 1 < args.length) {
                given.put(name, args[++i]);
            } else {
                throw new IllegalArgumentException(name + " needs a value");
            }
        }
        return given;
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is needed");
        }
        return value;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = given.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + value);
        }
    }

    private static double rate(Map<String, String> given) {
        return number(given.getOrDefault("--time-rate", "1"), "--time-rate");
    }

    private static double number(String value, String name) {
        try {
            double rate = Double.parseDouble(value);
            if (rate > 0 && rate <= HIGHEST_RATE) {
                return rate;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException(name + " must be a number above 0, at most 100000, not " + value);
    }

    private static Instant origin(Map<String, String> given) {
        String value = given.get("--clock-origin");
        try {
            return value == null ? Clock.systemUTC().instant() : Instant.parse(value);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "--clock-origin must be an instant such as 2026-03-02T08:00:00Z, not " + value);
        }
    }
}
