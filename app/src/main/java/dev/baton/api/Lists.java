package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list may be narrowed to. */
final class Lists {

    private Lists() {}

    /** For what is only ever listed while it is open. */
    static void onlyOpen(String state) {
        if (!state.equals("open")) {
            throw new Problem(CommonProblem.INVALID_FIELD, "state must be open: only what is open is listed.", "state");
        }
    }

    /** One of the constants in any case; null = not narrowed. */
    static <E extends Enum<E>> @Nullable E state(Class<E> type, @Nullable String word) {
        return one(type, word, "state");
    }

    /** One of the constants in any case; null = none was named. */
    static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String word, String field) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID_FIELD,
                        field + " must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(constant -> word(constant))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        field));
    }

    /** One of the words in any case; null = not narrowed. */
    static @Nullable String word(List<String> words, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        if (!words.contains(wanted)) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "state must be one of " + String.join(", ", words) + ".", "state");
        }
        return wanted;
    }

    /** The constant as the API writes it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
