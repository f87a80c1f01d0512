package dev.baton.channels.shopify;

import static dev.baton.channels.shopify.OrderWords.firstOf;

import dev.baton.channels.Fields;
import dev.baton.channels.OrderSource;
import dev.baton.channels.ReadOrder;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.UnreadableDocument;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.RestockType;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import dev.baton.platform.address.PostalAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order in the shape of Shopify's webhooks, which is the REST Admin API's order resource. Source:
 * shopify.dev, "Webhooks" (orders/create and its kin) and the REST Order resource.
 */
final class HookOrder {

    private final Fields order;
    private final OrderSource source;
    private final String currency;
    private final List<StoreRefund> refunds;
    private final List<SeenFulfilment> fulfilments;

    private HookOrder(Fields order, OrderSource source) {
        this.order = order;
        this.source = source;
        String given = order.currency("currency");
        if (given == null) {
            throw order.wrong("currency", "is missing");
        }
        this.currency = given;
        this.refunds = HookRefunds.of(order, currency);
        this.fulfilments = fulfilments(order);
    }

    /**
     * Reads a whole order, bare or wrapped in {@code {"order": …}}.
     *
     * @throws UnreadableDocument when it is none, or a field it needs has no usable value
     */
    static ReadOrder read(byte[] json, OrderSource source) {
        Fields document = Fields.of(json);
        Fields wrapped = document.has("id") ? null : document.object("order");
        Fields order = wrapped == null ? document : wrapped;
        if (!order.has("id")) {
            throw new UnreadableDocument("the document is no order: it has no id", "id");
        }
        if (!order.isList("line_items")) {
            throw new UnreadableDocument("the document is no whole order: it has no line_items", "line_items");
        }
        if (order.mentions("invoice_sent_at")) {
            throw new UnreadableDocument("the document is a draft order: nobody has ordered it yet", "invoice_sent_at");
        }
        return new HookOrder(order, source).read();
    }

    private ReadOrder read() {
        List<StoreLine> lines = lines();
        Fields shipTo = order.object("shipping_address");
        boolean withheld = isWithheld(shipTo, lines);
        Map<String, String> attributes = OrderWords.pairs(order, "note_attributes", "name");
        String name = order.text("name");
        String presentment = order.currency("presentment_currency");
        StoreOrder read = new StoreOrder(
                source.store(),
                OrderWords.id(order, "id"),
                name == null ? "#" + OrderWords.id(order, "id") : name,
                firstInstant("processed_at", "created_at"),
                new OrderVersion(updatedAt(), source.triggeredAt()),
                OrderWords.payment(order.text("financial_status")),
                order.has("cancelled_at"),
                order.text("cancel_reason"),
                order.flag("test", false),
                currency,
                presentment == null ? currency : presentment,
                money(),
                withheld ? new CustomerFacts(null, null, null, null) : customer(shipTo),
                address(shipTo),
                address(order.object("billing_address")),
                withheld,
                lines,
                refunds,
                shipMethod(),
                OrderWords.giftMessage(attributes),
                order.text("note"),
                tags(),
                null,
                source.document());
        return new ReadOrder(read, fulfilments);
    }

    private Instant updatedAt() {
        Instant updated = firstInstant("updated_at", "created_at");
        if (updated == null) {
            throw order.wrong("updated_at", "is missing: without it nobody knows which of two versions is newer");
        }
        return updated;
    }

    private @Nullable Instant firstInstant(String first, String second) {
        Instant instant = order.instant(first);
        return instant == null ? order.instant(second) : instant;
    }

    private List<StoreLine> lines() {
        List<StoreLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields line : order.list("line_items")) {
            StoreLine read = line(line);
            if (!seen.add(read.storeLineId())) {
                throw line.wrong("id", "stands on two lines");
            }
            lines.add(read);
        }
        if (lines.isEmpty()) {
            throw order.wrong("line_items", "is empty: an order without lines cannot be shipped");
        }
        if (lines.size() > StoreOrder.MOST_LINES) {
            throw order.wrong("line_items", "has more than " + StoreOrder.MOST_LINES + " lines");
        }
        return lines;
    }

    private StoreLine line(Fields line) {
        String id = OrderWords.id(line, "id");
        int quantity = line.requiredCount("quantity");
        String title = firstOf(line.text("title"), line.text("name"), line.text("sku"));
        long discounts = line.list("discount_allocations").stream()
                .mapToLong(allocation -> allocation.minor("amount", currency, 0))
                .sum();
        return new StoreLine(
                id,
                line.text("sku"),
                title == null ? id : title,
                quantity,
                wanted(line, id, quantity),
                0,
                line.flag("requires_shipping", true),
                line.minor("price", currency, 0),
                discounts > 0 ? discounts : line.minor("total_discount", currency, 0),
                line.list("tax_lines").stream()
                        .mapToLong(tax -> tax.minor("price", currency, 0))
                        .sum(),
                OrderWords.pairs(line, "properties", "name"));
    }

    /**
     * The units the store still wants the customer to get, those on their way included. An edit leaves {@code
     * quantity} and lowers {@code current_quantity} and {@code fulfillable_quantity}; a refund lowers them too,
     * whatever becomes of the goods. Old documents have only one of the two, or neither.
     */
    private int wanted(Fields line, String id, int quantity) {
        int yetWanted = OrderWords.refundedYetWanted(refunds, id);
        int wanted = quantity;
        if (line.has("current_quantity")) {
            wanted = Math.min(wanted, line.count("current_quantity", 0) + yetWanted);
        }
        if (line.has("fulfillable_quantity") && order.isList("fulfillments")) {
            int fulfilled = fulfilments.stream()
                    .mapToInt(fulfilment -> fulfilment.units().getOrDefault(id, 0))
                    .sum();
            wanted = Math.min(wanted, line.count("fulfillable_quantity", 0) + fulfilled + yetWanted);
        }
        return Math.max(0, Math.min(wanted, quantity - cancelled(id)));
    }

    private int cancelled(String id) {
        return refunds.stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(line -> line.storeLineId().equals(id) && line.restock() == RestockType.CANCEL)
                .mapToInt(RefundedLine::quantity)
                .sum();
    }

    private static List<SeenFulfilment> fulfilments(Fields order) {
        List<SeenFulfilment> seen = new ArrayList<>();
        for (Fields fulfilment : order.list("fulfillments")) {
            if (!OrderWords.countsAsFulfilled(fulfilment.text("status"))) {
                continue;
            }
            Map<String, Integer> units = new HashMap<>();
            for (Fields line : fulfilment.list("line_items")) {
                units.merge(OrderWords.id(line, "id"), line.count("quantity", 0), Integer::sum);
            }
            List<String> numbers = new ArrayList<>(fulfilment.texts("tracking_numbers"));
            String single = fulfilment.text("tracking_number");
            if (single != null && !numbers.contains(single)) {
                numbers.add(single);
            }
            seen.add(new SeenFulfilment(OrderWords.id(fulfilment, "id"), numbers, units));
        }
        return seen;
    }

    private OrderMoney money() {
        return new OrderMoney(
                order.minor("subtotal_price", currency, 0),
                order.minor("total_discounts", currency, 0),
                order.minor("total_tax", currency, 0),
                order.flag("taxes_included", false),
                shipping(),
                order.minor("total_price", currency, 0));
    }

    private long shipping() {
        Fields set = order.object("total_shipping_price_set");
        Fields shop = set == null ? null : set.object("shop_money");
        if (shop != null && shop.has("amount")) {
            return shop.minor("amount", currency, 0);
        }
        return order.list("shipping_lines").stream()
                .mapToLong(line -> line.minor("price", currency, 0))
                .sum();
    }

    private @Nullable String shipMethod() {
        // a webhook names lines an edit removed as well; asked for them, the store leaves those out
        return order.list("shipping_lines").stream()
                .filter(line -> !line.flag("is_removed", false))
                .findFirst()
                .map(line -> firstOf(line.text("code"), line.text("title")))
                .orElse(null);
    }

    private List<String> tags() {
        String tags = order.isList("tags") ? String.join(",", order.texts("tags")) : order.text("tags");
        return tags == null
                ? List.of()
                : Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    private CustomerFacts customer(@Nullable Fields shipTo) {
        Fields customer = order.object("customer");
        return new CustomerFacts(
                firstOf(personName(shipTo), personName(order.object("billing_address")), personName(customer)),
                firstOf(
                        order.text("email"),
                        order.text("contact_email"),
                        customer == null ? null : customer.text("email")),
                firstOf(order.text("phone"), shipTo == null ? null : shipTo.text("phone")),
                order.text("customer_locale"));
    }

    /**
     * Without permission for customers' data Shopify leaves the fields out or empties them, but keeps country and
     * region. Source: shopify.dev, "Work with protected customer data".
     */
    private boolean isWithheld(@Nullable Fields shipTo, List<StoreLine> lines) {
        if (lines.stream().noneMatch(StoreLine::requiresShipping)) {
            return false;
        }
        if (shipTo == null) {
            return !order.mentions("shipping_address") && !order.has("email") && !order.has("customer");
        }
        return personName(shipTo) == null && shipTo.text("address1") == null;
    }

    private static @Nullable String personName(@Nullable Fields person) {
        if (person == null) {
            return null;
        }
        String name = person.text("name");
        String first = person.text("first_name");
        String last = person.text("last_name");
        String both = first == null ? last : last == null ? first : first + " " + last;
        return firstOf(name, both);
    }

    private static @Nullable PostalAddress address(@Nullable Fields address) {
        return address == null
                ? null
                : new PostalAddress(
                        personName(address),
                        address.text("company"),
                        address.text("address1"),
                        address.text("address2"),
                        address.text("city"),
                        address.text("province"),
                        address.text("province_code"),
                        address.text("zip"),
                        address.text("country_code"),
                        address.text("phone"));
    }
}
