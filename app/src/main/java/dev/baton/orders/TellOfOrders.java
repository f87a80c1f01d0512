package dev.baton.orders;

import dev.baton.orders.OrdersPlaced.OrderPlaced;
import dev.baton.orders.OrdersRefunded.OrderRefunded;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Words the news of what a store's orders brought: new ones, and money given back. Last in the act. */
@Component
class TellOfOrders {

    private final ApplicationEventPublisher news;

    TellOfOrders(ApplicationEventPublisher news) {
        this.news = news;
    }

    /** Tells of orders placed that are not over yet. */
    void placed(MerchantId merchant, Collection<OrderState> placed) {
        List<OrderPlaced> told = placed.stream()
                .filter(state -> state.head.cancelledAt() == null)
                .filter(state -> state.lines.stream().anyMatch(line -> line.live() > 0))
                .map(state -> new OrderPlaced(state.head.id(), state.head.placedAt()))
                .toList();
        if (!told.isEmpty()) {
            news.publishEvent(new OrdersPlaced(merchant, told));
        }
    }

    /** Tells of refunds made since an order came in; what was refunded before is part of how it came. */
    void refunded(MerchantId merchant, Map<SalesOrderId, StoreOrder> versions, Collection<OrderState> changed) {
        List<OrderRefunded> told = new ArrayList<>();
        for (OrderState state : changed) {
            StoreOrder version = versions.get(state.head.id());
            if (version == null) {
                continue;
            }
            for (StoreRefund refund : version.refunds()) {
                if (refund.amountMinor() > 0 && refund.at().isAfter(state.head.receivedAt())) {
                    told.add(new OrderRefunded(
                            state.head.id(),
                            refund.refundId(),
                            refund.at(),
                            refund.amountMinor(),
                            state.head.currency()));
                }
            }
        }
        if (!told.isEmpty()) {
            news.publishEvent(new OrdersRefunded(merchant, told));
        }
    }
}
