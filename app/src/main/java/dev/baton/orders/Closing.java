package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.ClaimRelease;
import dev.baton.inventory.RecordRejection;
import dev.baton.inventory.ReleaseClaims;
import dev.baton.inventory.Waiting;
import dev.baton.inventory.WaitingLine;
import dev.baton.orders.CancellationsRequested.CancellationAsked;
import dev.baton.orders.DeliveriesChanged.WantedDelivery;
import dev.baton.orders.Planner.Job;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.sourcing.Destination;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How every act on orders ends, in the one order of tables all acts share: what is withdrawn or asked back is
 * told to purchasing, stock is given back, open units are planned and claimed, the orders are written, and last
 * the news of new allocations, changed deliveries and cancelled units goes out.
 */
@Component
class Closing {

    private final ApplicationEventPublisher news;
    private final ReleaseClaims claims;
    private final RecordRejection rejections;
    private final Waiting waiting;
    private final Planner planner;
    private final OrderWrites writes;
    private final Announcing announcing;
    private final CustomerRecords records;
    private final WatchWaiting watch;
    private final Ids ids;
    private final Clock clock;

    Closing(
            ApplicationEventPublisher news,
            ClosingStock stock,
            Planner planner,
            ClosingWrites writes,
            IdsAndClock time,
            WatchWaiting watch) {
        this.news = news;
        this.claims = stock.claims();
        this.rejections = stock.rejections();
        this.waiting = stock.waiting();
        this.planner = planner;
        this.writes = writes.writes();
        this.announcing = writes.announcing();
        this.records = writes.records();
        this.watch = watch;
        this.ids = time.ids();
        this.clock = time.clock();
    }

    /** What the act is called in the audit, and why it was done. */
    record Act(String name, @Nullable String why) {}

    /** Ends an act; {@code mode} null = nothing is planned. Destinations are read from the orders' records. */
    void close(MerchantId merchant, Collection<OrderState> states, Act act, Planner.@Nullable Mode mode) {
        close(merchant, states, act, mode, mode == null ? Map.of() : destinations(merchant, states));
    }

    /** As above, with destinations that are at hand. */
    void close(
            MerchantId merchant,
            Collection<OrderState> states,
            Act act,
            Planner.@Nullable Mode mode,
            Map<SalesOrderId, Destination> destinations) {
        if (states.isEmpty()) {
            return;
        }
        states.forEach(state -> {
            state.endIfCancelled(ids.next());
            state.releaseMootHolds();
        });
        tell(merchant, states, act);
        giveBack(merchant, states);
        if (mode != null) {
            List<Job> jobs = new ArrayList<>();
            states.forEach(state -> jobs.add(new Job(state, destinations.get(state.head.id()))));
            planner.plan(merchant, jobs, mode);
        }
        OrdersAllocated allocated = announcing.allocated(merchant, states);
        saveWaiting(merchant, states);
        wake(merchant, states);
        writes.save(merchant, states, act.name(), act.why());
        Crash.at("orders.saved");
        if (!allocated.orders().isEmpty()) {
            news.publishEvent(allocated);
        }
        tellDeliveries(merchant, states);
        tellCancelled(merchant, states);
    }

    private void tellDeliveries(MerchantId merchant, Collection<OrderState> states) {
        List<WantedDelivery> changed = states.stream()
                .filter(state -> state.deliveryChanged)
                .map(state -> new WantedDelivery(
                        state.head.id(),
                        state.head.customerRecord(),
                        state.head.shipCountry(),
                        state.head.shipMethod()))
                .toList();
        if (!changed.isEmpty()) {
            news.publishEvent(new DeliveriesChanged(merchant, changed));
        }
    }

    private void tellCancelled(MerchantId merchant, Collection<OrderState> states) {
        List<SalesOrderId> cancelled = states.stream()
                .filter(state -> !state.fresh && state.hasCancelled())
                .map(state -> state.head.id())
                .toList();
        if (!cancelled.isEmpty()) {
            news.publishEvent(new UnitsCancelled(merchant, cancelled));
        }
    }

    private void tell(MerchantId merchant, Collection<OrderState> states, Act act) {
        List<AllocationId> withdrawn = new ArrayList<>();
        List<CancellationAsked> asked = new ArrayList<>();
        List<AllocationId> unwanted = new ArrayList<>();
        for (OrderState state : states) {
            withdrawn.addAll(state.withdrawn);
            asked.addAll(state.asked);
            unwanted.addAll(state.unwanted);
        }
        if (!withdrawn.isEmpty()) {
            news.publishEvent(
                    new AllocationsWithdrawn(merchant, withdrawn, Objects.requireNonNullElse(act.why(), act.name())));
        }
        if (!asked.isEmpty() || !unwanted.isEmpty()) {
            news.publishEvent(new CancellationsRequested(merchant, asked, unwanted));
        }
    }

    private void giveBack(MerchantId merchant, Collection<OrderState> states) {
        List<ClaimRelease> releases = new ArrayList<>();
        List<OfferId> emptied = new ArrayList<>();
        for (OrderState state : states) {
            state.freed.forEach(freed -> releases.add(
                    new ClaimRelease(freed.allocation().value(), freed.quantity(), freed.cause(), freed.why())));
            emptied.addAll(state.emptied);
        }
        if (!releases.isEmpty()) {
            claims.release(merchant, releases);
        }
        if (!emptied.isEmpty()) {
            rejections.record(merchant, emptied.stream().distinct().toList(), clock.instant());
        }
    }

    private void saveWaiting(MerchantId merchant, Collection<OrderState> states) {
        List<WaitingLine> wait = new ArrayList<>();
        Map<SkuId, List<UUID>> served = new HashMap<>();
        for (OrderState state : states) {
            for (LineState line : state.lines) {
                SkuId sku = line.skuId;
                int now = line.in(Bucket.WAITING);
                if (sku == null || now == line.waitingBefore) {
                    continue;
                }
                if (now > 0) {
                    wait.add(new WaitingLine(sku, line.id.value(), now, state.head.receivedAt()));
                } else {
                    served.computeIfAbsent(sku, none -> new ArrayList<>()).add(line.id.value());
                }
            }
        }
        List<SkuId> skus = wait.stream().map(WaitingLine::sku).distinct().toList();
        Set<SkuId> known =
                skus.isEmpty() ? Set.of() : waiting.of(merchant, skus).keySet();
        watch.begin(merchant, skus.stream().filter(sku -> !known.contains(sku)).toList());
        waiting.add(merchant, wait);
        served.forEach((sku, lines) -> waiting.take(merchant, sku, lines));
    }

    private void wake(MerchantId merchant, Collection<OrderState> states) {
        Set<SkuId> skus = new LinkedHashSet<>();
        for (OrderState state : states) {
            if (state.wakes()) {
                for (LineState line : state.lines) {
                    if (line.skuId != null && line.in(Bucket.WAITING) > 0) {
                        skus.add(line.skuId);
                    }
                }
            }
        }
        watch.wake(merchant, skus);
    }

    private Map<SalesOrderId, Destination> destinations(MerchantId merchant, Collection<OrderState> states) {
        Map<UUID, CustomerRecords.Content> contents = records.read(
                merchant,
                states.stream().map(state -> state.head.customerRecord()).toList());
        Map<SalesOrderId, Destination> destinations = new HashMap<>();
        for (OrderState state : states) {
            CustomerRecords.Content content = contents.get(state.head.customerRecord());
            Destination to = content == null ? null : Intake.destination(content.shipTo());
            if (to != null) {
                destinations.put(state.head.id(), to);
            }
        }
        return destinations;
    }
}
