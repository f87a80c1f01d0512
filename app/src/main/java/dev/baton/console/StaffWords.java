package dev.baton.console;

import dev.baton.merchants.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
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

    /** Every kind of task that has a title here, with it; in the order of the titles. */
    static List<ListFilter.Choice> tasks() {
        return WORDS.stringPropertyNames().stream()
                .filter(each -> each.startsWith("task."))
                .map(each -> new ListFilter.Choice(each.substring("task.".length()), WORDS.getProperty(each)))
                .sorted(Comparator.comparing(ListFilter.Choice::label))
                .toList();
    }

    /** What a task says, without the addresses of the API: here there are buttons. */
    static String withoutAddresses(String detail) {
        return detail.replaceAll("\\s*\\((?:GET|POST|PUT) /api/v1[^)]*\\)", "")
                .replaceAll("[^.;:]*(?:(?:GET|POST|PUT) |stand at )/api/v1/[^ ]*[^.]*\\.?", "")
                .replaceAll("[;:]\\s*$", ".")
                .replaceAll("\\s{2,}", " ")
                .strip();
    }

    /** What a mail to a customer is about. */
    static String mail(MessageKind kind) {
        return switch (kind) {
            case CONFIRMED -> "Order confirmed";
            case CANCELLED -> "Items cancelled";
            case DELAYED -> "Leaves later";
            case SHIPPED -> "On its way";
            case AFTER_ALL -> "Comes after all";
            case DELIVERED -> "Delivered";
            case ASKED -> "Were both meant?";
            case LOST -> "Lost";
            case FOUND -> "Turned up";
            case REFUNDED -> "Money back";
        };
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
