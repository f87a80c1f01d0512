package dev.baton.console;

import dev.baton.console.OrderViews.Decision;
import dev.baton.console.OrderViews.Event;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.sourcing.DecisionJson;
import dev.baton.sourcing.Explanation;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.TransmissionLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why an order went where it went, and what happened to it; needs an open transaction of the merchant. */
@Component
class OrderStory {

    private static final int MOST_EVENTS = 300;

    /** A reason that speaks in ids is for programs. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    private final OrderLookup orders;
    private final PurchaseOrderLookup purchaseOrders;
    private final ShipmentLookup shipments;
    private final TransmissionLookup transmissions;
    private final SupplierLookup suppliers;
    private final People people;
    private final Audit audit;

    OrderStory(
            OrderLookup orders,
            PurchaseOrderLookup purchaseOrders,
            ShipmentLookup shipments,
            TransmissionLookup transmissions,
            SupplierLookup suppliers,
            People people,
            Audit audit) {
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
        this.shipments = shipments;
        this.transmissions = transmissions;
        this.suppliers = suppliers;
        this.people = people;
        this.audit = audit;
    }

    /** Every decision in words, the latest first. */
    List<Decision> decisions(MerchantId merchant, OrderView order) {
        Map<UUID, String> names = supplierNames(merchant);
        return orders.decisions(merchant, order.id()).reversed().stream()
                .map(DecisionJson::read)
                .map(decision -> new Decision(Explanation.inWords(decision, names(order, decision, names))))
                .toList();
    }

    private Map<UUID, String> supplierNames(MerchantId merchant) {
        return suppliers.all(merchant).stream()
                .collect(Collectors.toMap(terms -> terms.id().value(), terms -> terms.name()));
    }

    /** How the parties are called: suppliers as today, goods as the order's lines call them. */
    private static Explanation.Names names(OrderView order, SourcingDecision decision, Map<UUID, String> suppliers) {
        Map<UUID, String> ofLine = new HashMap<>();
        order.lines()
                .forEach(line -> ofLine.put(line.id().value(), Objects.requireNonNullElse(line.sku(), line.title())));
        Map<UUID, String> skus = new HashMap<>();
        decision.assignments().forEach(each -> skus.put(each.skuId(), ofLine.getOrDefault(each.lineId(), "")));
        decision.unassigned().forEach(each -> skus.put(each.skuId(), ofLine.getOrDefault(each.lineId(), "")));
        return new Explanation.Names() {
            @Override
            public String supplier(UUID supplierId) {
                return suppliers.getOrDefault(supplierId, "a supplier that left");
            }

            @Override
            public String sku(UUID skuId) {
                return skus.getOrDefault(skuId, "a product");
            }
        };
    }

    /** What happened to the order, its purchase orders, their documents and its shipments; the latest first. */
    List<Event> timeline(MerchantId merchant, OrderView order) {
        Map<UUID, String> about = new HashMap<>();
        about.put(order.id().value(), "");
        for (PurchaseOrderView purchaseOrder : purchaseOrders.ofSalesOrder(merchant, order.id())) {
            about.put(purchaseOrder.id().value(), purchaseOrder.number());
            transmissions
                    .ofPurchaseOrder(merchant, purchaseOrder.id())
                    .forEach(view -> about.put(view.transmission().id().value(), purchaseOrder.number()));
        }
        shipments
                .ofSalesOrder(merchant, order.id())
                .forEach(shipment -> about.put(shipment.id().value(), shipment.reference()));
        return events(merchant, about);
    }

    /** What happened to these things, the latest first; a name stands behind what happened, empty = none. */
    List<Event> events(MerchantId merchant, Map<UUID, String> about) {
        Map<String, String> persons = people.of(merchant).stream()
                .collect(Collectors.toMap(member -> member.person().value().toString(), MemberView::email));
        Map<UUID, String> names = supplierNames(merchant);
        return audit.of(merchant, new ArrayList<>(about.keySet()), MOST_EVENTS).reversed().stream()
                .map(line -> event(line, about, persons, names))
                .toList();
    }

    private static Event event(
            AuditLine line, Map<UUID, String> about, Map<String, String> persons, Map<UUID, String> suppliers) {
        String subject = about.getOrDefault(line.aggregateId(), "");
        return new Event(
                line.at(),
                who(line, persons, suppliers),
                StaffWords.act(line.act()) + (subject.isEmpty() ? "" : " · " + subject),
                states(line.from(), line.to()),
                line.why() == null || ID.matcher(line.why()).find() ? "" : line.why());
    }

    private static String who(AuditLine line, Map<String, String> persons, Map<UUID, String> suppliers) {
        return switch (line.actorKind()) {
            case "person" -> persons.getOrDefault(line.actorId(), "a former colleague");
            case "supplier" -> Typed.uuid(line.actorId()).map(suppliers::get).orElse("the supplier");
            case "customer" -> "the customer";
            case "key" -> "a program";
            default -> line.actorId().startsWith("store") ? "the store" : "Baton";
        };
    }

    private static String states(@Nullable String from, @Nullable String to) {
        if (to == null || to.equals(from)) {
            return "";
        }
        return from == null ? said(to) : said(from) + " → " + said(to);
    }

    private static String said(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
