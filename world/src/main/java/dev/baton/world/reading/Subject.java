package dev.baton.world.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail to a supplier is about, by its {@code X-Baton-Document} header.
 *
 * @param about {@code order}, {@code cancellation}, {@code reminder}, {@code amendment}
 * @param sequence counts several of the kind; 1 where there is only one
 */
public record Subject(String number, int version, String about, int sequence) {

    private static final Pattern KEY =
            Pattern.compile("([A-Z0-9]{1,12}-\\d{1,4})\\.v(\\d{1,4})(?:\\.([a-z]+)(?:-(\\d{1,4}))?)?");

    /** Reads a key such as {@code 1001-1.v1.cancellation-1}; empty when it is none. */
    public static Optional<Subject> read(String key) {
        Matcher found = KEY.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Subject(
                found.group(1),
                Integer.parseInt(found.group(2)),
                found.group(3) == null ? "order" : found.group(3),
                found.group(4) == null ? 1 : Integer.parseInt(found.group(4))));
    }
}
