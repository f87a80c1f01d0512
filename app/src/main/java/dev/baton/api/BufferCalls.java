package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferLookup;
import dev.baton.inventory.BufferRule;
import dev.baton.inventory.BufferScope;
import dev.baton.inventory.InventoryProblem;
import dev.baton.inventory.SetBuffers;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units that are never sold, of a supplier, a SKU, an offer, or from a store. */
@RestController
@RequestMapping("/api/v1/buffers")
@Tag(name = "Stock")
class BufferCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;
    private final CatalogLookup catalog;
    private final BufferLookup lookup;
    private final SetBuffers setBuffers;

    BufferCalls(
            Tenancy tenancy,
            SupplierLookup suppliers,
            MerchantLookup merchants,
            CatalogLookup catalog,
            BufferLookup lookup,
            SetBuffers setBuffers) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.merchants = merchants;
        this.catalog = catalog;
        this.lookup = lookup;
        this.setBuffers = setBuffers;
    }

    /**
     * Units kept back: of a supplier's offers, of a SKU, with both of the supplier's offer of it; or with a store what that
     * must leave, of each SKU or of one.
     *
     * @param supplier its code
     * @param shipFrom of the offer; absent = {@code MAIN}
     * @param store its code
     * @param units 0 or more; null takes the rule away
     */
    record Buffer(
            @Nullable String supplier,
            @Nullable String sku,
            @Nullable String shipFrom,
            @Nullable String store,
            @Nullable Integer units) {}

    /** The rules to state; others stay as they are. */
    record Buffers(List<Buffer> buffers) {}

    /** {@code next}: what to send as {@code cursor} for the rest; null when there is none. */
    record BufferPage(List<Buffer> items, @Nullable String next) {}

    /** How many rules were stated. */
    record Stated(int stated) {}

    @Operation(summary = "List what is kept back")
    @Needs({Scope.READ, Scope.STOCK, Scope.CATALOG})
    @GetMapping
    BufferPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<BufferRule> found =
                    lookup.page(caller.merchant(), cursor == null ? null : BufferCursor.read(cursor), most + 1);
            List<BufferRule> shown = found.subList(0, Math.min(most, found.size()));
            return new BufferPage(
                    print(caller.merchant(), shown),
                    found.size() > most ? BufferCursor.write(shown.getLast().scope()) : null);
        });
    }

    @Operation(
            summary = "Keep units back",
            description =
                    "The most specific of an offer, its SKU and its supplier counts. A store is shown, and its orders"
                            + " get, what is left of all that may be sold. What is not named stays as it is.")
    @Needs({Scope.STOCK, Scope.CATALOG})
    @PutMapping
    Stated set(Caller caller, @RequestBody Buffers body) {
        List<BufferRule> rules =
                tenancy.inTransaction(caller.merchant(), () -> rules(caller.merchant(), body.buffers()));
        setBuffers.set(caller.merchant(), rules);
        return new Stated(rules.size());
    }

    private List<BufferRule> rules(MerchantId merchant, List<Buffer> stated) {
        Set<String> codes = new HashSet<>();
        stated.forEach(each -> {
            if (each.sku() != null) {
                codes.add(each.sku());
            }
        });
        Map<String, Sku> skus = catalog.skus(merchant, codes);
        Map<SkuId, List<Offer>> offers = catalog.everyOfferOf(
                merchant, skus.values().stream().map(Sku::id).toList());
        List<BufferRule> rules = new ArrayList<>();
        for (Buffer each : stated) {
            String path = "buffers[" + rules.size() + "].";
            rules.add(new BufferRule(scope(merchant, each, skus, offers, path), each.units()));
        }
        return rules;
    }

    private BufferScope scope(
            MerchantId merchant, Buffer each, Map<String, Sku> skus, Map<SkuId, List<Offer>> offers, String path) {
        @Nullable SkuId sku = each.sku() == null ? null : sku(skus, each.sku(), path);
        if (each.store() != null) {
            refuse(each.supplier() != null, path + "supplier", "A store leaves units whoever has them: leave it out.");
            return new BufferScope.OfStore(store(merchant, each.store(), path), sku);
        }
        if (each.supplier() == null) {
            refuse(sku == null, path + "sku", "Name a supplier, a SKU or a store.");
            return new BufferScope.OfSku(Objects.requireNonNull(sku));
        }
        SupplierId supplier =
                SupplierCalls.byCode(suppliers, merchant, each.supplier()).id();
        if (sku == null) {
            return new BufferScope.OfSupplier(supplier);
        }
        String place = each.shipFrom() == null ? Offer.MAIN : each.shipFrom();
        return offers.getOrDefault(sku, List.of()).stream()
                .filter(offer ->
                        offer.supplier().equals(supplier) && offer.shipFrom().equals(place))
                .findFirst()
                .map(offer -> (BufferScope) new BufferScope.OfOffer(offer.id()))
                .orElseThrow(() -> new Problem(
                        InventoryProblem.BUFFER_INVALID,
                        "The supplier does not offer that SKU from " + place + ": define the offer first.",
                        path + "sku"));
    }

    private static SkuId sku(Map<String, Sku> skus, String code, String path) {
        Sku found = skus.get(code);
        refuse(
                found == null || found.bundle(),
                path + "sku",
                "There are no goods " + code + "; a bundle has no stock of its own.");
        return Objects.requireNonNull(found).id();
    }

    private StoreId store(MerchantId merchant, String code, String path) {
        return merchants
                .storeByCode(merchant, code)
                .map(Store::id)
                .orElseThrow(() -> new Problem(
                        InventoryProblem.BUFFER_INVALID, "There is no store " + code + ".", path + "store"));
    }

    private static void refuse(boolean wrong, String field, String detail) {
        if (wrong) {
            throw new Problem(InventoryProblem.BUFFER_INVALID, detail, field);
        }
    }

    private List<Buffer> print(MerchantId merchant, List<BufferRule> rules) {
        Set<SkuId> skus = new HashSet<>();
        Set<OfferId> named = new HashSet<>();
        for (BufferRule rule : rules) {
            switch (rule.scope()) {
                case BufferScope.OfOffer each -> named.add(each.offer());
                case BufferScope.OfSku each -> skus.add(each.sku());
                case BufferScope.OfStore each -> {
                    if (each.sku() != null) {
                        skus.add(each.sku());
                    }
                }
                case BufferScope.OfSupplier _ -> {}
            }
        }
        Map<OfferId, Offer> offers = catalog.offers(merchant, named);
        offers.values().forEach(offer -> skus.add(offer.sku()));
        Map<SkuId, String> codes = catalog.codes(merchant, skus);
        Map<SupplierId, SupplierTerms> terms =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, Function.identity()));
        Map<StoreId, String> stores =
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Store::code));
        return rules.stream()
                .map(rule -> print(rule, offers, codes, terms, stores))
                .toList();
    }

    private static Buffer print(
            BufferRule rule,
            Map<OfferId, Offer> offers,
            Map<SkuId, String> codes,
            Map<SupplierId, SupplierTerms> terms,
            Map<StoreId, String> stores) {
        return switch (rule.scope()) {
            case BufferScope.OfSupplier each ->
                new Buffer(Suppliers.code(terms, each.supplier()), null, null, null, rule.units());
            case BufferScope.OfSku each -> new Buffer(null, codes.get(each.sku()), null, null, rule.units());
            case BufferScope.OfStore each ->
                new Buffer(
                        null,
                        each.sku() == null ? null : codes.get(each.sku()),
                        null,
                        stores.get(each.store()),
                        rule.units());
            case BufferScope.OfOffer each -> {
                Offer offer = Objects.requireNonNull(offers.get(each.offer()));
                yield new Buffer(
                        Suppliers.code(terms, offer.supplier()),
                        codes.get(offer.sku()),
                        offer.shipFrom(),
                        null,
                        rule.units());
            }
        };
    }
}
