package dev.baton.orders;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CatalogSlice;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.StoreItem;
import dev.baton.inventory.ClaimStock;
import dev.baton.inventory.NewClaim;
import dev.baton.inventory.StockSeen;
import dev.baton.inventory.Waiting;
import dev.baton.orders.AllocationState.Source;
import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.sourcing.Assignment;
import dev.baton.sourcing.DecisionJson;
import dev.baton.sourcing.Destination;
import dev.baton.sourcing.FxRates;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.sourcing.UnassignedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds suppliers for the open units of a batch of orders and claims the stock: candidate offers locked in key
 * order, orders planned one after another with running balances, one guarded claim for all.
 */
@Component
class Planner {

    private final CatalogLookup catalog;
    private final ClaimStock stock;
    private final Waiting waiting;
    private final StoreReserve reserve;
    private final SourcingInput input;
    private final Bundles bundles;
    private final Ids ids;

    Planner(
            CatalogLookup catalog,
            ClaimStock stock,
            Waiting waiting,
            StoreReserve reserve,
            SourcingInput input,
            Bundles bundles,
            Ids ids) {
        this.catalog = catalog;
        this.stock = stock;
        this.waiting = waiting;
        this.reserve = reserve;
        this.input = input;
        this.bundles = bundles;
        this.ids = ids;
    }

    /** An order to plan and where it goes; a null destination has an unknown country and is held. */
    record Job(OrderState state, @Nullable Destination destination) {}

    /** Whether units that wait already are planned too. */
    enum Mode {
        /** New demand: queues behind what waits for the same SKU. */
        NEW_DEMAND,
        /** Stock has come: what waits is served, oldest first. */
        RELEASE
    }

    void plan(MerchantId merchant, List<Job> jobs, Mode mode) {
        jobs.stream().filter(job -> job.destination() == null).map(Job::state).forEach(this::holdWithoutCountry);
        List<Job> open = jobs.stream()
                .filter(job -> job.destination() != null && !job.state().blocked())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        CatalogSlice slice = catalog.bySku(merchant, codes(open), items(open));
        open.forEach(job -> bundles.resolve(job.state(), slice));
        Map<Job, List<LineState>> wanted = new LinkedHashMap<>();
        for (Job job : open) {
            wanted.put(job, linesToPlan(job.state(), slice, mode));
        }
        if (mode == Mode.NEW_DEMAND) {
            queueBehind(merchant, wanted, slice);
        }
        wanted.values().removeIf(List::isEmpty);
        if (!wanted.isEmpty()) {
            decide(merchant, wanted, slice, mode);
        }
    }

    /** Nobody can be asked to send goods nobody knows where to: without a hold the order would sleep. */
    private void holdWithoutCountry(OrderState state) {
        boolean unplanned = state.lines.stream().anyMatch(line -> line.requiresShipping && line.toPlan() > 0);
        if (unplanned && !state.blocked()) {
            state.holds.add(new HoldState(
                    ids.next(),
                    null,
                    HoldKind.BAD_ADDRESS,
                    "The country it goes to is not known. Correct the address in the store, or cancel the order.",
                    true));
        }
    }

    private static Set<String> codes(List<Job> jobs) {
        Set<String> codes = new TreeSet<>();
        for (Job job : jobs) {
            for (LineState line : job.state().lines) {
                if (line.sku != null && line.toPlan() > 0) {
                    codes.add(line.sku);
                }
            }
        }
        return codes;
    }

    /** What stores call the goods of lines nobody has looked up yet. */
    private static Set<StoreItem> items(List<Job> jobs) {
        Set<StoreItem> items = new HashSet<>();
        for (Job job : jobs) {
            for (LineState line : job.state().lines) {
                if (line.sku != null && line.skuId == null && line.in(Bucket.OPEN) > 0) {
                    items.add(new StoreItem(job.state().head.store(), line.sku));
                }
            }
        }
        return items;
    }

    private List<LineState> linesToPlan(OrderState state, CatalogSlice slice, Mode mode) {
        List<LineState> lines = new ArrayList<>();
        for (LineState line : state.lines) {
            int units = line.toPlan(mode == Mode.RELEASE);
            if (units == 0 || !line.requiresShipping || state.blocked(line)) {
                continue;
            }
            SkuId sku = line.skuId;
            if (sku == null || !slice.goods().containsKey(sku)) {
                hold(
                        state,
                        line,
                        HoldKind.UNKNOWN_SKU,
                        line.sku == null
                                ? "The store's line has no SKU. Give the product a SKU in the store, or cancel the line."
                                : "SKU " + line.sku + " is not in the catalogue. Define it, then release.");
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A new order for a SKU somebody waits for goes to the end of that queue; where nobody offers it, no queue moves. */
    private void queueBehind(MerchantId merchant, Map<Job, List<LineState>> wanted, CatalogSlice slice) {
        Set<SkuId> skus = wanted.values().stream()
                .flatMap(List::stream)
                .map(Planner::sku)
                .filter(sku -> !slice.offersOf(sku).isEmpty())
                .collect(Collectors.toSet());
        Map<SkuId, Long> queues = waiting.of(merchant, skus);
        if (queues.isEmpty()) {
            return;
        }
        wanted.forEach((job, lines) -> lines.removeIf(line -> {
            if (!queues.containsKey(sku(line))) {
                return false;
            }
            await(job.state(), line);
            return true;
        }));
        waiting.wakeReserved(merchant, queues.keySet());
    }

    private void decide(MerchantId merchant, Map<Job, List<LineState>> wanted, CatalogSlice slice, Mode mode) {
        Map<OfferId, Offer> offers = new HashMap<>();
        wanted.forEach((job, lines) -> lines.forEach(line -> slice.offersOf(sku(line)).stream()
                .filter(offer -> !job.state().avoided(line).has(offer))
                .forEach(offer -> offers.put(offer.id(), offer))));
        Map<OfferId, StockSeen> seen = stock.lockAvailable(merchant, offers.keySet());
        offers.keySet().retainAll(seen.keySet());
        // read behind the lock, which may have been waited for: what is paused by now gets nothing
        SourcingInput.Batch batch = input.batch(merchant, offers.values());
        Map<OfferId, Integer> balances = new HashMap<>();
        seen.forEach((offer, figure) -> balances.put(offer, Math.max(0, figure.available())));
        StoreReserve.Left left = reserve.of(merchant, wanted);
        List<NewClaim> claims = new ArrayList<>();
        wanted.forEach((job, lines) -> {
            SourcingDecision decision = decideOne(
                    job.state(),
                    new ArrayList<>(lines),
                    open -> batch.plan(batch.request(
                            job,
                            open,
                            slice,
                            offers,
                            left.seenBy(job.state().head.store(), open, slice, balances, mode == Mode.RELEASE),
                            mode == Mode.RELEASE)),
                    batch.margins(slice.goods()),
                    batch.rates());
            if (decision != null) {
                claims.addAll(allocate(job.state(), decision, offers, balances));
                settleUnassigned(job.state(), decision, slice, offers, batch);
            }
        });
        Crash.at("orders.planned");
        stock.claim(merchant, claims);
    }

    /**
     * Plans the lines; where one leaves too little of its price it is held, and the others are planned without it, for
     * they may ship otherwise then. Every decision is kept. Null when none is left.
     */
    private @Nullable SourcingDecision decideOne(
            OrderState state,
            List<LineState> left,
            Function<List<LineState>, SourcingDecision> plan,
            Margins margins,
            FxRates rates) {
        while (!left.isEmpty()) {
            SourcingDecision decision = plan.apply(left);
            state.decisions.add(DecisionJson.write(decision));
            List<Margins.Under> under = margins.under(state, LandedCosts.of(state, decision, rates));
            int before = left.size();
            for (Margins.Under each : under) {
                for (LineState line : each.lines()) {
                    if (left.remove(line)) {
                        hold(state, line, HoldKind.MARGIN_FLOOR, each.detail());
                    }
                }
            }
            if (left.size() == before) {
                return decision;
            }
        }
        return null;
    }

    private List<NewClaim> allocate(
            OrderState state, SourcingDecision decision, Map<OfferId, Offer> offers, Map<OfferId, Integer> balances) {
        List<NewClaim> claims = new ArrayList<>();
        UUID cause = ids.next();
        Map<Assignment, Long> beside = LandedCosts.beside(decision);
        for (Assignment assignment : decision.assignments()) {
            OfferId offerId = new OfferId(assignment.offerId());
            Offer offer = offers.get(offerId);
            if (offer == null) {
                throw new IllegalStateException("the plan names an offer it was not given: " + offerId);
            }
            LineState line = state.line(new OrderLineId(assignment.lineId()));
            AllocationId id = new AllocationId(ids.next());
            Source source = new Source(
                    offerId,
                    offer.supplier(),
                    offer.shipFrom(),
                    offer.supplierSku(),
                    offer.currency(),
                    offer.cost().at(assignment.quantity()));
            int fromWaiting = line.servedByHand ? 0 : Math.min(assignment.quantity(), line.in(Bucket.WAITING));
            if (fromWaiting > 0) {
                state.move(line, cause, Bucket.WAITING, Bucket.ALLOCATED, fromWaiting);
            }
            if (assignment.quantity() > fromWaiting) {
                state.move(line, cause, Bucket.OPEN, Bucket.ALLOCATED, assignment.quantity() - fromWaiting);
            }
            AllocationState allocation = new AllocationState(
                    id,
                    line.id,
                    source,
                    assignment.quantity(),
                    state.reserveOnly() ? Stage.RESERVED : Stage.ALLOCATED,
                    true);
            allocation.besideMicros = beside.getOrDefault(assignment, 0L);
            state.allocations.add(allocation);
            balances.merge(offerId, -assignment.quantity(), Integer::sum);
            claims.add(new NewClaim(id.value(), offerId, offer.sku(), line.id.value(), assignment.quantity()));
        }
        return claims;
    }

    private void settleUnassigned(
            OrderState state,
            SourcingDecision decision,
            CatalogSlice slice,
            Map<OfferId, Offer> offers,
            SourcingInput.Batch batch) {
        for (UnassignedLine unassigned : decision.unassigned()) {
            LineState line = state.line(new OrderLineId(unassigned.lineId()));
            String why = whyNobody(unassigned.reason(), line, state.head.shipCountry());
            List<String> away = batch.stoppedOf(slice.offersOf(sku(line)).stream()
                    .filter(offer -> offers.containsKey(offer.id())
                            && !state.avoided(line).has(offer))
                    .toList());
            if (why == null) {
                await(state, line);
            } else if (!away.isEmpty()) {
                hold(
                        state,
                        line,
                        HoldKind.SUPPLIER_AWAY,
                        String.join(", ", away) + " and gets nothing before, and nobody else can ship " + line.sku
                                + ". It goes on by itself as soon as somebody can; or add an offer, or cancel it.");
            } else {
                hold(state, line, HoldKind.NO_SUPPLIER, why);
            }
        }
    }

    /** Why no supplier takes the line and what to do; null = there is none in stock, so it waits. */
    private static @Nullable String whyNobody(UnassignedLine.Reason reason, LineState line, String country) {
        String sku = line.sku;
        return switch (reason) {
            case NO_STOCK -> null;
            case NO_OFFER -> "No supplier offers " + sku + ". Add an offer, then release.";
            case PIN_NOT_OFFERED -> "The supplier chosen for " + sku + " does not offer it.";
            case ALL_PAUSED ->
                "Every supplier of " + sku
                        + " is paused, away or refused it. Resume one or add an offer, then release.";
            case NO_COUNTRY ->
                "No supplier ships " + sku + " to " + country + ". Add an offer for the country, then release.";
            case NO_CARRIER -> "No allowed carrier takes " + sku + " there.";
            case NO_FX ->
                "A cost of " + sku + " has no exchange rate to the book currency. Add the rate, then release.";
            case NOT_PRICEABLE -> "The cost of " + sku + " is out of range. Correct the offer.";
            case NO_RATE ->
                "No supplier of " + sku + " has a shipping rate for that weight to " + country
                        + ". Add the rate, then release.";
            case BELOW_MINIMUM ->
                "Every supplier sells " + sku + " in larger quantities only. Change the quantity, or add an offer.";
            case PACK_MISMATCH ->
                "The ordered quantity of " + sku + " is not made of whole packs. Change it, or add an offer.";
        };
    }

    private void await(OrderState state, LineState line) {
        if (line.in(Bucket.OPEN) > 0) {
            state.move(line, ids.next(), Bucket.OPEN, Bucket.WAITING, line.in(Bucket.OPEN));
        }
    }

    private void hold(OrderState state, LineState line, HoldKind kind, String detail) {
        state.holds.add(new HoldState(ids.next(), line.id, kind, detail, true));
    }

    private static SkuId sku(LineState line) {
        SkuId sku = line.skuId;
        if (sku == null) {
            throw new IllegalStateException("line " + line.id.value() + " has no SKU of the catalogue");
        }
        return sku;
    }
}
