package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CatalogProblem;
import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.inventory.BufferRule;
import dev.baton.inventory.InventoryProblem;
import dev.baton.inventory.SetBuffers;
import dev.baton.orders.HeldBy;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who ships what at which cost, and what of it is kept back. */
@RestController
@RequestMapping("/api/v1/catalog/offers")
@Tag(name = "Catalogue")
class OfferCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final DefineOffers defineOffers;
    private final SetBuffers setBuffers;
    private final CatalogLookup catalog;
    private final Releases releases;

    OfferCalls(
            Tenancy tenancy,
            SupplierLookup suppliers,
            DefineOffers defineOffers,
            SetBuffers setBuffers,
            CatalogLookup catalog,
            Releases releases) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.defineOffers = defineOffers;
        this.setBuffers = setBuffers;
        this.catalog = catalog;
        this.releases = releases;
    }

    record Offers(List<OfferRow> offers) {}

    /**
     * An offer; meanings as in {@link OfferDefinition}.
     *
     * @param supplier its code
     * @param shipFrom absent = {@code MAIN}
     * @param priceBreaks what a unit costs from a quantity of a line on; absent = as they are, as far as they still make a
     *     unit cheaper in the same currency; empty = the same for every quantity
     * @param since from when the cost holds; absent, past, or for a new offer = from now
     * @param packSize absent = 1
     * @param minimumQuantity fewest units of a line; absent = 1
     * @param countries absent or empty = everywhere
     * @param leadTimeDays absent = 0
     * @param buffer units never to sell of this offer; absent = as it is, for a new one what is stated of its SKU or supplier
     */
    record OfferRow(
            String sku,
            String supplier,
            String supplierSku,
            @Nullable String shipFrom,
            String unitCost,
            String currency,
            @Nullable List<PriceBreakBody> priceBreaks,
            @Nullable Instant since,
            @Nullable Integer packSize,
            @Nullable Integer minimumQuantity,
            @Nullable List<String> countries,
            @Nullable Integer leadTimeDays,
            @Nullable Integer buffer) {

        OfferDefinition stated(SupplierId id, String path) {
            return new OfferDefinition(
                    sku,
                    id,
                    supplierSku,
                    shipFrom == null ? Offer.MAIN : shipFrom,
                    Amounts.micros(path + "unitCost", unitCost),
                    currency,
                    PriceBreakBody.stated(priceBreaks, path),
                    since,
                    packSize == null ? 1 : packSize,
                    minimumQuantity == null ? 1 : minimumQuantity,
                    countries == null ? Set.of() : Set.copyOf(countries),
                    leadTimeDays == null ? 0 : leadTimeDays);
        }
    }

    /**
     * What was defined.
     *
     * @param ended how many of them get no orders all the same, because they were ended
     * @param released orders that were held for want of a supplier
     */
    record Defined(int defined, int ended, ReleaseBody released) {}

    @Operation(
            summary = "See what defining offers would release",
            description = "Does all the call of the same body without preview does, for the 200 oldest orders it would"
                    + " release, and takes it back: what each would become. Nothing is changed.")
    @Needs(Scope.CATALOG)
    @PostMapping("/preview")
    ReleaseBody preview(Caller caller, @RequestBody Offers body) {
        MerchantId merchant = caller.merchant();
        ReleaseKnown.Outcome outcome =
                releases.releaseKnown().preview(merchant, () -> state(caller, body), () -> heldBy(body));
        return releases.printer().print(merchant, outcome);
    }

    @Operation(
            summary = "Define offers",
            description =
                    "Creates or changes them by SKU, supplier and place, all or none. What a call does not say of price"
                            + " breaks stays; an empty list takes them away. A cost with a since ahead holds by itself from"
                            + " then on. Orders held because nobody supplied these SKUs are looked at anew and released, the"
                            + " oldest 200 at once, the others by themselves right after. An offer that has ended stays so.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Defined define(Caller caller, @RequestBody Offers body) {
        MerchantId merchant = caller.merchant();
        return tenancy.inTransaction(merchant, () -> {
            List<OfferId> ids = state(caller, body);
            long ended = catalog.ends(merchant, ids).values().stream()
                    .filter(OfferEnd::ended)
                    .count();
            ReleaseKnown.Outcome outcome =
                    releases.releaseKnown().release(merchant, heldBy(body), "a supplier offers it");
            return new Defined(ids.size(), (int) ended, releases.printer().print(merchant, outcome));
        });
    }

    /** In an open transaction. */
    private List<OfferId> state(Caller caller, Offers body) {
        List<OfferDefinition> definitions = new ArrayList<>();
        for (OfferRow row : body.offers()) {
            String path = "offers[" + definitions.size() + "].";
            definitions.add(row.stated(supplier(caller, row.supplier(), path), path));
        }
        List<OfferId> ids = defineOffers.define(caller.merchant(), definitions);
        setBuffers.set(caller.merchant(), buffers(body.offers(), ids));
        return ids;
    }

    private static HeldBy heldBy(Offers body) {
        return HeldBy.wantOfAnOffer(body.offers().stream().map(OfferRow::sku).toList());
    }

    private static List<BufferRule> buffers(List<OfferRow> offers, List<OfferId> ids) {
        List<BufferRule> stated = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            @Nullable Integer units = offers.get(i).buffer();
            if (units != null && units < 0) {
                throw new Problem(
                        InventoryProblem.BUFFER_INVALID, "A buffer is 0 or more units.", "offers[" + i + "].buffer");
            }
            if (units != null) {
                stated.add(BufferRule.of(ids.get(i), units));
            }
        }
        return stated;
    }

    private SupplierId supplier(Caller caller, String code, String path) {
        return suppliers
                .byCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CatalogProblem.SUPPLIER_UNKNOWN,
                        "There is no supplier " + code + ": define it by PUT /api/v1/suppliers/" + code + " first.",
                        path + "supplier"))
                .id();
    }
}
