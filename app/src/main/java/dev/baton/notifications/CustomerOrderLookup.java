package dev.baton.notifications;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.notifications.CustomerOrder.Item;
import dev.baton.notifications.CustomerOrder.Parcel;
import dev.baton.notifications.CustomerOrder.ParcelState;
import dev.baton.notifications.CustomerOrder.Scan;
import dev.baton.notifications.CustomerOrder.Units;
import dev.baton.orders.Bucket;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.shipping.RecalledUnits;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.ScanCode;
import dev.baton.tracking.TrackingLookup;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes what a customer may see of an order; needs an open transaction of the merchant. */
@Component
public final class CustomerOrderLookup {

    /** Silence after which "on its way" would be a promise nobody has heard anything of. */
    private static final Duration QUIET = Duration.ofDays(4);

    private final OrderLookup orders;
    private final ShipmentLookup shipments;
    private final RecallLookup recalls;
    private final TrackingLookup tracking;
    private final Destinations destinations;
    private final LostParcels lost;
    private final Clock clock;

    CustomerOrderLookup(
            OrderLookup orders,
            ShipmentLookup shipments,
            RecallLookup recalls,
            TrackingLookup tracking,
            Destinations destinations,
            LostParcels lost,
            Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.recalls = recalls;
        this.tracking = tracking;
        this.destinations = destinations;
        this.lost = lost;
        this.clock = clock;
    }

    /** The order; empty when it is not this merchant's. */
    public Optional<CustomerOrder> find(MerchantId merchant, SalesOrderId id) {
        return orders.find(merchant, id).map(order -> compose(merchant, order));
    }

    private CustomerOrder compose(MerchantId merchant, OrderView order) {
        List<ShipmentView> sent = shipments.ofSalesOrder(merchant, order.id());
        Map<OrderLineId, Integer> inParcels = new HashMap<>();
        sent.forEach(shipment -> shipment.packages()
                .forEach(parcel -> parcel.lines()
                        .forEach(line -> inParcels.merge(line.orderLine(), line.quantity(), Integer::sum))));
        Map<OrderLineId, Integer> afterAll = comingAfterAll(merchant, sent);
        Map<OrderLineId, Item> items = new LinkedHashMap<>();
        order.lines()
                .forEach(line -> items.put(
                        line.id(),
                        item(line, inParcels.getOrDefault(line.id(), 0), afterAll.getOrDefault(line.id(), 0))));
        ShipTo person = orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord());
        return new CustomerOrder(
                order.id(),
                order.store(),
                order.storeOrderName(),
                Objects.requireNonNullElse(order.placedAt(), order.receivedAt()),
                person == null ? null : person.customer(),
                destinations.of(merchant, order),
                List.copyOf(items.values()),
                parcels(merchant, sent, items),
                order.cancelledAt() != null);
    }

    /** Units that were cancelled and come all the same: their supplier shipped them, and nobody asks them back any more. */
    private Map<OrderLineId, Integer> comingAfterAll(MerchantId merchant, List<ShipmentView> sent) {
        Map<UUID, Recall> asked = recalls.ofShipments(
                merchant, sent.stream().map(shipment -> shipment.id().value()).toList());
        Map<OrderLineId, Integer> coming = new HashMap<>();
        for (ShipmentView shipment : sent) {
            Recall recall = asked.get(shipment.id().value());
            if (recall != null && recall.givenUpAt() != null) {
                RecalledUnits.of(shipment, recall)
                        .values()
                        .forEach(units ->
                                units.forEach(each -> coming.merge(each.orderLine(), each.quantity(), Integer::sum)));
            }
        }
        return coming;
    }

    private static Item item(LineView line, int inParcels, int afterAll) {
        int delivered = units(line, Bucket.DELIVERED);
        int moving = units(line, Bucket.SHIPPED)
                + units(line, Bucket.LOST)
                + units(line, Bucket.RETURNING)
                + units(line, Bucket.RETURNED);
        int otherwise = Math.max(0, delivered + moving - inParcels);
        return new Item(
                line.id(),
                line.storeLineId(),
                line.title(),
                line.setTitle(),
                line.quantity(),
                units(line, Bucket.OPEN)
                        + units(line, Bucket.WAITING)
                        + units(line, Bucket.ALLOCATED)
                        + units(line, Bucket.SENT)
                        + units(line, Bucket.ACCEPTED),
                delivered + moving - otherwise + afterAll,
                otherwise,
                Math.max(0, units(line, Bucket.CANCELLED) - afterAll));
    }

    private static int units(LineView line, Bucket bucket) {
        return line.units().getOrDefault(bucket, 0);
    }

    private List<Parcel> parcels(MerchantId merchant, List<ShipmentView> sent, Map<OrderLineId, Item> items) {
        Map<dev.baton.shipping.PackageId, ParcelStory> stories = tracking.stories(
                merchant,
                sent.stream()
                        .flatMap(shipment -> shipment.packages().stream())
                        .map(ParcelView::id)
                        .toList());
        Map<dev.baton.shipping.PackageId, LostParcels.LastSaid> said = lost.last(
                merchant,
                sent.stream()
                        .flatMap(shipment -> shipment.packages().stream())
                        .map(ParcelView::id)
                        .toList());
        List<Parcel> parcels = new ArrayList<>();
        for (ShipmentView shipment : sent) {
            for (ParcelView parcel : shipment.packages()) {
                parcels.add(withVerdict(
                        parcel(shipment.shippedAt(), parcel, stories.get(parcel.id()), items), said.get(parcel.id())));
            }
        }
        return parcels;
    }

    /** Where a loss was taken back and the carrier has not said since where it is, all that is known is that it turned up. */
    private Parcel withVerdict(Parcel parcel, LostParcels.@Nullable LastSaid said) {
        if (said == null) {
            return parcel;
        }
        Instant found = said.foundAt();
        if (found == null) {
            return parcel.lost(said.lostAt());
        }
        Scan last = parcel.scans().isEmpty() ? null : parcel.scans().getFirst();
        boolean heardSince =
                last != null && last.code() != ScanCode.LOST && last.at().isAfter(said.lostAt());
        if (parcel.state() == ParcelState.DELIVERED || heardSince) {
            return parcel.found(found, parcel.state(), parcel.stateAt());
        }
        boolean silent = found.plus(QUIET).isBefore(clock.instant());
        return parcel.found(found, silent ? ParcelState.QUIET : ParcelState.FOUND, found);
    }

    private Parcel parcel(
            Instant sentAt, ParcelView parcel, @Nullable ParcelStory story, Map<OrderLineId, Item> items) {
        List<Scan> scans = story == null
                ? List.of()
                : story.scans().stream()
                        .map(scan -> new Scan(scan.occurredAt(), scan.code(), scan.text(), scan.place()))
                        .toList();
        Instant heardAt = story == null || story.statusAt() == null ? sentAt : story.statusAt();
        return new Parcel(
                parcel.id(),
                Carriers.find(parcel.carrierCode()).map(Carrier::name).orElse(null),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                sentAt,
                state(parcel, story == null ? null : story.status(), heardAt),
                heardAt,
                story == null ? null : story.estimate(),
                null,
                units(parcel, items),
                scans);
    }

    private static List<Units> units(ParcelView parcel, Map<OrderLineId, Item> items) {
        Map<OrderLineId, Integer> sums = new LinkedHashMap<>();
        for (ParcelLine line : parcel.lines()) {
            sums.merge(line.orderLine(), line.quantity() + line.excess(), Integer::sum);
        }
        List<Units> units = new ArrayList<>();
        sums.forEach((line, quantity) -> {
            Item item = items.get(line);
            if (item != null && quantity > 0) {
                units.add(new Units(item, quantity));
            }
        });
        return units;
    }

    private ParcelState state(ParcelView parcel, @Nullable ScanCode status, Instant heardAt) {
        if (parcel.trackingNumber().isEmpty()) {
            return ParcelState.UNTRACKED;
        }
        boolean silent = heardAt.plus(QUIET).isBefore(clock.instant());
        if (status == null) {
            return silent ? ParcelState.QUIET : ParcelState.UNSEEN;
        }
        return switch (status) {
            case PRE_TRANSIT -> ParcelState.LABEL;
            case IN_TRANSIT -> silent ? ParcelState.QUIET : ParcelState.ON_ITS_WAY;
            case OUT_FOR_DELIVERY -> silent ? ParcelState.QUIET : ParcelState.OUT_FOR_DELIVERY;
            case DELIVERED -> ParcelState.DELIVERED;
            // lost is what was taken to be lost; where a person took that back, the carrier is mistaken or slow
            case EXCEPTION, LOST -> ParcelState.TROUBLE;
            case RETURNED -> ParcelState.GOING_BACK;
        };
    }
}
