package dev.baton.platform.tables;

import java.util.List;
import java.util.Set;

/**
 * One row as it stands in the file.
 *
 * @param number as a spreadsheet counts, from 1
 * @param decimals the columns, from 0, in which a sheet has a number of its own that is not whole
 */
record RawRow(long number, List<String> cells, Set<Integer> decimals) {

    RawRow(long number, List<String> cells) {
        this(number, cells, Set.of());
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
