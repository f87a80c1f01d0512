package dev.baton.channels;

import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import java.util.List;
import java.util.Map;

/**
 * A whole order as a store's document says it.
 *
 * @param order the order; {@code fulfilledElsewhere} of its lines is still 0, for a document does not say whose
 *     the fulfilments are
 * @param fulfilments the fulfilments the document shows, without cancelled and failed ones
 */
public record ReadOrder(StoreOrder order, List<SeenFulfilment> fulfilments) {

    public ReadOrder {
        fulfilments = List.copyOf(fulfilments);
    }

    /** The order with the units that others fulfilled, by the store's line id. */
    StoreOrder withFulfilledElsewhere(Map<String, Integer> units) {
        if (units.isEmpty()) {
            return order;
        }
        List<StoreLine> lines = order.lines().stream()
                .map(line -> new StoreLine(
                        line.storeLineId(),
                        line.sku(),
                        line.title(),
                        line.quantity(),
                        line.remaining(),
                        Math.min(line.remaining(), units.getOrDefault(line.storeLineId(), 0)),
                        line.requiresShipping(),
                        line.unitPriceMinor(),
                        line.discountMinor(),
                        line.taxMinor(),
                        line.properties()))
                .toList();
        return new StoreOrder(
                order.store(),
                order.storeOrderId(),
                order.name(),
                order.placedAt(),
                order.version(),
                order.payment(),
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
                order.refunds(),
                order.shipMethod(),
                order.giftMessage(),
                order.note(),
                order.tags(),
                order.risk(),
                order.document());
    }
}
