package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.Bucket;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ways out of a hold, and what can be done to an order without one, for whoever looks. Needs an open transaction of
 * the merchant.
 */
@Component
class HoldWays {

    private static final Set<Bucket> UNSENT = EnumSet.of(Bucket.OPEN, Bucket.WAITING, Bucket.ALLOCATED);
    private static final Set<Bucket> TO_COME = EnumSet.range(Bucket.OPEN, Bucket.ACCEPTED);

    private final OrderLookup orders;
    private final AskCustomer asking;

    HoldWays(OrderLookup orders, AskCustomer asking) {
        this.orders = orders;
        this.asking = asking;
    }

    List<Way> of(Staff staff, OpenHold hold) {
        List<Way> ways = new ArrayList<>();
        Optional<OrderView> order = orders.find(staff.merchant(), hold.order());
        order.ifPresent(found -> first(staff, hold, found).ifPresent(way -> ways.add(way.main())));
        releasing(staff, hold).ifPresent(release -> ways.add(ways.isEmpty() ? release.main() : release));
        order.ifPresent(found -> {
            ask(staff, hold, found).ifPresent(ways::add);
            if (staff.may(Act.CANCEL_ORDERS)) {
                ways.add(OrderWays.cancel(found));
            }
        });
        return ways;
    }

    /** What can be done to an order of which something may still change, held or not. */
    List<Way> ofOrder(Staff staff, OrderView order) {
        List<Way> ways = new ArrayList<>();
        if (order.cancelledAt() != null || !isAnywhere(order, TO_COME)) {
            return ways;
        }
        boolean stopped =
                order.holds().stream().anyMatch(hold -> hold.open() && hold.kind() == HoldKind.STOPPED_BY_HAND);
        if (staff.may(Act.HOLD_ORDERS) && !stopped && isAnywhere(order, UNSENT)) {
            ways.add(OrderWays.stop(order));
        }
        if (staff.may(Act.MEND_ADDRESS)) {
            ways.add(mend(staff.merchant(), order));
        }
        if (staff.may(Act.CANCEL_ORDERS)) {
            ways.add(OrderWays.cancel(order));
        }
        return ways;
    }

    private static boolean isAnywhere(OrderView order, Set<Bucket> buckets) {
        return order.lines().stream()
                .flatMap(line -> buckets.stream().map(bucket -> line.units().getOrDefault(bucket, 0)))
                .anyMatch(units -> units > 0);
    }

    /** Those that one click takes; the order is read only where the customer can be asked. */
    List<Way> quick(Staff staff, OpenHold hold) {
        List<Way> ways = new ArrayList<>();
        releasing(staff, hold).ifPresent(ways::add);
        if (AskCustomer.asksAbout(hold.kind())) {
            orders.find(staff.merchant(), hold.order())
                    .flatMap(found -> ask(staff, hold, found))
                    .filter(Way::quick)
                    .ifPresent(ways::add);
        }
        return ways;
    }

    /** To let it go; empty where that is another's decision. */
    static Optional<Way> releasing(Staff staff, OpenHold hold) {
        return OrderScreen.mayRelease(staff, hold.kind()) ? Optional.of(release(hold)) : Optional.empty();
    }

    /** What mends the cause, where it can be mended here. */
    private Optional<Way> first(Staff staff, OpenHold hold, OrderView order) {
        return switch (hold.kind()) {
            case UNKNOWN_SKU -> staff.may(Act.MAP_GOODS) ? map(hold, order) : Optional.empty();
            case BAD_ADDRESS, PERSONAL_DATA_WITHHELD ->
                staff.may(Act.MEND_ADDRESS) ? Optional.of(mend(staff.merchant(), order)) : Optional.empty();
            case NO_SUPPLIER, SUPPLIER_AWAY -> offers(hold, order);
            case REROUTE_LIMIT,
                    MARGIN_FLOOR,
                    UNPAID,
                    VALUE_LIMIT,
                    POSSIBLE_DUPLICATE,
                    REFUNDED_SHIP_ANYWAY,
                    COUNTRY_CHANGED,
                    BLOCKED_COUNTRY,
                    FRAUD_RISK,
                    TEST_ORDER,
                    STOPPED_BY_HAND -> Optional.empty();
        };
    }

    private static Optional<Way> map(OpenHold hold, OrderView order) {
        return line(hold, order)
                .filter(line -> line.sku() != null)
                .map(line -> Way.act(
                                "Say what it is",
                                "The store's " + line.sku()
                                        + " stands for this SKU of yours from now on. Every order that waits"
                                        + " for it goes.",
                                ExceptionScreen.path(hold.id()),
                                "See what it releases",
                                Map.of())
                        .with(
                                Field.text("sku", "Your SKU", "", true),
                                Field.number("quantity", "Units of it in one", "1")));
    }

    private static Optional<Way> offers(OpenHold hold, OrderView order) {
        return line(hold, order)
                .filter(line -> line.sku() != null)
                .map(line -> Way.link(
                        "Find a supplier",
                        "Look who offers " + line.sku() + ", and where they ship. Then let the line be planned again.",
                        StockScreen.why(Objects.requireNonNullElse(line.sku(), "")),
                        "Open the SKU"));
    }

    private static Optional<OrderView.LineView> line(OpenHold hold, OrderView order) {
        return order.lines().stream()
                .filter(line -> line.id().equals(hold.line()))
                .findFirst();
    }

    private Way mend(MerchantId merchant, OrderView order) {
        ShipTo person = orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord());
        PostalAddress to = person == null ? null : person.address();
        return Way.act(
                        "Mend the address",
                        "The order goes on to this address, until the store itself sends another.",
                        OrderWays.PATH + "/mend",
                        "Mend and go on",
                        Map.of("order", order.id().value().toString()))
                .with(
                        Field.text("name", "Name", said(to == null ? name(person) : to.name()), false),
                        Field.text("company", "Firm", said(to == null ? null : to.company()), false),
                        Field.text("line1", "Street and number", said(to == null ? null : to.line1()), true),
                        Field.text("line2", "Flat, floor, building", said(to == null ? null : to.line2()), false),
                        Field.text("postcode", "Postcode", said(to == null ? null : to.postcode()), false),
                        Field.text("city", "Town", said(to == null ? null : to.city()), true),
                        Field.text("region", "State or province", said(to == null ? null : region(to)), false),
                        Field.text("country", "Country, two letters", said(to == null ? null : to.countryCode()), true),
                        Field.text("phone", "Phone for the carrier", said(to == null ? null : to.phone()), false));
    }

    private static @Nullable String name(@Nullable ShipTo person) {
        return person == null ? null : person.customer().name();
    }

    private static @Nullable String region(PostalAddress to) {
        return to.region() == null ? to.regionCode() : to.region();
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Way release(OpenHold hold) {
        return Way.act(
                switch (hold.kind()) {
                    case UNKNOWN_SKU, NO_SUPPLIER, SUPPLIER_AWAY -> "Plan it again";
                    case REROUTE_LIMIT -> "Ask the suppliers again";
                    case UNPAID -> "Ship it unpaid";
                    case BAD_ADDRESS, PERSONAL_DATA_WITHHELD -> "Ship it as it is";
                    case POSSIBLE_DUPLICATE -> "Both are wanted";
                    case TEST_ORDER -> "It is a real order";
                    case BLOCKED_COUNTRY -> "Make an exception";
                    case MARGIN_FLOOR,
                            VALUE_LIMIT,
                            REFUNDED_SHIP_ANYWAY,
                            COUNTRY_CHANGED,
                            FRAUD_RISK,
                            STOPPED_BY_HAND -> "Let it go";
                },
                releaseMeans(hold.kind()),
                "/console/holds/release",
                "Release",
                Map.of("hold", hold.id().toString()));
    }

    private static String releaseMeans(HoldKind kind) {
        return switch (kind) {
            case UNKNOWN_SKU -> "Once the SKU is known. If it still is not, the line is held again and says so.";
            case NO_SUPPLIER, SUPPLIER_AWAY ->
                "Once somebody can ship it. If still nobody can, the line is held again and says why.";
            case REROUTE_LIMIT -> "Suppliers that refused before may be asked once more.";
            case UNPAID -> "The suppliers are asked now, and the money may never come.";
            case BAD_ADDRESS, PERSONAL_DATA_WITHHELD ->
                "The supplier gets what there is, and the parcel may come back.";
            case POSSIBLE_DUPLICATE -> "The stock is set aside already; the suppliers are asked now.";
            case MARGIN_FLOOR -> "It is shipped for less than you want to keep.";
            case VALUE_LIMIT, FRAUD_RISK -> "You looked at it, and it is sent to the suppliers now.";
            case REFUNDED_SHIP_ANYWAY -> "The customer gets the goods and keeps the money.";
            case COUNTRY_CHANGED -> "It is planned anew for the new country.";
            case BLOCKED_COUNTRY -> "This order goes there; the country stays blocked.";
            case TEST_ORDER -> "The suppliers are asked to ship it.";
            case STOPPED_BY_HAND -> "Whoever stopped it may have had a reason: ask, if the note does not say.";
        };
    }

    /** The customer may know better: asked from here where there is a question for it, else by a person's own mail. */
    private Optional<Way> ask(Staff staff, OpenHold hold, OrderView order) {
        if (!AskCustomer.asksAbout(hold.kind())) {
            return write(staff.merchant(), hold, order);
        }
        if (order.holds().stream().anyMatch(each -> each.id().equals(hold.id()) && each.asked() != null)) {
            return Optional.empty();
        }
        if (asking.obstacle(staff.merchant(), order).isPresent()) {
            return write(staff.merchant(), hold, order);
        }
        return staff.may(Act.ASK_CUSTOMERS)
                ? Optional.of(Way.act(
                        "Ask the customer",
                        "A mail asks whether both were meant, with a button for each answer; the answer sends or cancels it."
                                + " A task says so if none comes in time.",
                        AskCustomerScreen.PATH,
                        "Ask the customer",
                        Map.of("hold", hold.id().toString())))
                : Optional.empty();
    }

    private Optional<Way> write(MerchantId merchant, OpenHold hold, OrderView order) {
        boolean helps = switch (hold.kind()) {
            case POSSIBLE_DUPLICATE, BAD_ADDRESS, UNPAID, REFUNDED_SHIP_ANYWAY, COUNTRY_CHANGED -> true;
            case UNKNOWN_SKU,
                    NO_SUPPLIER,
                    SUPPLIER_AWAY,
                    REROUTE_LIMIT,
                    MARGIN_FLOOR,
                    PERSONAL_DATA_WITHHELD,
                    VALUE_LIMIT,
                    BLOCKED_COUNTRY,
                    FRAUD_RISK,
                    TEST_ORDER,
                    STOPPED_BY_HAND -> false;
        };
        ShipTo person = orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord());
        String mail = person == null ? null : person.customer().email();
        return helps && mail != null && mail.contains("@")
                ? Optional.of(Way.link(
                        "Ask the customer",
                        "Opens your own mail program, with the order in the subject.",
                        OrderWays.mailto(mail, "Your order " + order.storeOrderName()),
                        "Write a mail"))
                : Optional.empty();
    }
}
