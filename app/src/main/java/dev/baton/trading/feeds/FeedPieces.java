package dev.baton.trading.feeds;

import dev.baton.inventory.StageFeed;
import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRow;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stock file in pieces that are each staged in one transaction. Used by one thread at a time. */
final class FeedPieces {

    private final TableFile table;
    private final RowReader reader;
    private final long reached;
    private @Nullable TableRow first;
    private long upTo;

    /**
     * The rest of a file.
     *
     * @param reached the last row that was staged already, 0 = none
     */
    FeedPieces(TableFile table, RowReader reader, long reached) {
        this.table = table;
        this.reader = reader;
        this.reached = reached;
        this.upTo = reached;
    }

    /**
     * What some rows say.
     *
     * @param upTo the last of the rows
     * @param last whether the file ends with it
     */
    record Piece(List<StagedRow> figures, List<StagedFault> faults, long upTo, boolean last) {}

    /** The next piece; not asked again after the last. */
    Piece next() {
        List<StagedRow> figures = new ArrayList<>();
        List<StagedFault> faults = new ArrayList<>();
        for (TableRow row = following(); row != null; row = table.next()) {
            if (row.number() <= reached) {
                continue;
            }
            int before = figures.size();
            int faultsBefore = faults.size();
            reader.read(row, figures, faults);
            if (before > 0 && (figures.size() > StageFeed.MOST_ROWS || faultsBefore >= StageFeed.MOST_FAULTS)) {
                figures.subList(before, figures.size()).clear();
                faults.subList(faultsBefore, faults.size()).clear();
                first = row;
                return new Piece(figures, faults, upTo, false);
            }
            upTo = row.number();
        }
        return new Piece(figures, faults, upTo, true);
    }

    private @Nullable TableRow following() {
        TableRow kept = first;
        first = null;
        return kept == null ? table.next() : kept;
    }
}
