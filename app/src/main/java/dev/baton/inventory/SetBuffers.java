package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps units of offers back, whatever the supplier says it has. */
@Component
public final class SetBuffers {

    private final Tenancy tenancy;
    private final StockRows rows;
    private final StockChanges stock;
    private final CatalogLookup catalog;
    private final Audit audit;

    SetBuffers(Tenancy tenancy, StockRows rows, StockChanges stock, CatalogLookup catalog, Audit audit) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.stock = stock;
        this.catalog = catalog;
        this.audit = audit;
    }

    /**
     * Sets the buffers; what is promised already stays promised. Opens or joins a transaction.
     *
     * @throws Problem {@link InventoryProblem#BUFFER_INVALID} when one is below 0 or its offer is not known
     */
    public void set(MerchantId merchant, List<OfferBuffer> buffers) {
        if (!buffers.isEmpty()) {
            tenancy.run(merchant, () -> setInTransaction(merchant, buffers));
        }
    }

    private void setInTransaction(MerchantId merchant, List<OfferBuffer> buffers) {
        List<OfferId> ids = buffers.stream().map(OfferBuffer::offer).toList();
        Map<OfferId, Offer> offers = catalog.offers(merchant, ids);
        check(buffers, offers);
        rows.insertMissing(
                merchant, offers.values().stream().map(UnseenOffer::of).toList());
        LockedStock locked = stock.lock(merchant, ids);
        List<AuditEntry> entries = new ArrayList<>();
        for (OfferBuffer buffer : buffers) {
            Balance balance = locked.of(buffer.offer());
            int before = balance.before().buffer();
            if (before != buffer.units()) {
                balance.keepBack(buffer.units());
                entries.add(new AuditEntry(
                        "SetBuffers",
                        "offer",
                        buffer.offer().value(),
                        String.valueOf(before),
                        String.valueOf(buffer.units()),
                        null));
            }
        }
        stock.settle(merchant, locked);
        audit.record(merchant, entries);
    }

    private static void check(List<OfferBuffer> buffers, Map<OfferId, Offer> offers) {
        for (int i = 0; i < buffers.size(); i++) {
            String field = "offers[" + i + "].buffer";
            if (buffers.get(i).units() < 0) {
                throw new Problem(InventoryProblem.BUFFER_INVALID, "A buffer is 0 or more units.", field);
            }
            if (!offers.containsKey(buffers.get(i).offer())) {
                throw new Problem(InventoryProblem.BUFFER_INVALID, "The offer is not known: define it first.", field);
            }
        }
    }
}
