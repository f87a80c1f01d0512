package dev.baton.api;

import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stores' SKUs are made of, and the orders that waited for it. */
@RestController
@RequestMapping("/api/v1/catalog/mappings")
@Tag(name = "Catalogue")
class MappingCalls {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final DefineMappings defineMappings;
    private final ReleaseKnown releaseKnown;
    private final ReleasePrinter printer;

    MappingCalls(
            Tenancy tenancy,
            MerchantLookup merchants,
            DefineMappings defineMappings,
            ReleaseKnown releaseKnown,
            ReleasePrinter printer) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.defineMappings = defineMappings;
        this.releaseKnown = releaseKnown;
        this.printer = printer;
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

    /**
     * What was mapped.
     *
     * @param released orders that were held because the SKUs were not known
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
                    + " several SKUs, one per country. Orders held because the SKUs were not known are released, the"
                    + " oldest 200 at once, the others by themselves right after.")
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
                EnumSet.of(HoldKind.UNKNOWN_SKU),
                mappings.stream()
                        .filter(mapping -> !mapping.parts().isEmpty())
                        .map(mapping -> new HeldBy.Goods(
                                mapping.item().store(), mapping.item().sku()))
                        .distinct()
                        .toList());
    }
}
