package dev.baton.trading.feeds;

import dev.baton.inventory.FeedRunId;
import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRunLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import dev.baton.platform.tables.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of a stock file that were left out, in the file's own columns, with the reason in one more: mended there
 * and sent back as mending that file, it adds exactly these rows.
 */
@Component
public final class WriteErrorFile {

    /** The name of the column with the reason; a reader that maps columns by name does not see it. */
    public static final String REASON = "Baton: what is wrong";

    private static final int PAGE = 1_000;

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final FeedFiles files;
    private final LargeDocuments documents;
    private final StagedRunLookup runs;

    WriteErrorFile(Tenancy tenancy, Feeds feeds, FeedFiles files, LargeDocuments documents, StagedRunLookup runs) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.files = files;
        this.documents = documents;
        this.runs = runs;
    }

    /**
     * Writes the rows as a table with the file's own delimiter, a comma where it was a workbook; only the row of names
     * when nothing was left out. Call it without an open transaction.
     *
     * @throws Problem {@link FeedProblem#FEED_FILE_UNKNOWN}; a table's problem when the file is none
     * @throws IOException when the reader goes away
     */
    public void write(MerchantId merchant, FeedFileId id, OutputStream out) throws IOException {
        FeedFile file = tenancy.inTransaction(
                merchant, () -> files.find(merchant, id).orElseThrow(() -> DecideFeedFile.unknown(id)));
        ColumnMapping mapping = tenancy.inTransaction(
                        merchant, () -> feeds.definition(merchant, file.feed(), file.version()))
                .mapping();
        TableOptions options = new TableOptions(mapping.headerRow(), null, null, mapping.sheet());
        try (InputStream in = documents.open(merchant, file.document());
                TableFile table = TableFile.open(in, options, TableLimits.LARGE)) {
            @Nullable Character delimiter = table.format().delimiter();
            try (TableWriter writer = new TableWriter(out, delimiter == null ? ',' : delimiter)) {
                write(table, new LeftOut(merchant, file.run()), writer);
            }
        }
    }

    private static void write(TableFile table, LeftOut leftOut, TableWriter writer) {
        List<String> names = new ArrayList<>(table.header());
        names.removeIf(REASON::equals);
        int columns = names.size();
        names.add(REASON);
        writer.write(names);
        @Nullable StagedFault fault = leftOut.next();
        for (TableRow row = table.next(); row != null && fault != null; row = table.next()) {
            if (row.number() == fault.row()) {
                List<String> cells = new ArrayList<>(row.cells().subList(0, columns));
                cells.add(fault.message());
                writer.write(cells);
                fault = leftOut.next();
            }
        }
    }

    /** The faults of rows that were left out, in the order of the rows. */
    private final class LeftOut {

        private final MerchantId merchant;
        private final FeedRunId run;
        private final Deque<StagedFault> page = new ArrayDeque<>();
        private long after;
        private boolean ended;

        LeftOut(MerchantId merchant, FeedRunId run) {
            this.merchant = merchant;
            this.run = run;
        }

        @Nullable
        StagedFault next() {
            while (page.isEmpty() && !ended) {
                List<StagedFault> faults = runs.faults(merchant, run, after, PAGE);
                ended = faults.size() < PAGE;
                for (StagedFault fault : faults) {
                    after = fault.row();
                    if (!fault.used()) {
                        page.add(fault);
                    }
                }
            }
            return page.poll();
        }
    }
}
