package dev.baton.notifications;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.merchants.MessageKind;
import dev.baton.notifications.EventFacts.Units;
import dev.baton.orders.AllocationId;
import dev.baton.orders.AskedBack;
import dev.baton.orders.LockOrders;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.InParts;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.purchasing.OwedOrders;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.ClosureDeclared;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells customers that what they wait for leaves later because its supplier is away: each order once per closure, and
 * only where the day it leaves is another one because of it. That day is counted in working days from when it was ordered
 * of the supplier, or is the one the supplier named.
 */
@Component
class TellOfClosures implements WorkHandler {

    /** Kind of the work that finds the orders; its subject is the closure. */
    static final String KIND = "notifications.closure";

    private static final int PAGE = 200;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final InParts.Pause PAUSE =
            new InParts.Pause(Duration.ofSeconds(30), "more orders wait for the supplier");

    private final InParts parts;
    private final SupplierLookup suppliers;
    private final OwedOrders owed;
    private final CatalogLookup catalog;
    private final Ordered ordered;
    private final PlanMessages plan;
    private final Work work;
    private final Clock clock;

    TellOfClosures(
            InParts parts,
            SupplierLookup suppliers,
            OwedOrders owed,
            CatalogLookup catalog,
            Ordered ordered,
            PlanMessages plan,
            Work work,
            Clock clock) {
        this.parts = parts;
        this.suppliers = suppliers;
        this.owed = owed;
        this.catalog = catalog;
        this.ordered = ordered;
        this.plan = plan;
        this.work = work;
        this.clock = clock;
    }

    /** The orders themselves. */
    @Component
    record Ordered(LockOrders lock, OrderLookup lookup) {}

    @EventListener
    void on(ClosureDeclared declared) {
        UUID id = declared.closure().id();
        work.remove(declared.merchant(), KIND, List.of(id));
        work.add(declared.merchant(), List.of(new NewWork(PlanMessages.QUEUE, KIND, id, clock.instant(), false)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            parts.<PurchaseOrderId>run(merchant, item, PAUSE, below -> page(merchant, item, below));
        }
    }

    private @Nullable PurchaseOrderId page(MerchantId merchant, LeasedWork item, @Nullable PurchaseOrderId below) {
        SupplierTerms terms = suppliers.byClosure(merchant, item.subject()).orElse(null);
        if (terms == null) {
            return null;
        }
        OwedOrders.Page seen = owed.page(merchant, terms.id(), below, PAGE);
        ordered.lock()
                .lock(
                        merchant,
                        seen.purchaseOrders().stream()
                                .map(PurchaseOrderView::salesOrder)
                                .toList());
        tell(merchant, terms, item.subject(), owed.page(merchant, terms.id(), below, PAGE));
        return seen.last();
    }

    /** Read again under the locks of the orders. */
    private void tell(MerchantId merchant, SupplierTerms terms, UUID closure, OwedOrders.Page page) {
        List<PurchaseOrderLine> lines = page.purchaseOrders().stream()
                .map(PurchaseOrderView::lines)
                .flatMap(List::stream)
                .filter(line -> !line.withdrawn())
                .toList();
        Map<OfferId, Offer> offers = catalog.offers(
                merchant,
                lines.stream().map(PurchaseOrderLine::offer).distinct().toList());
        Map<AllocationId, AskedBack> askedBack = ordered.lookup()
                .askedBack(
                        merchant,
                        lines.stream().map(PurchaseOrderLine::allocation).toList());
        Map<SalesOrderId, List<Late>> late = new LinkedHashMap<>();
        for (PurchaseOrderView of : page.purchaseOrders()) {
            for (PurchaseOrderLine line : of.lines()) {
                int units = line.units().owed()
                        - askedBack
                                .getOrDefault(line.allocation(), AskedBack.NONE)
                                .units();
                Offer offer = offers.get(line.offer());
                if (!line.withdrawn() && units > 0 && offer != null) {
                    LocalDate day = leaves(of, line, offer, terms, terms.hours());
                    if (!day.equals(leaves(of, line, offer, terms, terms.hours().without(closure)))) {
                        late.computeIfAbsent(of.salesOrder(), none -> new ArrayList<>())
                                .add(new Late(Units.of(line.orderLine(), units), day));
                    }
                }
            }
        }
        plan.plan(
                merchant,
                MessageKind.DELAYED,
                late.entrySet().stream()
                        .map(each -> happened(each.getKey(), closure, each.getValue()))
                        .toList());
    }

    private record Late(Units units, LocalDate day) {}

    private LocalDate leaves(
            PurchaseOrderView of, PurchaseOrderLine line, Offer offer, SupplierTerms terms, WorkingHours hours) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        LocalDate named = line.units().backorderedUntil();
        if (named != null) {
            return hours.handOverDay(named, 0, today);
        }
        Instant ordered = of.begunAt() == null ? of.issuedAt() : of.begunAt();
        return hours.handOverDay(terms.orderDay(ordered), offer.leadTimeDays(), today);
    }

    private Happened happened(SalesOrderId order, UUID closure, Collection<Late> late) {
        LocalDate day = late.stream().map(Late::day).max(LocalDate::compareTo).orElseThrow();
        return new Happened(
                order,
                "closure:" + closure,
                EventFacts.ofDelay(
                        clock.instant(), late.stream().map(Late::units).toList(), day, closure));
    }
}
