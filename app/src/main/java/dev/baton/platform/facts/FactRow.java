package dev.baton.platform.facts;

import java.util.List;
import java.util.Optional;

/** One fact: the cells of one line of a {@link FactFile}. */
public record FactRow(List<String> cells) {

    /** The cell at this column, counted from 0, as written. */
    public String text(int column) {
        return cells.get(column);
    }

    /** The cell at this column, empty where the file says "none". */
    public Optional<String> optional(int column) {
        String cell = cells.get(column);
        return FactFile.isNone(cell) ? Optional.empty() : Optional.of(cell);
    }

    /** The cell's words, parted by {@code |}; no words where the file says "none". */
    public List<String> words(int column) {
        String cell = cells.get(column);
        return FactFile.isNone(cell) ? List.of() : List.of(cell.split("\\|", -1));
    }
}
