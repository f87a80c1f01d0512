package dev.baton.notifications;

import dev.baton.notifications.CustomerOrder.AddressChange;
import dev.baton.notifications.CustomerOrder.Destination;
import dev.baton.orders.Bucket;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Amendment.Decision;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the goods of an order go: where suppliers were told to send them, which is not where the store wants them
 * while a change is only asked. Needs an open transaction of the merchant.
 */
@Component
class Destinations {

    private final OrderLookup orders;
    private final PurchaseOrderLookup purchaseOrders;

    Destinations(OrderLookup orders, PurchaseOrderLookup purchaseOrders) {
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
    }

    /** Each once; empty when no address is known, or not any more. */
    List<Destination> of(MerchantId merchant, OrderView order) {
        List<PurchaseOrderView> told = purchaseOrders.ofSalesOrder(merchant, order.id()).stream()
                .filter(each -> stands(each.status()))
                .toList();
        Set<UUID> records = new HashSet<>(Set.of(order.customerRecord()));
        told.forEach(each -> records.add(each.customerRecord()));
        Map<UUID, ShipTo> people = orders.shipTo(merchant, records);
        PostalAddress wanted = address(people, order.customerRecord());
        Set<Destination> all = new LinkedHashSet<>();
        for (PurchaseOrderView each : told) {
            PostalAddress to = address(people, each.customerRecord());
            if (to != null) {
                all.add(destination(to, wanted, each));
            }
        }
        if (wanted != null && (all.isEmpty() || untold(order))) {
            all.add(new Destination(wanted, AddressChange.NONE, null));
        }
        return List.copyOf(all);
    }

    /** Whether goods of it may come. */
    private static boolean stands(PurchaseOrderStatus status) {
        return status.owesSomething() || status == PurchaseOrderStatus.SHIPPED;
    }

    private static boolean untold(OrderView order) {
        return order.lines().stream()
                .flatMap(line -> Stream.of(Bucket.OPEN, Bucket.WAITING, Bucket.ALLOCATED)
                        .map(bucket -> line.units().getOrDefault(bucket, 0)))
                .anyMatch(units -> units > 0);
    }

    private static Destination destination(PostalAddress to, @Nullable PostalAddress wanted, PurchaseOrderView of) {
        if (wanted == null || samePlace(to, wanted)) {
            return new Destination(to, AddressChange.NONE, null);
        }
        return new Destination(to, change(of.standing()), wanted);
    }

    private static AddressChange change(@Nullable Amendment question) {
        if (question == null) {
            return AddressChange.TOO_LATE;
        }
        Decision decision = question.decision();
        if (decision != null) {
            return switch (decision) {
                case LET_GO -> AddressChange.TOO_LATE;
                case CANCEL -> AddressChange.NOT_TO_BE_SENT;
                case INTERCEPT -> AddressChange.TO_BE_STOPPED;
            };
        }
        return switch (question.status()) {
            case PLANNED, ASKED -> AddressChange.ASKED;
            case HELD, REPLACED -> AddressChange.LOOKED_AT;
            case REFUSED -> AddressChange.REFUSED;
            case OVERTAKEN, AGREED, WITHDRAWN, DECIDED -> AddressChange.TOO_LATE;
        };
    }

    /** Another telephone number is no other place. */
    private static boolean samePlace(PostalAddress one, PostalAddress other) {
        return place(one).equals(place(other));
    }

    private static List<String> place(PostalAddress address) {
        return Stream.of(
                        address.name(),
                        address.company(),
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.region(),
                        address.regionCode(),
                        address.postcode(),
                        address.countryCode())
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
    }

    private static @Nullable PostalAddress address(Map<UUID, ShipTo> people, UUID record) {
        ShipTo person = people.get(record);
        return person == null ? null : person.address();
    }
}
