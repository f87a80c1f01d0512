package dev.baton.purchasing;

import dev.baton.orders.AskedBack;
import dev.baton.orders.DeliveriesChanged;
import dev.baton.orders.DeliveriesChanged.WantedDelivery;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.ReadDeliveries.Sources;
import dev.baton.purchasing.ReadDeliveries.Version;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares what the store wants of each delivery with what its suppliers were told, and writes the one question
 * that follows. While a question is with the supplier nothing more is asked: what differs then is asked next.
 */
@Component
class AskAmendments {

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Amendments amendments;
    private final WriteAmendments write;
    private final ReadDeliveries deliveries;
    private final Outside outside;

    AskAmendments(
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            Amendments amendments,
            WriteAmendments write,
            ReadDeliveries deliveries,
            Outside outside) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.amendments = amendments;
        this.write = write;
        this.deliveries = deliveries;
        this.outside = outside;
    }

    /** What other modules know. */
    @Component
    record Outside(OrderLookup orders, SupplierLookup suppliers) {}

    /** Runs inside the transaction that changed the orders; they are locked by then. */
    @EventListener
    void ask(DeliveriesChanged changed) {
        MerchantId merchant = changed.merchant();
        Map<SalesOrderId, WantedDelivery> wanted =
                changed.deliveries().stream().collect(Collectors.toMap(WantedDelivery::order, Function.identity()));
        List<PurchaseOrder> sent =
                purchaseOrders.lock(merchant, purchaseOrders.idsOf(merchant, wanted.keySet())).stream()
                        .filter(row -> row.status().begun())
                        .toList();
        reconcile(merchant, sent, wanted);
    }

    /**
     * Compares once more, after a question has ended: what changed meanwhile is asked now. Needs the locks of the
     * purchase order and its sales order.
     */
    void again(MerchantId merchant, PurchaseOrderId of) {
        PurchaseOrder row = purchaseOrders.lock(merchant, List.of(of)).getFirst();
        outside.orders()
                .find(merchant, row.salesOrder())
                .filter(order -> order.cancelledAt() == null)
                .ifPresent(order -> reconcile(
                        merchant,
                        List.of(row),
                        Map.of(
                                order.id(),
                                new WantedDelivery(
                                        order.id(), order.customerRecord(), order.shipCountry(), order.shipMethod()))));
    }

    /** Everything one batch is compared by. */
    private record Sight(
            Map<PurchaseOrderId, List<PurchaseOrderLine>> all,
            Map<PurchaseOrderId, List<PurchaseOrderLine>> toCome,
            Map<PurchaseOrderId, List<Amendment>> earlier,
            Map<SupplierId, SupplierTerms> terms,
            Sources sources) {}

    private void reconcile(MerchantId merchant, List<PurchaseOrder> sent, Map<SalesOrderId, WantedDelivery> wanted) {
        if (sent.isEmpty()) {
            return;
        }
        Sight sight = look(merchant, sent, wanted.values());
        for (PurchaseOrder row : sent) {
            WantedDelivery wish = Objects.requireNonNull(wanted.get(row.salesOrder()));
            compare(merchant, row, wish, sight);
        }
        Crash.at("purchasing.amendment-asked");
    }

    private Sight look(MerchantId merchant, List<PurchaseOrder> sent, Collection<WantedDelivery> wanted) {
        List<PurchaseOrderId> ids = sent.stream().map(PurchaseOrder::id).toList();
        Map<PurchaseOrderId, List<PurchaseOrderLine>> all = lines.of(merchant, ids);
        Map<PurchaseOrderId, List<Amendment>> earlier = amendments.of(merchant, ids);
        Set<UUID> records = new HashSet<>();
        sent.forEach(row -> records.add(row.customerRecord()));
        wanted.forEach(wish -> records.add(wish.customerRecord()));
        earlier.values().forEach(ofOne -> ofOne.forEach(question -> records.add(question.customerRecord())));
        List<PurchaseOrderLine> flat =
                all.values().stream().flatMap(List::stream).toList();
        return new Sight(
                all,
                toCome(merchant, all),
                earlier,
                outside.suppliers()
                        .terms(
                                merchant,
                                sent.stream()
                                        .map(PurchaseOrder::supplier)
                                        .distinct()
                                        .toList()),
                deliveries.read(merchant, records, flat));
    }

    /** The lines of which units are wanted and still to leave; those asked back are not wanted. */
    private Map<PurchaseOrderId, List<PurchaseOrderLine>> toCome(
            MerchantId merchant, Map<PurchaseOrderId, List<PurchaseOrderLine>> all) {
        var unwanted = outside.orders()
                .askedBack(
                        merchant,
                        all.values().stream()
                                .flatMap(List::stream)
                                .map(PurchaseOrderLine::allocation)
                                .toList());
        Map<PurchaseOrderId, List<PurchaseOrderLine>> toCome = new HashMap<>();
        all.forEach((id, ofOne) -> {
            List<PurchaseOrderLine> left = new ArrayList<>();
            for (PurchaseOrderLine line : ofOne) {
                if (!line.withdrawn()
                        && line.units().owed()
                                > unwanted.getOrDefault(line.allocation(), AskedBack.NONE)
                                        .units()) {
                    left.add(line);
                }
            }
            toCome.put(id, left);
        });
        return toCome;
    }

    private void compare(MerchantId merchant, PurchaseOrder row, WantedDelivery wish, Sight sight) {
        List<Amendment> earlier = sight.earlier().getOrDefault(row.id(), List.of());
        Amendment live = earlier.stream()
                .filter(question -> question.status().live())
                .findFirst()
                .orElse(null);
        if (live != null && live.status() == Status.ASKED) {
            return;
        }
        SupplierTerms terms = Deadlines.of(sight.terms(), row.supplier());
        List<PurchaseOrderLine> toCome = sight.toCome().getOrDefault(row.id(), List.of());
        List<PurchaseOrderLine> about = toCome.isEmpty() ? shipped(sight, row) : toCome;
        Version version = new Version(wish.customerRecord(), wish.shipCountry(), wish.shipMethod());
        DeliveryFacts told = ReadDeliveries.facts(sight.sources(), Version.told(row), about, terms);
        DeliveryFacts wanted = ReadDeliveries.facts(sight.sources(), version, about, terms);
        if (told == null || wanted == null) {
            return;
        }
        Amendment no = declined(earlier);
        DeliveryFacts declined =
                no == null ? null : ReadDeliveries.facts(sight.sources(), Version.asked(no), about, terms);
        write.write(
                merchant,
                new WriteAmendments.Found(row, terms.name(), version, live, no, earlier.size()),
                DesiredVersusSent.compare(told, wanted, declined, toCome.size()));
    }

    private static List<PurchaseOrderLine> shipped(Sight sight, PurchaseOrder row) {
        return sight.all().getOrDefault(row.id(), List.of()).stream()
                .filter(line -> line.units().shipped() > 0)
                .toList();
    }

    /** The last question the supplier or a person has said no to, or that came too late; null = none. */
    private static @Nullable Amendment declined(List<Amendment> earlier) {
        Amendment last = null;
        for (Amendment question : earlier) {
            switch (question.status()) {
                case REFUSED, OVERTAKEN, DECIDED -> last = question;
                case AGREED -> last = null;
                case PLANNED, ASKED, HELD, REPLACED, WITHDRAWN -> {}
            }
        }
        return last;
    }
}
