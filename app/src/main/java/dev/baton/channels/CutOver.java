package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes what was ordered before a store's cut-over for shipped by somebody else. Needs an open transaction. */
@Component
class CutOver {

    private final StoreImports imports;

    CutOver(StoreImports imports) {
        this.imports = imports;
    }

    List<StoreOrder> applied(MerchantId merchant, List<StoreOrder> orders) {
        Map<StoreId, Instant> cutOvers = imports.cutOvers(merchant);
        return cutOvers.isEmpty()
                ? orders
                : orders.stream().map(order -> applied(order, cutOvers)).toList();
    }

    private static StoreOrder applied(StoreOrder order, Map<StoreId, Instant> cutOvers) {
        Instant cutOver = cutOvers.get(order.store());
        Instant placedAt = order.placedAt();
        return cutOver == null || placedAt == null || !placedAt.isBefore(cutOver)
                ? order
                : new ReadOrder(order, List.of())
                        .withFulfilledElsewhere(order.lines().stream()
                                .collect(Collectors.toMap(
                                        StoreLine::storeLineId, StoreLine::remaining, (first, same) -> first)));
    }
}
