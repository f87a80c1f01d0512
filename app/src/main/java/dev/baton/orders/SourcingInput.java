package dev.baton.orders;

import dev.baton.catalog.CatalogSlice;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.orders.OrderState.Avoided;
import dev.baton.platform.MerchantId;
import dev.baton.sourcing.Candidate;
import dev.baton.sourcing.Demand;
import dev.baton.sourcing.FxRate;
import dev.baton.sourcing.FxRates;
import dev.baton.sourcing.Origin;
import dev.baton.sourcing.PriceBreak;
import dev.baton.sourcing.RateTable;
import dev.baton.sourcing.ShippingTerms;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.sourcing.SourcingPolicy;
import dev.baton.sourcing.SourcingRequest;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what the inner modules know into the words of sourcing: costs, rates, stock seen, policy. */
@Component
class SourcingInput {

    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final SetAwayPolicy awayPolicies;
    private final Clock clock;

    SourcingInput(MerchantLookup merchants, SupplierLookup suppliers, SetAwayPolicy awayPolicies, Clock clock) {
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.awayPolicies = awayPolicies;
        this.clock = clock;
    }

    /** What is the same for all orders of one batch. */
    Batch batch(MerchantId merchant, Collection<Offer> offers) {
        MerchantSettings settings = merchants.settings(merchant);
        Map<String, FxRate> rates = merchants.rates(merchant, clock.instant()).stream()
                .map(rate -> new FxRate(rate.from(), rate.rateMicros(), rate.asOf()))
                .collect(Collectors.toMap(FxRate::currency, rate -> rate));
        Map<SupplierId, SupplierTerms> terms =
                suppliers.terms(merchant, offers.stream().map(Offer::supplier).collect(Collectors.toSet()));
        Away away = Away.of(merchant, terms.values(), awayPolicies, clock.instant());
        Map<UUID, String> blocked = new HashMap<>(away.stopped());
        Map<Origin, ShippingTerms> origins = new HashMap<>();
        terms.forEach((id, supplier) -> {
            if (supplier.paused()) {
                blocked.put(id.value(), Objects.requireNonNullElse(supplier.pauseReason(), "PAUSED"));
            }
        });
        for (Offer offer : offers) {
            SupplierTerms supplier = terms.get(offer.supplier());
            if (supplier != null) {
                origins.computeIfAbsent(origin(offer), key -> shippingTerms(supplier));
            }
        }
        return new Batch(settings, new FxRates(settings.bookCurrency(), rates), origins, blocked, away);
    }

    private static Origin origin(Offer offer) {
        return new Origin(offer.supplier().value(), offer.shipFrom());
    }

    private static ShippingTerms shippingTerms(SupplierTerms supplier) {
        List<RateTable.Row> rows = new ArrayList<>();
        for (ShippingRate rate : supplier.rates()) {
            rows.add(new RateTable.Row(rate.country(), rate.maxWeightGrams(), rate.priceMinor(), supplier.currency()));
        }
        return new ShippingTerms(
                supplier.dropshipFeeMinor(),
                0,
                supplier.currency(),
                supplier.maxParcelWeightGrams(),
                new RateTable(rows));
    }

    /** The terms of one batch; makes each order's request. */
    static final class Batch {

        private final MerchantSettings settings;
        private final FxRates rates;
        private final Map<Origin, ShippingTerms> origins;
        private final SourcingPolicy policy;
        private final Away away;

        Batch(
                MerchantSettings settings,
                FxRates rates,
                Map<Origin, ShippingTerms> origins,
                Map<UUID, String> blocked,
                Away away) {
            this.away = away;
            this.settings = settings;
            this.rates = rates;
            this.origins = Map.copyOf(origins);
            this.policy = new SourcingPolicy(
                    this.settings.maySplitLines(),
                    this.settings.splitPenaltyMinor(),
                    0,
                    Map.of(),
                    SourcingPolicy.NODE_LIMIT,
                    blocked);
        }

        FxRates rates() {
            return rates;
        }

        /** Plans an order's request as those that are away want it. */
        SourcingDecision plan(SourcingRequest request) {
            return away.plan(request);
        }

        /** Who could ship but gets nothing while it is away, in words. */
        List<String> stoppedOf(Collection<Offer> offers) {
            return away.stoppedOf(offers);
        }

        /** What is to be left of prices. */
        Margins margins(Map<SkuId, Sku> goods) {
            return new Margins(settings, rates, goods);
        }

        SourcingRequest request(
                Planner.Job job,
                List<LineState> lines,
                CatalogSlice slice,
                Map<OfferId, Offer> offers,
                Map<OfferId, Integer> balances,
                boolean waitingToo) {
            List<Demand> demands = new ArrayList<>();
            Map<UUID, List<Candidate>> candidates = new HashMap<>();
            for (LineState line : lines) {
                SkuId sku = Objects.requireNonNull(line.skuId);
                demands.add(new Demand(line.id.value(), sku.value(), line.toPlan(waitingToo), null));
                Avoided avoided = job.state().avoided(line);
                candidates.computeIfAbsent(sku.value(), key -> candidates(slice, sku, avoided, offers, balances));
            }
            return new SourcingRequest(
                    Objects.requireNonNull(job.destination()), demands, candidates, origins, rates, policy, Set.of());
        }

        private List<Candidate> candidates(
                CatalogSlice slice,
                SkuId sku,
                Avoided avoided,
                Map<OfferId, Offer> offers,
                Map<OfferId, Integer> balances) {
            Sku goods = Objects.requireNonNull(slice.goods().get(sku));
            List<Candidate> found = new ArrayList<>();
            for (Offer offer : slice.offersOf(sku)) {
                if (offers.containsKey(offer.id()) && !avoided.has(offer)) {
                    found.add(new Candidate(
                            offer.id().value(),
                            origin(offer),
                            offer.unitCostMicros(),
                            offer.currency(),
                            breaks(offer),
                            offer.packSize(),
                            offer.minimumQuantity(),
                            balances.getOrDefault(offer.id(), 0),
                            goods.weightGrams(),
                            away.leadTimeDays(offer),
                            offer.countries(),
                            Set.of()));
                }
            }
            return found;
        }

        private static List<PriceBreak> breaks(Offer offer) {
            return offer.priceBreaks().isEmpty()
                    ? List.of()
                    : offer.priceBreaks().stream()
                            .map(each -> new PriceBreak(each.quantity(), each.micros()))
                            .toList();
        }
    }
}
