package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.OfferStock;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who else could ship what is still to come of a purchase order, in words; needs an open transaction of the merchant. */
@Component
class Elsewhere {

    /** Lines that are looked at; the words stay short. */
    private static final int MOST_LINES = 5;

    private final CatalogLookup catalog;
    private final InventoryLookup stock;
    private final SupplierLookup suppliers;

    Elsewhere(CatalogLookup catalog, InventoryLookup stock, SupplierLookup suppliers) {
        this.catalog = catalog;
        this.stock = stock;
        this.suppliers = suppliers;
    }

    /** Empty where nothing is to come, or of too many goods to say it briefly. */
    String words(MerchantId merchant, PurchaseOrderView purchase) {
        List<PurchaseOrderLine> owed = purchase.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                .toList();
        if (owed.isEmpty()
                || owed.size() > MOST_LINES
                || RerouteRoad.from(purchase.status()).isEmpty()) {
            return "";
        }
        Map<SupplierId, List<String>> having = new LinkedHashMap<>();
        List<String> nobody = new ArrayList<>();
        for (PurchaseOrderLine line : owed) {
            List<SupplierId> others = others(merchant, purchase, line);
            others.forEach(other ->
                    having.computeIfAbsent(other, none -> new ArrayList<>()).add(line.merchantSku()));
            if (others.isEmpty()) {
                nobody.add(line.merchantSku());
            }
        }
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, List.copyOf(having.keySet()));
        List<String> has = new ArrayList<>();
        having.forEach((supplier, skus) -> {
            SupplierTerms its = terms.get(supplier);
            if (its != null) {
                has.add(its.name() + " has " + String.join(", ", skus));
            }
        });
        String lacks = nobody.isEmpty() ? "" : "Nobody else has " + String.join(", ", nobody) + " now.";
        return has.isEmpty() ? lacks : String.join("; ", has) + " now." + (lacks.isEmpty() ? "" : " " + lacks);
    }

    /** Other suppliers that have at least what is to come of the line. */
    private List<SupplierId> others(MerchantId merchant, PurchaseOrderView purchase, PurchaseOrderLine line) {
        Offer offer = catalog.offers(merchant, List.of(line.offer())).get(line.offer());
        return offer == null
                ? List.of()
                : stock.explain(merchant, offer.sku()).offers().stream()
                        .filter(other -> !other.supplier().equals(purchase.supplier())
                                && other.available() >= line.units().owed())
                        .map(OfferStock::supplier)
                        .distinct()
                        .toList();
    }
}
