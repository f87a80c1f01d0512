package dev.baton.platform.address;

import dev.baton.platform.facts.FoldedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people write around the name of a region. */
final class RegionWords {
    private static final List<String> BEFORE = List.of(
            "state of ",
            "province of ",
            "prefecture of ",
            "county ",
            "co ",
            "estado de ",
            "provincia de ",
            "provincia di ",
            "emirate of ",
            "region of ");
    private static final List<String> BEHIND = List.of(
            " state",
            " province",
            " prefecture",
            " county",
            " region",
            " ken",
            " fu",
            " to",
            " do",
            " si",
            " governorate",
            " sheng",
            " shi");

    private RegionWords() {}

    static String fold(String text) {
        return FoldedWords.fold(text);
    }

    /** The folded name without the country's code and without words for "region" before or behind it. */
    static List<String> shorter(String folded, String country) {
        List<String> shorter = new ArrayList<>();
        // "N.Y." and "W. A." fold to parted letters.
        shorter.add(folded.replace(" ", ""));
        String prefix = country.toLowerCase(Locale.ROOT) + " ";
        if (folded.startsWith(prefix)) {
            shorter.add(folded.substring(prefix.length()));
        }
        BEFORE.stream().filter(folded::startsWith).forEach(word -> shorter.add(folded.substring(word.length())));
        BEHIND.stream()
                .filter(folded::endsWith)
                .forEach(word -> shorter.add(folded.substring(0, folded.length() - word.length())));
        return shorter;
    }
}
