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
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.TransmissionLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what an order is shown with; every method needs an open transaction of the merchant. */
@Component
class OrderPrinter {

    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final PurchaseOrderLookup purchaseOrders;
    private final TransmissionLookup transmissions;
    private final Shipped shipped;

    OrderPrinter(
            OrderLookup orders,
            MerchantLookup merchants,
            SupplierLookup suppliers,
            PurchaseOrderLookup purchaseOrders,
            TransmissionLookup transmissions,
            Shipped shipped) {
        this.orders = orders;
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.transmissions = transmissions;
        this.shipped = shipped;
    }

    /** @throws Problem NOT_FOUND with the way out */
    OrderView find(MerchantId merchant, UUID id) {
        return orders.find(merchant, new SalesOrderId(id))
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no order of that id; find it by GET /api/v1/orders?store=…&storeOrderId=…"));
    }

    OrderBody print(MerchantId merchant, OrderView order) {
        List<PurchaseOrderView> issued = purchaseOrders.ofSalesOrder(merchant, order.id());
        Set<SupplierId> parties = Stream.concat(
                        order.allocations().stream().map(AllocationView::supplier),
                        issued.stream().map(PurchaseOrderView::supplier))
                .collect(Collectors.toSet());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, parties);
        return OrderBody.of(
                order,
                new OrderBody.Around(
                        store(merchant, order.store()),
                        orders.shipTo(merchant, List.of(order.customerRecord())).get(order.customerRecord()),
                        terms,
                        issued.stream()
                                .map(each -> new OrderBody.PurchaseOrder(
                                        each.number(),
                                        Suppliers.code(terms, each.supplier()),
                                        Lists.word(each.status())))
                                .toList(),
                        deliveries(issued, terms),
                        shipped.ofOrder(merchant, order.id())));
    }

    private static List<OrderBody.Delivery> deliveries(
            List<PurchaseOrderView> issued, Map<SupplierId, SupplierTerms> terms) {
        List<OrderBody.Delivery> deliveries = new ArrayList<>();
        for (PurchaseOrderView each : issued) {
            Amendment question = each.standing();
            if (question != null) {
                SupplierTerms supplier = terms.get(each.supplier());
                deliveries.add(new OrderBody.Delivery(
                        each.number(),
                        Suppliers.code(terms, each.supplier()),
                        question.id().value().toString(),
                        Lists.word(question.status()),
                        AmendmentBody.words(question),
                        DeliveryWord.reads(question, supplier == null ? "the supplier" : supplier.name())));
            }
        }
        return deliveries;
    }

    /** Everything whose acts tell the order's story: itself, its purchase orders, shipments and documents. */
    List<UUID> aggregates(MerchantId merchant, OrderView order) {
        List<UUID> ids = new ArrayList<>(List.of(order.id().value()));
        for (PurchaseOrderView each : purchaseOrders.ofSalesOrder(merchant, order.id())) {
            ids.add(each.id().value());
            transmissions
                    .ofPurchaseOrder(merchant, each.id())
                    .forEach(view -> ids.add(view.transmission().id().value()));
        }
        shipped.ofOrder(merchant, order.id()).forEach(shipment -> ids.add(UUID.fromString(shipment.id())));
        return ids;
    }

    /** The store's code. */
    String store(MerchantId merchant, StoreId store) {
        return merchants
                .store(merchant, store)
                .map(Store::code)
                .orElse(store.value().toString());
    }
}
