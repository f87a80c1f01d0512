package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.story.Market;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every deviation of a run from its scripts. */
public final class Oracle {

    private static final int CONFLICT = 409;

    /** By so much business time a fast clock may differ between what Baton wrote and what the world saw. */
    private static final Duration CLOCKS = Duration.ofMinutes(15);

    private final Market market;
    private final Map<String, OrderScript> scripts;

    /** Judges against these scripts, by the store's order id. */
    public Oracle(Market market, Map<String, OrderScript> scripts) {
        this.market = market;
        this.scripts = scripts;
    }

    /** Every difference, named in words; the same sentence stands once. */
    public List<Difference> judge(List<Ledger.Entry> entries, BatonPicture picture) {
        Map<String, List<Fact>> byOrder = new HashMap<>();
        entries.forEach(entry -> byOrder.computeIfAbsent(entry.fact().order(), _ -> new ArrayList<>())
                .add(entry.fact()));
        Set<Difference> found = new LinkedHashSet<>();
        for (OrderScript script : scripts.values()) {
            History history = new History(byOrder.getOrDefault(script.id(), List.of()));
            found.addAll(new OrderJudge(market, script, history, picture).judge());
        }
        entries.forEach(entry -> refusals(entry.fact(), found));
        reminders(entries, found);
        numbers(entries, found);
        watched(entries, found);
        parked(entries, picture, found);
        found.addAll(new StockJudge(market, entries, picture).judge());
        found.addAll(new TroubleJudge(entries, picture, this::name).judge());
        return List.copyOf(found);
    }

    /**
     * Nobody is reminded before the agreed hours are over (working hours only make them longer), nor after an answer Baton
     * took; a reminder that was under way when the answer came is neither.
     */
    private void reminders(List<Ledger.Entry> entries, Set<Difference> found) {
        Map<String, Instant> takenAt = new HashMap<>();
        Map<String, Instant> answeredAt = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.SupplierMailed mail) {
                // a mail lies there before it is read
                takenAt.merge(
                        mail.supplier() + "/" + mail.number(),
                        mail.arrivedAt(),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
            if (entry.fact() instanceof Fact.PurchaseOrderTaken taken) {
                takenAt.putIfAbsent(taken.supplier() + "/" + taken.document().number(), entry.at());
            }
            if (entry.fact() instanceof Fact.Acknowledged answer && answer.status() / 100 == 2) {
                answeredAt.putIfAbsent(answer.supplier() + "/" + answer.number(), entry.at());
            }
            if (entry.fact() instanceof Fact.ReminderReceived reminder) {
                Instant at = reminder.arrivedAt() == null ? entry.at() : reminder.arrivedAt();
                Instant answered = answeredAt.get(reminder.supplier() + "/" + reminder.number());
                if (answered != null && at.isAfter(answered.plus(CLOCKS))) {
                    found.add(new Difference(
                            "needless reminder",
                            name(reminder.order()),
                            reminder.supplier() + " was reminded of " + reminder.number() + " though it had answered"));
                }
                Instant taken = takenAt.get(reminder.supplier() + "/" + reminder.number());
                Duration agreed =
                        Duration.ofHours(market.supplier(reminder.supplier()).ackHours());
                if (taken != null && at.isBefore(taken.plus(agreed).minus(CLOCKS))) {
                    found.add(new Difference(
                            "early reminder",
                            name(reminder.order()),
                            reminder.supplier() + " was reminded of " + reminder.number()
                                    + " before its hours were over"));
                }
            }
        }
    }

    /** Nothing reaches a supplier that is only watched. */
    private void watched(List<Ledger.Entry> entries, Set<Difference> found) {
        Set<String> mended = new HashSet<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.SupplierMended live) {
                mended.add(live.supplier());
            } else if (entry.fact() instanceof Fact.PurchaseOrderTaken taken
                    && market.supplier(taken.supplier()).start() == SupplierSheet.Start.WATCHED
                    && !mended.contains(taken.supplier())) {
                found.add(new Difference(
                        "sent though watched",
                        name(taken.order()),
                        taken.supplier() + " got " + taken.document().number() + " before it went live"));
            }
        }
    }

    /** That a customer was faster than a figure is no fault; anything else is. */
    private static void stockRefused(Set<Difference> found, Fact.StockRefused refused) {
        if (!refused.code().equals("CHANGE_FROM_QUANTITY_STALE")) {
            found.add(new Difference(
                    "stock figure refused", "", refused.store() + " did not take figures: " + refused.code()));
        }
    }

    private static void oversold(Set<Difference> found, String order, Fact.Oversold sold) {
        found.add(new Difference(
                "oversold",
                order,
                sold.supplier() + " was asked for " + sold.asked() + " × " + sold.sku() + " with " + sold.had()
                        + " left, its feed had said so"));
    }

    /** What a party would not take from Baton, or Baton from a party. */
    private void refusals(Fact fact, Set<Difference> found) {
        String order = name(fact.order());
        switch (fact) {
            case Fact.StoreCallRefused(String _, String store, String why) ->
                found.add(new Difference("store call refused", order, store + " refused a call: " + why));
            case Fact.FulfilmentRefused(String _, String store, String why) ->
                found.add(new Difference("fulfilment refused", order, store + " did not enter it: " + why));
            case Fact.StockRefused refused -> stockRefused(found, refused);
            case Fact.DocumentRefused(String _, String supplier, String number, String why) ->
                found.add(new Difference("document refused", order, supplier + " refused " + number + ": " + why));
            case Fact.Oversold sold -> oversold(found, order, sold);
            case Fact.WebhookSent sent -> refused(found, order, "webhook " + sent.topic(), sent.status());
            case Fact.OrderPosted posted -> refused(found, order, "posted order", posted.status());
            case Fact.CancelAsked asked -> refused(found, order, "cancellation by the " + asked.by(), asked.status());
            case Fact.CancellationAnswered one -> answered(found, order, "cancellation", one.supplier(), one.status());
            case Fact.AmendmentAnswered one -> answered(found, order, "amendment", one.supplier(), one.status());
            case Fact.RecallAnswered one -> answered(found, order, "recall", one.supplier(), one.status());
            case Fact.OfCost cost -> refused(found, order, "word on another cost", cost.status());
            case Fact.AmendmentDecided decided -> refused(found, order, "decision on an amendment", decided.status());
            case Fact.Acknowledged answer ->
                refused(found, order, "acknowledgement of " + answer.supplier(), answer.status());
            case Fact.Shipped shipped -> refused(found, order, "shipment of " + shipped.supplier(), shipped.status());
            case Fact.RestGivenUp rest -> refused(found, order, "rest of " + rest.supplier(), rest.status());
            case Fact.StockTold told -> refused(found, order, "stock feed of " + told.supplier(), told.status());
            case Fact.Scanned scan -> refused(found, order, "scan", scan.status());
            case Fact.Stopped stopped -> refused(found, order, "stop by hand", stopped.status());
            case Fact.OfQuestion one -> refused(found, order, "question to the customer, or its answer", one.status());
            case Fact.HoldReleased released -> refused(found, order, "release of a hold", released.status());
            case Fact.Resent resent -> notResent(found, order, "resending of " + resent.number(), resent.status());
            case Fact.SupplierMended mended ->
                refused(found, order, "change of the supplier " + mended.supplier(), mended.status());
            case Fact.MailResent resent ->
                notResent(found, order, "resending of the mail " + resent.messageId(), resent.status());
            case Fact.NumberCorrected one ->
                refused(found, order, "correction of parcel " + one.told() + " to " + one.right(), one.status());
            case Fact.LinkPressed press ->
                refused(found, order, "form '" + press.action() + "' of " + press.supplier(), press.status());
            case Fact.MailFlaw flaw ->
                found.add(new Difference(flaw.what(), order, "mail to " + flaw.mailbox() + ": " + flaw.words()));
            case Fact.MailStrayed strayed ->
                found.add(new Difference("stray mail", order, "Baton wrote to " + strayed.mailbox()));
            case Fact.AtTheStore _,
                    Fact.OfStock _,
                    Fact.StockSet _,
                    Fact.Fulfilled _,
                    Fact.Renumbered _,
                    Fact.PurchaseOrderTaken _,
                    Fact.BadAnswer _,
                    Fact.CancellationReceived _,
                    Fact.RecallReceived _,
                    Fact.ReminderReceived _,
                    Fact.AmendmentReceived _,
                    Fact.SupplierMailed _,
                    Fact.CustomerMailed _,
                    Fact.MailTrouble _,
                    Fact.HoldSeen _ -> {
                // What these tell is judged order by order.
            }
        }
    }

    private static void answered(Set<Difference> found, String order, String what, String supplier, int status) {
        refused(found, order, what + " answer of " + supplier, status);
    }

    /** Who asks again after an outage is told that it is on its way already. */
    private static void notResent(Set<Difference> found, String order, String what, int status) {
        if (status != CONFLICT) {
            refused(found, order, what, status);
        }
    }

    static void refused(Set<Difference> found, String order, String what, int status) {
        if (status < 200 || status >= 300) {
            String answer = status == 0 ? "never answered" : "answered " + status;
            found.add(new Difference("refused by Baton", order, "Baton " + answer + " to the " + what));
        }
    }

    /** One number, one purchase order, one supplier. */
    private void numbers(List<Ledger.Entry> entries, Set<Difference> found) {
        Map<String, String> owners = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.PurchaseOrderTaken taken) {
                String owner = taken.supplier() + " for " + name(taken.order());
                String before = owners.putIfAbsent(taken.document().number(), owner);
                if (before != null && !before.equals(owner)) {
                    found.add(new Difference(
                            "double send",
                            name(taken.order()),
                            "purchase order " + taken.document().number() + " went to " + before + " and to " + owner));
                }
            }
        }
    }

    private void parked(List<Ledger.Entry> entries, BatonPicture picture, Set<Difference> found) {
        Map<String, String> orderOf = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.BadAnswer bad) {
                orderOf.put(bad.number(), bad.order());
            } else if (entry.fact() instanceof Fact.PurchaseOrderTaken taken) {
                orderOf.put(taken.document().number(), taken.order());
            }
        }
        Set<String> parked = new HashSet<>();
        for (BatonPicture.Parked one : picture.parked()) {
            String order = orderOf.getOrDefault(one.purchaseOrder(), "");
            OrderScript script = scripts.get(order);
            if (script == null || script.plot() != Plot.PARKED) {
                found.add(new Difference(
                        "parked against the script",
                        name(order),
                        "the document " + one.purchaseOrder() + " is parked"));
            }
            parked.add(order);
        }
        for (OrderScript script : scripts.values()) {
            if (script.plot() == Plot.PARKED && !parked.contains(script.id())) {
                found.add(new Difference("missing park", script.name(), "its refused document is not parked"));
            }
        }
    }

    private String name(String order) {
        OrderScript script = scripts.get(order);
        return script == null ? order : script.name();
    }
}
