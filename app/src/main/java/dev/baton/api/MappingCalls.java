package dev.baton.api;

import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.MappingLookup;
import dev.baton.catalog.MappingLookup.Place;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stores' SKUs are made of, and the orders that waited for it. */
@RestController
@RequestMapping("/api/v1/catalog/mappings")
@Tag(name = "Catalogue")
class MappingCalls {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final DefineMappings defineMappings;
    private final MappingLookup lookup;
    private final ReleaseKnown releaseKnown;
    private final ReleasePrinter printer;

    MappingCalls(
            Tenancy tenancy,
            MerchantLookup merchants,
            DefineMappings defineMappings,
            MappingLookup lookup,
            Releases releases) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.defineMappings = defineMappings;
        this.lookup = lookup;
        this.releaseKnown = releases.releaseKnown();
        this.printer = releases.printer();
    }

    record MappingRows(List<MappingRow> mappings) {}

    /**
     * What one unit of a store's SKU is made of; meanings as in {@link SkuMapping}.
     *
     * @param store its code
     * @param storeSku the SKU as the store's orders carry it
     * @param country where the order goes; absent = every country without a row of its own
     * @param to empty = not mapped any more
     */
    record MappingRow(
            String store, String storeSku, @Nullable String country, List<Part> to) {}

    record Part(String sku, Integer quantity) {}

    /** {@code next}: what to send as {@code cursor} for the rest; null when there is none. */
    record MappingPage(List<MappingRow> items, @Nullable String next) {}

    /**
     * What was mapped.
     *
     * @param released orders that were held because the SKUs were not known or had no supplier
     */
    record Mapped(int mapped, ReleaseBody released) {}

    @Operation(
            summary = "See what mapping stores' SKUs would release",
            description = "Does all the call of the same body without preview does, for the 200 oldest orders it would"
                    + " release, and takes it back: what each would become. Nothing is changed.")
    @Needs(Scope.CATALOG)
    @PostMapping("/preview")
    ReleaseBody preview(Caller caller, @RequestBody MappingRows body) {
        List<SkuMapping> mappings = stated(caller.merchant(), body);
        ReleaseKnown.Outcome outcome = releaseKnown.preview(
                caller.merchant(), () -> defineMappings.define(caller.merchant(), mappings), () -> heldBy(mappings));
        return printer.print(caller.merchant(), outcome);
    }

    @Operation(
            summary = "Map stores' SKUs and release the orders they held",
            description = "Replaces the mappings of these SKUs and countries, all or none: another code, a pack of n,"
                    + " several SKUs, one per country. Orders held because the SKUs were not known, or because nobody"
                    + " supplies what they stood for, are looked at anew and released, the oldest 200 at once, the"
                    + " others by themselves right after.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Mapped define(Caller caller, @RequestBody MappingRows body) {
        List<SkuMapping> mappings = stated(caller.merchant(), body);
        ReleaseKnown.Outcome outcome = tenancy.inTransaction(caller.merchant(), () -> {
            defineMappings.define(caller.merchant(), mappings);
            return releaseKnown.release(caller.merchant(), heldBy(mappings), "the SKU was mapped");
        });
        return new Mapped(mappings.size(), printer.print(caller.merchant(), outcome));
    }

    @Operation(
            summary = "List what stores' SKUs are mapped to",
            description = "By store, SKU and country; an absent country is every one without a row of its own.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping
    MappingPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String storeSku,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int most = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            Map<StoreId, String> codes = new HashMap<>();
            merchants.stores(caller.merchant()).forEach(each -> codes.put(each.id(), each.code()));
            List<SkuMapping> found = lookup.page(
                    caller.merchant(),
                    store == null ? null : store(caller.merchant(), store),
                    storeSku,
                    cursor == null ? Place.START : MappingCursor.read(cursor),
                    most + 1);
            List<SkuMapping> shown = found.subList(0, Math.min(most, found.size()));
            return new MappingPage(
                    shown.stream()
                            .map(mapping -> print(
                                    mapping, codes.getOrDefault(mapping.item().store(), "")))
                            .toList(),
                    found.size() > most ? MappingCursor.write(Place.of(shown.getLast())) : null);
        });
    }

    private StoreId store(MerchantId merchant, String code) {
        return merchants
                .storeByCode(merchant, code)
                .map(Store::id)
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID_FIELD,
                        "There is no store " + code + "; list the stores to find it.",
                        "store"));
    }

    private static MappingRow print(SkuMapping mapping, String store) {
        return new MappingRow(
                store,
                mapping.item().sku(),
                mapping.country().equals(SkuMapping.EVERYWHERE) ? null : mapping.country(),
                mapping.parts().stream()
                        .map(part -> new Part(part.sku(), part.quantity()))
                        .toList());
    }

    private List<SkuMapping> stated(MerchantId merchant, MappingRows body) {
        Map<String, Store> stores = new HashMap<>();
        tenancy.run(merchant, () -> merchants.stores(merchant).forEach(store -> stores.put(store.code(), store)));
        List<SkuMapping> mappings = new ArrayList<>();
        for (MappingRow row : body.mappings()) {
            String path = "mappings[" + mappings.size() + "].";
            Store store = stores.get(row.store());
            if (store == null) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD,
                        "There is no store " + row.store() + "; list the stores to find it.",
                        path + "store");
            }
            mappings.add(new SkuMapping(
                    new StoreItem(store.id(), row.storeSku()),
                    row.country() == null
                            ? SkuMapping.EVERYWHERE
                            : row.country().toUpperCase(Locale.ROOT),
                    row.to().stream()
                            .map(part -> new SkuMapping.Part(part.sku(), part.quantity()))
                            .toList()));
        }
        return mappings;
    }

    private static HeldBy heldBy(List<SkuMapping> mappings) {
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER, HoldKind.SUPPLIER_AWAY),
                mappings.stream()
                        // a country's own mapping that is forgotten leaves the one of all countries
                        .filter(mapping ->
                                !mapping.parts().isEmpty() || !mapping.country().equals(SkuMapping.EVERYWHERE))
                        .map(mapping -> new HeldBy.Goods(
                                mapping.item().store(), mapping.item().sku()))
                        .distinct()
                        .toList());
    }
}
