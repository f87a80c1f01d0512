package dev.baton.trading;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides for each leased transmission what to do next. Needs an open transaction; changes nothing. */
@Component
class ChooseSteps {

    /** Attempts after which waiting for another document grows no longer: about half a minute. */
    private static final int LONGEST_WAIT_ATTEMPTS = 5;

    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;
    private final PurchaseOrderLookup purchaseOrders;
    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final Endpoints endpoints;
    private final Clock clock;

    ChooseSteps(
            SupplierLookup suppliers,
            MerchantLookup merchants,
            PurchaseOrderLookup purchaseOrders,
            Transmissions transmissions,
            TransmissionAttempts attempts,
            Endpoints endpoints,
            Clock clock) {
        this.suppliers = suppliers;
        this.merchants = merchants;
        this.purchaseOrders = purchaseOrders;
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** What the choice is made from, and used again by who carries it out. */
    record Choice(Map<SupplierId, SupplierTerms> suppliers, Map<TransmissionId, Step> steps) {

        Step of(Transmission row) {
            return steps.getOrDefault(row.id(), new Step.Finish());
        }
    }

    private record Sight(
            MerchantId merchant,
            Map<SupplierId, SupplierTerms> suppliers,
            Map<StoreId, Boolean> liveStores,
            Map<CancellationId, CancellationNotice> cancellations,
            Map<PurchaseOrderId, Transmission> orders,
            Map<PurchaseOrderId, PurchaseOrderView> heads) {}

    Choice choose(MerchantId merchant, Collection<Transmission> rows, Map<TransmissionId, LeasedWork> work) {
        Sight sight = look(merchant, rows);
        Map<TransmissionId, Step> steps = new HashMap<>();
        for (Transmission row : rows) {
            LeasedWork item = work.get(row.id());
            steps.put(row.id(), step(sight, row, item == null ? 1 : item.attempts()));
        }
        return new Choice(sight.suppliers(), steps);
    }

    private Sight look(MerchantId merchant, Collection<Transmission> rows) {
        List<Transmission> notices = rows.stream()
                .filter(row -> row.kind() != TransmissionKind.PURCHASE_ORDER && row.document() == null)
                .toList();
        List<PurchaseOrderId> about =
                notices.stream().map(Transmission::purchaseOrder).distinct().toList();
        return new Sight(
                merchant,
                suppliers.terms(
                        merchant,
                        rows.stream().map(Transmission::supplier).distinct().toList()),
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Store::live)),
                notices.isEmpty() ? Map.of() : cancellations(merchant, notices),
                notices.isEmpty() ? Map.of() : orders(merchant, about),
                notices.isEmpty() ? Map.of() : purchaseOrders.headsOf(merchant, about));
    }

    private Map<CancellationId, CancellationNotice> cancellations(MerchantId merchant, List<Transmission> notices) {
        return purchaseOrders.openCancellations(
                merchant,
                notices.stream()
                        .filter(row -> row.kind() == TransmissionKind.CANCELLATION)
                        .map(row -> new CancellationId(row.about()))
                        .toList());
    }

    private Map<PurchaseOrderId, Transmission> orders(MerchantId merchant, List<PurchaseOrderId> about) {
        return transmissions.ofPurchaseOrders(merchant, about).stream()
                .filter(row -> row.kind() == TransmissionKind.PURCHASE_ORDER)
                .collect(Collectors.toMap(Transmission::purchaseOrder, Function.identity()));
    }

    private Step step(Sight sight, Transmission row, int leases) {
        if (!row.status().open()) {
            return new Step.Finish();
        }
        SupplierTerms supplier = sight.suppliers().get(row.supplier());
        boolean begun = row.document() != null;
        if (supplier == null || supplier.channel() == null) {
            return new Step.Park("the supplier has no REST channel to send it to");
        }
        if (!begun && !supplier.live()) {
            return new Step.Watch("the supplier is in watch mode: nothing is sent to it");
        }
        if (!begun && !sight.liveStores().getOrDefault(row.store(), false)) {
            return new Step.Watch("the store is in watch mode: nothing is sent for it");
        }
        return endpoints
                .restsUntil(sight.merchant(), row.supplier())
                .<Step>map(end -> new Step.Wait(end, "the supplier's endpoint does not answer and rests"))
                .orElseGet(() -> begun ? new Step.Repeat() : first(sight, row, leases));
    }

    private Step first(Sight sight, Transmission row, int leases) {
        return switch (row.kind()) {
            case PURCHASE_ORDER -> new Step.BeginOrder();
            case CANCELLATION -> cancellation(sight, row, leases);
            case REMINDER -> reminder(sight, row);
        };
    }

    private Step cancellation(Sight sight, Transmission row, int leases) {
        CancellationNotice notice = sight.cancellations().get(new CancellationId(row.about()));
        Transmission order = sight.orders().get(row.purchaseOrder());
        if (notice == null || order == null) {
            return new Step.Withdraw("the question was answered before it was sent");
        }
        return switch (order.status()) {
            case SENT, ACKNOWLEDGED -> new Step.SendNotice(NoticeDocument.cancellation(notice));
            case PLANNED, SENDING, UNKNOWN -> {
                Instant until = Backoff.next(clock, Math.min(LONGEST_WAIT_ATTEMPTS, leases));
                yield new Step.Wait(until, "the purchase order has to arrive first");
            }
            case WITHDRAWN -> new Step.AnswerItself("the purchase order was never sent");
            case REFUSED, PARKED ->
                neverArrived(sight.merchant(), order)
                        ? new Step.AnswerItself("the supplier's system never took the purchase order")
                        : new Step.SendNotice(NoticeDocument.cancellation(notice));
        };
    }

    /** Whether no attempt can have put the purchase order into the supplier's hands. */
    private boolean neverArrived(MerchantId merchant, Transmission order) {
        return attempts.of(merchant, List.of(order.id())).getOrDefault(order.id(), List.of()).stream()
                .allMatch(attempt -> attempt.outcome().knownUnsent());
    }

    private static Step reminder(Sight sight, Transmission row) {
        PurchaseOrderView head = sight.heads().get(row.purchaseOrder());
        if (head == null || head.answeredAt() != null || head.respondBy() == null) {
            return new Step.Withdraw("the supplier answered before it was reminded");
        }
        return new Step.SendNotice(NoticeDocument.reminder(head.number(), head.version(), head.respondBy()));
    }
}
