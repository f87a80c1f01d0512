package dev.baton.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a list can be narrowed by; its value stands in the list's address.
 *
 * @param field how the address calls it
 * @param choices the values of a choice, else empty
 * @param known values of a choice that are not offered, as nothing has them now, but that an address may name
 */
record ListFilter(String field, String label, Kind kind, List<Choice> choices, List<Choice> known) {

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
        known = List.copyOf(known);
    }

    static ListFilter choice(String field, String label, List<Choice> choices) {
        return new ListFilter(field, label, Kind.CHOICE, choices, List.of());
    }

    /** A choice that also takes values which nothing has now: their list is empty instead of that of everything. */
    static ListFilter choice(String field, String label, List<Choice> choices, List<Choice> known) {
        return new ListFilter(field, label, Kind.CHOICE, choices, known);
    }

    static ListFilter text(String field, String label) {
        return new ListFilter(field, label, Kind.TEXT, List.of(), List.of());
    }

    static ListFilter day(String field, String label) {
        return new ListFilter(field, label, Kind.DAY, List.of(), List.of());
    }

    /** Whether the value means something here; what means nothing narrows nothing. */
    boolean takes(String value) {
        return switch (kind) {
            case CHOICE -> all().anyMatch(each -> each.value().equals(value));
            case TEXT -> !value.isEmpty() && value.length() <= LONGEST_TEXT;
            case DAY -> isDay(value);
        };
    }

    /** What a chip says of the value. */
    String said(String value) {
        return all().filter(each -> each.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private Stream<Choice> all() {
        return Stream.concat(choices.stream(), known.stream());
    }

    private static boolean isDay(String value) {
        try {
            return !LocalDate.parse(value).isBefore(LocalDate.EPOCH);
        } catch (DateTimeException none) {
            return false;
        }
    }
}
