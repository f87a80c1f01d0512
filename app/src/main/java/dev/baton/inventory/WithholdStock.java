package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a supplier's stock from being sold while its figures are too old to be believed, and gives it free again. What is
 * promised stays promised.
 */
@Component
public final class WithholdStock {

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final StockRows rows;
    private final StockChanges stock;
    private final Audit audit;

    WithholdStock(Tenancy tenancy, CatalogLookup catalog, StockRows rows, StockChanges stock, Audit audit) {
        this.tenancy = tenancy;
        this.catalog = catalog;
        this.rows = rows;
        this.stock = stock;
        this.audit = audit;
    }

    /**
     * Lets at most so many more units of each offer be sold. Call it without an open transaction: it opens one for each
     * {@value ApplyFeed#CHUNK} offers; cut short, it is called again.
     *
     * @param shipFrom the only place meant; null = all of the supplier's
     * @param units 0 = none
     */
    public void sellAtMost(MerchantId merchant, SupplierId supplier, @Nullable String shipFrom, int units) {
        each(merchant, supplier, shipFrom, balance -> balance.sellAtMost(units));
        note(merchant, supplier, "at most " + units + " units of each offer are sold");
    }

    /** Gives free what was held back; as {@link #sellAtMost}. */
    public void free(MerchantId merchant, SupplierId supplier, @Nullable String shipFrom) {
        each(merchant, supplier, shipFrom, Balance::withholdNothing);
        note(merchant, supplier, "nothing is held back");
    }

    private void each(MerchantId merchant, SupplierId supplier, @Nullable String shipFrom, Consumer<Balance> change) {
        @Nullable OfferId after = null;
        do {
            @Nullable OfferId from = after;
            after = tenancy.<@Nullable OfferId>inTransaction(
                    merchant, () -> page(merchant, supplier, shipFrom, from, change));
        } while (after != null);
    }

    private @Nullable OfferId page(
            MerchantId merchant,
            SupplierId supplier,
            @Nullable String shipFrom,
            @Nullable OfferId after,
            Consumer<Balance> change) {
        List<OfferId> page = rows.page(merchant, supplier, after, ApplyFeed.CHUNK).stream()
                .map(StockRow::offer)
                .toList();
        LockedStock locked = stock.lock(merchant, shipFrom == null ? page : from(merchant, shipFrom, page));
        locked.all().forEach(change);
        stock.settle(merchant, locked);
        return page.size() < ApplyFeed.CHUNK ? null : page.getLast();
    }

    private Set<OfferId> from(MerchantId merchant, String shipFrom, List<OfferId> page) {
        Map<OfferId, Offer> offers = catalog.offers(merchant, page);
        return offers.values().stream()
                .filter(offer -> offer.shipFrom().equals(shipFrom))
                .map(Offer::id)
                .collect(Collectors.toSet());
    }

    private void note(MerchantId merchant, SupplierId supplier, String what) {
        tenancy.run(
                merchant,
                () -> audit.record(
                        merchant,
                        List.of(new AuditEntry("WithholdStock", "supplier", supplier.value(), null, what, null))));
    }
}
