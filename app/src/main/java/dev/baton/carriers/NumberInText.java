package dev.baton.carriers;

import dev.baton.platform.facts.FoldedWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may be the number in what a supplier wrote: first the whole text, then its parts between signs that stand
 * in no number, each also without the words before and behind it ("UPS 1Z… left today").
 */
final class NumberInText {
    private static final Pattern BREAKS = Pattern.compile("[,;:|()\\[\\]{}<>/\\\\#=?&\\n\\r]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}.'-]+");
    private static final int SHORTEST_NUMBER = 8;
    /** Two letters behind a number may be the country of an S10 number. */
    private static final int SHORTEST_WORD_BEHIND = 3;

    private static final Set<String> WORDS_BEFORE = Set.of(
            "tracking",
            "track",
            "trk",
            "number",
            "num",
            "no",
            "nr",
            "awb",
            "waybill",
            "shipment",
            "parcel",
            "package",
            "code",
            "id",
            "via",
            "by",
            "ref",
            "barcode",
            "sendungsnummer",
            "paketnummer",
            "pro",
            "shipped",
            "is",
            "with");

    private NumberInText() {}

    /** Normalised candidates, the likeliest first, none twice; no element for blank or overlong text. */
    static Stream<String> candidates(String raw) {
        if (raw.length() > TrackingNumber.LONGEST_TEXT) {
            return Stream.empty();
        }
        String whole = TrackingNumber.compact(raw);
        return Stream.concat(Stream.of(whole), Stream.of(raw).flatMap(text -> parts(text, whole)))
                .filter(number -> number.length() >= SHORTEST_NUMBER);
    }

    /** Evaluated only when the whole text was no number. */
    private static Stream<String> parts(String raw, String whole) {
        Set<String> found = new LinkedHashSet<>();
        for (String part : BREAKS.split(raw, -1)) {
            addWithoutWords(part.strip(), found);
        }
        found.remove(whole);
        return found.stream();
    }

    private static void addWithoutWords(String part, Set<String> found) {
        List<String> words = new ArrayList<>(List.of(BLANKS.split(part, -1)));
        found.add(TrackingNumber.compact(part));
        while (!words.isEmpty() && isWordBehind(words.getLast())) {
            words.removeLast();
            found.add(TrackingNumber.compact(String.join(" ", words)));
        }
        while (!words.isEmpty() && isWordBefore(words.getFirst())) {
            words.removeFirst();
            found.add(TrackingNumber.compact(String.join(" ", words)));
        }
    }

    private static boolean isWordBehind(String word) {
        return word.length() >= SHORTEST_WORD_BEHIND && WORD.matcher(word).matches();
    }

    private static boolean isWordBefore(String word) {
        return WORD.matcher(word).matches()
                && (WORDS_BEFORE.contains(FoldedWords.fold(word))
                        || Carriers.find(word).isPresent());
    }
}
