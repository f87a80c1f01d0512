package dev.baton.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What people call acts and kinds of tasks: {@code messages/console.properties}. */
final class StaffWords {

    private static final Properties WORDS = read();

    private StaffWords() {}

    /** An act as it stands in the audit; one without words of its own is taken apart: {@code BeginSending} → "Begin sending". */
    static String act(String act) {
        return WORDS.getProperty("act." + act, sentence(act.replaceAll("([a-z])([A-Z])", "$1 $2")));
    }

    /** A kind of task; one without words of its own says its last part. */
    static String task(String kind) {
        return WORDS.getProperty(
                "task." + kind,
                sentence(kind.substring(kind.indexOf('.') + 1).replace('-', ' ').replace('_', ' ')));
    }

    private static String sentence(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream in =
                        Objects.requireNonNull(StaffWords.class.getResourceAsStream("/messages/console.properties"));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }
}
