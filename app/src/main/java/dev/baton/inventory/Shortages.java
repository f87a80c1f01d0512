package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A supplier says it has less than we have promised of it: a person must look, and selling stops by itself. */
@Component
final class Shortages {

    static final String KIND = "inventory.shortage";

    private final Tasks tasks;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;

    Shortages(Tasks tasks, CatalogLookup catalog, SupplierLookup suppliers) {
        this.tasks = tasks;
        this.catalog = catalog;
        this.suppliers = suppliers;
    }

    void open(MerchantId merchant, List<StockRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<OfferId, Offer> offers =
                catalog.offers(merchant, rows.stream().map(StockRow::offer).toList());
        Map<SupplierId, SupplierTerms> terms =
                suppliers.terms(merchant, rows.stream().map(StockRow::supplier).collect(Collectors.toSet()));
        tasks.openAll(
                merchant,
                rows.stream()
                        .map(row -> task(row, offers.get(row.offer()), terms.get(row.supplier())))
                        .toList());
    }

    private static NewTask task(StockRow row, @Nullable Offer offer, @Nullable SupplierTerms terms) {
        String item = offer == null ? "an item" : offer.supplierSku() + " from " + offer.shipFrom();
        String supplier = terms == null ? "A supplier" : terms.name();
        return new NewTask(
                KIND,
                "offer",
                row.offer().value(),
                supplier + " has " + row.observed() + " of " + item + ", " + row.uncovered() + " are promised",
                "The supplier's last figure is lower than the units promised to customers that it does not yet lack."
                        + " Nothing more of it is sold. If nothing is done, some of the orders will be rejected and"
                        + " re-routed one by one. Ask the supplier for its true figure, or cancel what it cannot ship;"
                        + " the task closes by itself when the figures agree again.");
    }

    void close(MerchantId merchant, List<StockRow> rows) {
        rows.forEach(row ->
                tasks.closeFor(merchant, KIND, row.offer().value(), "the figures agree again: " + row.observed()));
    }
}
