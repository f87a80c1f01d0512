package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells fulfilments somebody made in the store by hand from those Baton made there: what others fulfilled need not
 * be shipped any more. Ours is what we wrote down, and, while an answer of the store is still on its way, what carries
 * a tracking number of ours or the very units of a shipment without one.
 */
@Component
class OthersFulfilments {

    private final StoreFulfilments fulfilments;

    OthersFulfilments(StoreFulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    /** The orders with the units others fulfilled; needs an open transaction of the merchant. */
    List<StoreOrder> takenInto(MerchantId merchant, List<ReadOrder> orders) {
        Map<StoreId, List<ReadOrder>> byStore = orders.stream()
                .filter(read -> !read.fulfilments().isEmpty())
                .collect(Collectors.groupingBy(read -> read.order().store()));
        Map<OrderKey, List<StoreFulfilment>> ours = new HashMap<>();
        byStore.forEach((store, reads) -> fulfilments
                .ofOrders(
                        merchant,
                        store,
                        reads.stream().map(read -> read.order().storeOrderId()).toList())
                .forEach(row -> ours.computeIfAbsent(new OrderKey(store, row.storeOrderId()), key -> new ArrayList<>())
                        .add(row)));
        return orders.stream()
                .map(read -> read.withFulfilledElsewhere(byOthers(
                        read.fulfilments(),
                        ours.getOrDefault(
                                new OrderKey(read.order().store(), read.order().storeOrderId()), List.of()))))
                .toList();
    }

    private static Map<String, Integer> byOthers(List<SeenFulfilment> seen, List<StoreFulfilment> ours) {
        Set<String> ids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        List<StoreFulfilment> unanswered = new ArrayList<>();
        for (StoreFulfilment row : ours) {
            row.pushed().forEach(made -> ids.add(made.fulfilmentId()));
            numbers.addAll(row.trackingNumbers());
            if (row.state() == StoreFulfilment.State.ASKED
                    && row.trackingNumbers().isEmpty()) {
                unanswered.add(row);
            }
        }
        Map<String, Integer> units = new HashMap<>();
        for (SeenFulfilment fulfilment : seen) {
            boolean isOurs = ids.contains(fulfilment.fulfilmentId())
                    || fulfilment.trackingNumbers().stream().anyMatch(numbers::contains)
                    || (fulfilment.trackingNumbers().isEmpty() && !unanswered.isEmpty());
            if (!isOurs) {
                fulfilment.units().forEach((line, quantity) -> units.merge(line, quantity, Integer::sum));
            }
        }
        return units;
    }
}
