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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A refund that came by itself, added to a whole order that does not know it; used when the store cannot be asked. */
final class LoneRefund {

    private LoneRefund() {}

    static ReadOrder addedTo(ReadOrder last, Fields document, OrderSource source) {
        StoreOrder order = last.order();
        StoreRefund refund = HookRefunds.one(document, order.currency());
        boolean known = order.refunds().stream().anyMatch(one -> one.refundId().equals(refund.refundId()));
        // a whole order that is newer than the refund has taken it into account
        if (known || refund.at().isBefore(order.version().updatedAt())) {
            return last;
        }
        List<StoreRefund> refunds = new ArrayList<>(order.refunds());
        refunds.add(refund);
        List<StoreLine> lines =
                order.lines().stream().map(line -> without(last, line, refund)).toList();
        StoreOrder changed = new StoreOrder(
                order.store(),
                order.storeOrderId(),
                order.name(),
                order.placedAt(),
                version(order.version()),
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

    /** Just newer than the order as it came without the refund, and older than whatever the store says next. */
    private static OrderVersion version(OrderVersion last) {
        Instant triggered = last.triggeredAt() == null ? last.updatedAt() : last.triggeredAt();
        return new OrderVersion(last.updatedAt(), triggered.plus(1, ChronoUnit.MICROS));
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
