package dev.baton.api;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierLookup;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what an order is shown with; every method needs an open transaction of the merchant. */
@Component
class OrderPrinter {

    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;

    OrderPrinter(OrderLookup orders, MerchantLookup merchants, SupplierLookup suppliers) {
        this.orders = orders;
        this.merchants = merchants;
        this.suppliers = suppliers;
    }

    /** @throws Problem NOT_FOUND with the way out */
    OrderView find(MerchantId merchant, UUID id) {
        return orders.find(merchant, new SalesOrderId(id))
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no order of that id; find it by GET /api/v1/orders?store=…&storeOrderId=…"));
    }

    OrderBody print(MerchantId merchant, OrderView order) {
        return OrderBody.of(
                order,
                new OrderBody.Around(
                        store(merchant, order.store()),
                        orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord()),
                        suppliers.terms(
                                merchant,
                                order.allocations().stream()
                                        .map(AllocationView::supplier)
                                        .distinct()
                                        .toList())));
    }

    /** The store's code. */
    String store(MerchantId merchant, StoreId store) {
        return merchants
                .store(merchant, store)
                .map(Store::code)
                .orElse(store.value().toString());
    }
}
