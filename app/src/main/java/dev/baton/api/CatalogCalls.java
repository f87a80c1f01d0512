package dev.baton.api;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.SkuDefinition;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Goods and bundles. */
@RestController
@RequestMapping("/api/v1/catalog/skus")
@Tag(name = "Catalogue")
class CatalogCalls {

    private final Tenancy tenancy;
    private final DefineSkus defineSkus;
    private final Releases releases;

    CatalogCalls(Tenancy tenancy, DefineSkus defineSkus, Releases releases) {
        this.tenancy = tenancy;
        this.defineSkus = defineSkus;
        this.releases = releases;
    }

    record Skus(List<SkuRow> skus) {}

    /**
     * A SKU; meanings as in {@link SkuDefinition}.
     *
     * @param requiresShipping absent = true
     * @param bundle its parts; absent = goods
     * @param gtin the number under its barcode; absent = as it was
     */
    record SkuRow(
            String sku,
            String title,
            Integer weightGrams,
            @Nullable Boolean requiresShipping,
            @Nullable List<Part> bundle,
            @Nullable String gtin) {

        SkuDefinition stated() {
            return new SkuDefinition(
                    sku,
                    title,
                    weightGrams,
                    !Boolean.FALSE.equals(requiresShipping),
                    bundle == null
                            ? List.of()
                            : bundle.stream()
                                    .map(part -> new SkuDefinition.Part(part.sku(), part.quantity()))
                                    .toList(),
                    gtin);
        }
    }

    record Part(String sku, Integer quantity) {}

    /**
     * What was defined.
     *
     * @param released orders that were held because the code of a bundle was not known or had no supplier
     */
    record Defined(int defined, ReleaseBody released) {}

    @Operation(
            summary = "See what defining goods and bundles would release",
            description = "Does all the call of the same body without preview does, for the 200 oldest orders it would"
                    + " release, and takes it back: what each would become. Nothing is changed.")
    @Needs(Scope.CATALOG)
    @PostMapping("/preview")
    ReleaseBody preview(Caller caller, @RequestBody Skus body) {
        MerchantId merchant = caller.merchant();
        List<SkuDefinition> definitions = stated(body);
        ReleaseKnown.Outcome outcome = releases.releaseKnown()
                .preview(merchant, () -> defineSkus.define(merchant, definitions), () -> heldBy(definitions));
        return releases.printer().print(merchant, outcome);
    }

    @Operation(
            summary = "Define goods and bundles",
            description =
                    "Creates or changes them by their code, all or none. Orders held because a bundle's code was not"
                            + " known, or because nobody supplies it as one product, are looked at anew and released, the oldest"
                            + " 200 at once, the others by themselves right after.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Defined define(Caller caller, @RequestBody Skus body) {
        MerchantId merchant = caller.merchant();
        List<SkuDefinition> definitions = stated(body);
        return tenancy.inTransaction(merchant, () -> {
            int defined = defineSkus.define(merchant, definitions).size();
            HeldBy held = heldBy(definitions);
            ReleaseKnown.Outcome outcome = held.goods().isEmpty()
                    ? new ReleaseKnown.Outcome(0, List.of(), false)
                    : releases.releaseKnown().release(merchant, held, "the bundle was defined");
            return new Defined(defined, releases.printer().print(merchant, outcome));
        });
    }

    private static List<SkuDefinition> stated(Skus body) {
        return body.skus().stream().map(SkuRow::stated).toList();
    }

    /** What waits for bundles: goods of a new code are released once somebody offers them. */
    private static HeldBy heldBy(List<SkuDefinition> definitions) {
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER),
                definitions.stream()
                        .filter(each -> !each.bundle().isEmpty())
                        .map(each -> new HeldBy.Goods(null, each.sku()))
                        .distinct()
                        .toList());
    }
}
