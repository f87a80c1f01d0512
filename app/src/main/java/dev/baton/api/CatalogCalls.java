package dev.baton.api;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.SkuDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    private final DefineSkus defineSkus;

    CatalogCalls(DefineSkus defineSkus) {
        this.defineSkus = defineSkus;
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

    record Defined(int defined) {}

    @Operation(
            summary = "Define goods and bundles",
            description = "Creates or changes them by their code, all or none.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Defined define(Caller caller, @RequestBody Skus body) {
        return new Defined(defineSkus
                .define(
                        caller.merchant(),
                        body.skus().stream().map(SkuRow::stated).toList())
                .size());
    }
}
