package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.NewWork;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
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
    private final RecordPriceRows.WorkAndClock later;
    private final MootQuestions moot;

    DefineOffers(
            Tenancy tenancy,
            Offers offers,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            Ids ids,
            Recording recording,
            RecordPriceRows.WorkAndClock later,
            MootQuestions moot) {
        this.tenancy = tenancy;
        this.offers = offers;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.ids = ids;
        this.audit = recording.audit();
        this.tell = recording.tell();
        this.later = later;
        this.moot = moot;
    }

    /**
     * Creates or changes the offers by SKU, supplier and place, all or none; only what differs is written.
     * Answers their ids in the order of the definitions. A cost for a day ahead is kept and holds by itself from then on;
     * one for a day that has passed holds from now, and so does the first cost of a new offer. A new offer has no stock until a feed speaks of it.
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
     * As {@link #define(MerchantId, List)} for one offer, by somebody who looked at it first.
     *
     * @param seen the offer as it was looked at; null = there was none
     * @throws Problem besides, {@link CommonProblem#CONFLICT} when it is another one by now, or there is one: look again
     */
    public OfferId define(MerchantId merchant, OfferDefinition definition, @Nullable Offer seen) {
        return define(
                        merchant,
                        List.of(definition),
                        new Stated(OfferCost.Source.MERCHANT, Map.of()),
                        known -> refuseOthers(known, seen, definition))
                .getFirst();
    }

    private static void refuseOthers(Map<OfferKey, Offer> known, @Nullable Offer seen, OfferDefinition definition) {
        @Nullable
        Offer now = known.values().stream()
                .filter(offer -> offer.supplier().equals(definition.supplier())
                        && offer.shipFrom().equals(definition.shipFrom()))
                .findFirst()
                .orElse(null);
        if (!Objects.equals(now, seen)) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    seen == null
                            ? "Somebody made this offer just now: look at it before you change it."
                            : "The offer was changed while you looked at it: look at it as it is now.");
        }
    }

    /**
     * Who states the costs.
     *
     * @param listed where definitions stand in price lists, by their places among the definitions
     */
    record Stated(OfferCost.Source source, Map<Integer, ListedIn> listed) {}

    /** As {@link #define(MerchantId, List)}, by somebody's word. */
    List<OfferId> define(MerchantId merchant, List<OfferDefinition> definitions, Stated stated) {
        return define(merchant, definitions, stated, known -> {});
    }

    private List<OfferId> define(
            MerchantId merchant,
            List<OfferDefinition> definitions,
            Stated stated,
            Consumer<Map<OfferKey, Offer>> expected) {
        CatalogChecks.offers(definitions);
        if (definitions.isEmpty()) {
            return List.of();
        }
        return tenancy.inTransaction(merchant, () -> {
            refuseUnknownSuppliers(merchant, definitions);
            Map<String, SkuId> skus = goods(merchant, definitions);
            Map<OfferKey, Offer> known = offers.lock(merchant, definitions, skus.values());
            expected.accept(known);
            Map<OfferId, CostRows.New> planned = new LinkedHashMap<>();
            List<Offer> defined = defined(merchant, definitions, skus, known, planned);
            refuseTakenItems(merchant, defined);
            write(merchant, defined, known, stated, planned);
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

    /** @param planned is given the costs that hold later */
    private List<Offer> defined(
            MerchantId merchant,
            List<OfferDefinition> definitions,
            Map<String, SkuId> skus,
            Map<OfferKey, Offer> known,
            Map<OfferId, CostRows.New> planned) {
        Map<CostRows.Moment, CostRows.Holding> ahead = ahead(merchant, definitions, skus, known);
        List<Offer> defined = new ArrayList<>(definitions.size());
        for (OfferDefinition each : definitions) {
            SkuId sku = Objects.requireNonNull(skus.get(each.sku()));
            @Nullable Offer before = known.get(new OfferKey(sku, each.supplier(), each.shipFrom()));
            @Nullable Instant since = each.since();
            CostRows.@Nullable Holding then =
                    before == null || since == null ? null : ahead.get(new CostRows.Moment(before.id(), since));
            Cost otherwise = then != null ? then.cost() : before == null ? null : before.cost();
            Cost cost = Cost.over(each.unitCostMicros(), each.currency(), each.priceBreaks(), otherwise);
            Cost now = before != null && then != null ? before.cost() : cost;
            Offer offer = new Offer(
                    before == null ? new OfferId(ids.next()) : before.id(),
                    sku,
                    each.supplier(),
                    each.shipFrom(),
                    each.supplierSku(),
                    now.micros(),
                    now.currency(),
                    now.breaks(),
                    each.packSize(),
                    each.minimumQuantity(),
                    each.countries(),
                    each.leadTimeDays());
            if (since != null && then != null && !cost.equals(otherwise)) {
                planned.put(offer.id(), new CostRows.New(offer.id(), cost, since, OfferCost.Source.MERCHANT, null));
            }
            defined.add(offer);
        }
        return defined;
    }

    /** What the offers would cost otherwise on the days ahead from which definitions state a cost. */
    private Map<CostRows.Moment, CostRows.Holding> ahead(
            MerchantId merchant,
            List<OfferDefinition> definitions,
            Map<String, SkuId> skus,
            Map<OfferKey, Offer> known) {
        Instant now = later.clock().instant();
        List<CostRows.Moment> moments = new ArrayList<>();
        for (OfferDefinition each : definitions) {
            @Nullable
            Offer before = known.get(
                    new OfferKey(Objects.requireNonNull(skus.get(each.sku())), each.supplier(), each.shipFrom()));
            @Nullable Instant since = each.since();
            if (before != null && since != null && since.isAfter(now)) {
                moments.add(new CostRows.Moment(before.id(), since));
            }
        }
        return offers.holding(merchant, moments);
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

    private void write(
            MerchantId merchant,
            List<Offer> defined,
            Map<OfferKey, Offer> known,
            Stated word,
            Map<OfferId, CostRows.New> planned) {
        Map<OfferId, ListedIn> listed = new HashMap<>();
        word.listed().forEach((place, row) -> listed.put(defined.get(place).id(), row));
        List<Offer> added = new ArrayList<>();
        List<Offer> changed = new ArrayList<>();
        List<Offer> costs = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (Offer offer : defined) {
            @Nullable Offer before = known.get(OfferKey.of(offer));
            boolean same = offer.equals(before);
            if (same && !planned.containsKey(offer.id())) {
                continue;
            }
            if (!same) {
                (before == null ? added : changed).add(offer);
            }
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
        offers.keepCosts(merchant, costs, word.source(), listed);
        plan(merchant, List.copyOf(planned.values()));
        Map<OfferId, Cost> stated = new HashMap<>();
        costs.forEach(offer -> stated.put(offer.id(), offer.cost()));
        planned.forEach((offer, cost) -> stated.put(offer, cost.cost()));
        moot.close(merchant, stated);
        audit.record(merchant, entries);
        tell.changed(merchant, known.values(), changed);
    }

    private void plan(MerchantId merchant, List<CostRows.New> planned) {
        offers.planCosts(merchant, planned);
        later.work()
                .add(
                        merchant,
                        planned.stream()
                                .map(CostRows.New::since)
                                .distinct()
                                .map(day -> new NewWork(
                                        ApplyDueCosts.QUEUE, ApplyDueCosts.KIND, merchant.value(), day, false))
                                .toList());
    }
}
