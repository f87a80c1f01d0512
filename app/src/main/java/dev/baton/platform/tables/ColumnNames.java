package dev.baton.platform.tables;

import dev.baton.platform.facts.FoldedWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds columns by what they are called. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The place of the column of that name, whatever its case, from 0; empty when the table has none. */
    public static Optional<Integer> place(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (key(header.get(i)).equals(key(name))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The column that is called one of these names; an earlier name is the surer one.
     *
     * @param names as {@link FoldedWords#fold} writes them
     * @param taken columns that are something else already
     */
    public static Optional<Integer> named(List<String> header, List<String> names, Set<Integer> taken) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (!taken.contains(i) && FoldedWords.fold(header.get(i)).equals(name)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }
}
