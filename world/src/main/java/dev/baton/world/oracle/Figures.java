package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import dev.baton.world.story.HoldKind;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.StoreChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run counted, by the world's own ledger; the names are those of the run's last line. */
public final class Figures {

    /** What a store tells when an order is placed. */
    private static final Set<String> BIRTH = Set.of("orders/create", "orders/paid");

    private final Map<String, OrderScript> scripts;
    private final List<Fact> facts;
    private final Map<String, History> histories = new HashMap<>();

    /** Counts the entries against the scripts. */
    public Figures(Map<String, OrderScript> scripts, List<Ledger.Entry> entries) {
        this.scripts = scripts;
        this.facts = entries.stream().map(Ledger.Entry::fact).toList();
        Map<String, List<Fact>> byOrder = new HashMap<>();
        facts.forEach(fact ->
                byOrder.computeIfAbsent(fact.order(), _ -> new ArrayList<>()).add(fact));
        scripts.keySet().forEach(id -> histories.put(id, new History(byOrder.getOrDefault(id, List.of()))));
    }

    /** Orders held at some time, by kind. */
    public Map<HoldKind, Integer> held() {
        Map<HoldKind, Set<String>> orders = new EnumMap<>(HoldKind.class);
        all(Fact.HoldSeen.class)
                .forEach(hold -> orders.computeIfAbsent(HoldKind.of(hold.kind()), _ -> new HashSet<>())
                        .add(hold.order()));
        Map<HoldKind, Integer> counts = new EnumMap<>(HoldKind.class);
        orders.forEach((kind, ids) -> counts.put(kind, ids.size()));
        return counts;
    }

    /** Orders the scripts have held, by kind. */
    public Map<HoldKind, Integer> expectedHeld() {
        Map<HoldKind, Integer> counts = new EnumMap<>(HoldKind.class);
        for (OrderScript script : scripts.values()) {
            HoldKind kind = script.plot().hold();
            if (kind != null) {
                counts.merge(kind, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Everything counted in the world, in the order of the run's last line. */
    public Map<String, Integer> counted() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> numbers = new HashSet<>();
        all(Fact.PurchaseOrderTaken.class)
                .forEach(one -> numbers.add(one.document().number()));
        all(Fact.BadAnswer.class).forEach(one -> numbers.add(one.number()));
        counts.put("purchaseOrders", numbers.size());
        counts.put("transmissions", numbers.size() + cancellationIds() + reminded() + amendments() + words());
        counts.put("acknowledged", (int)
                answers().filter(one -> !one.accepted().isEmpty()).count());
        counts.put("rejected", (int)
                answers().filter(one -> !one.rejected().isEmpty()).count());
        counts.put("rerouted", rerouted());
        counts.put("cancelledBeforeSend", cancelledBeforeSend());
        counts.put("cancelledAfterSend", (int) all(Fact.CancellationAnswered.class).stream()
                .filter(Fact.CancellationAnswered::agreed)
                .map(Fact::order)
                .distinct()
                .count());
        Set<String> parcels = parcels();
        Set<String> delivered = delivered();
        counts.put("parcels", parcels.size());
        counts.put("delivered", delivered.size());
        parcels.removeAll(delivered);
        all(Fact.RecallAnswered.class).stream()
                .filter(Fact.RecallAnswered::stops)
                .forEach(answer -> parcels.removeAll(answer.trackingNumbers()));
        counts.put("undelivered", parcels.size());
        counts.put("supplierMails", all(Fact.SupplierMailed.class).size());
        counts.put("customerMails", all(Fact.CustomerMailed.class).size());
        counts.put("amendments", amendments());
        counts.put("linkActions", (int) all(Fact.LinkPressed.class).stream()
                .filter(press -> press.status() / 100 == 2)
                .count());
        counts.put("oversold", all(Fact.Oversold.class).size());
        return counts;
    }

    /** What every run must have some of; a zero means that the run proves less than it should. */
    public Map<String, Integer> required() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("multiSupplierOrders", multiSupplier());
        counts.put("bundles", fulfilledOf(Plot.BUNDLE));
        counts.put("splitLines", splitLines());
        Map<String, Integer> counted = counted();
        List<String> names = List.of(
                "rejected",
                "rerouted",
                "cancelledBeforeSend",
                "cancelledAfterSend",
                "delivered",
                "supplierMails",
                "customerMails",
                "amendments",
                "linkActions");
        for (String name : names) {
            counts.put(name, counted.getOrDefault(name, 0));
        }
        counts.put("cancelsTooLate", (int) all(Fact.CancellationAnswered.class).stream()
                .filter(one -> !one.agreed())
                .count());
        counts.put("partShipments", partShipments());
        counts.put("reminders", reminded());
        counts.put("suppliersMended", all(Fact.SupplierMended.class).size());
        for (String mood : List.of("FRESH", "LATE", "HALVED", "ZEROED", "DUPLICATED", "HALF_WRITTEN")) {
            counts.put("stock files " + mood, (int) all(Fact.StockFileLaid.class).stream()
                    .filter(file -> file.mood().equals(mood))
                    .count());
        }
        counts.put("stock files unchanged", all(Fact.StockFileUnchanged.class).size());
        for (String who : List.of("clerk", "supplier")) {
            counts.put("stock files decided by the " + who, (int) all(Fact.StockFileDecided.class).stream()
                    .filter(one -> one.by().equals(who))
                    .count());
        }
        for (String store : List.of(Playbook.MAIN, Playbook.ANNEX)) {
            counts.put("figures shown by " + store, (int) all(Fact.StockSet.class).stream()
                    .filter(set -> set.store().equals(store))
                    .count());
        }
        counts.put("numbersCorrected", all(Fact.NumberCorrected.class).size());
        counts.put("numbersShownAnew", all(Fact.Renumbered.class).size());
        changes(counts);
        counts.put("lastUnits", all(Fact.LastUnitSeen.class).size());
        counts.put("stockChecks", all(Fact.StockChecked.class).size());
        counts.put("liesExposed", all(Fact.LieExposed.class).size());
        counts.put("doubledWebhooks", (int) all(Fact.WebhookSent.class).stream()
                .filter(one -> one.copy() > 0)
                .count());
        counts.put("neverTold", (int) all(Fact.WebhookWithheld.class).stream()
                .map(Fact::order)
                .distinct()
                .count());
        troubles(counts);
        expectedHeld().forEach((kind, _) -> counts.put("held " + kind, held().getOrDefault(kind, 0)));
        return counts;
    }

    /** Orders that went to two suppliers or more. */
    public int multiSupplier() {
        return (int) histories.values().stream()
                .filter(history -> history.taken().stream()
                                .map(Fact.PurchaseOrderTaken::supplier)
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    private java.util.stream.Stream<Fact.Acknowledged> answers() {
        return all(Fact.Acknowledged.class).stream().filter(one -> one.status() >= 200 && one.status() < 300);
    }

    private void changes(Map<String, Integer> counts) {
        for (StoreChange.Stage stage : StoreChange.Stage.values()) {
            counts.put("changes " + stage, (int) all(Fact.ChangeMade.class).stream()
                    .filter(change -> change.stage() == stage)
                    .map(Fact.ChangeMade::change)
                    .distinct()
                    .count());
        }
        counts.put("costsTolerated", all(Fact.CostTolerated.class).size());
        for (boolean accepted : List.of(true, false)) {
            counts.put(accepted ? "costsAccepted" : "costsRefused", (int) all(Fact.CostTold.class).stream()
                    .filter(told -> told.accepted() == accepted)
                    .count());
        }
        counts.put("recallsStopped", (int) all(Fact.RecallAnswered.class).stream()
                .filter(Fact.RecallAnswered::stops)
                .count());
        counts.put("recallsNotStopped", (int) all(Fact.RecallAnswered.class).stream()
                .filter(answer -> !answer.stops())
                .count());
        counts.put("customersAsked", all(Fact.CustomerAsked.class).size());
        counts.put("customersAnswered", all(Fact.CustomerAnswered.class).size());
    }

    /** A store that never makes trouble says nothing of how Baton bears it. */
    private void troubles(Map<String, Integer> counts) {
        for (StoreTrouble trouble : StoreTrouble.values()) {
            counts.put(trouble.figure(), (int) all(Fact.StoreTroubled.class).stream()
                    .filter(one -> one.trouble() == trouble)
                    .count());
        }
    }

    private int cancellationIds() {
        return (int) all(Fact.CancellationReceived.class).stream()
                .map(Fact.CancellationReceived::cancellationId)
                .distinct()
                .count();
    }

    /** Suppliers told of a cost, or asked to call something back. */
    private int words() {
        return (int) facts.stream()
                .filter(fact -> fact instanceof Fact.CostTold || fact instanceof Fact.RecallReceived)
                .distinct()
                .count();
    }

    private int reminded() {
        return (int) all(Fact.ReminderReceived.class).stream()
                .map(Fact.ReminderReceived::number)
                .distinct()
                .count();
    }

    private int rerouted() {
        return (int) histories.values().stream()
                .filter(history -> {
                    List<Fact.PurchaseOrderTaken> taken = history.taken();
                    return taken.size() > 1
                            && history.all(Fact.Acknowledged.class).stream()
                                    .anyMatch(answer -> !answer.rejected().isEmpty());
                })
                .count();
    }

    private int cancelledBeforeSend() {
        return (int) scripts.values().stream()
                .filter(script ->
                        script.plot().changesBeforeSend() && script.plot().hold() == null && hasChanged(script))
                .filter(script -> script.lines().stream().anyMatch(line -> script.neverAsked(line) > 0)
                        || history(script).taken().isEmpty())
                .count();
    }

    /** Whether the change of mind has happened and Baton was told of it. */
    private boolean hasChanged(OrderScript script) {
        return history(script).all(Fact.WebhookSent.class).stream()
                .anyMatch(sent -> !BIRTH.contains(sent.topic()) && sent.status() >= 200 && sent.status() < 300);
    }

    /** Purchase orders suppliers were asked to change, as they answered. */
    private int amendments() {
        return (int) all(Fact.AmendmentAnswered.class).stream()
                .map(Fact.AmendmentAnswered::amendmentId)
                .distinct()
                .count();
    }

    private int fulfilledOf(Plot plot) {
        return (int) scripts.values().stream()
                .filter(script -> script.plot() == plot)
                .filter(script -> !history(script).taken().isEmpty())
                .count();
    }

    private int splitLines() {
        return (int) scripts.values().stream()
                .filter(script -> script.plot() == Plot.SPLIT_LINE)
                .filter(script ->
                        history(script).asking(script.lines().getFirst().sku()).size() > 1)
                .count();
    }

    private int partShipments() {
        Map<String, Integer> parcels = new HashMap<>();
        all(Fact.Shipped.class)
                .forEach(shipped -> parcels.merge(
                        shipped.supplier() + shipped.number(), shipped.parcels().size(), Integer::sum));
        return (int) parcels.values().stream().filter(count -> count > 1).count();
    }

    private Set<String> parcels() {
        Set<String> numbers = new HashSet<>();
        all(Fact.Shipped.class)
                .forEach(shipped -> shipped.parcels().forEach(parcel -> numbers.add(parcel.trackingNumber())));
        return numbers;
    }

    private Set<String> delivered() {
        Set<String> numbers = new HashSet<>();
        all(Fact.Scanned.class).stream()
                .filter(scan -> scan.code().equals("DELIVERED") && scan.status() >= 200 && scan.status() < 300)
                .forEach(scan -> numbers.add(scan.trackingNumber()));
        return numbers;
    }

    /** Orders whose store is a shop, for the page and the summary. */
    public int placedIn(String store) {
        return (int) scripts.values().stream()
                .filter(script -> script.store().equals(store))
                .count();
    }

    /** Orders placed in all stores. */
    public int placed() {
        return placedIn(Playbook.MAIN)
                + placedIn(Playbook.ANNEX)
                + placedIn(Playbook.OUTLET)
                + placedIn(Playbook.DIRECT);
    }

    private History history(OrderScript script) {
        return histories.getOrDefault(script.id(), new History(List.of()));
    }

    private <F extends Fact> List<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
