package dev.baton.notifications;

import dev.baton.merchants.MessageKind;
import dev.baton.notifications.EventFacts.Units;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomersAsked;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrdersPlaced;
import dev.baton.orders.OrdersRefunded;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.UnitsCancelled;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallsGivenUp;
import dev.baton.shipping.RecalledUnits;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentsDispatched;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;
import dev.baton.tracking.ParcelsDelivered;
import dev.baton.tracking.ParcelsDelivered.DeliveredParcel;
import dev.baton.tracking.ParcelsFound;
import dev.baton.tracking.ParcelsFound.FoundParcel;
import dev.baton.tracking.ParcelsLost;
import dev.baton.tracking.ParcelsLost.LostParcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to orders and says which of it their customers are told. Runs inside the transaction of the news. */
@Component
class HearOrders {

    /** An order that comes in later than that after it was placed was confirmed by somebody else. */
    private static final Duration STALE = Duration.ofDays(2);

    private final PlanMessages plan;
    private final OrderLookup orders;
    private final ShipmentLookup shipments;
    private final Clock clock;

    HearOrders(PlanMessages plan, OrderLookup orders, ShipmentLookup shipments, Clock clock) {
        this.plan = plan;
        this.orders = orders;
        this.shipments = shipments;
        this.clock = clock;
    }

    @EventListener
    void on(OrdersPlaced placed) {
        Instant now = clock.instant();
        plan.plan(
                placed.merchant(),
                MessageKind.CONFIRMED,
                placed.orders().stream()
                        .filter(order -> !isStale(order.placedAt(), now))
                        .map(order -> new Happened(order.order(), "placed", EventFacts.of(now, List.of())))
                        .toList());
    }

    private static boolean isStale(@Nullable Instant placedAt, Instant now) {
        return placedAt != null && placedAt.isBefore(now.minus(STALE));
    }

    @EventListener
    void on(OrdersRefunded refunded) {
        plan.plan(
                refunded.merchant(),
                MessageKind.REFUNDED,
                refunded.refunds().stream()
                        .map(refund -> new Happened(
                                refund.order(),
                                "refund:" + refund.refundId(),
                                EventFacts.ofMoney(refund.at(), refund.amountMinor(), refund.currency())))
                        .toList());
    }

    @EventListener
    void on(CustomersAsked asked) {
        plan.plan(
                asked.merchant(),
                MessageKind.ASKED,
                List.of(new Happened(
                        asked.order(), "hold:" + asked.hold(), EventFacts.of(clock.instant(), List.of()))));
    }

    /** The sum of cancelled units only grows: it names the event, whatever act led to it. */
    @EventListener
    void on(UnitsCancelled cancelled) {
        List<Happened> happened = new ArrayList<>();
        for (SalesOrderId id : cancelled.orders()) {
            orders.find(cancelled.merchant(), id).ifPresent(order -> {
                List<Units> units = cancelledUnits(order);
                int sum = units.stream().mapToInt(Units::quantity).sum();
                if (sum > 0) {
                    happened.add(new Happened(id, "cancelled:" + sum, EventFacts.of(clock.instant(), units)));
                }
            });
        }
        plan.plan(cancelled.merchant(), MessageKind.CANCELLED, happened);
    }

    private static List<Units> cancelledUnits(OrderView order) {
        return order.lines().stream()
                .map(line -> Units.of(line.id(), line.units().getOrDefault(Bucket.CANCELLED, 0)))
                .filter(units -> units.quantity() > 0)
                .toList();
    }

    @EventListener
    void on(ShipmentsDispatched dispatched) {
        List<Happened> happened = new ArrayList<>();
        for (Dispatched shipment : dispatched.shipments()) {
            for (DispatchedPackage parcel : shipment.packages()) {
                List<Units> units = parcel.lines().stream()
                        .map(line -> Units.of(line.orderLine(), line.quantity()))
                        .toList();
                if (!units.isEmpty()) {
                    happened.add(happened(
                            shipment.salesOrder(),
                            shipment.shippedAt(),
                            parcel.id().value(),
                            units));
                }
            }
        }
        plan.plan(dispatched.merchant(), MessageKind.SHIPPED, happened);
    }

    @EventListener
    void on(RecallsGivenUp givenUp) {
        List<Happened> happened = new ArrayList<>();
        for (Recall recall : givenUp.recalls()) {
            for (ShipmentView shipment : shipments.ofPurchaseOrder(givenUp.merchant(), recall.purchaseOrder())) {
                if (shipment.id().value().equals(recall.shipment())) {
                    RecalledUnits.of(shipment, recall)
                            .forEach((parcel, lines) -> happened.add(happened(
                                    shipment.salesOrder(),
                                    Objects.requireNonNull(recall.givenUpAt()),
                                    parcel.id().value(),
                                    lines.stream()
                                            .map(line -> Units.of(line.orderLine(), line.quantity()))
                                            .toList())));
                }
            }
        }
        plan.plan(givenUp.merchant(), MessageKind.AFTER_ALL, happened);
    }

    @EventListener
    void on(ParcelsDelivered delivered) {
        List<Happened> happened = new ArrayList<>();
        var contents = shipments.contents(
                delivered.merchant(),
                delivered.parcels().stream().map(DeliveredParcel::id).toList());
        for (DeliveredParcel parcel : delivered.parcels()) {
            List<Units> units = contents.getOrDefault(parcel.id(), List.of()).stream()
                    .filter(line -> line.quantity() > 0)
                    .map(line -> Units.of(line.orderLine(), line.quantity()))
                    .toList();
            if (!units.isEmpty()) {
                happened.add(happened(
                        parcel.salesOrder(), parcel.deliveredAt(), parcel.id().value(), units));
            }
        }
        plan.plan(delivered.merchant(), MessageKind.DELIVERED, happened);
    }

    /** A parcel that was lost, turned up and was lost again is told of anew. */
    @EventListener
    void on(ParcelsLost lost) {
        var contents = shipments.contents(
                lost.merchant(), lost.parcels().stream().map(LostParcel::id).toList());
        List<Happened> happened = new ArrayList<>();
        for (LostParcel parcel : lost.parcels()) {
            List<Units> units = contents.getOrDefault(parcel.id(), List.of()).stream()
                    .filter(line -> line.quantity() > 0)
                    .map(line -> Units.of(line.orderLine(), line.quantity()))
                    .toList();
            if (!units.isEmpty()) {
                UUID id = parcel.id().value();
                happened.add(new Happened(
                        parcel.salesOrder(),
                        lossOf(id, parcel.lostAt()),
                        EventFacts.ofParcel(parcel.lostAt(), id, units)));
            }
        }
        plan.plan(lost.merchant(), MessageKind.LOST, happened);
    }

    /** Told under the key of its loss, and only where that was told. */
    @EventListener
    void on(ParcelsFound found) {
        var contents = shipments.contents(
                found.merchant(), found.parcels().stream().map(FoundParcel::id).toList());
        List<Happened> happened = new ArrayList<>();
        for (FoundParcel parcel : found.parcels()) {
            List<Units> units = contents.getOrDefault(parcel.id(), List.of()).stream()
                    .filter(line -> line.quantity() > 0)
                    .map(line -> Units.of(line.orderLine(), line.quantity()))
                    .toList();
            UUID id = parcel.id().value();
            happened.add(new Happened(
                    parcel.salesOrder(),
                    lossOf(id, parcel.lostAt()),
                    EventFacts.ofParcel(parcel.foundAt(), id, units)));
        }
        plan.plan(found.merchant(), MessageKind.FOUND, happened);
    }

    private static String lossOf(UUID parcel, Instant lostAt) {
        return "parcel:" + parcel + ":" + lostAt.toEpochMilli();
    }

    private static Happened happened(SalesOrderId order, Instant at, UUID parcel, List<Units> units) {
        return new Happened(order, "parcel:" + parcel, EventFacts.ofParcel(at, parcel, units));
    }
}
