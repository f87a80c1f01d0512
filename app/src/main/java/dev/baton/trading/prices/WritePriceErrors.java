package dev.baton.trading.prices;

import dev.baton.catalog.PriceRunLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.MendingTable;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Writes the rows of a price list that were left out, to be mended and sent again. */
@Component
public final class WritePriceErrors {

    private final Tenancy tenancy;
    private final ReadPriceFiles.Shelf shelf;
    private final LargeDocuments documents;
    private final PriceRunLookup runs;

    WritePriceErrors(Tenancy tenancy, ReadPriceFiles.Shelf shelf, LargeDocuments documents, PriceRunLookup runs) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.documents = documents;
        this.runs = runs;
    }

    /**
     * Writes them in the file's own columns and one more ({@link MendingTable#REASON}). Call it without an open
     * transaction.
     *
     * @throws Problem {@link PriceListProblem#PRICE_FILE_UNKNOWN}; a table's problem when the file is none
     * @throws IOException when the reader goes away
     */
    public void write(MerchantId merchant, PriceFileId id, OutputStream out) throws IOException {
        PriceFile file = tenancy.inTransaction(
                merchant, () -> shelf.files().find(merchant, id).orElseThrow(() -> PriceListChecks.unknown(id)));
        PriceMapping mapping = tenancy.inTransaction(
                        merchant, () -> shelf.lists().version(merchant, file.list(), file.version()))
                .definition()
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
