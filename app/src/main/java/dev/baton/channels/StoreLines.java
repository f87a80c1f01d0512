package dev.baton.channels;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the order lines of a sales order are of the store's lines. */
@Component
public class StoreLines {

    private final OrderFacts orders;

    StoreLines(OrderFacts orders) {
        this.orders = orders;
    }

    /** Needs an open transaction of the merchant. */
    public List<LinePart> of(MerchantId merchant, SalesOrderId order) {
        return orders.parts(merchant, order);
    }
}
