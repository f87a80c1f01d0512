package dev.baton.channels;

import dev.baton.channels.InboxRows.Settled;
import dev.baton.channels.SettleIntakes.End;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.Placement;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hands whole orders in and settles their messages in the same transaction: an order is never applied without its
 * message being settled, nor the other way round.
 */
@Component
class ApplyOrders {

    private final Tenancy tenancy;
    private final PlaceOrders placeOrders;
    private final KnownRefunds refunds;
    private final OthersFulfilments others;
    private final SettleIntakes settle;
    private final SeenVersions seen;
    private final LinkPeople people;
    private final NoteStoreSales sales;
    private final CutOver cutOver;

    ApplyOrders(
            Tenancy tenancy,
            PlaceOrders placeOrders,
            KnownRefunds refunds,
            OthersFulfilments others,
            SettleIntakes settle,
            SeenVersions seen,
            LinkPeople people,
            NoteStoreSales sales,
            CutOver cutOver) {
        this.tenancy = tenancy;
        this.placeOrders = placeOrders;
        this.refunds = refunds;
        this.others = others;
        this.settle = settle;
        this.seen = seen;
        this.people = people;
        this.sales = sales;
        this.cutOver = cutOver;
    }

    /** Settles the ends too. Answers the messages whose times do not tell whether they are newer; they stay open. */
    List<ReadIntake> apply(MerchantId merchant, List<ReadIntake> whole, List<End> ends) {
        if (whole.isEmpty() && ends.isEmpty()) {
            return List.of();
        }
        List<ReadIntake> tied = tenancy.inTransaction(merchant, () -> applyOnce(merchant, whole, ends));
        Crash.at("channels.applied");
        return tied;
    }

    private List<ReadIntake> applyOnce(MerchantId merchant, List<ReadIntake> whole, List<End> ends) {
        Map<OrderKey, List<ReadIntake>> byOrder = new LinkedHashMap<>();
        whole.forEach(intake ->
                byOrder.computeIfAbsent(intake.key(), key -> new ArrayList<>()).add(intake));
        List<ReadIntake> newest = new ArrayList<>(byOrder.size());
        byOrder.values().forEach(messages -> newest.add(newest(messages)));

        List<Placement> placements =
                place(merchant, newest.stream().map(ReadIntake::read).toList());
        Crash.at("channels.placed");

        List<End> all = new ArrayList<>(ends);
        List<ReadIntake> tied = new ArrayList<>();
        Map<DocumentId, SalesOrderId> beside = new HashMap<>();
        for (int i = 0; i < newest.size(); i++) {
            ReadIntake applied = newest.get(i);
            Placement placement = placements.get(i);
            if (placement instanceof Placement.Tie) {
                tied.add(applied);
            } else {
                all.add(End.settled(applied.opened(), settled(applied, placement)));
            }
            for (ReadIntake other : byOrder.getOrDefault(applied.key(), List.of())) {
                if (!other.opened().equals(applied.opened())) {
                    beside.put(other.opened().intake().document(), placement.order());
                    settleBeside(other, applied, placement, all, tied);
                }
            }
        }
        people.link(merchant, beside);
        settle.settle(merchant, all);
        Crash.at("channels.settled");
        return tied;
    }

    /**
     * Hands orders in, with refunds that came alone and without units somebody fulfilled by hand; answers come in the
     * same order. Needs an open transaction of the merchant.
     */
    List<Placement> place(MerchantId merchant, List<ReadOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        List<StoreOrder> told = told(merchant, orders);
        List<Placement> placements = placeOrders.place(merchant, told);
        sales.note(merchant, told, placements);
        tenancy.afterCommit(() -> note(told, placements));
        return placements;
    }

    /** As above for one order that was looked at again; it wins where the times do not tell. */
    Placement placeSeenAgain(MerchantId merchant, ReadOrder order) {
        List<StoreOrder> told = told(merchant, List.of(order));
        Placement placement = placeOrders.placeSeenAgain(merchant, told.getFirst());
        sales.note(merchant, told, List.of(placement));
        tenancy.afterCommit(() -> note(told, List.of(placement)));
        return placement;
    }

    private List<StoreOrder> told(MerchantId merchant, List<ReadOrder> orders) {
        return cutOver.applied(merchant, others.takenInto(merchant, refunds.addedTo(merchant, orders)));
    }

    /** What a poll need not read again: a stale version is not what the store tells, and a tie is to be read. */
    private void note(List<StoreOrder> told, List<Placement> placements) {
        for (int i = 0; i < told.size(); i++) {
            OrderKey order = new OrderKey(told.get(i).store(), told.get(i).storeOrderId());
            switch (placements.get(i)) {
                case Placement.Placed ignored ->
                    seen.saw(order, told.get(i).version().updatedAt());
                case Placement.Changed ignored ->
                    seen.saw(order, told.get(i).version().updatedAt());
                case Placement.Unchanged ignored ->
                    seen.saw(order, told.get(i).version().updatedAt());
                case Placement.Stale ignored -> {}
                case Placement.Tie ignored -> seen.forget(order);
            }
        }
    }

    private static ReadIntake newest(List<ReadIntake> messages) {
        ReadIntake newest = messages.getFirst();
        for (ReadIntake message : messages) {
            if (message.compareVersion(newest) > 0) {
                newest = message;
            }
        }
        return newest;
    }

    /** Two messages of one order in a batch: the newer one was applied, this is the other. */
    private static void settleBeside(
            ReadIntake other, ReadIntake applied, Placement placement, List<End> all, List<ReadIntake> tied) {
        boolean same = java.util.Arrays.equals(
                other.opened().intake().bytes(), applied.opened().intake().bytes());
        if (other.compareVersion(applied) < 0 || same) {
            all.add(End.settled(
                    other.opened(),
                    new Settled(
                            other.opened().intake().id(),
                            IntakeState.STALE,
                            other.key().storeOrderId(),
                            placement.order(),
                            null)));
        } else {
            tied.add(other);
        }
    }

    static Settled settled(ReadIntake message, Placement placement) {
        IntakeState state = switch (placement) {
            case Placement.Placed ignored -> IntakeState.APPLIED;
            case Placement.Changed ignored -> IntakeState.APPLIED;
            case Placement.Unchanged ignored -> IntakeState.APPLIED;
            case Placement.Stale ignored -> IntakeState.STALE;
            case Placement.Tie ignored -> IntakeState.STALE;
        };
        return new Settled(
                message.opened().intake().id(), state, message.key().storeOrderId(), placement.order(), null);
    }
}
