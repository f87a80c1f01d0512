package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderRow;
import dev.baton.orders.Payment;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderMarks;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelMarks;
import dev.baton.tracking.ParcelStates;
import dev.baton.tracking.ParcelStates.State;
import dev.baton.tracking.ScanCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The five marks of orders, in one fixed order: goods, parcels, money, holds, supplier. */
@Component
class OrderMarks {

    private static final List<PurchaseOrderStatus> LOUDEST_FIRST = List.of(
            PurchaseOrderStatus.UNDELIVERED,
            PurchaseOrderStatus.UNKNOWN,
            PurchaseOrderStatus.REJECTED,
            PurchaseOrderStatus.PARTLY_REJECTED,
            PurchaseOrderStatus.SENT,
            PurchaseOrderStatus.SENDING,
            PurchaseOrderStatus.ISSUED,
            PurchaseOrderStatus.ACKNOWLEDGED,
            PurchaseOrderStatus.PARTLY_SHIPPED,
            PurchaseOrderStatus.SHIPPED,
            PurchaseOrderStatus.CANCELLED,
            PurchaseOrderStatus.WITHDRAWN);

    private final PurchaseOrderMarks purchaseOrders;
    private final ParcelMarks parcels;
    private final ParcelStates states;
    private final Clock clock;

    OrderMarks(PurchaseOrderMarks purchaseOrders, ParcelMarks parcels, ParcelStates states, Clock clock) {
        this.purchaseOrders = purchaseOrders;
        this.parcels = parcels;
        this.states = states;
        this.clock = clock;
    }

    /** The marks of the given orders; needs an open transaction of the merchant. */
    Map<SalesOrderId, List<Mark>> of(MerchantId merchant, Collection<OrderRow> orders) {
        List<SalesOrderId> ids = orders.stream().map(OrderRow::id).toList();
        Map<SalesOrderId, List<PurchaseOrderMarks.Mark>> asked = purchaseOrders.ofSalesOrders(merchant, ids);
        Map<SalesOrderId, List<PackageId>> packages = parcels.ofSalesOrders(merchant, ids);
        Map<PackageId, State> seen = states.of(
                merchant, packages.values().stream().flatMap(List::stream).toList());
        Map<SalesOrderId, List<Mark>> marks = new HashMap<>();
        for (OrderRow order : orders) {
            marks.put(
                    order.id(),
                    List.of(
                            goods(order.status()),
                            parcels(packages.getOrDefault(order.id(), List.of()), seen),
                            money(order.payment()),
                            holds(order.holds()),
                            supplier(asked.getOrDefault(order.id(), List.of()), clock.instant())));
        }
        return marks;
    }

    static Mark goods(String status) {
        return switch (status) {
            case "open" -> new Mark("Goods", "No supplier yet", "warn");
            case "waiting" -> new Mark("Goods", "Waiting for stock", "warn");
            case "held" -> new Mark("Goods", "Stopped", "warn");
            case "allocated" -> new Mark("Goods", "Ready to send", "quiet");
            case "sent" -> new Mark("Goods", "Asked for", "quiet");
            case "accepted" -> new Mark("Goods", "Promised", "quiet");
            case "part_shipped" -> new Mark("Goods", "Part shipped", "quiet");
            case "shipped" -> new Mark("Goods", "Shipped", "good");
            case "delivered" -> new Mark("Goods", "Delivered", "good");
            case "cancelled" -> new Mark("Goods", "Cancelled", "quiet");
            default -> new Mark("Goods", status, "quiet");
        };
    }

    private static Mark parcels(List<PackageId> packages, Map<PackageId, State> seen) {
        if (packages.isEmpty()) {
            return new Mark("Parcels", "No parcel yet", "none");
        }
        List<Mark> marks = packages.stream().map(id -> parcel(seen.get(id))).toList();
        long lost = marks.stream().filter(LOST::equals).count();
        long trouble = marks.stream().filter(mark -> mark.mood().equals("bad")).count() - lost;
        long delivered =
                marks.stream().filter(parcel(ScanCode.DELIVERED)::equals).count();
        if (lost > 0) {
            return new Mark("Parcels", lost + " lost", "bad");
        }
        if (trouble > 0) {
            return new Mark("Parcels", trouble + " in trouble", "bad");
        }
        if (delivered == packages.size()) {
            return new Mark("Parcels", delivered == 1 ? "Delivered" : delivered + " delivered", "good");
        }
        return new Mark("Parcels", packages.size() - delivered + " on the way", "quiet");
    }

    /** A parcel somebody took to be lost, whatever its scans say. */
    static final Mark LOST = new Mark("Parcel", "Lost", "bad");

    /** A parcel no carrier has reported. */
    static final Mark UNSCANNED = new Mark("Parcel", "No scan yet", "quiet");

    /** Where a parcel is; null = it cannot be followed. */
    static Mark parcel(@Nullable State seen) {
        return seen != null && seen.isLost() ? LOST : parcel(seen == null ? null : seen.status());
    }

    static Mark parcel(@Nullable ScanCode state) {
        if (state == null) {
            return UNSCANNED;
        }
        return switch (state) {
            case PRE_TRANSIT -> new Mark("Parcel", "Label made", "quiet");
            case IN_TRANSIT -> new Mark("Parcel", "On the way", "quiet");
            case EXCEPTION -> new Mark("Parcel", "In trouble", "bad");
            case LOST -> new Mark("Parcel", "Lost, says the carrier", "bad");
            case OUT_FOR_DELIVERY -> new Mark("Parcel", "Out for delivery", "good");
            case RETURNED -> new Mark("Parcel", "Going back", "bad");
            case DELIVERED -> new Mark("Parcel", "Delivered", "good");
        };
    }

    static Mark money(Payment payment) {
        return switch (payment) {
            case PAID -> new Mark("Money", "Paid", "good");
            case AUTHORIZED -> new Mark("Money", "Reserved", "good");
            case PENDING -> new Mark("Money", "Not paid", "warn");
            case PARTIALLY_PAID -> new Mark("Money", "Part paid", "warn");
            case PARTIALLY_REFUNDED -> new Mark("Money", "Part refunded", "quiet");
            case REFUNDED -> new Mark("Money", "Refunded", "quiet");
            case VOIDED -> new Mark("Money", "Voided", "warn");
            case EXPIRED -> new Mark("Money", "Expired", "warn");
            case UNKNOWN -> new Mark("Money", "Unclear", "warn");
        };
    }

    private static Mark holds(Set<HoldKind> kinds) {
        if (kinds.isEmpty()) {
            return new Mark("Holds", "No holds", "none");
        }
        return kinds.size() == 1
                ? new Mark("Holds", HoldWords.title(kinds.iterator().next()), "warn")
                : new Mark("Holds", kinds.size() + " reasons", "warn");
    }

    private static Mark supplier(List<PurchaseOrderMarks.Mark> asked, Instant now) {
        if (asked.isEmpty()) {
            return new Mark("Supplier", "Nobody asked", "none");
        }
        boolean overdue =
                asked.stream().anyMatch(each -> isOverdue(each.status(), each.respondBy(), each.reminded(), now));
        PurchaseOrderStatus loudest = LOUDEST_FIRST.stream()
                .filter(status -> asked.stream().anyMatch(each -> each.status() == status))
                .findFirst()
                .orElseThrow();
        boolean worse = LOUDEST_FIRST.indexOf(loudest) < LOUDEST_FIRST.indexOf(PurchaseOrderStatus.SENT);
        return overdue && !worse ? new Mark("Supplier", "Answer overdue", "bad") : supplier(loudest);
    }

    /** Whether the time agreed first has passed; a reminder gives more of it and makes no answer timely. */
    static boolean isOverdue(PurchaseOrderStatus status, @Nullable Instant respondBy, boolean reminded, Instant now) {
        return status == PurchaseOrderStatus.SENT && respondBy != null && (reminded || respondBy.isBefore(now));
    }

    static Mark supplier(PurchaseOrderStatus status) {
        return switch (status) {
            case ISSUED -> new Mark("Supplier", "About to be asked", "quiet");
            case SENDING -> new Mark("Supplier", "Being asked", "quiet");
            case SENT -> new Mark("Supplier", "Asked", "quiet");
            case UNDELIVERED -> new Mark("Supplier", "Not reached", "bad");
            case UNKNOWN -> new Mark("Supplier", "Reached?", "bad");
            case ACKNOWLEDGED -> new Mark("Supplier", "Accepted", "good");
            case PARTLY_REJECTED -> new Mark("Supplier", "Part refused", "warn");
            case REJECTED -> new Mark("Supplier", "Refused", "warn");
            case PARTLY_SHIPPED -> new Mark("Supplier", "Part shipped", "quiet");
            case SHIPPED -> new Mark("Supplier", "Shipped", "good");
            case CANCELLED -> new Mark("Supplier", "Cancelled", "quiet");
            case WITHDRAWN -> new Mark("Supplier", "Taken back", "quiet");
        };
    }

    /** A constant as a word: sentence case, blanks. */
    static String word(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
