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
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import dev.baton.platform.address.PostalAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order in the shape of {@code order.graphql}, which is how a poll and a second look at the store bring
 * it. Source: Shopify Admin GraphQL API 2026-07, objects Order, LineItem, Fulfillment, Refund.
 */
final class GraphOrder {

    private final Fields order;
    private final OrderSource source;
    private final String currency;
    private final List<StoreRefund> refunds;
    private final List<SeenFulfilment> fulfilments;

    private GraphOrder(Fields order, OrderSource source) {
        this.order = order;
        this.source = source;
        String given = order.currency("currencyCode");
        if (given == null) {
            throw order.wrong("currencyCode", "is missing");
        }
        this.currency = given;
        this.refunds = refunds();
        this.fulfilments = fulfilments(order);
    }

    /**
     * Reads the answer's {@code data.order}.
     *
     * @throws UnreadableDocument when it is none, or a field it needs has no usable value
     */
    static ReadOrder read(byte[] json, OrderSource source) {
        Fields document = Fields.of(json);
        Fields data = document.object("data");
        Fields order = data == null ? null : data.object("order");
        if (order == null) {
            throw new UnreadableDocument("the store's answer holds no order", "data.order");
        }
        return new GraphOrder(order, source).read();
    }

    private ReadOrder read() {
        List<StoreLine> lines = lines();
        Fields shipTo = order.object("shippingAddress");
        boolean withheld = isWithheld(shipTo, lines);
        Map<String, String> attributes = OrderWords.pairs(order, "customAttributes", "key");
        Instant placed = order.instant("processedAt");
        Instant updated = order.instant("updatedAt");
        if (updated == null) {
            throw order.wrong("updatedAt", "is missing: without it nobody knows which of two versions is newer");
        }
        String presentment = order.currency("presentmentCurrencyCode");
        StoreOrder read = new StoreOrder(
                source.store(),
                OrderWords.id(order, "id"),
                order.requiredText("name"),
                placed == null ? order.instant("createdAt") : placed,
                new OrderVersion(updated, source.triggeredAt()),
                OrderWords.payment(order.text("displayFinancialStatus")),
                order.has("cancelledAt"),
                lowerCase(order.text("cancelReason")),
                order.flag("test", false),
                currency,
                presentment == null ? currency : presentment,
                money(),
                withheld ? new CustomerFacts(null, null, null, null) : customer(shipTo),
                address(shipTo),
                address(order.object("billingAddress")),
                withheld,
                lines,
                refunds,
                shipMethod(),
                OrderWords.giftMessage(attributes),
                order.text("note"),
                order.texts("tags"),
                OrderWords.risk(riskWords()),
                source.document());
        return new ReadOrder(read, fulfilments);
    }

    /** As the webhook writes it: {@code CUSTOMER} is {@code customer}. */
    private static @Nullable String lowerCase(@Nullable String word) {
        return word == null ? null : word.toLowerCase(java.util.Locale.ROOT);
    }

    private List<StoreLine> lines() {
        List<StoreLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields line : nodes(order, "lineItems")) {
            StoreLine read = line(line);
            if (!seen.add(read.storeLineId())) {
                throw line.wrong("id", "stands on two lines");
            }
            lines.add(read);
        }
        if (lines.isEmpty()) {
            throw order.wrong("lineItems", "is empty: an order without lines cannot be shipped");
        }
        if (lines.size() > StoreOrder.MOST_LINES) {
            throw order.wrong("lineItems", "has more than " + StoreOrder.MOST_LINES + " lines");
        }
        return lines;
    }

    private StoreLine line(Fields line) {
        String id = OrderWords.id(line, "id");
        int quantity = line.requiredCount("quantity");
        String title = firstOf(line.text("title"), line.text("sku"));
        return new StoreLine(
                id,
                line.text("sku"),
                title == null ? id : title,
                quantity,
                wanted(line, id, quantity),
                0,
                line.flag("requiresShipping", true),
                shopMinor(line, "originalUnitPriceSet"),
                line.list("discountAllocations").stream()
                        .mapToLong(allocation -> shopMinor(allocation, "allocatedAmountSet"))
                        .sum(),
                line.list("taxLines").stream()
                        .mapToLong(tax -> shopMinor(tax, "priceSet"))
                        .sum(),
                OrderWords.pairs(line, "customAttributes", "key"));
    }

    /**
     * The units the store still wants the customer to get, those on their way included: {@code currentQuantity}
     * leaves out removed and all refunded units, also those that were sent back or only paid back.
     */
    private int wanted(Fields line, String id, int quantity) {
        int current = line.count("currentQuantity", quantity);
        return Math.min(quantity, current + OrderWords.refundedYetWanted(refunds, id));
    }

    private List<StoreRefund> refunds() {
        List<StoreRefund> read = new ArrayList<>();
        for (Fields refund : order.list("refunds")) {
            List<RefundedLine> lines = new ArrayList<>();
            for (Fields line : nodes(refund, "refundLineItems")) {
                Fields of = line.object("lineItem");
                if (of != null) {
                    lines.add(new RefundedLine(
                            OrderWords.id(of, "id"),
                            line.count("quantity", 0),
                            OrderWords.restock(line.text("restockType"))));
                }
            }
            Instant at = refund.instant("createdAt");
            if (at == null) {
                at = order.instant("updatedAt");
            }
            if (at == null) {
                throw refund.wrong("createdAt", "is missing");
            }
            read.add(new StoreRefund(OrderWords.id(refund, "id"), at, shopMinor(refund, "totalRefundedSet"), lines));
        }
        return read;
    }

    /** The fulfilments of an order in this shape, without cancelled and failed ones. */
    static List<SeenFulfilment> fulfilments(Fields order) {
        List<SeenFulfilment> seen = new ArrayList<>();
        for (Fields fulfilment : order.list("fulfillments")) {
            if (!OrderWords.countsAsFulfilled(fulfilment.text("status"))) {
                continue;
            }
            Map<String, Integer> units = new HashMap<>();
            for (Fields line : nodes(fulfilment, "fulfillmentLineItems")) {
                Fields of = line.object("lineItem");
                if (of != null) {
                    units.merge(OrderWords.id(of, "id"), line.count("quantity", 0), Integer::sum);
                }
            }
            List<String> numbers = new ArrayList<>();
            for (Fields tracking : fulfilment.list("trackingInfo")) {
                String number = tracking.text("number");
                if (number != null) {
                    numbers.add(number);
                }
            }
            seen.add(new SeenFulfilment(OrderWords.id(fulfilment, "id"), numbers, units));
        }
        return seen;
    }

    private OrderMoney money() {
        return new OrderMoney(
                shopMinor(order, "subtotalPriceSet"),
                shopMinor(order, "totalDiscountsSet"),
                shopMinor(order, "totalTaxSet"),
                order.flag("taxesIncluded", false),
                shopMinor(order, "totalShippingPriceSet"),
                shopMinor(order, "totalPriceSet"));
    }

    private long shopMinor(Fields holder, String bag) {
        Fields set = holder.object(bag);
        Fields shop = set == null ? null : set.object("shopMoney");
        return shop == null ? 0 : shop.minor("amount", currency, 0);
    }

    private @Nullable String shipMethod() {
        List<Fields> lines = nodes(order, "shippingLines");
        return lines.isEmpty()
                ? null
                : firstOf(lines.getFirst().text("code"), lines.getFirst().text("title"));
    }

    private List<String> riskWords() {
        Fields risk = order.object("risk");
        List<String> words = new ArrayList<>();
        if (risk != null) {
            for (Fields assessment : risk.list("assessments")) {
                String word = assessment.text("riskLevel");
                if (word != null) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private CustomerFacts customer(@Nullable Fields shipTo) {
        Fields billTo = order.object("billingAddress");
        return new CustomerFacts(
                firstOf(personName(shipTo), personName(billTo)),
                order.text("email"),
                firstOf(order.text("phone"), shipTo == null ? null : shipTo.text("phone")),
                order.text("customerLocale"));
    }

    /** Fields that may not be seen come as null, with an error that says so; country and region stay. */
    private static boolean isWithheld(@Nullable Fields shipTo, List<StoreLine> lines) {
        return shipTo != null
                && lines.stream().anyMatch(StoreLine::requiresShipping)
                && personName(shipTo) == null
                && shipTo.text("address1") == null;
    }

    private static @Nullable String personName(@Nullable Fields person) {
        if (person == null) {
            return null;
        }
        String first = person.text("firstName");
        String last = person.text("lastName");
        String both = first == null ? last : last == null ? first : first + " " + last;
        return firstOf(person.text("name"), both);
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
                        address.text("provinceCode"),
                        address.text("zip"),
                        address.text("countryCodeV2"),
                        address.text("phone"));
    }

    /** The nodes of a connection; empty when it is absent. */
    static List<Fields> nodes(Fields holder, String connection) {
        Fields found = holder.object(connection);
        return found == null ? List.of() : found.list("nodes");
    }
}
