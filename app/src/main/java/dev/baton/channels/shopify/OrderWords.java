package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.UnreadableDocument;
import dev.baton.orders.Payment;
import dev.baton.orders.RestockType;
import dev.baton.orders.RiskLevel;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shopify's words that both shapes of an order share, in Baton's. */
final class OrderWords {

    private static final Set<String> GIFT_MESSAGE = Set.of("giftmessage", "giftnote", "giftcardmessage");

    /** What a tick is sent as: it says that something is a gift, and is no message. */
    private static final Set<String> TICKS = Set.of(
            "yes", "no", "y", "n", "true", "false", "on", "off", "1", "0", "ja", "nein", "oui", "non", "si", "sí");

    /** Fulfilments that did not, or do not any more, take units away. */
    private static final Set<String> VOID_FULFILMENT = Set.of("CANCELLED", "ERROR", "FAILURE");

    private OrderWords() {}

    /** {@code financial_status} or {@code displayFinancialStatus}; what we do not know is UNKNOWN, never PAID. */
    static Payment payment(@Nullable String word) {
        if (word == null) {
            return Payment.UNKNOWN;
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "PENDING" -> Payment.PENDING;
            case "AUTHORIZED" -> Payment.AUTHORIZED;
            case "PARTIALLY_PAID" -> Payment.PARTIALLY_PAID;
            case "PAID" -> Payment.PAID;
            case "PARTIALLY_REFUNDED" -> Payment.PARTIALLY_REFUNDED;
            case "REFUNDED" -> Payment.REFUNDED;
            case "VOIDED" -> Payment.VOIDED;
            case "EXPIRED" -> Payment.EXPIRED;
            default -> Payment.UNKNOWN;
        };
    }

    /** {@code restock_type} or {@code restockType}; a refund made before the field existed has none. */
    static RestockType restock(@Nullable String word) {
        if (word == null) {
            return RestockType.LEGACY_RESTOCK;
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "CANCEL" -> RestockType.CANCEL;
            case "RETURN" -> RestockType.RETURN;
            case "NO_RESTOCK" -> RestockType.NO_RESTOCK;
            default -> RestockType.LEGACY_RESTOCK;
        };
    }

    /** The highest of several risk words; null when none says anything. */
    static @Nullable RiskLevel risk(List<String> words) {
        RiskLevel highest = null;
        for (String word : words) {
            RiskLevel level = switch (word.toUpperCase(Locale.ROOT)) {
                case "HIGH" -> RiskLevel.HIGH;
                case "MEDIUM" -> RiskLevel.MEDIUM;
                case "LOW" -> RiskLevel.LOW;
                default -> null;
            };
            if (level != null && (highest == null || level.compareTo(highest) > 0)) {
                highest = level;
            }
        }
        return highest;
    }

    /**
     * Refunded units of a line that were not taken out of the order: sent back after shipping, or paid back while
     * nothing was said of the goods. An edit that removes units writes a refund without money; those are out.
     */
    static int refundedYetWanted(List<StoreRefund> refunds, String storeLineId) {
        int units = 0;
        for (StoreRefund refund : refunds) {
            for (RefundedLine line : refund.lines()) {
                if (line.storeLineId().equals(storeLineId) && isYetWanted(line.restock(), refund.amountMinor())) {
                    units += line.quantity();
                }
            }
        }
        return units;
    }

    private static boolean isYetWanted(RestockType restock, long amountMinor) {
        return switch (restock) {
            case CANCEL -> false;
            case RETURN -> true;
            case NO_RESTOCK, LEGACY_RESTOCK -> amountMinor > 0;
        };
    }

    static boolean countsAsFulfilled(@Nullable String status) {
        return status != null && !VOID_FULFILMENT.contains(status.toUpperCase(Locale.ROOT));
    }

    /** The digits of {@code gid://shopify/Order/123} or of a plain number. */
    static String id(Fields fields, String name) {
        String text = fields.requiredText(name);
        String digits = text.substring(text.lastIndexOf('/') + 1);
        int query = digits.indexOf('?');
        String id = query < 0 ? digits : digits.substring(0, query);
        if (id.isEmpty() || id.length() > 20 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw fields.wrong(name, "must be a Shopify id");
        }
        return id;
    }

    /**
     * Name and value pairs: a list of pairs, one pair alone, or an object of names, as Shopify has sent them over
     * the years.
     */
    static Map<String, String> pairs(Fields holder, String name, String nameOf) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (holder.isList(name)) {
            holder.list(name).forEach(pair -> addPair(pairs, pair, nameOf));
            return pairs;
        }
        Fields object = holder.object(name);
        if (object == null) {
            return pairs;
        }
        if (object.mentions(nameOf)
                && (object.mentions("value") || object.names().size() == 1)) {
            addPair(pairs, object, nameOf);
            return pairs;
        }
        for (String key : object.names()) {
            pairs.put(key, object.written(key));
        }
        return pairs;
    }

    /** Apps write what they like as a value: that is no reason to refuse what somebody bought. */
    private static void addPair(Map<String, String> pairs, Fields pair, String nameOf) {
        String key = pair.strictText(nameOf);
        if (key == null) {
            throw new UnreadableDocument(pair.at(nameOf) + " is missing", pair.at(nameOf));
        }
        pairs.put(key, pair.written("value"));
    }

    /** The customer's gift message among the order's attributes, or null; what is called "gift" alone may be a mere tick. */
    static @Nullable String giftMessage(Map<String, String> attributes) {
        String message = attribute(attributes, GIFT_MESSAGE);
        if (message != null) {
            return message;
        }
        String gift = attribute(attributes, Set.of("gift"));
        return gift == null || TICKS.contains(gift.strip().toLowerCase(Locale.ROOT)) ? null : gift;
    }

    private static @Nullable String attribute(Map<String, String> attributes, Set<String> names) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String plain = attribute.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            if (names.contains(plain) && !attribute.getValue().isEmpty()) {
                return attribute.getValue();
            }
        }
        return null;
    }

    static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
