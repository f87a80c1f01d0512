package dev.baton.world.shopify;

import dev.baton.world.graphql.FieldDenied;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the search and sort arguments of {@code orders}. Source: shopify.dev, "Shopify API search syntax". */
final class OrderSearch {

    private static final Pattern TERM =
            Pattern.compile("(\\w+):(>=|<=|>|<)?(?:'([^']*)'|\"([^\"]*)\"|(\\S+))|(?i:\\b(and)\\b)|(\\S+)");

    private OrderSearch() {}

    /** @throws FieldDenied when a term is not among those a shop knows */
    static List<ShopOrder> find(List<ShopOrder> all, Map<String, Object> arguments) {
        Predicate<ShopOrder> filter = filter(String.valueOf(arguments.getOrDefault("query", "")));
        List<ShopOrder> found = new ArrayList<>(all.stream().filter(filter).toList());
        String sortKey = String.valueOf(arguments.getOrDefault("sortKey", "PROCESSED_AT"));
        found.sort(Comparator.comparing(order -> key(order, sortKey)));
        return found;
    }

    /** What an order is sorted by and a cursor remembers: the value and, for ties, the id. */
    static String key(ShopOrder order, String sortKey) {
        String id = String.format(Locale.ROOT, "%020d", order.placed.id());
        return switch (sortKey) {
            case "UPDATED_AT" -> stamp(order.updatedAt) + id;
            case "CREATED_AT", "PROCESSED_AT" -> stamp(order.createdAt) + id;
            case "ORDER_NUMBER" -> String.format(Locale.ROOT, "%020d", order.placed.number()) + id;
            default -> id;
        };
    }

    private static String stamp(Instant at) {
        return String.format(Locale.ROOT, "%020d", at.toEpochMilli());
    }

    private static Predicate<ShopOrder> filter(String query) {
        Predicate<ShopOrder> all = _ -> true;
        Matcher matcher = TERM.matcher(query);
        while (matcher.find()) {
            if (matcher.group(6) != null) {
                continue;
            }
            if (matcher.group(1) == null) {
                throw denied("free text is not searched here: " + matcher.group());
            }
            String value = matcher.group(3) != null
                    ? matcher.group(3)
                    : matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
            all = all.and(term(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), value));
        }
        return all;
    }

    private static Predicate<ShopOrder> term(String field, String comparison, String value) {
        return switch (field) {
            case "updated_at" -> time(comparison, value, order -> order.updatedAt);
            case "created_at", "processed_at" -> time(comparison, value, order -> order.createdAt);
            case "id" -> order -> Long.toString(order.placed.id()).equals(value);
            case "name" -> order -> order.placed.name().replace("#", "").equals(value.replace("#", ""));
            case "financial_status" -> order -> order.financialStatus().equalsIgnoreCase(value);
            case "fulfillment_status" ->
                order -> order.fulfillmentStatus().equalsIgnoreCase(value)
                        || (value.equals("unshipped") && order.fulfilments.isEmpty());
            case "test" -> order -> Boolean.toString(order.placed.test()).equals(value);
            case "status" ->
                switch (value) {
                    case "any" -> _ -> true;
                    case "open", "not_closed" -> order -> order.cancelledAt == null;
                    case "cancelled" -> order -> order.cancelledAt != null;
                    default -> throw denied("invalid status " + value);
                };
            default -> throw denied("invalid search field " + field);
        };
    }

    private interface Stamp {
        Instant of(ShopOrder order);
    }

    private static Predicate<ShopOrder> time(String comparison, String value, Stamp stamp) {
        Instant wanted;
        try {
            wanted = OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException _) {
            throw denied("no time: " + value);
        }
        return switch (comparison) {
            case ">=" -> order -> !stamp.of(order).isBefore(wanted);
            case ">" -> order -> stamp.of(order).isAfter(wanted);
            case "<=" -> order -> !stamp.of(order).isAfter(wanted);
            case "<" -> order -> stamp.of(order).isBefore(wanted);
            default -> order -> stamp.of(order).equals(wanted);
        };
    }

    private static FieldDenied denied(String why) {
        return new FieldDenied("Invalid search query: " + why, Map.of("code", "BAD_REQUEST"));
    }
}
