package dev.baton.console;

import dev.baton.console.OrderViews.Customer;
import dev.baton.console.OrderViews.Hold;
import dev.baton.console.OrderViews.Line;
import dev.baton.console.OrderViews.Units;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderRow;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one order on its page. Reads only; needs an open transaction of the merchant. */
@Component
class OrderSheet {

    private final OrderLookup orders;
    private final OrderBoard board;
    private final OrderMarks marks;
    private final MerchantLookup merchants;
    private final OrderBusiness business;
    private final OrderStory story;
    private final AskedSentences sentences;
    private final HoldWays ways;

    OrderSheet(
            OrderLookup orders,
            OrderBoard board,
            OrderMarks marks,
            MerchantLookup merchants,
            OrderBusiness business,
            OrderStory story,
            AskedSentences sentences,
            HoldWays ways) {
        this.orders = orders;
        this.board = board;
        this.marks = marks;
        this.merchants = merchants;
        this.business = business;
        this.story = story;
        this.sentences = sentences;
        this.ways = ways;
    }

    /** Empty when it is not this merchant's. */
    Optional<OrderViews.Order> of(Staff staff, SalesOrderId id, Frame frame) {
        MerchantId merchant = staff.merchant();
        return orders.find(merchant, id).map(order -> sheet(staff, order, frame));
    }

    private OrderViews.Order sheet(Staff staff, OrderView order, Frame frame) {
        MerchantId merchant = staff.merchant();
        List<OrderRow> row = board.of(merchant, List.of(order.id()));
        ShipTo person = orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord());
        return new OrderViews.Order(
                frame,
                order.id().value().toString(),
                order.number(),
                order.storeOrderName(),
                merchants.store(merchant, order.store()).map(Store::name).orElse(""),
                order.receivedAt(),
                order.cancelledAt() == null ? null : cancelled(order.cancelReason()),
                marks.of(merchant, row).getOrDefault(order.id(), List.of()),
                holds(staff, order),
                ways.ofOrder(staff, order),
                asked(merchant, order, frame.moments()),
                customer(person),
                order.lines().stream().map(OrderSheet::line).toList(),
                money(order, frame.moments()),
                business.purchases(staff, order.id()),
                InstructionsScreen.ofOrder(order.id().value().toString()),
                business.parcels(merchant, order.id()),
                business.mails(merchant, order.id()),
                story.decisions(merchant, order),
                story.timeline(merchant, order));
    }

    /** What the store did says so itself; the rest is what a person or a program here gave as its reason. */
    private static String cancelled(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return "Cancelled";
        }
        return reason.startsWith("cancelled in the store") || reason.startsWith("fully refunded in the store")
                ? Character.toUpperCase(reason.charAt(0)) + reason.substring(1)
                : "Cancelled: " + reason;
    }

    private List<String> asked(MerchantId merchant, OrderView order, Moments moments) {
        List<CustomerQuestion> questions = order.holds().stream()
                .map(OrderView.HoldView::asked)
                .filter(Objects::nonNull)
                .toList();
        return List.copyOf(sentences.of(merchant, questions, moments).values());
    }

    private static List<Hold> holds(Staff staff, OrderView order) {
        return order.holds().stream()
                .filter(OrderView.HoldView::open)
                .map(hold -> new Hold(
                        hold.id().toString(),
                        HoldWords.title(hold.kind()),
                        hold.detail(),
                        HoldWords.advice(hold.kind()),
                        hold.kind().owner(),
                        OrderScreen.mayRelease(staff, hold.kind())))
                .toList();
    }

    private static Customer customer(@Nullable ShipTo person) {
        if (person == null) {
            return new Customer(true, "", "", "", List.of(), "");
        }
        PostalAddress to = person.address();
        return new Customer(
                false,
                OrdersScreen.name(person),
                Objects.requireNonNullElse(person.customer().email(), ""),
                Objects.requireNonNullElse(person.customer().phone(), ""),
                to == null ? List.of() : address(to),
                Objects.requireNonNullElse(person.giftMessage(), ""));
    }

    private static List<String> address(PostalAddress to) {
        return Stream.of(
                        to.name(),
                        to.company(),
                        to.line1(),
                        to.line2(),
                        joined(to.postcode(), to.city()),
                        to.region() == null ? to.regionCode() : to.region(),
                        to.countryCode())
                .filter(Objects::nonNull)
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static String joined(@Nullable String one, @Nullable String other) {
        return (Objects.requireNonNullElse(one, "") + " " + Objects.requireNonNullElse(other, "")).strip();
    }

    private static Line line(LineView line) {
        return new Line(
                Objects.requireNonNullElse(line.sku(), ""),
                line.title(),
                Objects.requireNonNullElse(line.setTitle(), ""),
                line.quantity(),
                line.units().entrySet().stream()
                        .map(each -> new Units(each.getValue(), where(each.getKey()), mood(each.getKey())))
                        .toList(),
                line.cancelRequested());
    }

    private static String where(Bucket bucket) {
        return switch (bucket) {
            case OPEN -> "without a supplier";
            case WAITING -> "waiting for stock";
            case ALLOCATED -> "ready to send";
            case SENT -> "asked for";
            case ACCEPTED -> "promised";
            case SHIPPED -> "shipped";
            case DELIVERED -> "delivered";
            case LOST -> "lost";
            case RETURNING -> "coming back";
            case RETURNED -> "returned";
            case CANCELLED -> "cancelled";
        };
    }

    private static String mood(Bucket bucket) {
        return switch (bucket) {
            case OPEN, WAITING -> "warn";
            case LOST -> "bad";
            case SHIPPED, DELIVERED -> "good";
            case ALLOCATED, SENT, ACCEPTED, RETURNING, RETURNED, CANCELLED -> "quiet";
        };
    }

    private static OrderViews.Money money(OrderView order, Moments moments) {
        String currency = order.currency();
        return new OrderViews.Money(
                OrderMarks.money(order.payment()).word(),
                moments.money(order.money().subtotalMinor(), currency),
                moments.money(-order.money().discountMinor(), currency),
                moments.money(order.money().shippingMinor(), currency),
                moments.money(order.money().taxMinor(), currency)
                        + (order.money().taxIncluded() ? ", included" : ""),
                moments.money(order.money().totalMinor(), currency),
                order.refundedMinor() == 0 ? null : moments.money(-order.refundedMinor(), currency));
    }
}
