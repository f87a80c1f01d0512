package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.CancellationsRequested;
import dev.baton.orders.CancellationsRequested.CancellationAsked;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Cancellation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the question to the supplier when units it was already sent are not wanted any more: one open
 * question per purchase order; what is asked meanwhile gathers in one next question.
 */
@Component
class AskCancellations {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Cancellations cancellations;
    private final OpenCancellations opening;
    private final CloseAmendments amendments;
    private final PurchasingDesk desk;

    AskCancellations(
            PurchasingDesk desk,
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            Cancellations cancellations,
            OpenCancellations opening,
            CloseAmendments amendments) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.cancellations = cancellations;
        this.opening = opening;
        this.amendments = amendments;
    }

    /** Runs inside the transaction that asked; the sales orders are locked by then. */
    @EventListener
    void ask(CancellationsRequested requested) {
        MerchantId merchant = requested.merchant();
        Map<PurchaseOrderId, List<Asked>> byPurchaseOrder = byPurchaseOrder(requested);
        Set<PurchaseOrderId> turned = purchaseOrdersOf(merchant, requested.unwanted());
        Set<PurchaseOrderId> touched = new HashSet<>(turned);
        touched.addAll(byPurchaseOrder.keySet());
        List<PurchaseOrder> locked = purchaseOrders.lock(merchant, touched);
        if (!turned.isEmpty()) {
            cancellations.notForOthers(merchant, turned);
        }
        if (!byPurchaseOrder.isEmpty()) {
            ask(
                    merchant,
                    locked.stream()
                            .filter(row -> byPurchaseOrder.containsKey(row.id()))
                            .toList(),
                    byPurchaseOrder);
        }
    }

    private Set<PurchaseOrderId> purchaseOrdersOf(MerchantId merchant, List<AllocationId> allocations) {
        return allocations.isEmpty()
                ? Set.of()
                : lines.ofAllocations(merchant, allocations).stream()
                        .map(PurchaseOrderLine::purchaseOrder)
                        .collect(Collectors.toSet());
    }

    private void ask(
            MerchantId merchant, List<PurchaseOrder> locked, Map<PurchaseOrderId, List<Asked>> byPurchaseOrder) {
        Map<PurchaseOrderId, List<Cancellation>> earlier = cancellations.of(merchant, byPurchaseOrder.keySet());
        List<Cancellation> added = new ArrayList<>();
        List<CancellationLine> addedLines = new ArrayList<>();
        for (PurchaseOrder row : locked) {
            List<Asked> asked = Objects.requireNonNull(byPurchaseOrder.get(row.id()));
            List<Cancellation> before = earlier.getOrDefault(row.id(), List.of());
            Cancellation question = before.stream()
                    .filter(other -> other.status() == Status.WAITING)
                    .findFirst()
                    .orElse(null);
            if (question == null) {
                question = next(row, before, asked);
                added.add(question);
            }
            if (question.forOthers() && !areForOthers(asked)) {
                cancellations.notForOthers(merchant, List.of(row.id()));
            }
            CancellationId id = question.id();
            asked.forEach(each -> addedLines.add(each.in(id)));
        }
        write(merchant, locked, added, addedLines);
    }

    private record Asked(PurchaseOrderLine line, CancellationAsked request) {

        CancellationLine in(CancellationId question) {
            return new CancellationLine(
                    question, request.requestId(), line.line(), line.allocation(), request.quantity(), 0);
        }
    }

    private Map<PurchaseOrderId, List<Asked>> byPurchaseOrder(CancellationsRequested requested) {
        Map<AllocationId, PurchaseOrderLine> known = new HashMap<>();
        lines.ofAllocations(
                        requested.merchant(),
                        requested.asked().stream()
                                .map(CancellationAsked::allocation)
                                .toList())
                .forEach(line -> known.put(line.allocation(), line));
        Map<PurchaseOrderId, List<Asked>> byPurchaseOrder = new LinkedHashMap<>();
        for (CancellationAsked asked : requested.asked()) {
            PurchaseOrderLine line = known.get(asked.allocation());
            if (line == null) {
                throw new IllegalStateException(
                        "allocation " + asked.allocation().value() + " was never ordered");
            }
            byPurchaseOrder
                    .computeIfAbsent(line.purchaseOrder(), id -> new ArrayList<>())
                    .add(new Asked(line, asked));
        }
        return byPurchaseOrder;
    }

    private static boolean areForOthers(List<Asked> asked) {
        return asked.stream().allMatch(each -> each.request().forOthers());
    }

    private Cancellation next(PurchaseOrder row, List<Cancellation> before, List<Asked> asked) {
        Instant now = desk.clock().instant();
        return new Cancellation(
                new CancellationId(desk.ids().next()),
                row.id(),
                before.size() + 1,
                Status.WAITING,
                asked.getFirst().request().reason(),
                now,
                null,
                null,
                null,
                areForOthers(asked));
    }

    private void write(
            MerchantId merchant, List<PurchaseOrder> locked, List<Cancellation> added, List<CancellationLine> lines) {
        cancellations.insertAll(merchant, added);
        cancellations.insertLines(merchant, lines);
        desk.audit()
                .record(
                        merchant,
                        locked.stream()
                                .map(row -> new AuditEntry(
                                        "AskCancellations",
                                        "purchase_order",
                                        row.id().value(),
                                        row.status().name(),
                                        row.status().name(),
                                        why(added, row)))
                                .toList());
        amendments.replace(merchant, locked);
        opening.openNext(merchant, locked);
        Crash.at("purchasing.cancellation-asked");
    }

    private static String why(List<Cancellation> added, PurchaseOrder row) {
        return added.stream()
                        .anyMatch(question ->
                                question.forOthers() && question.purchaseOrder().equals(row.id()))
                ? "units are to go to another supplier"
                : "units are not wanted any more";
    }
}
