package dev.baton.platform.tables;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param number as a spreadsheet counts, from 1
 */
record RawRow(long number, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
