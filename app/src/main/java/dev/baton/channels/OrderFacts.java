package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.Bucket;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What channels needs to know of orders. Every method needs an open transaction of the merchant. */
@Component
class OrderFacts {

    private final OrderLookup orders;

    OrderFacts(OrderLookup orders) {
        this.orders = orders;
    }

    /** The store's order a sales order fulfils. */
    record Ref(StoreId store, String storeOrderId) {}

    Map<SalesOrderId, Ref> refs(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        Map<SalesOrderId, Ref> refs = new HashMap<>();
        orders.storeRef(merchant, salesOrders)
                .forEach((order, ref) -> refs.put(order, new Ref(ref.store(), ref.storeOrderId())));
        return refs;
    }

    /** What of the store's lines each order line is. */
    List<LinePart> parts(MerchantId merchant, SalesOrderId order) {
        return orders.find(merchant, order)
                .map(view -> view.lines().stream()
                        .map(line -> new LinePart(
                                line.id().value(),
                                line.storeLineId(),
                                line.perUnit(),
                                line.units().getOrDefault(Bucket.CANCELLED, 0)))
                        .toList())
                .orElse(List.of());
    }
}
