package dev.baton.platform.address;

import dev.baton.platform.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one country's postcodes are built.
 *
 * @param pattern over the postcode as its post writes it; null where the country has none
 * @param layouts where the post sets blanks and dashes: 9 a digit, a a letter, x either, all else itself
 * @param examples well-formed ones
 * @param prefixes what people put before it: the country's codes and its sign on cars
 */
record PostcodeRule(
        Policy policy, @Nullable Pattern pattern, List<String> layouts, List<String> examples, List<String> prefixes) {

    /** How much a postcode matters to the country's mail. */
    enum Policy {
        REQUIRED,
        /** Checked when given. */
        OPTIONAL,
        /** Several ways are in use, or hardly anybody knows his own: a mismatch is only remarked. */
        ADVISORY,
        /** The country has none; whatever stands there is ignored. */
        NONE
    }

    static PostcodeRule of(FactRow row) {
        List<String> prefixes = new ArrayList<>(row.words(8));
        prefixes.add(row.text(1));
        prefixes.add(row.text(0));
        return new PostcodeRule(
                Policy.valueOf(row.text(4).toUpperCase(Locale.ROOT)),
                row.optional(5).map(Pattern::compile).orElse(null),
                row.words(6),
                row.words(7),
                List.copyOf(prefixes));
    }

    /** The postcode as its post writes it; empty when it is none of this country's. */
    Optional<String> normalise(String raw) {
        if (pattern == null) {
            return Optional.empty();
        }
        String compact = PostcodeText.compact(raw);
        String set = set(compact, pattern);
        for (int i = 0; set == null && i < prefixes.size(); i++) {
            if (compact.startsWith(prefixes.get(i))) {
                set = set(compact.substring(prefixes.get(i).length()), pattern);
            }
        }
        return Optional.ofNullable(set);
    }

    private @Nullable String set(String compact, Pattern built) {
        for (String layout : layouts) {
            String set = PostcodeText.set(compact, layout);
            if (set != null && built.matcher(set).matches()) {
                return set;
            }
        }
        return null;
    }
}
