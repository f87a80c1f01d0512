package dev.baton.console;

import dev.baton.catalog.Likeness;
import dev.baton.catalog.Match;
import java.util.List;
import java.util.stream.Collectors;

/** Why a product is suggested, in words. */
final class SuggestionWords {

    private static final int MOST_WORDS = 3;

    private SuggestionWords() {}

    static String why(Match match) {
        return switch (match.reason()) {
            case SAME_GTIN -> "same barcode";
            case SAME_CODE -> "same code, written otherwise";
            case CODE_NOT_GTIN -> "same code, another barcode";
            case SIMILAR_TITLE -> title(match.likeness());
        };
    }

    private static String title(Likeness likeness) {
        String without = likeness.only().isEmpty() ? "" : ", without " + words(likeness.only());
        String with = likeness.besides().isEmpty() ? "" : ", with " + words(likeness.besides());
        return "title " + likeness.percent() + " % alike" + without + with;
    }

    private static String words(List<String> words) {
        return words.stream().limit(MOST_WORDS).map(word -> "“" + word + "”").collect(Collectors.joining(" "))
                + (words.size() > MOST_WORDS ? " …" : "");
    }
}
