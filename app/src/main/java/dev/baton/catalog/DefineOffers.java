package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes suppliers' offers known, or brings them to what the merchant states now; every cost is kept. */
@Component
public final class DefineOffers {

    private final Tenancy tenancy;
    private final Offers offers;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final Ids ids;
    private final Audit audit;
    private final TellCosts tell;

    DefineOffers(
            Tenancy tenancy,
            Offers offers,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            Ids ids,
            Recording recording) {
        this.tenancy = tenancy;
        this.offers = offers;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.ids = ids;
        this.audit = recording.audit();
        this.tell = recording.tell();
    }

    /**
     * Creates or changes the offers by SKU, supplier and place, all or none; only what differs is written.
     * Answers their ids in the order of the definitions. A new offer has no stock until a feed speaks of it.
     * Opens or joins a transaction.
     *
     * @throws Problem {@link CatalogProblem#BATCH_TOO_LARGE}, {@link CatalogProblem#OFFER_INVALID},
     *     {@link CatalogProblem#SKU_UNKNOWN}, {@link CatalogProblem#SUPPLIER_UNKNOWN},
     *     {@link CatalogProblem#BUNDLE_NESTED} when the SKU is a bundle,
     *     {@link CatalogProblem#SUPPLIER_SKU_TAKEN}; {@link CommonProblem#CONFLICT} when another call defined
     *     the same offer at the same moment
     */
    public List<OfferId> define(MerchantId merchant, List<OfferDefinition> definitions) {
        return define(merchant, definitions, new Stated(OfferCost.Source.MERCHANT, Map.of()));
    }

    /**
     * Who states the costs.
     *
     * @param listed where definitions stand in price lists, by their places among the definitions
     */
    record Stated(OfferCost.Source source, Map<Integer, ListedIn> listed) {}

    /** As {@link #define(MerchantId, List)}, by somebody's word. */
    List<OfferId> define(MerchantId merchant, List<OfferDefinition> definitions, Stated stated) {
        CatalogChecks.offers(definitions);
        if (definitions.isEmpty()) {
            return List.of();
        }
        return tenancy.inTransaction(merchant, () -> {
            refuseUnknownSuppliers(merchant, definitions);
            Map<String, SkuId> skus = goods(merchant, definitions);
            Map<OfferKey, Offer> known = offers.lock(merchant, definitions, skus.values());
            List<Offer> defined = defined(definitions, skus, known);
            refuseTakenItems(merchant, defined);
            write(merchant, defined, known, stated);
            return defined.stream().map(Offer::id).toList();
        });
    }

    /** What an offer is known by when it is defined again. */
    record OfferKey(SkuId sku, SupplierId supplier, String shipFrom) {

        static OfferKey of(Offer offer) {
            return new OfferKey(offer.sku(), offer.supplier(), offer.shipFrom());
        }
    }

    private void refuseUnknownSuppliers(MerchantId merchant, List<OfferDefinition> definitions) {
        Map<SupplierId, SupplierTerms> known = suppliers.terms(
                merchant, definitions.stream().map(OfferDefinition::supplier).collect(Collectors.toSet()));
        for (int i = 0; i < definitions.size(); i++) {
            if (!known.containsKey(definitions.get(i).supplier())) {
                throw new Problem(
                        CatalogProblem.SUPPLIER_UNKNOWN,
                        "The supplier of this row is not known: define the supplier first.",
                        "offers[" + i + "].supplier");
            }
        }
    }

    private Map<String, SkuId> goods(MerchantId merchant, List<OfferDefinition> definitions) {
        Map<String, Sku> known = catalog.skus(
                merchant, definitions.stream().map(OfferDefinition::sku).collect(Collectors.toSet()));
        Map<String, SkuId> ids = new HashMap<>();
        for (int i = 0; i < definitions.size(); i++) {
            String code = definitions.get(i).sku();
            String field = "offers[" + i + "].sku";
            @Nullable Sku sku = known.get(code);
            ids.put(code, CatalogChecks.found(sku == null ? null : sku.id(), code, field));
            if (sku != null && sku.bundle()) {
                throw new Problem(CatalogProblem.BUNDLE_NESTED, code + " is a bundle: offer its parts instead.", field);
            }
        }
        return ids;
    }

    private List<Offer> defined(
            List<OfferDefinition> definitions, Map<String, SkuId> skus, Map<OfferKey, Offer> known) {
        List<Offer> defined = new ArrayList<>(definitions.size());
        for (OfferDefinition each : definitions) {
            SkuId sku = Objects.requireNonNull(skus.get(each.sku()));
            @Nullable Offer before = known.get(new OfferKey(sku, each.supplier(), each.shipFrom()));
            defined.add(new Offer(
                    before == null ? new OfferId(ids.next()) : before.id(),
                    sku,
                    each.supplier(),
                    each.shipFrom(),
                    each.supplierSku(),
                    each.unitCostMicros(),
                    each.currency(),
                    Cost.tiered(each.unitCostMicros(), each.currency(), each.priceBreaks())
                            .breaks(),
                    each.packSize(),
                    each.minimumQuantity(),
                    each.countries(),
                    each.leadTimeDays()));
        }
        return defined;
    }

    private void refuseTakenItems(MerchantId merchant, List<Offer> defined) {
        Map<SupplierId, List<String>> items = defined.stream()
                .collect(Collectors.groupingBy(
                        Offer::supplier, Collectors.mapping(Offer::supplierSku, Collectors.toList())));
        Map<SupplierId, Map<String, List<Offer>>> holders = new HashMap<>();
        items.forEach((supplier, skus) -> holders.put(supplier, catalog.bySupplierSku(merchant, supplier, skus)));
        for (int i = 0; i < defined.size(); i++) {
            Offer offer = defined.get(i);
            for (Offer holder :
                    holders.getOrDefault(offer.supplier(), Map.of()).getOrDefault(offer.supplierSku(), List.of())) {
                if (holder.shipFrom().equals(offer.shipFrom()) && !holder.id().equals(offer.id())) {
                    throw new Problem(
                            CatalogProblem.SUPPLIER_SKU_TAKEN,
                            "The supplier's item " + offer.supplierSku() + " at " + offer.shipFrom()
                                    + " is another SKU's offer, and its stock would count twice: sell one SKU, or a"
                                    + " bundle of it, or give the other offer its own supplierSku first.",
                            "offers[" + i + "].supplierSku");
                }
            }
        }
    }

    private void write(MerchantId merchant, List<Offer> defined, Map<OfferKey, Offer> known, Stated stated) {
        Map<OfferId, ListedIn> listed = new HashMap<>();
        stated.listed().forEach((place, row) -> listed.put(defined.get(place).id(), row));
        List<Offer> added = new ArrayList<>();
        List<Offer> changed = new ArrayList<>();
        List<Offer> costs = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (Offer offer : defined) {
            @Nullable Offer before = known.get(OfferKey.of(offer));
            if (offer.equals(before)) {
                continue;
            }
            (before == null ? added : changed).add(offer);
            if (before == null || !before.cost().equals(offer.cost())) {
                costs.add(offer);
            }
            entries.add(new AuditEntry(
                    "DefineOffers", "offer", offer.id().value(), before == null ? null : "DEFINED", "DEFINED", null));
        }
        try {
            offers.insert(merchant, added);
            offers.update(merchant, changed);
        } catch (DuplicateKeyException raced) {
            throw new Problem(CommonProblem.CONFLICT, "Another call defined one of these offers just now: send again.");
        }
        offers.keepCosts(merchant, costs, stated.source(), listed);
        audit.record(merchant, entries);
        tell.changed(merchant, known.values(), changed);
    }
}
