package dev.baton.orders;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.orders.Closing.Act;
import dev.baton.orders.StoreOrders.Applied;
import dev.baton.orders.StoreOrders.Standing;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.SubjectId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Brings store orders to the version handed in: places those that are new, changes those that stand, and leaves
 * alone what is older. One transaction per merchant and batch; the key of each order is inserted and locked
 * first, so that webhook, poll, API and file meet in one row and the newer version wins.
 *
 * <p>Placing is checks, holds, sourcing, the claim on stock and the news of allocations, set-wise over the whole
 * batch. One order is a batch of one.
 */
@Component
public final class PlaceOrders {

    /** Most orders of one batch. */
    public static final int MOST_ORDERS = 200;

    private final Tenancy tenancy;
    private final StoreOrders keys;
    private final MerchantLookup merchants;
    private final Printing printing;
    private final FreshOrders fresh;
    private final Reconcile reconcile;
    private final Closing closing;
    private final TellOfOrders telling;
    private final Documents documents;
    private final Clock clock;

    PlaceOrders(Tenancy tenancy, StoreOrders keys, MerchantLookup merchants, PlacingSteps steps, Documents documents) {
        this.tenancy = tenancy;
        this.keys = keys;
        this.merchants = merchants;
        this.printing = steps.printing();
        this.fresh = steps.fresh();
        this.reconcile = steps.reconcile();
        this.closing = steps.closing();
        this.telling = steps.telling();
        this.documents = documents;
        this.clock = steps.clock();
    }

    /**
     * Places or changes the orders; opens a transaction or joins the caller's.
     *
     * @return one outcome per order, in the given order
     * @throws IllegalArgumentException when the batch is larger than {@link #MOST_ORDERS}
     */
    public List<Placement> place(MerchantId merchant, List<StoreOrder> orders) {
        if (orders.size() > MOST_ORDERS) {
            throw new IllegalArgumentException("a batch may have " + MOST_ORDERS + " orders at most");
        }
        return orders.isEmpty() ? List.of() : tenancy.inTransaction(merchant, () -> placeAll(merchant, orders, false));
    }

    /**
     * Places or changes one order that was looked at a second time because the times of its messages did not tell
     * which is newer: where they still do not, what was seen now is the newer. Opens a transaction or joins the
     * caller's.
     */
    public Placement placeSeenAgain(MerchantId merchant, StoreOrder order) {
        return tenancy.inTransaction(
                merchant, () -> placeAll(merchant, List.of(order), true).getFirst());
    }

    private List<Placement> placeAll(MerchantId merchant, List<StoreOrder> orders, boolean seenAgain) {
        Map<StoreOrders.Key, Standing> standing =
                keys.lock(merchant, orders.stream().map(StoreOrders.Key::of).toList());
        Crash.at("orders.locked");
        Sorted sorted = sort(orders, standing, seenAgain);
        MerchantSettings settings = merchants.settings(merchant);
        OrderChecks checks = new OrderChecks(settings, merchants.rates(merchant, clock.instant()));
        Map<StoreOrders.Key, OrderState> placed = fresh.make(merchant, sorted.placing, settings, checks);
        Map<StoreOrders.Key, OrderState> changed = reconcile.change(merchant, sorted.changing, checks);
        Crash.at("orders.read");
        closing.close(
                merchant,
                placed.values(),
                new Act("PlaceOrders", null),
                Planner.Mode.NEW_DEMAND,
                fresh.destinations(sorted.placing, placed));
        closing.close(
                merchant,
                changed.values(),
                new Act("ChangeOrders", "the store changed the order"),
                Planner.Mode.NEW_DEMAND);
        Map<StoreOrders.Key, OrderState> all = new HashMap<>(placed);
        all.putAll(changed);
        note(merchant, sorted, all);
        linkLeft(merchant, sorted, standing, all);
        telling.placed(merchant, placed.values());
        telling.refunded(merchant, sorted.changing, changed.values());
        Crash.at("orders.written");
        return orders.stream()
                .map(order -> outcome(order, sorted, standing, all))
                .toList();
    }

    /** The newest version of each order that is to be applied, and what becomes of the others. */
    private static final class Sorted {
        /** Whether a tie is decided for the order at hand. */
        final boolean seenAgain;

        final Map<StoreOrders.Key, StoreOrder> placing = new LinkedHashMap<>();
        final Map<SalesOrderId, StoreOrder> changing = new LinkedHashMap<>();
        final IdentityHashMap<StoreOrder, Verdict> left = new IdentityHashMap<>();
        final IdentityHashMap<StoreOrder, byte[]> hashes = new IdentityHashMap<>();

        Sorted(boolean seenAgain) {
            this.seenAgain = seenAgain;
        }

        List<StoreOrder> applying() {
            List<StoreOrder> all = new ArrayList<>(placing.values());
            all.addAll(changing.values());
            return all;
        }
    }

    private enum Verdict {
        STALE,
        UNCHANGED,
        TIE
    }

    @SuppressWarnings("ReferenceEquality") // the very same object handed in twice is one order, not a rival
    private Sorted sort(List<StoreOrder> orders, Map<StoreOrders.Key, Standing> standing, boolean seenAgain) {
        Sorted sorted = new Sorted(seenAgain);
        Map<StoreOrders.Key, StoreOrder> newest = new LinkedHashMap<>();
        for (StoreOrder order : orders) {
            sorted.hashes.put(order, printing.content(order));
            StoreOrder rival = newest.putIfAbsent(StoreOrders.Key.of(order), order);
            if (rival != null && rival != order) {
                sortRivals(sorted, newest, rival, order);
            }
        }
        newest.forEach((key, order) -> sortOne(key, order, standing.get(key), sorted));
        return sorted;
    }

    /** Two versions of one order in a batch: the newer is applied, the other answers as if it had come later. */
    private static void sortRivals(
            Sorted sorted, Map<StoreOrders.Key, StoreOrder> newest, StoreOrder rival, StoreOrder order) {
        boolean newer = order.version().compareTo(rival.version()) > 0;
        boolean same = Arrays.equals(sorted.hashes.get(order), sorted.hashes.get(rival));
        sorted.left.put(newer ? rival : order, same ? Verdict.UNCHANGED : Verdict.STALE);
        if (newer) {
            newest.put(StoreOrders.Key.of(order), order);
        }
    }

    private static void sortOne(
            StoreOrders.Key key, StoreOrder order, @org.jspecify.annotations.Nullable Standing stands, Sorted sorted) {
        SalesOrderId known = stands == null ? null : stands.order();
        OrderVersion version = stands == null ? null : stands.version();
        if (stands == null || known == null || version == null) {
            sorted.placing.put(key, order);
            return;
        }
        int newer = order.version().compareTo(version);
        if (stands.sameContent(sorted.hashes.getOrDefault(order, new byte[0])) && newer <= 0) {
            sorted.left.put(order, Verdict.UNCHANGED);
        } else if (newer < 0) {
            sorted.left.put(order, Verdict.STALE);
        } else if (newer == 0 && !sorted.seenAgain) {
            sorted.left.put(order, Verdict.TIE);
        } else {
            sorted.changing.put(known, order);
        }
    }

    private void note(MerchantId merchant, Sorted sorted, Map<StoreOrders.Key, OrderState> states) {
        List<Applied> applied = new ArrayList<>();
        Map<DocumentId, SubjectId> people = new LinkedHashMap<>();
        for (StoreOrder order : sorted.applying()) {
            OrderState state = states.get(StoreOrders.Key.of(order));
            if (state != null) {
                applied.add(new Applied(
                        StoreOrders.Key.of(order),
                        state.head.id(),
                        order.version(),
                        sorted.hashes.getOrDefault(order, new byte[0]),
                        order.document()));
                people.put(order.document(), state.head.subject());
            }
        }
        keys.applied(merchant, applied);
        documents.link(merchant, people);
    }

    /** A message that was not applied tells of the same person as the one that was. */
    private void linkLeft(
            MerchantId merchant,
            Sorted sorted,
            Map<StoreOrders.Key, Standing> standing,
            Map<StoreOrders.Key, OrderState> states) {
        Map<DocumentId, SubjectId> people = new LinkedHashMap<>();
        Map<DocumentId, SalesOrderId> orders = new LinkedHashMap<>();
        for (StoreOrder order : sorted.left.keySet()) {
            OrderState state = states.get(StoreOrders.Key.of(order));
            Standing stands = standing.get(StoreOrders.Key.of(order));
            SalesOrderId known = stands == null ? null : stands.order();
            if (state != null) {
                people.put(order.document(), state.head.subject());
            } else if (known != null) {
                orders.put(order.document(), known);
            }
        }
        Map<SalesOrderId, SubjectId> subjects = keys.people(merchant, orders.values());
        orders.forEach((document, order) -> {
            SubjectId subject = subjects.get(order);
            if (subject != null) {
                people.put(document, subject);
            }
        });
        documents.link(merchant, people);
    }

    private static Placement outcome(
            StoreOrder order,
            Sorted sorted,
            Map<StoreOrders.Key, Standing> standing,
            Map<StoreOrders.Key, OrderState> states) {
        OrderState state = states.get(StoreOrders.Key.of(order));
        Standing stands = standing.get(StoreOrders.Key.of(order));
        SalesOrderId id = state != null ? state.head.id() : stands == null ? null : stands.order();
        if (id == null) {
            throw new IllegalStateException("order " + order.storeOrderId() + " was neither placed nor known");
        }
        Verdict verdict = sorted.left.get(order);
        if (verdict != null) {
            return switch (verdict) {
                case STALE -> new Placement.Stale(id);
                case UNCHANGED -> new Placement.Unchanged(id);
                case TIE -> new Placement.Tie(id);
            };
        }
        if (state == null) {
            throw new IllegalStateException("order " + order.storeOrderId() + " was applied but has no state");
        }
        return state.fresh
                ? new Placement.Placed(id, state.head.number(), state.openHolds())
                : new Placement.Changed(id, state.openHolds());
    }
}
