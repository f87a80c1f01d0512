package dev.baton.catalog;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two titles are. Each word is cut into runs of three letters with a space before and after it, as
 * PostgreSQL's pg_trgm does; the measure is twice the runs they share over all they have (Dice), in per cent. Accents
 * and case do not count, the order of the words neither.
 */
final class Titles {

    private static final int SHORTEST_WORD = 2;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 30;

    private Titles() {}

    /** The words a title is found by. */
    static Set<String> words(String title) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        plain(title).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                take(word, words);
            }
        });
        take(word, words);
        return words;
    }

    private static void take(StringBuilder word, Set<String> words) {
        if (word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    private static String plain(String title) {
        StringBuilder plain = new StringBuilder(title.length());
        Normalizer.normalize(title, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** 0 for nothing in common, 100 for the same words. */
    static int alike(String one, String other) {
        Set<String> mine = runs(one);
        Set<String> theirs = runs(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        int shared = 0;
        for (String run : mine) {
            shared += theirs.contains(run) ? 1 : 0;
        }
        return 200 * shared / (mine.size() + theirs.size());
    }

    private static Set<String> runs(String title) {
        Set<String> runs = new HashSet<>();
        for (String word : words(title)) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                runs.add(padded.substring(i, i + 3));
            }
        }
        return runs;
    }
}
