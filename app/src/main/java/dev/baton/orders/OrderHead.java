package dev.baton.orders;

import dev.baton.merchants.StoreId;
import dev.baton.platform.documents.SubjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a sales order.
 *
 * @param customerRecord the immutable record of who and where to, as of the last version
 * @param risk the store's view of fraud when it last said one
 * @param nextPo suffix of the next purchase order
 */
record OrderHead(
        SalesOrderId id,
        String number,
        StoreId store,
        String storeOrderId,
        String storeOrderName,
        @Nullable Instant placedAt,
        Instant receivedAt,
        Payment payment,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        String currency,
        String presentmentCurrency,
        OrderMoney money,
        long refundedMinor,
        SubjectId subject,
        UUID customerRecord,
        String shipCountry,
        @Nullable String shipMethod,
        Prints prints,
        @Nullable RiskLevel risk,
        int nextPo) {

    /** Keyed digests: what is told to a supplier, who ordered, where to, and what. */
    record Prints(byte[] ship, byte @Nullable [] person, byte @Nullable [] address, byte[] goods) {}

    /** The same, with another record of who gets it and where. */
    OrderHead goingTo(UUID record, String country, byte[] shipPrint) {
        return new OrderHead(
                id,
                number,
                store,
                storeOrderId,
                storeOrderName,
                placedAt,
                receivedAt,
                payment,
                cancelledAt,
                cancelReason,
                currency,
                presentmentCurrency,
                money,
                refundedMinor,
                subject,
                record,
                country,
                shipMethod,
                new Prints(shipPrint, prints.person(), prints.address(), prints.goods()),
                risk,
                nextPo);
    }

    OrderHead withNextPo(int next) {
        return new OrderHead(
                id,
                number,
                store,
                storeOrderId,
                storeOrderName,
                placedAt,
                receivedAt,
                payment,
                cancelledAt,
                cancelReason,
                currency,
                presentmentCurrency,
                money,
                refundedMinor,
                subject,
                customerRecord,
                shipCountry,
                shipMethod,
                prints,
                risk,
                next);
    }

    OrderHead cancelled(Instant at, String reason) {
        return new OrderHead(
                id,
                number,
                store,
                storeOrderId,
                storeOrderName,
                placedAt,
                receivedAt,
                payment,
                at,
                reason,
                currency,
                presentmentCurrency,
                money,
                refundedMinor,
                subject,
                customerRecord,
                shipCountry,
                shipMethod,
                prints,
                risk,
                nextPo);
    }
}
