package dev.baton.channels;

import dev.baton.channels.OrderFacts.Ref;
import dev.baton.merchants.StoreId;
import dev.baton.orders.UnitsCancelled;
import dev.baton.platform.work.NewWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again at shipments that may have waited for a part of a bundle which is cancelled now. */
@Component
class WakeFulfilments {

    private final StoreFulfilments fulfilments;
    private final OrderFacts orders;
    private final Desk desk;

    WakeFulfilments(StoreFulfilments fulfilments, OrderFacts orders, Desk desk) {
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.desk = desk;
    }

    @EventListener
    void on(UnitsCancelled news) {
        Map<StoreId, List<String>> byStore = new HashMap<>();
        for (Ref ref : orders.refs(news.merchant(), news.orders()).values()) {
            byStore.computeIfAbsent(ref.store(), none -> new ArrayList<>()).add(ref.storeOrderId());
        }
        List<NewWork> works = new ArrayList<>();
        byStore.forEach((store, ids) -> fulfilments.ofOrders(news.merchant(), store, ids).stream()
                .filter(StoreFulfilment::isOpen)
                .map(row -> new NewWork(
                        Queues.store(store),
                        StoreFulfilments.WORK,
                        row.id(),
                        desk.clock().instant(),
                        true))
                .forEach(works::add));
        if (!works.isEmpty()) {
            desk.work().add(news.merchant(), works);
        }
    }
}
