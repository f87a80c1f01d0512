package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.Address;
import dev.baton.world.story.Goods;
import dev.baton.world.story.LineEnd;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.StoreChange;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ledger written by hand: what everybody did for one order of one line, as its script has it, for tests to spoil. */
final class StoryTold {

    static final String NUMBER = "1001-1";
    private static final Playbook PLAYBOOK = Playbook.of(60, 7);

    final Market market = PLAYBOOK.market();
    final OrderScript script;
    final OrderScript.Line line;
    final String supplier;
    /** Between one fact and the next. */
    Duration pace = Duration.ofDays(1);

    final List<Fact> facts = new ArrayList<>();
    final Map<String, BatonPicture.Order> orders = new HashMap<>();
    final List<BatonPicture.Parked> parked = new ArrayList<>();
    final List<BatonPicture.Hold> holds = new ArrayList<>();
    final List<BatonPicture.Task> tasks = new ArrayList<>();
    final List<BatonPicture.StockFile> stockFiles = new ArrayList<>();
    final Map<String, Map<String, Integer>> shown = new HashMap<>();

    private StoryTold(OrderScript script) {
        this.script = script;
        this.line = script.lines().getFirst();
        this.supplier = line.parts().isEmpty()
                ? ""
                : line.parts().getFirst().suppliers().stream().findFirst().orElse("");
        facts.add(new Fact.OrderPlaced(script.id(), script.store()));
        facts.add(new Fact.WebhookSent(script.id(), script.store(), "orders/create", "w", 0, 200));
        if (!supplier.isEmpty()) {
            facts.add(new Fact.Stocked(supplier, supplierSku(line.sku()), line.quantity()));
        }
        ends(bucket(line.end()));
    }

    /** The story of the first order of that plot with one line of plain goods, told up to its being placed. */
    static StoryTold of(Plot plot) {
        return of(plot, null);
    }

    /** The same of the first such order something of that kind is changed on; null = the first of any. */
    static StoryTold of(Plot plot, @Nullable StoreChange change) {
        Predicate<OrderScript> fits = one -> one.plot() == plot
                && (change == null || one.change() == change)
                && one.store().equals(Playbook.MAIN)
                && (plot.isRepeat() || one.lines().size() == 1)
                && (plot.hold() != null || one.lines().getFirst().parts().size() == 1);
        return new StoryTold(
                PLAYBOOK.scripts().values().stream().filter(fits).findFirst().orElseThrow());
    }

    /** The same, told to its good end: sent, accepted, shipped, fulfilled. */
    static StoryTold whole() {
        StoryTold story = of(Plot.REJECTED_THEN_REROUTED);
        story.taken(UnaryOperator.identity());
        story.accepted(200);
        story.shipped(story.line.quantity());
        story.fulfilled(story.line.quantity());
        story.mailed("order.confirmed", "<1@shop>");
        story.mailed("order.shipped", "<2@shop>");
        story.mailed("order.delivered", "<3@shop>");
        return story;
    }

    private static String bucket(LineEnd end) {
        return switch (end) {
            case DELIVERED -> "delivered";
            case CANCELLED, PART_CANCELLED -> "cancelled";
            case SENT -> "sent";
            case HELD -> "open";
        };
    }

    /** Baton says at the end that every unit is there. */
    void ends(String bucket) {
        ends(Map.of(bucket, line.quantity()), 0);
    }

    /** Baton says at the end where units are, and what went back. */
    void ends(Map<String, Integer> buckets, long refundedCents) {
        BatonPicture.Line found = new BatonPicture.Line(line.quantity(), buckets);
        orders.put(script.id(), new BatonPicture.Order("id", "1001", Map.of(line.id(), found), refundedCents));
    }

    /** The supplier was asked to leave units out and agreed. */
    void leavesOut(String cancellation, int units) {
        add(new Fact.CancellationReceived(script.id(), supplier, NUMBER, cancellation, Map.of(1, units)));
        add(new Fact.CancellationAnswered(script.id(), supplier, NUMBER, cancellation, true, 200));
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    void drop(Class<? extends Fact> kind) {
        facts.removeIf(kind::isInstance);
    }

    /** The purchase order reached the supplier, changed as given. */
    void taken(UnaryOperator<PurchaseOrder> changed) {
        takenBy(supplier, changed.apply(document()), "sha");
    }

    void takenBy(String code, PurchaseOrder document, String sha) {
        add(new Fact.PurchaseOrderTaken(script.id(), code, document, document.number() + ".v1", sha, false));
    }

    void accepted(int status) {
        add(new Fact.Acknowledged(script.id(), supplier, NUMBER, "ACK", Map.of(1, line.quantity()), Map.of(), status));
    }

    void shipped(int units) {
        List<Fact.Parcel> parcels = List.of(new Fact.Parcel("UPS", "1Z1", Map.of(1, units)));
        add(new Fact.Shipped(script.id(), supplier, NUMBER, "SHP", parcels, 200));
    }

    void fulfilled(int units) {
        add(new Fact.Fulfilled(script.id(), script.store(), "F", Map.of(line.id(), units), List.of("1Z1")));
    }

    /** A mail about every unit reached the customer, where Baton is who mails. */
    void mailed(String kind, String messageId) {
        if (script.isMailedByBaton()) {
            add(new Fact.CustomerMailed(script.id(), kind, messageId, Map.of(line.id(), line.quantity())));
        }
    }

    PurchaseOrder document() {
        return document(NUMBER, line.sku(), line.quantity());
    }

    PurchaseOrder document(String number, String sku, int quantity) {
        SupplierSheet sheet = Objects.requireNonNull(market.suppliers().get(supplier));
        Address to = script.shipTo();
        return new PurchaseOrder(
                number,
                1,
                script.id(),
                script.name(),
                "MAIN",
                new PurchaseOrder.ShipTo(
                        to.name(),
                        to.company(),
                        to.line1(),
                        to.line2(),
                        to.city(),
                        to.region(),
                        to.regionCode(),
                        to.postcode(),
                        to.countryCode(),
                        to.phone()),
                (script.shipMethod().equals("express") ? "EXP-" : "STD-") + supplier,
                sheet.currency(),
                List.of(new PurchaseOrder.Line(1, supplierSku(sku), sku, quantity, unitCost(sku))),
                sheet.packaging(),
                sheet.branding(),
                sheet.special(),
                script.giftMessage());
    }

    /** What the supplier of the story calls it. */
    String supplierSku(String sku) {
        @Nullable Goods goods = market.goods().get(sku);
        return goods == null
                ? "none"
                : goods.offers().stream()
                        .filter(offer -> offer.supplier().equals(supplier))
                        .map(Goods.Offer::supplierSku)
                        .findFirst()
                        .orElse("none");
    }

    private String unitCost(String sku) {
        @Nullable Goods goods = market.goods().get(sku);
        return goods == null
                ? "1.00"
                : goods.offers().stream()
                        .filter(offer -> offer.supplier().equals(supplier))
                        .map(Goods.Offer::unitCost)
                        .findFirst()
                        .orElse("1.00");
    }

    /** What the oracle finds. */
    List<Difference> judged() {
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Fact fact : facts) {
            entries.add(new Ledger.Entry(Instant.EPOCH.plus(pace.multipliedBy(entries.size())), fact));
        }
        return new Oracle(market, Map.of(script.id(), script))
                .judge(entries, new BatonPicture(orders, parked, holds, tasks, 0, stockFiles, shown));
    }
}
