package dev.baton.trading.feeds;

import dev.baton.inventory.StagedRunLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.MendingTable;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of a stock file that were left out, in the file's own columns, with the reason in one more: mended there
 * and sent back as mending that file, it adds exactly these rows.
 */
@Component
public final class WriteErrorFile {

    /** The name of the column with the reason; a reader that maps columns by name does not see it. */
    public static final String REASON = MendingTable.REASON;

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
        MendingTable.write(
                () -> documents.open(merchant, file.document()),
                mapping.reading(file.mends() != null),
                (after, limit) -> runs.faults(merchant, file.run(), after, limit).stream()
                        .map(fault -> new MendingTable.Wrong(fault.row(), fault.used(), fault.message()))
                        .toList(),
                out);
    }
}
