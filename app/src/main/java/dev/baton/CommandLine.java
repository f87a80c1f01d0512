package dev.baton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Baton was called with: a command, its words, and options from the command line or, where absent there, from the
 * environment.
 */
record CommandLine(String command, List<String> words, Map<String, String> options, Map<String, String> environment) {

    private static final Set<String> COMMANDS = Set.of("run", "doctor", "key", "merchant", "verify");

    /** Every command that says by a word of its own what to do. */
    private static final Set<String> WITH_WORDS = Set.of("key", "merchant");

    /** Every option that takes a value. */
    private static final Set<String> WITH_VALUE = Set.of(
            "data",
            "port",
            "bind",
            "public-url",
            "smtp-url",
            "mail-from",
            "bounces-url",
            "trusted-proxies",
            "page-keep-days",
            "database-url",
            "witness",
            "owner-email",
            "merchant-name",
            "clock-rate",
            "clock-origin",
            "clock-then",
            "bootstrap-key-file",
            "authorities",
            "name",
            "scope",
            "supplier",
            "merchant",
            "currency",
            "zone");

    /** Every option that is only there or not. */
    private static final Set<String> ALONE = Set.of("help", "allow-private", "until-ready", "mend");

    CommandLine {
        words = List.copyOf(words);
        options = Map.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads {@code command word… --option value --option=value}.
     *
     * @throws UsageMistake naming the word that is not understood
     */
    static CommandLine parse(String[] args, Map<String, String> environment) {
        String command = "run";
        List<String> words = new java.util.ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (!arg.startsWith("--")) {
                words.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = arg.substring(2, equals < 0 ? arg.length() : equals);
            if (ALONE.contains(name)) {
                options.put(name, "true");
            } else if (!WITH_VALUE.contains(name)) {
                throw new UsageMistake("There is no option --" + name + "; --help lists what there is.");
            } else if (equals >= 0) {
                options.put(name, arg.substring(equals + 1));
            } else if (i + 1 < args.length) {
                options.put(name, args[++i]);
            } else {
                throw new UsageMistake("--" + name + " needs a value after it.");
            }
        }
        if (!words.isEmpty()) {
            command = words.removeFirst();
        }
        if (!COMMANDS.contains(command)) {
            throw new UsageMistake("There is no command '" + command + "'; use run, doctor, key, merchant or verify.");
        }
        if (!WITH_WORDS.contains(command) && !words.isEmpty()) {
            throw new UsageMistake(command + " takes options only, and '" + words.getFirst()
                    + "' is none; --help lists what there is.");
        }
        return new CommandLine(command, words, options, environment);
    }

    /** The option, else the environment variable; empty when neither has a value. */
    Optional<String> option(String name, String variable) {
        String given = options.getOrDefault(name, environment.getOrDefault(variable, ""));
        return given.isBlank() ? Optional.empty() : Optional.of(given.strip());
    }

    /** The option of the command line only. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return options.containsKey(name);
    }
}
