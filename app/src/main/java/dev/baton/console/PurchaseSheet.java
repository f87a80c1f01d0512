package dev.baton.console;

import dev.baton.console.OrderViews.Event;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Parcel;
import dev.baton.console.OrderViews.Units;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.PurchaseViews.Line;
import dev.baton.console.PurchaseViews.Message;
import dev.baton.console.PurchaseViews.Party;
import dev.baton.console.PurchaseViews.Purchase;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.SendByTimes;
import dev.baton.purchasing.SendByTimes.SendBy;
import dev.baton.purchasing.ShipByTimes;
import dev.baton.purchasing.TellMerchant;
import dev.baton.purchasing.UnderMinimum;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One purchase order whole; needs an open transaction of the merchant. */
@Component
class PurchaseSheet {

    private final PurchaseOrderLookup lookup;
    private final SendByTimes sendBy;
    private final ShipByTimes shipBy;
    private final PurchaseTalk talk;
    private final ShipmentLookup shipments;
    private final OrderBusiness business;
    private final OrderStory story;
    private final TellMerchant messages;
    private final SupplierLookup suppliers;
    private final PurchaseWays ways;
    private final Elsewhere elsewhere;
    private final LinkWays links;
    private final SentRequests sent;

    PurchaseSheet(
            PurchaseOrderLookup lookup,
            SendByTimes sendBy,
            ShipByTimes shipBy,
            PurchaseTalk talk,
            ShipmentLookup shipments,
            OrderBusiness business,
            OrderStory story,
            TellMerchant messages,
            SupplierLookup suppliers,
            PurchaseWays ways,
            Elsewhere elsewhere,
            LinkWays links,
            SentRequests sent) {
        this.lookup = lookup;
        this.sendBy = sendBy;
        this.shipBy = shipBy;
        this.talk = talk;
        this.shipments = shipments;
        this.business = business;
        this.story = story;
        this.messages = messages;
        this.suppliers = suppliers;
        this.ways = ways;
        this.elsewhere = elsewhere;
        this.links = links;
        this.sent = sent;
    }

    Optional<Purchase> of(Staff staff, PurchaseOrderId id, Frame frame) {
        return lookup.find(staff.merchant(), id).map(view -> purchase(staff, view, frame));
    }

    private Purchase purchase(Staff staff, PurchaseOrderView view, Frame frame) {
        MerchantId merchant = staff.merchant();
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(view.supplier())).get(view.supplier());
        List<ShipmentView> left = shipments.ofPurchaseOrder(merchant, view.id());
        List<Parcel> parcels = business.parcels(merchant, left);
        SendBy due = sendBy.of(merchant, List.of(view), frame.moments().now()).get(view.id());
        PurchaseTalk.Talk said = talk.about(staff, view, path(view));
        return new Purchase(
                frame,
                view.id().value().toString(),
                view.number(),
                view.version(),
                marks(view, due, parcels, frame.moments().now()),
                new Party(
                        supplier == null ? "A supplier that left" : supplier.name(),
                        SuppliersScreen.PATH + "/" + view.supplier().value()),
                new Party(
                        "Order " + view.storeOrderName(),
                        OrdersScreen.PATH + "/" + view.salesOrder().value()),
                facts(merchant, view, due, supplier, frame.moments()),
                view.lines().stream()
                        .map(line -> line(line, view.currency(), frame.moments()))
                        .toList(),
                said.documents(),
                said.answers(),
                said.questions(),
                parcels,
                messages.about(merchant, view.id()).stream()
                        .map(message -> new Message(message.writtenAt(), message.text()))
                        .toList(),
                sent.about(merchant, view.id()),
                timeline(merchant, view, said, left),
                Stream.concat(
                                ways.of(staff, view, path(view), elsewhere.words(merchant, view)).stream(),
                                links.of(staff, view).stream())
                        .toList(),
                view.status().begun());
    }

    /** Its page. */
    static String path(PurchaseOrderView view) {
        return PurchaseListing.PATH + "/" + view.id().value();
    }

    /** Units the supplier could still be asked not to ship. */
    static int askable(PurchaseOrderView view) {
        return view.status().begun()
                ? view.lines().stream()
                        .filter(line -> !line.withdrawn())
                        .mapToInt(line -> Math.max(0, line.units().owed()))
                        .sum()
                : 0;
    }

    private static List<Mark> marks(PurchaseOrderView view, @Nullable SendBy due, List<Parcel> parcels, Instant now) {
        List<PurchaseOrderLine> lines =
                view.lines().stream().filter(line -> !line.withdrawn()).toList();
        int units = lines.stream().mapToInt(line -> line.units().quantity()).sum();
        int shipped = lines.stream().mapToInt(line -> line.units().shipped()).sum();
        int rejected = lines.stream().mapToInt(line -> line.units().rejected()).sum();
        long trouble = parcels.stream()
                .filter(parcel -> parcel.state().mood().equals("bad"))
                .count();
        return List.of(
                PurchaseListing.state(view, due, now),
                answer(view, now),
                new Mark(
                        "Goods",
                        Moments.counted(shipped) + " of " + Moments.counted(units) + " left"
                                + (rejected > 0 ? ", " + Moments.counted(rejected) + " refused" : ""),
                        rejected > 0 ? "warn" : shipped == units ? "good" : shipped > 0 ? "quiet" : "none"),
                parcels.isEmpty()
                        ? new Mark("Parcels", "No parcel yet", "none")
                        : trouble > 0
                                ? new Mark("Parcels", trouble + " in trouble", "bad")
                                : new Mark("Parcels", String.valueOf(parcels.size()), "quiet"));
    }

    private static Mark answer(PurchaseOrderView view, Instant now) {
        Instant by = view.respondBy();
        if (by == null) {
            return new Mark("Answer", "Not asked yet", "none");
        }
        Instant at = view.answeredAt();
        boolean missed = view.remindedAt() != null;
        if (at == null) {
            return missed || by.isBefore(now)
                    ? new Mark("Answer", "Overdue", "bad")
                    : new Mark("Answer", "Expected", "quiet");
        }
        return missed || at.isAfter(by)
                ? new Mark("Answer", "Came late", "warn")
                : new Mark("Answer", "In time", "good");
    }

    private List<Fact> facts(
            MerchantId merchant,
            PurchaseOrderView view,
            @Nullable SendBy due,
            @Nullable SupplierTerms supplier,
            Moments moments) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Written", "", view.issuedAt()));
        add(facts, "Leaves not before", view.begunAt() == null ? view.sendAfter() : null);
        if (due != null) {
            add(facts, due.late() ? "Send by, missed" : "Send by", due.at());
        }
        add(facts, "Asked", view.sentAt());
        add(facts, "Answer agreed by", view.respondBy());
        add(facts, "Reminded", view.remindedAt());
        add(facts, "Answered", view.answeredAt());
        add(facts, "Link taken back", links.takenBackAt(merchant, view).orElse(null));
        addShipBy(facts, merchant, view, supplier, moments.now());
        facts.add(new Fact("Ships from", view.shipFrom(), null));
        facts.add(new Fact("To", view.shipCountry(), null));
        if (view.shipMethod() != null) {
            facts.add(new Fact("Shipping", view.shipMethod(), null));
        }
        String under = UnderMinimum.words(view, supplier);
        facts.add(new Fact(
                "Cost of the goods",
                moments.micros(cost(view), view.currency()) + (under == null ? "" : ", " + under),
                null));
        lookup.told(merchant, view.id())
                .ifPresent(told -> told.said()
                        .said()
                        .forEach(
                                each -> facts.add(new Fact(InstructionsScreen.label(each.kind()), each.text(), null))));
        return facts;
    }

    /** As of when the order counts where it came after the cut-off, and by when its goods are to leave. */
    private void addShipBy(
            List<Fact> facts,
            MerchantId merchant,
            PurchaseOrderView view,
            @Nullable SupplierTerms supplier,
            Instant now) {
        Instant had = view.sentAt();
        if (supplier != null && had != null && supplier.isAfterCutOff(had)) {
            add(
                    facts,
                    "After the cut-off of " + supplier.orderTerms().cutOff() + ", counts from",
                    supplier.countsFrom(had));
        }
        shipBy.of(merchant, view).ifPresent(at -> add(facts, at.isBefore(now) ? "Ship by, missed" : "Ship by", at));
    }

    private static long cost(PurchaseOrderView view) {
        return view.lines().stream()
                .filter(line -> !line.withdrawn())
                .mapToLong(line -> line.unitCostMicros() * line.units().quantity())
                .sum();
    }

    private static void add(List<Fact> facts, String name, @Nullable Instant at) {
        if (at != null) {
            facts.add(new Fact(name, "", at));
        }
    }

    private static Line line(PurchaseOrderLine line, String currency, Moments moments) {
        return new Line(
                line.line(),
                line.title(),
                line.merchantSku(),
                line.supplierSku(),
                line.units().quantity(),
                moments.micros(line.unitCostMicros(), currency),
                line.withdrawn(),
                units(line.units()));
    }

    private static List<Units> units(LineUnits units) {
        List<Units> all = new ArrayList<>();
        add(all, units.shipped(), "left", "good");
        add(all, units.accepted() - units.shipped(), "promised", "quiet");
        add(all, units.backordered(), "put off", "warn");
        add(all, units.rejected(), "refused", "warn");
        add(all, units.cancelled(), "cancelled", "quiet");
        add(all, units.unanswered(), "not answered", "quiet");
        add(all, units.excess(), "more than asked", "warn");
        return all;
    }

    private static void add(List<Units> all, int count, String where, String mood) {
        if (count > 0) {
            all.add(new Units(count, where, mood));
        }
    }

    private List<Event> timeline(
            MerchantId merchant, PurchaseOrderView view, PurchaseTalk.Talk said, List<ShipmentView> left) {
        Map<UUID, String> about = new HashMap<>();
        about.put(view.id().value(), "");
        said.documents().forEach(document -> about.put(UUID.fromString(document.id()), document.what()));
        left.forEach(shipment -> about.put(shipment.id().value(), shipment.reference()));
        return story.events(merchant, about);
    }
}
