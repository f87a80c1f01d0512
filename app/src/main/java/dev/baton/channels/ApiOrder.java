package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.address.AddressNormaliser;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order in the shape of {@code POST /api/v1/orders}: amounts are decimal texts in the order's currency,
 * times ISO-8601.
 */
final class ApiOrder {

    private static final int MOST_UNITS = 100_000;
    private static final int LONGEST_ID = 100;

    private final Fields order;
    private final String currency;

    private ApiOrder(Fields order) {
        this.order = order;
        String given = order.currency("currency");
        if (given == null) {
            throw order.wrong("currency", "is missing");
        }
        this.currency = given;
    }

    /**
     * The code of the store the order names.
     *
     * @throws Problem MALFORMED when the body is no JSON object, INVALID_FIELD when it names none
     */
    static String storeCode(byte[] body) {
        return asProblem(() -> Fields.of(body).requiredText("store"));
    }

    /**
     * Reads the order for its refusals only.
     *
     * @throws Problem MALFORMED when the body is no JSON object, INVALID_FIELD naming the field
     */
    static void check(byte[] body, StoreId store, Instant now) {
        asProblem(() -> read(body, new OrderSource(store, new DocumentId(new UUID(0, 0)), now)));
    }

    private interface Refusable<T> {
        T read();
    }

    private static <T> T asProblem(Refusable<T> body) {
        try {
            return body.read();
        } catch (UnreadableDocument refusal) {
            throw new Problem(
                    refusal.field() == null ? CommonProblem.MALFORMED : CommonProblem.INVALID_FIELD,
                    sentence(refusal) + "; correct it and send the order again.",
                    refusal.field());
        }
    }

    /** Begins with a capital, but for a field's name, which is written as it is. */
    private static String sentence(UnreadableDocument refusal) {
        String reason = refusal.reason();
        String field = refusal.field();
        return field != null && reason.startsWith(field)
                ? reason
                : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }

    /**
     * Reads the order; without an {@code updatedAt} it is as new as its arrival.
     *
     * @throws UnreadableDocument when a field it needs has no usable value
     */
    static ReadOrder read(byte[] body, OrderSource source) {
        return new ReadOrder(new ApiOrder(Fields.of(body)).read(source), List.of());
    }

    private StoreOrder read(OrderSource source) {
        List<StoreLine> lines = lines();
        Fields shipTo = order.object("shipTo");
        String id = order.requiredText("id");
        if (id.length() > LONGEST_ID) {
            throw order.wrong("id", "may have " + LONGEST_ID + " characters at most");
        }
        String name = order.text("name");
        Instant updated = order.instant("updatedAt");
        Instant arrived = source.triggeredAt() == null ? Instant.EPOCH : source.triggeredAt();
        return new StoreOrder(
                source.store(),
                id,
                name == null ? id : name,
                order.instant("placedAt"),
                new OrderVersion(updated == null ? arrived : updated, arrived),
                order.flag("paid", false) ? Payment.PAID : Payment.PENDING,
                order.flag("cancelled", false),
                order.text("cancelReason"),
                order.flag("test", false),
                currency,
                currency,
                money(lines),
                customer(),
                address(shipTo),
                address(order.object("billTo")),
                false,
                lines,
                List.of(),
                order.text("shipMethod"),
                order.text("giftMessage"),
                order.text("note"),
                order.texts("tags"),
                null,
                source.document());
    }

    private List<StoreLine> lines() {
        List<StoreLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields line : order.list("lines")) {
            StoreLine read = line(line);
            if (!seen.add(read.storeLineId())) {
                throw line.wrong("id", "stands on two lines");
            }
            lines.add(read);
        }
        if (lines.isEmpty()) {
            throw order.wrong("lines", "is empty: an order needs a line");
        }
        if (lines.size() > StoreOrder.MOST_LINES) {
            throw order.wrong("lines", "has more than " + StoreOrder.MOST_LINES + " lines");
        }
        return lines;
    }

    private StoreLine line(Fields line) {
        String id = line.requiredText("id");
        String sku = line.requiredText("sku");
        int quantity = line.requiredCount("quantity");
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw line.wrong("quantity", "must be between 1 and " + MOST_UNITS);
        }
        long price = line.minor("unitPrice", currency, 0);
        if (price < 0) {
            throw line.wrong("unitPrice", "must not be negative");
        }
        String title = line.text("title");
        return new StoreLine(
                id,
                sku,
                title == null ? sku : title,
                quantity,
                quantity,
                0,
                line.flag("requiresShipping", true),
                price,
                line.minor("discount", currency, 0),
                line.minor("tax", currency, 0),
                properties(line));
    }

    private static Map<String, String> properties(Fields line) {
        Fields given = line.object("properties");
        Map<String, String> properties = new LinkedHashMap<>();
        if (given != null) {
            for (String name : given.names()) {
                String value = given.text(name);
                properties.put(name, value == null ? "" : value);
            }
        }
        return properties;
    }

    private OrderMoney money(List<StoreLine> lines) {
        long goods = 0;
        long discounts = 0;
        long taxes = 0;
        for (StoreLine line : lines) {
            goods += line.unitPriceMinor() * line.quantity();
            discounts += line.discountMinor();
            taxes += line.taxMinor();
        }
        boolean taxIncluded = order.flag("taxIncluded", false);
        long shipping = order.minor("shipping", currency, 0);
        long total = goods - discounts + shipping + (taxIncluded ? 0 : taxes);
        return new OrderMoney(
                goods - discounts, discounts, taxes, taxIncluded, shipping, order.minor("total", currency, total));
    }

    private CustomerFacts customer() {
        Fields customer = order.object("customer");
        return customer == null
                ? new CustomerFacts(null, null, null, null)
                : new CustomerFacts(
                        customer.text("name"), customer.text("email"), customer.text("phone"), customer.text("locale"));
    }

    private static @Nullable PostalAddress address(@Nullable Fields address) {
        if (address == null) {
            return null;
        }
        String country = address.text("countryCode");
        return new PostalAddress(
                address.text("name"),
                address.text("company"),
                address.text("line1"),
                address.text("line2"),
                address.text("city"),
                address.text("region"),
                regionCode(country, address),
                address.text("postcode"),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                address.text("phone"));
    }

    /** The code as given, or found from what was written as region: a code or a name. */
    private static @Nullable String regionCode(@Nullable String country, Fields address) {
        String given = address.text("regionCode");
        return given != null
                ? given
                : AddressNormaliser.regionCode(country, address.text("region")).orElse(null);
    }
}
