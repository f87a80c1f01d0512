package dev.baton.world.supplier;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.Plot;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How one supplier answers, ships and cancels what it has taken, by its temper and the order's script. */
final class Reactions {

    private static final List<String> REASONS = List.of("OUT_OF_STOCK", "CANNOT_SHIP_THERE", "OTHER");

    /** Of all shipments so many name a wrong number at first, and each supplier's first one. */
    private static final double MISTYPED = 0.04;

    private static final double MINUTES_UNTIL_CORRECTED = 20;

    /** What is to change after the send is not on its way before. */
    private static final double MINUTES_TO_CHANGE = 45;

    private final SupplierSheet sheet;
    private final SupplierWorld world;
    private final Warehouse warehouse;
    private final Answers answers;
    private final Set<String> rejectedOrders;
    private final AtomicBoolean firstShipment = new AtomicBoolean(true);

    /** @param rejectedOrders orders some supplier has rejected already, shared by all suppliers of the run */
    Reactions(
            SupplierSheet sheet,
            SupplierWorld world,
            Warehouse warehouse,
            Answers answers,
            Set<String> rejectedOrders) {
        this.sheet = sheet;
        this.world = world;
        this.warehouse = warehouse;
        this.answers = answers;
        this.rejectedOrders = rejectedOrders;
    }

    /** A set to share between the suppliers of one run. */
    static Set<String> nobodyRejectedYet() {
        return ConcurrentHashMap.newKeySet();
    }

    /** The purchase order has just been taken. */
    void taken(Taken taken) {
        switch (taken.script.plot()) {
            case SILENT_FOREVER -> {
                // Not a word, whoever asks.
            }
            case SILENT_THEN_ANSWERED -> {
                if (!sheet.code().equals("fjord")) {
                    answerLater(taken);
                }
            }
            case REJECTED_THEN_REROUTED -> {
                if (rejectedOrders.add(taken.script.id())) {
                    later(minutes(sheet.temper().ackMinutes(chance(taken, "ack"))), () -> reject(taken));
                } else {
                    answerLater(taken);
                }
            }
            case HELD_REROUTE_LIMIT ->
                later(minutes(sheet.temper().ackMinutes(chance(taken, "ack"))), () -> reject(taken));
            default -> answerLater(taken);
        }
    }

    /** The merchant reminds: who was silent only for a while answers now. */
    void reminded(Taken taken) {
        boolean wasSilent = taken.script.plot() == Plot.SILENT_THEN_ANSWERED;
        if (wasSilent && !taken.answered) {
            later(minutes(5), () -> accept(taken));
        }
    }

    /** The merchant asks whether units can be cancelled. */
    void askedToCancel(Taken taken, DocumentReader.Cancellation asked) {
        boolean agrees;
        synchronized (taken) {
            if (taken.cancellations.containsKey(asked.cancellationId())) {
                return;
            }
            agrees = taken.script.plot() != Plot.CANCEL_TOO_LATE && canCancel(taken, asked.units());
            taken.cancellations.put(asked.cancellationId(), agrees);
            if (agrees) {
                asked.units().forEach((line, units) -> cancelUnits(taken, line, units));
                // Who agrees before answering the order itself has answered it by that.
                taken.answered = true;
            }
        }
        later(minutes(4), () -> answerCancellation(taken, asked, agrees));
    }

    /** The merchant asks to ship to another address. */
    void askedToAmend(Taken taken, String amendmentId, PurchaseOrder.ShipTo to) {
        synchronized (taken) {
            if (!taken.amendments.add(amendmentId)) {
                return;
            }
        }
        world.ledger()
                .write(new Fact.AmendmentReceived(taken.script.id(), sheet.code(), taken.number(), amendmentId, to));
        boolean agrees = taken.script.plot() != Plot.MOVED_TOO_LATE;
        later(minutes(4), () -> {
            int status = answers.answerAmendment(taken, amendmentId, agrees);
            world.ledger()
                    .write(new Fact.AmendmentAnswered(
                            taken.script.id(), sheet.code(), taken.number(), amendmentId, agrees, status));
            later(minutes(20), () -> ship(taken));
        });
    }

    /** The merchant says what became of another cost; the goods leave once it has said so of every one. */
    void toldOfCost(Taken taken, DocumentReader.CostWord word) {
        synchronized (taken) {
            if (!taken.costs.add(word.counterOfferId()) || taken.costs.size() < taken.dearLines()) {
                return;
            }
        }
        later(minutes(sheet.temper().shipMinutes(chance(taken, "ship"))), () -> ship(taken));
    }

    /** The merchant asks to stop or take back what should not have left: one stops it, another takes it back or will not. */
    void askedToRecall(Taken taken, DocumentReader.Recall asked) {
        synchronized (taken) {
            if (!taken.recalls.add(asked.recallId())) {
                return;
            }
        }
        String other = taken.script.number() % 2 == 0 ? "REFUSED" : "TAKES_BACK";
        String answer = sheet.code().equals("acme") ? "STOPS" : other;
        later(minutes(4), () -> {
            int status = answers.answerRecall(taken, asked.recallId(), answer);
            world.ledger()
                    .write(new Fact.RecallAnswered(
                            taken.script.id(), sheet.code(), taken.number(), answer, asked.trackingNumbers(), status));
        });
    }

    /** Whoever was told to keep silent says nothing of what comes meanwhile. */
    private void answerLater(Taken taken) {
        if (world.silent().contains(sheet.code())) {
            return;
        }
        later(minutes(sheet.temper().ackMinutes(chance(taken, "ack"))), () -> accept(taken));
    }

    private void reject(Taken taken) {
        Map<Integer, Integer> rejected = new LinkedHashMap<>();
        taken.document.lines().forEach(line -> rejected.put(line.line(), line.quantity()));
        String reason = REASONS.get(Math.floorMod(taken.script.number(), REASONS.size()));
        acknowledge(taken, Map.of(), rejected, reason);
    }

    private void accept(Taken taken) {
        Map<Integer, Integer> accepted = new LinkedHashMap<>();
        Map<Integer, Integer> rejected = new LinkedHashMap<>();
        synchronized (taken) {
            if (taken.answered) {
                return;
            }
            taken.answered = true;
            for (PurchaseOrder.Line line : taken.document.lines()) {
                int had = warehouse.promise(line.sku(), line.quantity());
                if (had >= line.quantity()) {
                    accepted.put(line.line(), line.quantity());
                    taken.toShip.put(line.line(), line.quantity());
                } else {
                    rejected.put(line.line(), line.quantity());
                    world.ledger().write(tooFew(taken, line, had));
                }
            }
        }
        boolean dear = taken.script.plot() == Plot.COSTS_MORE && rejected.isEmpty();
        if (dear) {
            acknowledgeAtOtherCosts(taken, accepted);
        } else {
            acknowledge(taken, accepted, rejected, "OUT_OF_STOCK");
        }
        later(Duration.ofSeconds(sheet.bookingLagSeconds() * 3L / 5), () -> book(taken));
        if (dear || taken.script.waitsAfterAnswer()) {
            return;
        }
        double ship = sheet.temper().shipMinutes(chance(taken, "ship"));
        boolean changes = taken.script.plot() == Plot.CHANGED_AFTER_SEND;
        later(minutes(changes ? Math.max(ship, MINUTES_TO_CHANGE) : ship), () -> ship(taken));
    }

    /** Who shows more than there is has only itself to thank. */
    private Fact tooFew(Taken taken, PurchaseOrder.Line line, int had) {
        return sheet.isLying()
                ? new Fact.LieExposed(taken.script.id(), sheet.code(), taken.number(), line.sku(), line.quantity(), had)
                : new Fact.Oversold(taken.script.id(), sheet.code(), taken.number(), line.sku(), line.quantity(), had);
    }

    private void book(Taken taken) {
        synchronized (taken) {
            if (!taken.booked) {
                taken.booked = true;
                taken.toShip.forEach((line, units) -> warehouse.book(taken.sku(line), units));
            }
        }
    }

    private void acknowledge(
            Taken taken, Map<Integer, Integer> accepted, Map<Integer, Integer> rejected, String reason) {
        String reference = "ACK-" + taken.number();
        int status = answers.acknowledge(taken, reference, accepted, rejected, reason);
        world.ledger()
                .write(new Fact.Acknowledged(
                        taken.script.id(), sheet.code(), taken.number(), reference, accepted, rejected, status));
    }

    private void acknowledgeAtOtherCosts(Taken taken, Map<Integer, Integer> accepted) {
        Map<Integer, String> costs = taken.otherCosts();
        String order = taken.script.id();
        String reference = "ACK-" + taken.number();
        int status = answers.acknowledgeAt(taken, reference, accepted, costs);
        world.ledger().write(new Fact.CostNamed(order, sheet.code(), taken.number(), costs, status));
        world.ledger()
                .write(new Fact.Acknowledged(
                        order, sheet.code(), taken.number(), reference, accepted, Map.of(), status));
    }

    /** Ships in parts where the script says so, else all at once; before that is said, the rest would be all of it. */
    private void ship(Taken taken) {
        boolean parts = taken.script.plot() == Plot.PART_SHIPPED;
        boolean leavesRest = leavesRest(taken);
        List<Map<Integer, Integer>> parcels = new ArrayList<>();
        synchronized (taken) {
            if (parts && taken.shipments == 0) {
                Map<Integer, Integer> first = firstPart(taken.toShip);
                if (taken.script.number() % 2 == 0) {
                    parcels.add(first);
                    parcels.add(without(taken.toShip, first));
                } else {
                    parcels.add(first);
                    later(minutes(40), () -> ship(taken));
                }
            } else {
                parcels.add(new LinkedHashMap<>(taken.toShip));
            }
            if (leavesRest) {
                parcels.clear();
                parcels.add(firstPart(taken.toShip));
            }
            parcels.removeIf(parcel -> parcel.values().stream().allMatch(units -> units == 0));
            if (!parcels.isEmpty()) {
                taken.shipments++;
            }
        }
        if (!parcels.isEmpty()) {
            dispatch(taken, parcels);
        }
        if (leavesRest) {
            later(minutes(30), () -> giveUpRest(taken));
        }
    }

    /** The first supplier of such an order keeps one unit back, which it has not got. */
    private boolean leavesRest(Taken taken) {
        return taken.script.plot() == Plot.REST_NOT_COMING && rejectedOrders.add(taken.script.id());
    }

    private void giveUpRest(Taken taken) {
        Map<Integer, Integer> rest = new LinkedHashMap<>();
        synchronized (taken) {
            taken.toShip.forEach((line, units) -> rest.merge(line, units, Integer::sum));
            rest.values().removeIf(units -> units == 0);
            rest.forEach((line, units) -> cancelUnits(taken, line, units));
        }
        int status = answers.giveUpRest(taken, rest);
        world.ledger().write(new Fact.RestGivenUp(taken.script.id(), sheet.code(), taken.number(), rest, status));
    }

    private static Map<Integer, Integer> firstPart(Map<Integer, Integer> all) {
        Map<Integer, Integer> first = new LinkedHashMap<>();
        all.forEach((line, units) -> first.put(line, units > 1 ? units - 1 : units));
        return first;
    }

    private static Map<Integer, Integer> without(Map<Integer, Integer> all, Map<Integer, Integer> some) {
        Map<Integer, Integer> rest = new LinkedHashMap<>();
        all.forEach((line, units) -> rest.put(line, units - some.getOrDefault(line, 0)));
        return rest;
    }

    private void dispatch(Taken taken, List<Map<Integer, Integer>> contents) {
        List<Fact.Parcel> parcels = new ArrayList<>();
        Instant shippedAt = world.clock().instant();
        String reference;
        synchronized (taken) {
            reference = "SHP-" + taken.number() + "-" + taken.shipments;
            for (Map<Integer, Integer> units : contents) {
                Map<Integer, Integer> packed = new LinkedHashMap<>();
                units.forEach((line, count) -> {
                    if (count > 0) {
                        packed.put(line, count);
                        taken.toShip.merge(line, -count, Integer::sum);
                    }
                });
                String number = world.trackingNumbers().next(sheet.carrier());
                parcels.add(new Fact.Parcel(sheet.carrier(), number, packed));
                for (Map.Entry<Integer, Integer> unit : packed.entrySet()) {
                    shippedAt = warehouse.ship(taken.sku(unit.getKey()), unit.getValue(), taken.booked);
                }
            }
        }
        boolean mistyped =
                canMistype(taken) && (firstShipment.getAndSet(false) || chance(taken, "mistyped") < MISTYPED);
        int status = answers.ship(taken, reference, shippedAt, mistyped ? Mistyped.first(parcels) : parcels);
        world.ledger()
                .write(new Fact.Shipped(taken.script.id(), sheet.code(), taken.number(), reference, parcels, status));
        if (mistyped) {
            later(minutes(MINUTES_UNTIL_CORRECTED), () -> correct(taken, reference, parcels.getFirst()));
        }
    }

    /** What is called back is called by the number that was told. */
    private boolean canMistype(Taken taken) {
        return answers.canCorrect() && taken.script.plot() != Plot.SHIPPED_AFTER_CANCEL;
    }

    private void correct(Taken taken, String reference, Fact.Parcel right) {
        int status = answers.correct(taken, reference, right);
        world.ledger()
                .write(new Fact.NumberCorrected(
                        taken.script.id(),
                        sheet.code(),
                        taken.number(),
                        Mistyped.of(right.trackingNumber()),
                        right.trackingNumber(),
                        status));
    }

    private static boolean canCancel(Taken taken, Map<Integer, Integer> units) {
        return units.entrySet().stream()
                .allMatch(asked -> !taken.answered || taken.toShip.getOrDefault(asked.getKey(), 0) >= asked.getValue());
    }

    private void cancelUnits(Taken taken, int line, int units) {
        if (taken.answered && taken.toShip.containsKey(line)) {
            taken.toShip.merge(line, -units, Integer::sum);
            warehouse.release(taken.sku(line), units, taken.booked);
        }
    }

    private void answerCancellation(Taken taken, DocumentReader.Cancellation asked, boolean agrees) {
        int status = answers.answerCancellation(taken, asked.cancellationId(), agrees);
        world.ledger()
                .write(new Fact.CancellationAnswered(
                        taken.script.id(), sheet.code(), taken.number(), asked.cancellationId(), agrees, status));
        boolean slips = agrees && taken.script.plot() == Plot.SHIPPED_AFTER_CANCEL;
        later(minutes(10), () -> {
            if (slips) {
                packAgain(taken, asked.units());
            }
            ship(taken);
        });
    }

    /** The left hand does not know what the right hand has agreed to. */
    private void packAgain(Taken taken, Map<Integer, Integer> units) {
        synchronized (taken) {
            units.forEach((line, count) -> {
                warehouse.promise(taken.sku(line), count);
                if (taken.booked) {
                    warehouse.book(taken.sku(line), count);
                }
                taken.toShip.merge(line, count, Integer::sum);
            });
        }
    }

    private void later(Duration after, Runnable act) {
        world.agenda().after(after, act);
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    /** A number in [0, 1) that depends only on the seed, the order and the purpose. */
    private double chance(Taken taken, String purpose) {
        String key = world.seed() + "/" + taken.script.id() + "/" + sheet.code() + "/" + purpose;
        return Math.floorMod(key.hashCode() * 0x9E3779B9L, 10_007L) / 10_007.0;
    }
}
