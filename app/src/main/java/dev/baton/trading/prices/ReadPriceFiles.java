package dev.baton.trading.prices;

import dev.baton.catalog.DecidePriceList;
import dev.baton.catalog.ListedPrice;
import dev.baton.catalog.PriceFault;
import dev.baton.catalog.PriceRunId;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.TakePriceList;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.LargeDocuments;
import dev.baton.platform.tables.MendingTable;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableProblem;
import dev.baton.platform.tables.TableRow;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a price list row by row, twice: first it is judged without effect, then each row counts. It works in slices
 * shorter than its lease; killed in any of them, the next goes on behind the last row that is done.
 */
@Component
class ReadPriceFiles implements WorkHandler {

    static final String KIND = "trading.price-file";

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final Shelf shelf;
    private final LargeDocuments documents;
    private final TakePriceList take;
    private final DecidePriceList decide;
    private final SupplierLookup suppliers;
    private final PriceFileOutcomes outcomes;
    private final Later later;

    ReadPriceFiles(
            Tenancy tenancy,
            Shelf shelf,
            LargeDocuments documents,
            TakePriceList take,
            DecidePriceList decide,
            SupplierLookup suppliers,
            PriceFileOutcomes outcomes,
            Later later) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.documents = documents;
        this.take = take;
        this.decide = decide;
        this.suppliers = suppliers;
        this.outcomes = outcomes;
        this.later = later;
    }

    /** Where price lists and their files are kept. */
    @Component
    record Shelf(PriceLists lists, PriceFiles files) {}

    /** What is to be done later, and when that is. */
    @Component
    record Later(Work work, Clock clock) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            boolean done = tenancy.inTransaction(
                            merchant, () -> shelf.files().find(merchant, new PriceFileId(item.subject())))
                    .map(file -> advance(merchant, file, item))
                    .orElse(true);
            tenancy.run(merchant, () -> {
                if (done) {
                    later.work().finish(merchant, List.of(item));
                } else {
                    later.work().again(merchant, item, later.clock().instant(), "the price list is being read");
                }
            });
        }
    }

    /** True when nothing is left to do for now: it counts, is refused, or waits for a person. */
    private boolean advance(MerchantId merchant, PriceFile file, LeasedWork item) {
        try {
            State state = State.JUDGING;
            while (state == State.JUDGING || state == State.APPLYING) {
                if (!read(merchant, file, item)) {
                    return false;
                }
                state = take.end(merchant, file.run());
            }
            if (state == State.APPLIED) {
                outcomes.applied(merchant, file);
                take.forgetEarlier(merchant, file.run());
            } else {
                outcomes.waits(merchant, file);
            }
            return true;
        } catch (Problem refused) {
            if (!(refused.code() instanceof TableProblem) && !(refused.code() instanceof PriceListProblem)) {
                throw refused;
            }
            decide.refuse(merchant, file.run(), refused.detail());
            outcomes.unreadable(merchant, file, refused.detail());
            return true;
        }
    }

    /** True when every row is done in the state the run is in. */
    private boolean read(MerchantId merchant, PriceFile file, LeasedWork item) {
        @Nullable Long reached = take.reached(merchant, file.run());
        if (reached == null) {
            return true;
        }
        PriceListView list =
                tenancy.inTransaction(merchant, () -> shelf.lists().version(merchant, file.list(), file.version()));
        SupplierTerms terms = Objects.requireNonNull(tenancy.inTransaction(
                        merchant, () -> suppliers.terms(merchant, List.of(list.supplier())))
                .get(list.supplier()));
        try {
            return MendingTable.read(
                    () -> documents.open(merchant, file.document()),
                    list.definition().mapping().reading(file.mends() != null),
                    table -> pieces(
                            merchant,
                            file.run(),
                            table,
                            new PriceReader(list.definition(), terms.currency(), terms.zone(), table.header()),
                            reached,
                            item));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean pieces(
            MerchantId merchant, PriceRunId run, TableFile table, PriceReader reader, long reached, LeasedWork item) {
        List<ListedPrice> prices = new ArrayList<>();
        List<PriceFault> faults = new ArrayList<>();
        long upTo = reached;
        for (TableRow row = table.next(); row != null; row = table.next()) {
            if (row.number() <= reached) {
                continue;
            }
            if (prices.size() >= TakePriceList.MOST_ROWS || faults.size() >= TakePriceList.MOST_ROWS) {
                take.take(merchant, run, prices, faults, upTo);
                prices.clear();
                faults.clear();
                if (!item.hasLeft(MARGIN)) {
                    return false;
                }
            }
            @Nullable ListedPrice price = reader.read(row, faults);
            if (price != null) {
                prices.add(price);
            }
            upTo = row.number();
        }
        take.take(merchant, run, prices, faults, upTo);
        return true;
    }
}
