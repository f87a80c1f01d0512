package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.OfferStock;
import dev.baton.inventory.StockExplanation;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be sold, and why. */
@RestController
@RequestMapping("/api/v1/stock")
@Tag(name = "Stock")
class StockCalls {

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final InventoryLookup inventory;
    private final SupplierLookup suppliers;

    StockCalls(Tenancy tenancy, CatalogLookup catalog, InventoryLookup inventory, SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.catalog = catalog;
        this.inventory = inventory;
        this.suppliers = suppliers;
    }

    /** Meanings as in {@link StockExplanation}. */
    record Stock(String sku, String title, long available, long waiting, long published, List<OfOffer> offers) {}

    /** Meanings as in {@link OfferStock}. */
    record OfOffer(
            String supplier,
            String shipFrom,
            String supplierSku,
            int observed,
            int buffer,
            int withheld,
            long uncovered,
            long leaving,
            long available,
            @Nullable Instant effectiveAt,
            boolean leftOut,
            boolean discontinued,
            @Nullable Instant shortSince,
            boolean ended) {}

    @Operation(summary = "Say what of a SKU can be sold, and why", description = "A bundle has no stock of its own.")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping("/{sku}")
    Stock explain(Caller caller, @PathVariable String sku) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            Sku goods = catalog.skuByCode(caller.merchant(), sku)
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND,
                            "There is no SKU " + sku + ": define it by POST /api/v1/catalog/skus."));
            StockExplanation stock = inventory.explain(caller.merchant(), goods.id());
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(),
                    stock.offers().stream().map(OfferStock::supplier).toList());
            return new Stock(
                    goods.code(),
                    goods.title(),
                    stock.available(),
                    stock.waiting(),
                    stock.published(),
                    stock.offers().stream().map(offer -> print(offer, terms)).toList());
        });
    }

    private static OfOffer print(OfferStock offer, Map<SupplierId, SupplierTerms> terms) {
        return new OfOffer(
                Suppliers.code(terms, offer.supplier()),
                offer.shipFrom(),
                offer.supplierSku(),
                offer.observed(),
                offer.buffer(),
                offer.withheld(),
                offer.uncovered(),
                offer.leaving(),
                offer.available(),
                offer.effectiveAt(),
                offer.leftOut(),
                offer.discontinued(),
                offer.shortSince(),
                offer.ended());
    }
}
