package dev.baton.world.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The words behind a program's name: {@code --name value}, or {@code --name} alone. */
record Options(Map<String, String> values) {

    static Options of(String... words) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                throw new IllegalArgumentException("expected --name, found " + words[i]);
            }
            boolean hasValue = i + 1 < words.length && !words[i + 1].startsWith("--");
            values.put(words[i].substring(2), hasValue ? words[++i] : "");
        }
        return new Options(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws IllegalArgumentException when the option is not given: the message says which */
    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    OptionalInt number(String name) {
        return text(name).stream().mapToInt(Integer::parseInt).findFirst();
    }
}
