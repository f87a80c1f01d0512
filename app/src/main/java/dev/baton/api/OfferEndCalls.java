package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CatalogProblem;
import dev.baton.catalog.EndOffers;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.orders.HeldBy;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends offers, and has them go on. */
@RestController
@RequestMapping("/api/v1/catalog/offers")
@Tag(name = "Catalogue")
class OfferEndCalls {

    private final Tenancy tenancy;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final EndOffers endOffers;
    private final Releases releases;

    OfferEndCalls(
            Tenancy tenancy, CatalogLookup catalog, SupplierLookup suppliers, EndOffers endOffers, Releases releases) {
        this.tenancy = tenancy;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.endOffers = endOffers;
        this.releases = releases;
    }

    /**
     * An offer by what it is known by.
     *
     * @param supplier its code
     * @param shipFrom absent = {@code MAIN}
     */
    record Which(String sku, String supplier, @Nullable String shipFrom) {}

    /**
     * Offers to end.
     *
     * @param at from when on they get no new orders; absent or past = from now
     * @param reason for the history
     */
    record End(
            List<Which> offers,
            @Nullable Instant at,
            @Nullable String reason) {}

    /** How many end otherwise than before. */
    record Ended(int ended) {}

    record Resume(List<Which> offers) {}

    /**
     * What goes on.
     *
     * @param resumed how many had an end
     * @param released orders that were held for want of a supplier
     */
    record Resumed(int resumed, ReleaseBody released) {}

    @Operation(
            summary = "End offers",
            description = "From now or from a moment ahead on they get no new orders, and none of their stock is sold."
                    + " All or none. Orders they were given stay with them; their stock and costs go on being known.")
    @Needs(Scope.CATALOG)
    @PostMapping("/end")
    Ended end(Caller caller, @RequestBody End body) {
        MerchantId merchant = caller.merchant();
        String reason = body.reason() == null || body.reason().isBlank() ? null : body.reason();
        return tenancy.inTransaction(
                merchant, () -> new Ended(endOffers.end(merchant, named(merchant, body.offers()), body.at(), reason)));
    }

    @Operation(
            summary = "Have offers go on",
            description =
                    "They get orders again, or lose the end that was said. All or none. Orders held because nobody"
                            + " supplied these SKUs are looked at anew and released, the oldest 200 at once, the others by"
                            + " themselves right after.")
    @Needs(Scope.CATALOG)
    @PostMapping("/resume")
    Resumed resume(Caller caller, @RequestBody Resume body) {
        MerchantId merchant = caller.merchant();
        return tenancy.inTransaction(merchant, () -> {
            int resumed = endOffers.resume(merchant, named(merchant, body.offers()));
            ReleaseKnown.Outcome outcome = releases.releaseKnown()
                    .release(
                            merchant,
                            HeldBy.wantOfAnOffer(
                                    body.offers().stream().map(Which::sku).toList()),
                            "a supplier offers it again");
            return new Resumed(resumed, releases.printer().print(merchant, outcome));
        });
    }

    private List<OfferId> named(MerchantId merchant, List<Which> which) {
        if (which.size() > EndOffers.MOST_OFFERS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE,
                    "Name at most " + EndOffers.MOST_OFFERS + " offers in one call.",
                    "offers");
        }
        Map<String, Sku> skus =
                catalog.skus(merchant, which.stream().map(Which::sku).collect(Collectors.toSet()));
        Map<SkuId, List<Offer>> offers = catalog.everyOfferOf(
                merchant, skus.values().stream().map(Sku::id).toList());
        Map<String, SupplierTerms> known =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::code, Function.identity()));
        List<OfferId> ids = new ArrayList<>();
        for (Which each : which) {
            @Nullable Sku sku = skus.get(each.sku());
            @Nullable SupplierTerms supplier = known.get(each.supplier());
            String place = Objects.requireNonNullElse(each.shipFrom(), Offer.MAIN);
            ids.add((sku == null ? List.<Offer>of() : offers.getOrDefault(sku.id(), List.of()))
                    .stream()
                            .filter(offer -> supplier != null
                                    && offer.supplier().equals(supplier.id())
                                    && offer.shipFrom().equals(place))
                            .findFirst()
                            .orElseThrow(() -> new Problem(
                                    CommonProblem.INVALID_FIELD,
                                    each.supplier() + " does not offer " + each.sku() + " from " + place + ".",
                                    "offers[" + ids.size() + "]"))
                            .id());
        }
        return ids;
    }
}
