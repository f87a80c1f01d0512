package dev.baton.trading.prices;

import dev.baton.catalog.NewPriceRun;
import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.TakePriceList;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.documents.LargeDocuments.About;
import dev.baton.platform.documents.LargeDocuments.Stored;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a price list as it came, of any size, and has it read. */
@Component
public final class ReceivePriceFile {

    private final Tenancy tenancy;
    private final PriceLists lists;
    private final PriceFiles files;
    private final LargeDocuments documents;
    private final TakePriceList take;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    ReceivePriceFile(
            Tenancy tenancy,
            PriceLists lists,
            PriceFiles files,
            LargeDocuments documents,
            TakePriceList take,
            Work work,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.lists = lists;
        this.files = files;
        this.documents = documents;
        this.take = take;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is known of a file that comes in.
     *
     * @param list the code of its price list
     * @param name as the sender calls it
     * @param since from when costs hold whose row names no day; null = from now
     * @param preview true: nothing changes before a person has seen what would
     * @param mends the file whose faulty rows it brings again, corrected; null for an edition of its own
     */
    public record Incoming(
            String list,
            String name,
            String mediaType,
            @Nullable Instant since,
            boolean preview,
            @Nullable PriceFileId mends) {}

    /**
     * Keeps the file and plans its reading; call it without an open transaction. When it returns, the file is not lost any
     * more.
     *
     * @throws Problem {@link PriceListProblem#PRICE_LIST_UNKNOWN}, {@link PriceListProblem#PRICE_FILE_UNKNOWN} of the file
     *     to mend; TOO_LARGE
     * @throws IOException when the stream breaks off; nothing is kept then
     */
    public PriceFileId receive(MerchantId merchant, Incoming incoming, InputStream in) throws IOException {
        PriceListView list = tenancy.inTransaction(merchant, () -> list(merchant, incoming));
        Stored stored =
                documents.store(merchant, new About(incoming.mediaType(), "{}", RetentionClass.SUPPLIER_EXCHANGE), in);
        return tenancy.inTransaction(merchant, () -> keep(merchant, list, incoming, stored));
    }

    private PriceListView list(MerchantId merchant, Incoming incoming) {
        PriceListView list =
                lists.find(merchant, incoming.list()).orElseThrow(() -> PriceListChecks.unknown(incoming.list()));
        first(merchant, list, incoming.mends());
        return list;
    }

    /** The edition whose rows are mended, however often they were before; null when nothing is. */
    private @Nullable PriceFile first(MerchantId merchant, PriceListView list, @Nullable PriceFileId mends) {
        @Nullable PriceFile mended = mends == null ? null : mended(merchant, list, mends);
        return mended == null || mended.mends() == null ? mended : mended(merchant, list, mended.mends());
    }

    private PriceFile mended(MerchantId merchant, PriceListView list, PriceFileId mends) {
        return files.find(merchant, mends)
                .filter(file -> file.list().equals(list.id()))
                .orElseThrow(() -> new Problem(
                        PriceListProblem.PRICE_FILE_UNKNOWN,
                        "This price list has no file of that id to mend.",
                        "mends"));
    }

    private PriceFileId keep(MerchantId merchant, PriceListView list, Incoming incoming, Stored stored) {
        Instant now = clock.instant();
        @Nullable PriceFile first = first(merchant, list, incoming.mends());
        PriceRunId run = take.begin(
                merchant,
                new NewPriceRun(
                        list.id().value(),
                        list.supplier(),
                        now,
                        incoming.since(),
                        first == null ? null : first.run(),
                        incoming.preview()));
        PriceFile file = new PriceFile(
                new PriceFileId(ids.next()),
                list.id(),
                list.version(),
                run,
                stored.id(),
                incoming.name(),
                stored.bytes(),
                now,
                first == null ? null : first.id(),
                null);
        files.insert(merchant, file, stored.sha256());
        work.add(merchant, List.of(reading(list, file.id(), now)));
        return file.id();
    }

    /** One supplier's price lists are read one after another. */
    static NewWork reading(PriceListView list, PriceFileId file, Instant now) {
        return new NewWork("prices-of:" + list.supplier().value(), ReadPriceFiles.KIND, file.value(), now, true);
    }
}
