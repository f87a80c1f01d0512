package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What stands in an address or a form: one text per field, without what no database can keep. */
record Typed(Map<String, String> fields) {

    private static final int LONGEST_FIELD = 5_000;
    private static final int LONGEST_ROWS = 50_000;
    /** Fields with a row a line. */
    private static final Set<String> ROWS = Set.of("rates", "methods", "holidays", "contacts", "rows", "column");

    /** Fields that may come several times: a list's rows and columns, and days of a week, that are ticked; a file's columns. */
    private static final Set<String> MANY = Set.of("pick", "cols", "days", "column", "way");

    static Typed of(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = MANY.contains(name) ? String.join("\n", values) : values.length == 0 ? "" : values[0];
            int longest = ROWS.contains(name) ? LONGEST_ROWS : LONGEST_FIELD;
            if (value.length() > longest) {
                throw new Problem(
                        CommonProblem.TOO_LARGE,
                        String.format(Locale.ROOT, "%s is too long: keep it under %,d characters.", name, longest),
                        name);
            }
            fields.put(name, name.equals("password") || name.equals("present") ? value : clean(value));
        });
        return new Typed(fields);
    }

    private static String clean(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints()
                .filter(sign -> sign == '\n' || sign == '\t' || !Character.isISOControl(sign))
                .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The field's text; empty where it is missing. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The same with another field. */
    Typed with(String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return new Typed(Map.copyOf(more));
    }

    /** Whether the field was there at all. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The values of a field that may come several times, or stand in an address with commas. */
    List<String> all(String name) {
        return Arrays.stream(text(name).split(name.equals("cols") ? "[\n,]" : "\n", -1))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The field as one of an enum's words, upper or lower case; empty where it is missing or none of them. */
    <E extends Enum<E>> Optional<E> word(String name, E[] all) {
        String wanted = text(name).toUpperCase(Locale.ROOT);
        return Arrays.stream(all).filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** The field as an id; empty where it is missing or none. */
    Optional<UUID> id(String name) {
        return uuid(text(name));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Typed" + fields.keySet();
    }
}
