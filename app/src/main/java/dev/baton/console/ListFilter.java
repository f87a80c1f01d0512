package dev.baton.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * What a list can be narrowed by; its value stands in the list's address.
 *
 * @param field how the address calls it
 * @param choices the values of a choice, else empty
 */
record ListFilter(String field, String label, Kind kind, List<Choice> choices) {

    private static final int LONGEST_TEXT = 100;

    /** How a value is given. */
    enum Kind {
        /** One of a few. */
        CHOICE,
        /** Words. */
        TEXT,
        /** A day. */
        DAY
    }

    /** A value and what people call it. */
    record Choice(String value, String label) {}

    ListFilter {
        choices = List.copyOf(choices);
    }

    static ListFilter choice(String field, String label, List<Choice> choices) {
        return new ListFilter(field, label, Kind.CHOICE, choices);
    }

    static ListFilter text(String field, String label) {
        return new ListFilter(field, label, Kind.TEXT, List.of());
    }

    static ListFilter day(String field, String label) {
        return new ListFilter(field, label, Kind.DAY, List.of());
    }

    /** Whether the value means something here; what means nothing narrows nothing. */
    boolean takes(String value) {
        return switch (kind) {
            case CHOICE -> choices.stream().anyMatch(each -> each.value().equals(value));
            case TEXT -> !value.isEmpty() && value.length() <= LONGEST_TEXT;
            case DAY -> isDay(value);
        };
    }

    /** What a chip says of the value. */
    String said(String value) {
        return choices.stream()
                .filter(each -> each.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private static boolean isDay(String value) {
        try {
            return !LocalDate.parse(value).isBefore(LocalDate.EPOCH);
        } catch (DateTimeException none) {
            return false;
        }
    }
}
