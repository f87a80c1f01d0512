package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.platform.address.AddressNormaliser;
import dev.baton.platform.address.CountryCode;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.DocumentId;
import java.math.BigDecimal;
import java.time.Duration;
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

    /** Of what is looked for by: longer than any store writes a name or a code. */
    private static final int LONGEST_NAME = 255;

    /** Of any currency: more is no order, and could not be compared with another currency's. */
    private static final long MOST_MONEY = 1_000_000_000_000L;

    /** Clocks differ, zones are forgotten; more than a day ahead is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Fields order;
    private final String currency;
    private final long most;

    private ApiOrder(Fields order) {
        this.order = order;
        String given = order.currency("currency");
        if (given == null) {
            throw order.wrong("currency", "is missing");
        }
        this.currency = given;
        this.most = BigDecimal.valueOf(MOST_MONEY)
                .movePointRight(Money.digits(given))
                .longValueExact();
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
        String id = id(order);
        String name = order.text("name");
        if (name != null && name.length() > LONGEST_NAME) {
            throw order.wrong("name", "may have " + LONGEST_NAME + " characters at most");
        }
        Instant updated = order.instant("updatedAt");
        Instant arrived = source.triggeredAt() == null ? Instant.EPOCH : source.triggeredAt();
        if (updated != null && source.triggeredAt() != null && updated.isAfter(arrived.plus(AHEAD))) {
            throw order.wrong("updatedAt", "lies in the future: nothing that comes later would count");
        }
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

    /** Of {@code gid://shopify/Order/123} the number, as the store's own messages call it. */
    private static String id(Fields of) {
        String text = of.requiredText("id");
        String id = text.startsWith("gid://")
                ? text.substring(text.lastIndexOf('/') + 1).replaceFirst("\\?.*", "")
                : text;
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw of.wrong("id", "must have 1 to " + LONGEST_ID + " characters");
        }
        return id;
    }

    private long amount(Fields of, String name, long absent) {
        long amount = of.minor(name, currency, absent);
        if (amount < 0) {
            throw of.wrong(name, "must not be negative");
        }
        if (amount > most) {
            throw of.wrong(name, "is larger than any order");
        }
        return amount;
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
        String id = id(line);
        String sku = line.requiredText("sku");
        if (sku.length() > LONGEST_NAME) {
            throw line.wrong("sku", "may have " + LONGEST_NAME + " characters at most");
        }
        int quantity = line.requiredCount("quantity");
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw line.wrong("quantity", "must be between 1 and " + MOST_UNITS);
        }
        long price = amount(line, "unitPrice", 0);
        if (price > most / quantity) {
            throw line.wrong("unitPrice", "times " + quantity + " is larger than any order");
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
                amount(line, "discount", 0),
                amount(line, "tax", 0),
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
        long shipping = amount(order, "shipping", 0);
        long total = goods - discounts + shipping + (taxIncluded ? 0 : taxes);
        return new OrderMoney(goods - discounts, discounts, taxes, taxIncluded, shipping, total(total));
    }

    /** As it is given, else what the lines come to. */
    private long total(long lines) {
        if (!order.has("total") && lines > most) {
            throw order.wrong("lines", "come to more than any order");
        }
        return order.has("total") ? amount(order, "total", 0) : lines;
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
        String written = address.text("countryCode");
        String country = CountryCode.find(written).orElse(written);
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
