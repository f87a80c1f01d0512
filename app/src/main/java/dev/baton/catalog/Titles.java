package dev.baton.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two titles are. Each word is cut into runs of three letters with a space before and after it, as
 * PostgreSQL's pg_trgm does; the measure is twice the runs they share over all they have (Dice), in per cent. Accents
 * and case do not count, the order of the words neither. A title whose every word stands in the other, which says more,
 * is alike whatever else that says. Where each has another number or size, they are variants of one thing more likely
 * than the same: the measure is lowered.
 */
final class Titles {

    private static final int SHORTEST_WORD = 2;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 30;

    /** What another number or size takes off, in points of per cent. */
    private static final int OTHER_VARIANT = 30;

    /** What a title is alike at least that stands whole in the other, in per cent. */
    private static final int WHOLE_IN_OTHER = 60;

    /** Letters of a title that say something whole. */
    private static final int TELLING_LETTERS = 4;

    private static final Set<String> SIZES = Set.of("xxs", "xs", "xl", "xxl", "xxxl", "small", "medium", "large");

    private Titles() {}

    /** The words a title is found by. */
    static Set<String> words(String title) {
        return words(title, SHORTEST_WORD);
    }

    private static Set<String> words(String title, int shortest) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        plain(title).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                take(word, shortest, words);
            }
        });
        take(word, shortest, words);
        return words;
    }

    private static void take(StringBuilder word, int shortest, Set<String> words) {
        if (word.length() >= shortest && word.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
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

    /** How alike they are, and what stands in one of them alone. */
    static Likeness alike(String one, String other) {
        Set<String> mine = words(one, 1);
        Set<String> theirs = words(other, 1);
        List<String> only = without(mine, theirs);
        List<String> besides = without(theirs, mine);
        int percent = dice(runs(mine), runs(theirs));
        boolean variants = only.stream().anyMatch(Titles::tellsVariants)
                && besides.stream().anyMatch(Titles::tellsVariants);
        if (variants) {
            return new Likeness(Math.max(0, percent - OTHER_VARIANT), only, besides);
        }
        boolean whole = (only.isEmpty() && tells(mine)) || (besides.isEmpty() && tells(theirs));
        return new Likeness(whole ? Math.max(percent, WHOLE_IN_OTHER) : percent, only, besides);
    }

    private static boolean tells(Set<String> words) {
        return words.stream().mapToInt(String::length).sum() >= TELLING_LETTERS;
    }

    private static List<String> without(Set<String> words, Set<String> others) {
        List<String> left = new ArrayList<>(words);
        left.removeAll(others);
        return left;
    }

    /** A number, a size or a single letter. */
    private static boolean tellsVariants(String word) {
        return word.length() == 1 || SIZES.contains(word) || word.chars().anyMatch(Character::isDigit);
    }

    private static int dice(Set<String> mine, Set<String> theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        int shared = 0;
        for (String run : mine) {
            shared += theirs.contains(run) ? 1 : 0;
        }
        return 200 * shared / (mine.size() + theirs.size());
    }

    private static Set<String> runs(Collection<String> words) {
        Set<String> runs = new HashSet<>();
        for (String word : words) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                runs.add(padded.substring(i, i + 3));
            }
        }
        return runs;
    }
}
