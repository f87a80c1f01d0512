package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RecallLookup;
import dev.baton.purchasing.ReroutePurchaseOrder.Given;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.purchasing.SendByTimes;
import dev.baton.purchasing.SendByTimes.SendBy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.GiveToOthers;
import dev.baton.trading.RerouteUndelivered;
import dev.baton.trading.TransmissionLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchase orders as the merchant sees them. */
@RestController
@RequestMapping("/api/v1/purchase-orders")
@Tag(name = "Purchase orders")
class PurchaseOrderCalls {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final SendByTimes sendBy;
    private final SupplierLookup suppliers;
    private final TransmissionLookup transmissions;
    private final Shipped shipped;
    private final RerouteUndelivered reroute;
    private final GiveToOthers giving;
    private final CounterOfferLookup counterOffers;
    private final RecallLookup recalls;
    private final Clock clock;

    PurchaseOrderCalls(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            SendByTimes sendBy,
            SupplierLookup suppliers,
            TransmissionLookup transmissions,
            Shipped shipped,
            RerouteUndelivered reroute,
            GiveToOthers giving,
            CounterOfferLookup counterOffers,
            RecallLookup recalls,
            Clock clock) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.sendBy = sendBy;
        this.suppliers = suppliers;
        this.transmissions = transmissions;
        this.shipped = shipped;
        this.reroute = reroute;
        this.giving = giving;
        this.counterOffers = counterOffers;
        this.recalls = recalls;
        this.clock = clock;
    }

    /**
     * A purchase order with what was sent about it and what came of it.
     *
     * @param told what whoever packs is told on it; null = it was written before that was kept
     * @param counterOffers other costs its supplier named, oldest first: the history of what its lines cost
     * @param recalls what its supplier shipped although it had agreed not to, oldest first
     */
    record Whole(
            PurchaseOrderBody purchaseOrder,
            InstructionBody.@Nullable Told told,
            List<TransmissionBody> transmissions,
            List<ShipmentBody> shipments,
            List<CounterOfferBody> counterOffers,
            List<RecallBody> recalls) {}

    @Operation(
            summary = "List purchase orders, newest first",
            description = "lateToSend=true lists those that have not reached their suppliers by their send-by time; "
                    + "state is not narrowed then.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping
    Page<PurchaseOrderBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "false") boolean lateToSend,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        PurchaseOrderStatus status = Lists.state(PurchaseOrderStatus.class, state);
        UUID below = Page.cursor(cursor);
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderId after = below == null ? null : new PurchaseOrderId(below);
            Instant now = clock.instant();
            List<PurchaseOrderView> found = lateToSend
                    ? purchaseOrders.inOrder(caller.merchant(), sendBy.late(caller.merchant(), now, after, rows + 1))
                    : purchaseOrders.page(
                            caller.merchant(), status == null ? Set.of() : Set.of(status), after, rows + 1);
            Map<PurchaseOrderId, SendBy> due = sendBy.of(caller.merchant(), found, now);
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                    caller.merchant(),
                    found.stream().map(PurchaseOrderView::supplier).distinct().toList());
            return Page.of(
                    found,
                    rows,
                    order -> PurchaseOrderBody.of(order, Suppliers.code(terms, order.supplier()), due.get(order.id())),
                    order -> order.id().value());
        });
    }

    /** @param reason why, for the history */
    record Reroute(String reason) {}

    /** @param units given to others, or waiting for one that has them */
    record Rerouted(String number, String orderId, int units) {}

    @Operation(
            summary = "Give a purchase order that never arrived to other suppliers",
            description =
                    "Only one that is undelivered: its document is not sent any more, and its units are planned anew.")
    @Needs({Scope.ORDERS, Scope.SUPPLIERS})
    @PostMapping("/{number}/reroute")
    Rerouted reroute(Caller caller, @PathVariable String number, @RequestBody Reroute body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = found(caller, number);
            return new Rerouted(
                    order.number(),
                    order.salesOrder().value().toString(),
                    reroute.reroute(caller.merchant(), order.id(), body.reason()));
        });
    }

    /**
     * How units get to other suppliers.
     *
     * @param road {@code at_once}: its supplier certainly has nothing, and nobody is asked; {@code asks_first}: its supplier may have it
     *     and has to agree not to ship
     * @param units given to others, or waiting for one that has them; on the other road, asked to be left to others
     */
    record ForOthers(String number, String orderId, String road, int units) {

        static ForOthers of(PurchaseOrderView order, Given done) {
            return new ForOthers(
                    order.number(),
                    order.salesOrder().value().toString(),
                    done.road().name().toLowerCase(Locale.ROOT),
                    done.units());
        }
    }

    /**
     * @param reason why, for the history; the supplier reads it where it is asked
     * @param road only by this road; null = by whichever is open
     */
    record Give(String reason, @Nullable String road) {}

    @Operation(
            summary = "Say what giving a purchase order to other suppliers would do",
            description = "Changes nothing. 409 when nothing of it is still to come.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping("/{number}/give-to-others")
    ForOthers previewForOthers(Caller caller, @PathVariable String number) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = found(caller, number);
            return ForOthers.of(order, giving.preview(caller.merchant(), order.id()));
        });
    }

    @Operation(
            summary = "Give a purchase order to other suppliers",
            description = "What its supplier certainly does not have is planned anew at once. What it may have is asked"
                    + " back first: the units stay with it, and claimed, until it has answered. Yes plans them for other"
                    + " suppliers, no leaves them where they are. Asked twice it is one question.")
    @Needs({Scope.ORDERS, Scope.SUPPLIERS})
    @PostMapping("/{number}/give-to-others")
    ForOthers giveToOthers(Caller caller, @PathVariable String number, @RequestBody Give body) {
        RerouteRoad road = Lists.one(RerouteRoad.class, body.road(), "road");
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = found(caller, number);
            return ForOthers.of(order, giving.give(caller.merchant(), order.id(), body.reason(), road));
        });
    }

    private PurchaseOrderView found(Caller caller, String number) {
        return purchaseOrders
                .byNumber(caller.merchant(), number)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no purchase order " + number + "; GET /api/v1/purchase-orders lists them."));
    }

    @Operation(summary = "Read a purchase order with its transmissions and shipments")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping("/{number}")
    Whole read(Caller caller, @PathVariable String number) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            PurchaseOrderView order = found(caller, number);
            Map<SupplierId, SupplierTerms> terms = suppliers.terms(caller.merchant(), List.of(order.supplier()));
            String supplier = Suppliers.code(terms, order.supplier());
            return new Whole(
                    PurchaseOrderBody.of(
                            order,
                            supplier,
                            sendBy.of(caller.merchant(), List.of(order), clock.instant())
                                    .get(order.id())),
                    purchaseOrders
                            .told(caller.merchant(), order.id())
                            .map(InstructionBody.Told::of)
                            .orElse(null),
                    transmissions.ofPurchaseOrder(caller.merchant(), order.id()).stream()
                            .map(view -> TransmissionBody.of(view, order.number(), supplier))
                            .toList(),
                    shipped.ofPurchaseOrder(caller.merchant(), order.id()),
                    counterOffers.of(caller.merchant(), order.id()).stream()
                            .map(CounterOfferBody::of)
                            .toList(),
                    recalls.of(caller.merchant(), order.id()).stream()
                            .map(RecallBody::of)
                            .toList());
        });
    }
}
