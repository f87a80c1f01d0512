package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Netting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A supplier with a real shelf, and a shop that sells from it through its feeds only. Every message takes its time,
 * overtakes others and may come twice; nobody but the shop takes from the shelf.
 */
final class SimulatedSupplier {

    private static final List<String> SKUS = List.of("CUP", "POT", "PLATE");

    /** Units of one item as they really are. */
    private static final class Shelf {
        private final OfferId offer;
        private int units;
        private int booked;
        private int reported = -1;

        Shelf(OfferId offer, int units) {
            this.offer = offer;
            this.units = units;
        }
    }

    /** A claim of the shop and what the supplier made of it. */
    private static final class Promise {
        private final UUID claim;
        private final Shelf shelf;
        private final int quantity;
        private boolean sent;
        private boolean decided;
        private int booked;
        private int accepted;
        private int acknowledged;
        private int gone;
        private int shipped;
        private int released;

        Promise(UUID claim, Shelf shelf, int quantity) {
            this.claim = claim;
            this.shelf = shelf;
            this.quantity = quantity;
        }

        /** Units the customer still expects from the shelf. */
        int owed() {
            return quantity - shipped - Math.max(released, gone);
        }

        int shippable() {
            return accepted - shipped;
        }
    }

    private record Event(Instant at, long number, Runnable what) {}

    private final Random random;
    private final SupplierManner manner;
    private final StockWorld world;
    private final List<Shelf> shelves = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now = StockWorld.at("06:00");
    private long number;
    private long sequence;
    private int sold;
    private Consumer<Instant> afterEach = at -> {};

    SimulatedSupplier(long seed) {
        this.random = new Random(seed);
        this.manner = SupplierManner.drawn(random);
        this.world = new StockWorld(manner.supplier());
        for (String sku : SKUS) {
            shelves.add(new Shelf(world.offer(sku), random.nextInt(12)));
        }
    }

    SupplierManner manner() {
        return manner;
    }

    int sold() {
        return sold;
    }

    /** Lets a day of random business happen; throws as soon as more is promised than lies on the shelf. */
    void live(int acts) {
        report(true, 0);
        Instant at = now;
        for (int i = 0; i < acts; i++) {
            at = at.plusSeconds(60 + random.nextInt(600));
            later(at, this::anything);
        }
        runAll();
    }

    private void anything() {
        switch (random.nextInt(10)) {
            case 0 -> storm();
            case 1, 2, 3 -> shelf().units += random.nextInt(4);
            case 4 -> askToCancel();
            default -> report(random.nextInt(3) == 0, random.nextInt(3_000));
        }
    }

    private Shelf shelf() {
        return shelves.get(random.nextInt(shelves.size()));
    }

    /** Whatever seems to be there is sold: one unit too many in the figures is one unit oversold. */
    private void storm() {
        for (Shelf shelf : shelves) {
            for (int left = world.available(shelf.offer); left > 0; ) {
                int quantity = Math.min(left, 1 + random.nextInt(3));
                sell(shelf, quantity);
                left -= quantity;
            }
        }
    }

    private void sell(Shelf shelf, int quantity) {
        Promise promise = new Promise(world.claim(shelf.offer, quantity), shelf, quantity);
        promises.add(promise);
        sold++;
        boolean changesHerMind = random.nextInt(10) == 0;
        soon(1_800, () -> {
            if (changesHerMind) {
                release(promise, promise.quantity, UUID.randomUUID());
            } else {
                send(promise);
            }
        });
    }

    private void send(Promise promise) {
        promise.sent = true;
        world.baton
                .bean(RecordDeductions.class)
                .record(world.merchant, List.of(event(promise, promise.quantity, DeductionCause.SENT, now)));
        if (manner.lagSeconds() > 0) {
            soon(manner.lagSeconds(), () -> book(promise, promise.quantity - promise.gone - promise.booked));
        }
        later(now.plusSeconds(manner.lagSeconds() + random.nextInt(3_600)), () -> decide(promise));
    }

    private void book(Promise promise, int units) {
        if (manner.subtractsBookings()) {
            promise.booked += units;
            promise.shelf.booked += units;
        }
    }

    private void unbook(Promise promise, int units) {
        int taken = Math.min(units, promise.booked);
        promise.booked -= taken;
        promise.shelf.booked -= taken;
    }

    private void decide(Promise promise) {
        promise.decided = true;
        int kind = random.nextInt(10);
        int rejected = kind == 0 ? promise.quantity : kind == 1 ? random.nextInt(promise.quantity + 1) : 0;
        promise.accepted = promise.quantity - rejected;
        promise.gone = rejected;
        unbook(promise, rejected);
        book(promise, promise.accepted - promise.booked);
        boolean answers = kind != 2;
        if (answers) {
            promise.acknowledged = promise.accepted;
            tell(2_400, event(promise, promise.accepted, DeductionCause.ACKNOWLEDGED, now));
        }
        if (rejected > 0) {
            tellRejected(promise, rejected, random.nextBoolean());
        }
        if (!answers || random.nextInt(5) > 0) {
            soon(7_200, () -> ship(promise, 1 + random.nextInt(Math.max(1, promise.shippable())), answers));
        }
    }

    private void tellRejected(Promise promise, int units, boolean outOfStock) {
        Instant at = now;
        UUID cause = UUID.randomUUID();
        repeatedly(2_400, () -> {
            if (outOfStock) {
                world.baton.bean(RecordRejection.class).record(world.merchant, List.of(promise.shelf.offer), at);
            }
            release(promise, units, cause);
        });
    }

    private void ship(Promise promise, int units, boolean mayRest) {
        int shipped = Math.min(units, promise.shippable());
        if (shipped <= 0) {
            return;
        }
        promise.shelf.units -= shipped;
        promise.shipped += shipped;
        unbook(promise, shipped);
        tell(3_600, event(promise, shipped, DeductionCause.SHIPPED, now));
        if (!mayRest || random.nextBoolean()) {
            soon(7_200, () -> ship(promise, promise.shippable(), mayRest));
        }
    }

    /** The supplier confirms for what it has not shipped; the shop hears of it later. */
    private void askToCancel() {
        if (promises.isEmpty()) {
            return;
        }
        Promise promise = promises.get(random.nextInt(promises.size()));
        int units = promise.shippable();
        if (!promise.decided || units <= 0) {
            return;
        }
        promise.accepted -= units;
        promise.gone += units;
        unbook(promise, units);
        UUID cause = UUID.randomUUID();
        repeatedly(2_400, () -> release(promise, units, cause));
    }

    private void release(Promise promise, int units, UUID cause) {
        world.release(promise.claim, units, cause);
        promise.released = Math.max(promise.released, Math.min(promise.quantity, releasedUnits(promise)));
    }

    private int releasedUnits(Promise promise) {
        return promise.sent ? promise.gone : promise.quantity;
    }

    private NewDeduction event(Promise promise, int units, DeductionCause cause, Instant at) {
        return new NewDeduction(promise.claim, units, at, cause, UUID.randomUUID());
    }

    private void tell(int withinSeconds, NewDeduction event) {
        if (event.quantity() > 0) {
            repeatedly(
                    withinSeconds,
                    () -> world.baton.bean(RecordDeductions.class).record(world.merchant, List.of(event)));
        }
    }

    /** Writes a feed of this very moment; its own clock may run ahead by up to the grace. */
    private void report(boolean full, int delaySeconds) {
        sequence++;
        List<FeedRow> rows = new ArrayList<>();
        for (int i = 0; i < shelves.size(); i++) {
            Shelf shelf = shelves.get(i);
            int figure = figure(shelf);
            boolean speaks = full ? !leavesOut(figure) : figure != shelf.reported || random.nextInt(4) == 0;
            if (speaks) {
                rows.add(new FeedRow("S-" + SKUS.get(i), null, figure));
                shelf.reported = figure;
            }
        }
        if (full && rows.isEmpty()) {
            return;
        }
        @Nullable Instant observedAt = manner.ownTime() ? now.plusSeconds(skew()) : null;
        NewFeedRun run = new NewFeedRun(
                world.supplier,
                full ? FeedMode.FULL : FeedMode.DELTA,
                observedAt,
                manner.numbered() ? sequence : null,
                rows);
        later(now.plusSeconds(delaySeconds), () -> arrive(run));
        // a feed without a time of its own may come twice only within its agreed age
        if (random.nextInt(5) == 0 && (manner.ownTime() || delaySeconds < 1_800)) {
            later(now.plusSeconds(delaySeconds + random.nextInt(1_800)), () -> arrive(run));
        }
    }

    /** A clock that runs ahead by all of the grace as often as not. */
    private int skew() {
        return random.nextBoolean() ? manner.graceSeconds() : random.nextInt(manner.graceSeconds() + 1);
    }

    private void arrive(NewFeedRun run) {
        world.apply(run);
        if (random.nextInt(3) > 0) {
            storm();
        }
    }

    private boolean leavesOut(int figure) {
        return switch (manner.absence()) {
            case KEEP -> random.nextInt(3) == 0;
            case ZERO, DISCONTINUED -> figure == 0 && random.nextBoolean();
        };
    }

    private int figure(Shelf shelf) {
        return manner.subtractsBookings() ? shelf.units - shelf.booked : shelf.units;
    }

    private void repeatedly(int withinSeconds, Runnable what) {
        soon(withinSeconds, what);
        if (random.nextInt(6) == 0) {
            soon(withinSeconds * 2, what);
        }
    }

    private void soon(int withinSeconds, Runnable what) {
        later(now.plusSeconds(random.nextInt(withinSeconds + 1)), what);
    }

    private void later(Instant at, Runnable what) {
        events.add(new Event(at, number++, what));
    }

    private void runAll() {
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.at();
            world.baton.clock().set(now);
            event.what().run();
            refuseOversold();
            afterEach.accept(now);
        }
    }

    private void refuseOversold() {
        for (Shelf shelf : shelves) {
            int owed = promises.stream()
                    .filter(promise -> promise.shelf == shelf)
                    .mapToInt(Promise::owed)
                    .sum();
            if (owed > shelf.units) {
                throw new AssertionError(
                        "oversold at " + now + ": " + owed + " owed of " + shelf.units + ", " + manner);
            }
        }
    }

    /** One full feed when everything has been told and is old enough; then says per item what stands uncovered. */
    List<Standing> afterAFreshFeed() {
        now = now.plus(Duration.ofHours(6));
        world.baton.clock().set(now);
        sequence++;
        List<FeedRow> rows = new ArrayList<>();
        for (int i = 0; i < shelves.size(); i++) {
            rows.add(new FeedRow("S-" + SKUS.get(i), null, figure(shelves.get(i))));
        }
        world.apply(new NewFeedRun(
                world.supplier,
                FeedMode.FULL,
                manner.ownTime() ? now : null,
                manner.numbered() ? sequence : null,
                rows));
        return shelves.stream().map(this::standing).toList();
    }

    /** What an item's stock says, and what it should say. */
    record Standing(long uncovered, long shouldBe, int available, int shouldBeAvailable) {}

    private Standing standing(Shelf shelf) {
        long shouldBe = promises.stream()
                .filter(promise -> promise.shelf == shelf)
                .mapToInt(this::notYetInTheFigure)
                .sum();
        StockSeen seen = world.stock(shelf.offer);
        return new Standing(seen.uncovered(), shouldBe, seen.available(), (int) Math.max(0, figure(shelf) - shouldBe));
    }

    private int notYetInTheFigure(Promise promise) {
        if (manner.said() != Netting.NET || !promise.sent) {
            return promise.owed();
        }
        boolean bookingIsKnown = manner.lagSeconds() > 0 || promise.acknowledged > 0;
        return bookingIsKnown ? promise.owed() - promise.booked : promise.owed();
    }

    StockWorld world() {
        return world;
    }

    void afterEach(Consumer<Instant> look) {
        afterEach = look;
    }

    List<VerifyStock.StockDifference> differences() {
        return world.differences();
    }
}
