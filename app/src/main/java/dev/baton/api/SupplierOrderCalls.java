package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.purchasing.RecallLookup;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.TransmissionLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a supplier reads with its own key: only its own, and only what has begun to be sent to it. */
@RestController
@RequestMapping("/api/v1/supplier/purchase-orders")
@Tag(name = "For suppliers")
class SupplierOrderCalls {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;
    private final TransmissionLookup transmissions;
    private final Shipped shipped;
    private final CounterOfferLookup counterOffers;
    private final RecallLookup recalls;
    private final JsonMapper json;

    SupplierOrderCalls(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers,
            TransmissionLookup transmissions,
            Shipped shipped,
            CounterOfferLookup counterOffers,
            RecallLookup recalls,
            JsonMapper json) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
        this.transmissions = transmissions;
        this.shipped = shipped;
        this.counterOffers = counterOffers;
        this.recalls = recalls;
        this.json = json;
    }

    /**
     * A purchase order, the very document that was sent (null when it can be read no more), and what left.
     *
     * @param counterOffers other costs you named, oldest first; {@code unitCost} of a line is what it costs today
     * @param recalls what you shipped although you had agreed not to, oldest first
     */
    record Whole(
            PurchaseOrderBody purchaseOrder,
            @Nullable JsonNode document,
            List<ShipmentBody> shipments,
            List<CounterOfferBody> counterOffers,
            List<RecallBody> recalls) {}

    @Operation(
            summary = "List your purchase orders, newest first",
            description = "state=open lists those on which you still owe an answer or goods, state=all every one.")
    @Needs(Scope.SUPPLIER)
    @GetMapping
    Page<PurchaseOrderBody> list(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        if (!state.equals("open") && !state.equals("all")) {
            throw new Problem(CommonProblem.INVALID_FIELD, "state must be open or all.", "state");
        }
        int rows = Page.limit(limit);
        UUID below = Page.cursor(cursor);
        return tenancy.inTransaction(caller.merchant(), () -> {
            String code = code(caller);
            List<PurchaseOrderView> found = purchaseOrders.pageOfSupplier(
                    caller.merchant(),
                    caller.supplier(),
                    state.equals("open"),
                    below == null ? null : new PurchaseOrderId(below),
                    rows + 1);
            return Page.of(
                    found,
                    rows,
                    order -> PurchaseOrderBody.forSupplier(order, code),
                    order -> order.id().value());
        });
    }

    @Operation(summary = "Read one of your purchase orders")
    @Needs(Scope.SUPPLIER)
    @GetMapping("/{number}")
    Whole read(Caller caller, @PathVariable String number) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = purchaseOrders
                    .ofSupplier(caller.merchant(), caller.supplier(), number)
                    .orElseThrow(() -> new Problem(
                            PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                            "No purchase order " + number
                                    + " was sent to you. Check the number; if it was withdrawn, do not ship."));
            return new Whole(
                    PurchaseOrderBody.forSupplier(order, code(caller)),
                    transmissions
                            .purchaseOrderDocument(caller.merchant(), order.id())
                            .map(this::parsed)
                            .orElse(null),
                    shipped.ofPurchaseOrder(caller.merchant(), order.id()),
                    counterOffers.of(caller.merchant(), order.id()).stream()
                            .map(CounterOfferBody::of)
                            .toList(),
                    recalls.of(caller.merchant(), order.id()).stream()
                            .map(RecallBody::of)
                            .toList());
        });
    }

    private JsonNode parsed(StoredDocument document) {
        return json.readTree(document.bytes());
    }

    private String code(Caller caller) {
        SupplierId supplier = caller.supplier();
        return Suppliers.code(suppliers.terms(caller.merchant(), List.of(supplier)), supplier);
    }
}
