package dev.baton.world.demo;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.Shop;
import dev.baton.world.story.Address;
import dev.baton.world.story.Goods;
import dev.baton.world.story.HoldKind;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.Plot;
import dev.baton.world.story.StoreChange;
import dev.baton.world.supplier.Suppliers;
import dev.baton.world.time.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Lets customers and merchant do what the scripts have them do once something else has happened. */
final class Director {

    /** After this much business time somebody changes their mind. */
    private static final Duration SECOND_THOUGHT = Duration.ofMinutes(2);

    private static final int LOOKS_FOR_IT = 100;

    /** Paid back to a customer who may keep the goods. */
    private static final long GOODWILL_CENTS = 5_00;

    private final Playbook playbook;
    private final Ledger ledger;
    private final Agenda agenda;
    private final Box box;
    private final Map<String, Integer> accepted = new HashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** Those the director gives a cue. */
    record Box(Map<String, Shop> shops, Suppliers suppliers, Placing placing, BatonApi baton, BatonReader reader) {}

    Director(Playbook playbook, Ledger ledger, Agenda agenda, Box box) {
        this.playbook = playbook;
        this.ledger = ledger;
        this.agenda = agenda;
        this.box = box;
    }

    void start() {
        ledger.follow(this::follow);
    }

    private void follow(Fact fact) {
        OrderScript script = playbook.find(fact.order());
        if (script == null) {
            return;
        }
        switch (fact) {
            case Fact.WebhookSent told -> {
                if (told.topic().equals("orders/create") && told.status() >= 200 && told.status() < 300) {
                    arrived(script);
                }
            }
            case Fact.PurchaseOrderTaken _ -> followers(script);
            case Fact.Acknowledged answer -> answered(script, answer);
            case Fact.HoldSeen hold -> held(script, hold);
            case Fact.CustomerAnswered _ -> decided(script);
            case Fact.Shipped shipped -> shipped(script, shipped);
            default -> {
                // Nobody waits for it.
            }
        }
    }

    /** Baton has the order: what is to change before the send changes now. */
    private void arrived(OrderScript script) {
        boolean secondBuyer = script.plot() == Plot.LAST_UNIT && script.follows() != null;
        boolean changes = script.plot().changesBeforeSend() || script.plot() == Plot.WAITING || secondBuyer;
        if (!changes || !done.add(script.id())) {
            return;
        }
        Duration pause = script.plot() == Plot.WAITING || secondBuyer ? Duration.ofMinutes(20) : SECOND_THOUGHT;
        agenda.after(pause, () -> change(script));
    }

    private void change(OrderScript script) {
        long order = orderId(script);
        switch (script.plot()) {
            case CANCELLED_BEFORE_SEND -> {
                shop(script).cancel(order, "customer");
                ledger.write(new Fact.CancelAsked(script.id(), "store", 200));
            }
            case REFUNDED_BEFORE_SEND -> {
                Map<Long, Integer> units = new LinkedHashMap<>();
                script.lines().forEach(line -> units.put(lineId(line), line.quantity()));
                refunded(script, "cancel", Placing.totalCents(script));
                shop(script).refundUnits(order, units, Placing.totalCents(script));
            }
            case LINE_REMOVED_BEFORE_SEND -> {
                OrderScript.Line removed = script.lines().getLast();
                shop(script).removeUnits(order, lineId(removed), removed.quantity());
            }
            case MOVED_BEFORE_SEND -> move(script);
            case HELD_COUNTRY_CHANGED -> onceThere(script, LOOKS_FOR_IT, _ -> move(script));
            case HELD_BY_HAND -> onceThere(script, LOOKS_FOR_IT, id -> stopByApi(script, id));
            case HELD_REFUNDED, REFUNDED_THEN_RELEASED, CHANGED_BEFORE_SEND -> edit(script);
            case WAITING, LAST_UNIT -> restock(script);
            default -> throw new IllegalStateException("nothing changes in " + script.plot());
        }
    }

    /** The change the script has, made where it is made: in the store, or by the merchant's staff in Baton. */
    private void edit(OrderScript script) {
        StoreChange change = Objects.requireNonNull(script.change());
        Shop shop = shop(script);
        long order = orderId(script);
        OrderScript.Line first = script.lines().getFirst();
        OrderScript.Line last = script.lines().getLast();
        Map<Long, Integer> unit = Map.of(lineId(first), 1);
        ledger.write(new Fact.ChangeMade(script.id(), change, script.plot().changesAt()));
        switch (change) {
            case LINE_REMOVED -> shop.removeUnits(order, lineId(last), last.quantity());
            case UNIT_REMOVED -> shop.removeUnits(order, lineId(first), 1);
            case UNIT_ADDED -> shop.addUnits(order, lineId(first), 1);
            case LINE_ADDED -> shop.addLine(order, Placing.shopLine(last));
            case MOVED -> move(script);
            case NOTED -> shop.note(order, "The customer rang and is happy to wait");
            case CANCELLED -> cancelByApi(script);
            case UNIT_CANCELLED -> {
                refunded(script, "cancel", first.priceCents());
                shop.refundUnits(order, unit, first.priceCents());
            }
            case UNIT_KEPT -> {
                refunded(script, "no_restock", first.priceCents());
                shop.refundKept(order, unit, first.priceCents());
            }
            case MONEY_BACK -> {
                refunded(script, "none", GOODWILL_CENTS);
                shop.refundMoney(order, GOODWILL_CENTS);
            }
        }
    }

    private void refunded(OrderScript script, String restock, long cents) {
        ledger.write(new Fact.Refunded(script.id(), restock, cents));
    }

    private void restock(OrderScript script) {
        OrderScript.Line line = script.lines().getFirst();
        Goods goods = playbook.market().goods().get(line.sku());
        if (goods != null) {
            Goods.Offer offer = goods.offers().getFirst();
            box.suppliers().restock(offer.supplier(), offer.supplierSku(), line.quantity());
        }
    }

    /** An order that repeats another is placed once the other is on its way. */
    private void followers(OrderScript script) {
        for (OrderScript other : playbook.scripts().values()) {
            boolean repeats = script.id().equals(other.follows()) && other.plot() != Plot.LAST_UNIT;
            if (repeats && done.add(other.id())) {
                agenda.after(SECOND_THOUGHT, () -> box.placing().place(other));
            }
        }
    }

    /** Every supplier has said yes: now the customer does not want it any more. */
    private void answered(OrderScript script, Fact.Acknowledged answer) {
        boolean changes = script.waitsAfterAnswer() || script.plot() == Plot.CHANGED_AFTER_SEND;
        if (!changes || answer.status() < 200 || answer.status() >= 300) {
            return;
        }
        int due = script.placedLines().stream()
                .mapToInt(OrderScript.Line::quantity)
                .sum();
        int units =
                answer.accepted().values().stream().mapToInt(Integer::intValue).sum();
        synchronized (accepted) {
            if (accepted.merge(script.id(), units, Integer::sum) < due || !done.add(script.id())) {
                return;
            }
        }
        agenda.after(SECOND_THOUGHT, () -> regret(script));
    }

    private void regret(OrderScript script) {
        switch (script.plot()) {
            case CANCEL_TOO_LATE -> cancelByApi(script);
            case MOVED_AFTER_SEND, MOVED_TOO_LATE -> move(script);
            case UNIT_REFUNDED_AFTER_SEND -> {
                OrderScript.Line line = script.lines().getFirst();
                refunded(script, "cancel", line.priceCents());
                shop(script).refundUnits(orderId(script), Map.of(lineId(line), 1), line.priceCents());
            }
            case CHANGED_AFTER_SEND -> edit(script);
            default -> {
                shop(script).cancel(orderId(script), "customer");
                ledger.write(new Fact.CancelAsked(script.id(), "store", 200));
            }
        }
    }

    private void move(OrderScript script) {
        Address address = script.movedTo();
        if (address != null) {
            shop(script).moveTo(orderId(script), address);
        }
    }

    private void shipped(OrderScript script, Fact.Shipped shipped) {
        boolean thinksAgain =
                script.plot() == Plot.RETURN_REFUNDED_AFTER_SHIP || script.plot() == Plot.CHANGED_AFTER_SHIP;
        if (thinksAgain && shipped.status() / 100 == 2 && done.add(script.id())) {
            agenda.after(SECOND_THOUGHT, () -> {
                if (script.plot() == Plot.CHANGED_AFTER_SHIP) {
                    edit(script);
                } else {
                    comesBack(script);
                }
            });
        }
    }

    private void comesBack(OrderScript script) {
        OrderScript.Line line = script.lines().getFirst();
        refunded(script, "return", line.priceCents());
        shop(script).refundReturned(orderId(script), Map.of(lineId(line), 1), line.priceCents());
    }

    private void cancelByApi(OrderScript script) {
        String id = box.reader().orderId(script);
        BatonApi.Answer answer = box.baton()
                .post(
                        "/api/v1/orders/" + id + "/cancel",
                        Json.object().put("reason", "The customer changed their mind"));
        ledger.write(new Fact.CancelAsked(script.id(), "api", answer.status()));
    }

    /** What a store has told is an order of Baton's a moment later; it looks until it is there. */
    private void onceThere(OrderScript script, int looks, Consumer<String> act) {
        String id = box.reader().orderId(script);
        if (id == null && looks > 1) {
            agenda.after(SECOND_THOUGHT, () -> onceThere(script, looks - 1, act));
        } else {
            act.accept(id == null ? "" : id);
        }
    }

    private void stopByApi(OrderScript script, String id) {
        BatonApi.Answer answer = box.baton()
                .post("/api/v1/orders/" + id + "/stop", Json.object().put("reason", "The customer asked to wait"));
        ledger.write(new Fact.Stopped(script.id(), answer.status()));
    }

    private void held(OrderScript script, Fact.HoldSeen hold) {
        boolean unpaid = HoldKind.of(hold.kind()) == HoldKind.UNPAID;
        if (unpaid && script.holdEnds() && done.add(script.id())) {
            agenda.after(SECOND_THOUGHT, () -> shop(script).pay(orderId(script)));
        }
    }

    /** Whoever gives the money back does so in the store, which tells of it. */
    private void decided(OrderScript script) {
        if (script.plot() == Plot.REPEATED_NOT_MEANT && done.add(script.id() + " in the store")) {
            agenda.after(SECOND_THOUGHT, () -> shop(script).cancel(orderId(script), "customer"));
        }
    }

    private Shop shop(OrderScript script) {
        Shop shop = box.shops().get(script.store());
        if (shop == null) {
            throw new IllegalStateException("no shop " + script.store());
        }
        return shop;
    }

    private static long lineId(OrderScript.Line line) {
        return Long.parseLong(line.id());
    }

    private static long orderId(OrderScript script) {
        return Long.parseLong(script.id());
    }
}
