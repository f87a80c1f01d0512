package dev.baton.channels.shopify;

import dev.baton.channels.Fields;
import dev.baton.channels.OrderSource;
import dev.baton.channels.ReadOrder;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.RestockType;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.orders.StoreRefund;
import dev.baton.orders.StoreRefund.RefundedLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A refund that came by itself, added to the order as it was last seen; used when the store cannot be asked. */
final class LoneRefund {

    private LoneRefund() {}

    static ReadOrder addedTo(ReadOrder last, Fields document, OrderSource source) {
        StoreOrder order = last.order();
        StoreRefund refund = HookRefunds.one(document, order.currency());
        if (order.refunds().stream().anyMatch(known -> known.refundId().equals(refund.refundId()))) {
            return last;
        }
        List<StoreRefund> refunds = new ArrayList<>(order.refunds());
        refunds.add(refund);
        List<StoreLine> lines =
                order.lines().stream().map(line -> without(last, line, refund)).toList();
        Instant updated = refund.at().isAfter(order.version().updatedAt())
                ? refund.at()
                : order.version().updatedAt();
        StoreOrder changed = new StoreOrder(
                order.store(),
                order.storeOrderId(),
                order.name(),
                order.placedAt(),
                // the earliest trigger there can be: a whole order of the same second tells more and goes before it
                new OrderVersion(updated, updated),
                payment(order, refunds),
                order.cancelled(),
                order.cancelReason(),
                order.test(),
                order.currency(),
                order.presentmentCurrency(),
                order.money(),
                order.customer(),
                order.shipTo(),
                order.billTo(),
                order.personalDataWithheld(),
                lines,
                refunds,
                order.shipMethod(),
                order.giftMessage(),
                order.note(),
                order.tags(),
                order.risk(),
                source.document());
        return new ReadOrder(changed, last.fulfilments());
    }

    private static Payment payment(StoreOrder order, List<StoreRefund> refunds) {
        long back = refunds.stream().mapToLong(StoreRefund::amountMinor).sum();
        if (back <= 0) {
            return order.payment();
        }
        return back >= order.money().totalMinor() ? Payment.REFUNDED : Payment.PARTIALLY_REFUNDED;
    }

    /** Units refunded as cancelled are not wanted any more; what becomes of others is not for the refund to say. */
    private static StoreLine without(ReadOrder last, StoreLine line, StoreRefund refund) {
        int taken = refund.lines().stream()
                .filter(r -> r.storeLineId().equals(line.storeLineId()) && r.restock() == RestockType.CANCEL)
                .mapToInt(RefundedLine::quantity)
                .sum();
        if (taken == 0) {
            return line;
        }
        int fulfilled = last.fulfilments().stream()
                .mapToInt(fulfilment -> fulfilment.units().getOrDefault(line.storeLineId(), 0))
                .sum();
        return new StoreLine(
                line.storeLineId(),
                line.sku(),
                line.title(),
                line.quantity(),
                Math.max(Math.min(fulfilled, line.remaining()), line.remaining() - taken),
                line.fulfilledElsewhere(),
                line.requiresShipping(),
                line.unitPriceMinor(),
                line.discountMinor(),
                line.taxMinor(),
                line.properties());
    }
}
