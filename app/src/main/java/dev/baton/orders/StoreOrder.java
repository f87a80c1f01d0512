package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.DocumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store's order in one of its versions, whatever brought it: webhook, poll, API or file. It is a whole order,
 * never a difference.
 *
 * @param storeOrderId the store's own id, normalised (the digits of a Shopify gid); with the store it is the key
 * @param name what the store shows, such as {@code #1001}; shown, never a key
 * @param placedAt when the customer ordered, or null
 * @param test marked by the store as a test: nothing is sent
 * @param presentmentCurrency what the customer saw and paid in
 * @param personalDataWithheld the store's access does not cover personal data: names and addresses are missing for that reason
 * @param shipMethod the customer's choice of delivery, by the store's code or title
 * @param document the stored bytes it was read from
 */
public record StoreOrder(
        StoreId store,
        String storeOrderId,
        String name,
        @Nullable Instant placedAt,
        OrderVersion version,
        Payment payment,
        boolean cancelled,
        @Nullable String cancelReason,
        boolean test,
        String currency,
        String presentmentCurrency,
        OrderMoney money,
        CustomerFacts customer,
        @Nullable PostalAddress shipTo,
        @Nullable PostalAddress billTo,
        boolean personalDataWithheld,
        List<StoreLine> lines,
        List<StoreRefund> refunds,
        @Nullable String shipMethod,
        @Nullable String giftMessage,
        @Nullable String note,
        List<String> tags,
        @Nullable RiskLevel risk,
        DocumentId document) {

    /** Most lines of one order. */
    public static final int MOST_LINES = 500;

    public StoreOrder {
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
        tags = List.copyOf(tags);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("an order may have " + MOST_LINES + " lines at most");
        }
    }

    /** The same order, going elsewhere. */
    StoreOrder goingTo(@Nullable PostalAddress elsewhere) {
        return new StoreOrder(
                store,
                storeOrderId,
                name,
                placedAt,
                version,
                payment,
                cancelled,
                cancelReason,
                test,
                currency,
                presentmentCurrency,
                money,
                customer,
                elsewhere,
                billTo,
                personalDataWithheld,
                lines,
                refunds,
                shipMethod,
                giftMessage,
                note,
                tags,
                risk,
                document);
    }
}
