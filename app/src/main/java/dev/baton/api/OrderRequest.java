package dev.baton.api;

import dev.baton.platform.address.PostalAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order that {@code POST /api/v1/orders} takes. It is read by the channel, from the very bytes that are kept; this
 * is its description, and names every field there may be.
 *
 * @param store the store's code
 * @param id your own id of the order: the same id is the same order
 * @param name what people call it; absent = the id
 * @param updatedAt which of two messages about the order is newer; absent = the arrival
 * @param taxIncluded whether prices contain the tax
 */
record OrderRequest(
        String store,
        String id,
        @Nullable String name,
        @Nullable Instant placedAt,
        @Nullable Instant updatedAt,
        String currency,
        @Nullable Boolean paid,
        @Nullable Boolean cancelled,
        @Nullable String cancelReason,
        @Nullable Boolean test,
        @Nullable Customer customer,
        @Nullable PostalAddress shipTo,
        @Nullable PostalAddress billTo,
        List<Line> lines,
        @Nullable String shipping,
        @Nullable Boolean taxIncluded,
        @Nullable String total,
        @Nullable String shipMethod,
        @Nullable String giftMessage,
        @Nullable String note,
        @Nullable List<String> tags) {

    record Customer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale) {}

    /** A line; amounts are decimal texts in the order's currency, discount and tax of the whole line. */
    record Line(
            String id,
            String sku,
            @Nullable String title,
            Integer quantity,
            String unitPrice,
            @Nullable String discount,
            @Nullable String tax,
            @Nullable Boolean requiresShipping,
            @Nullable Map<String, String> properties) {}
}
