package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.merchants.StoreId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown.
 *
 * @param status one word for its goods, derived from where its units are
 */
public record OrderView(
        SalesOrderId id,
        String number,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        @Nullable Instant placedAt,
        Instant receivedAt,
        String status,
        Payment payment,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        String currency,
        OrderMoney money,
        long refundedMinor,
        UUID customerRecord,
        String shipCountry,
        @Nullable String shipMethod,
        List<LineView> lines,
        List<AllocationView> allocations,
        List<HoldView> holds) {

    /**
     * A line and where each of its units is.
     *
     * @param setTitle what the customer bought where this is a part of it, in the store's words; null = bought as it is
     */
    public record LineView(
            OrderLineId id,
            int position,
            String storeLineId,
            @Nullable String sku,
            String title,
            @Nullable String setTitle,
            boolean requiresShipping,
            int storeQuantity,
            int perUnit,
            int quantity,
            Map<Bucket, Integer> units,
            int cancelRequested) {}

    /**
     * Who ships so many units of a line.
     *
     * @param cancelAsked units it is asked not to ship because nobody wants them
     * @param rerouteAsked units it is asked to leave to other suppliers
     */
    public record AllocationView(
            AllocationId id,
            OrderLineId line,
            OfferId offer,
            SupplierId supplier,
            String shipFrom,
            String supplierSku,
            int quantity,
            String currency,
            long unitCostMicros,
            String stage,
            int accepted,
            int rejected,
            int shipped,
            int delivered,
            int cancelAsked,
            int rerouteAsked,
            int cancelled,
            int excess) {}

    /**
     * A stop, open or released.
     *
     * @param line null = it stops the whole order
     * @param asked what the customer was asked about it; null = nothing
     */
    public record HoldView(
            UUID id,
            @Nullable OrderLineId line,
            HoldKind kind,
            String detail,
            boolean open,
            @Nullable String releasedWhy,
            @Nullable CustomerQuestion asked) {}
}
