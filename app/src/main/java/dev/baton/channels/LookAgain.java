package dev.baton.channels;

import dev.baton.channels.InboxRows.Settled;
import dev.baton.channels.SettleIntakes.End;
import dev.baton.channels.StoreReads.Answer;
import dev.baton.orders.Placement;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.work.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Settles messages that do not tell all of an order: asks the store for the order as it is now, which answers all of
 * them at once. What the store cannot be asked is settled by what is known, or left for a person.
 */
@Component
class LookAgain {

    /** Rounds after which a person has to look; with the usual backoff about ten minutes. */
    private static final int MOST_UNREADABLE = 8;

    private final StoreReads reads;
    private final SecondLook secondLook;
    private final ApplyOrders orders;
    private final LoneRefunds refunds;
    private final SettleIntakes settle;
    private final LinkPeople people;
    private final Desk desk;

    LookAgain(
            StoreReads reads,
            SecondLook secondLook,
            ApplyOrders orders,
            LoneRefunds refunds,
            SettleIntakes settle,
            LinkPeople people,
            Desk desk) {
        this.reads = reads;
        this.secondLook = secondLook;
        this.orders = orders;
        this.refunds = refunds;
        this.settle = settle;
        this.people = people;
        this.desk = desk;
    }

    void settle(MerchantId merchant, OrderKey order, List<Doubt> messages) {
        switch (reads.read(merchant, order.store(), order.storeOrderId())) {
            case Answer.Found found -> desk.tenancy().run(merchant, () -> apply(merchant, order, messages, found));
            case Answer.Gone ignored ->
                refuse(merchant, order, messages, "the store has no order " + order.storeOrderId() + " any more");
            case Answer.Later later -> settle.later(merchant, messages, later.pause(), later.why());
            case Answer.Unreadable unreadable -> unreadable(merchant, order, messages, unreadable.why());
            case Answer.Denied denied -> denied(merchant, order, messages, denied.why());
            case Answer.NoAccess without -> withoutAsking(merchant, order, messages, without.why());
        }
    }

    private void apply(MerchantId merchant, OrderKey order, List<Doubt> messages, Answer.Found found) {
        try {
            UUID first = messages.getFirst().opened().intake().id();
            ReadOrder read = secondLook.keep(merchant, order, first, found);
            settleAll(merchant, order, messages, orders.placeSeenAgain(merchant, read));
        } catch (UnreadableDocument refusal) {
            settle.settle(merchant, refusals(order, messages, refusal.reason()));
        }
    }

    /** What was read from the store is as new as can be. */
    private void settleAll(MerchantId merchant, OrderKey order, List<Doubt> messages, Placement placement) {
        List<End> ends = new ArrayList<>(messages.size());
        Map<DocumentId, SalesOrderId> speaksOf = new HashMap<>();
        for (Doubt doubt : messages) {
            speaksOf.put(doubt.opened().intake().document(), placement.order());
            UUID intake = doubt.opened().intake().id();
            ends.add(End.settled(
                    doubt.opened(),
                    new Settled(
                            intake,
                            IntakeState.APPLIED,
                            order.storeOrderId(),
                            placement.order(),
                            "the order was read from the store")));
        }
        people.link(merchant, speaksOf);
        settle.settle(merchant, ends);
    }

    private void refuse(MerchantId merchant, OrderKey order, List<Doubt> messages, String why) {
        desk.tenancy().run(merchant, () -> settle.settle(merchant, refusals(order, messages, why)));
    }

    private static List<End> refusals(OrderKey order, List<Doubt> messages, String why) {
        return messages.stream()
                .map(doubt -> End.refused(doubt.opened(), order.storeOrderId(), why))
                .toList();
    }

    /** Perhaps the store mends it; it is no matter of access. */
    private void unreadable(MerchantId merchant, OrderKey order, List<Doubt> messages, String why) {
        if (attempts(messages) < MOST_UNREADABLE) {
            settle.failed(merchant, messages, backOff(messages), why);
        } else {
            refuse(merchant, order, messages, "the store cannot tell the order it speaks of (" + why + ")");
        }
    }

    private static int attempts(List<Doubt> messages) {
        return messages.stream()
                .mapToInt(doubt -> doubt.opened().work().attempts())
                .max()
                .orElse(1);
    }

    private Duration backOff(List<Doubt> messages) {
        return Duration.between(desk.clock().instant(), Backoff.next(desk.clock(), attempts(messages)));
    }

    private void denied(MerchantId merchant, OrderKey order, List<Doubt> messages, String why) {
        Duration wait = backOff(messages);
        desk.tenancy().run(merchant, () -> {
            desk.tasks().open(merchant, StoreTasks.access(order.store().value(), why));
            settle.failed(merchant, messages, wait, why);
        });
    }

    private void withoutAsking(MerchantId merchant, OrderKey order, List<Doubt> messages, String why) {
        List<Doubt> loneRefunds = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        for (Doubt doubt : messages) {
            switch (doubt.kind()) {
                case REFUND -> loneRefunds.add(doubt);
                case EDIT ->
                    ends.add(noted(
                            doubt, order, "the edit was not looked up (" + why + "); orders/updated tells of it"));
                case TIE ->
                    ends.add(End.refused(
                            doubt.opened(),
                            order.storeOrderId(),
                            "two messages tell different things of the same second, and the store cannot be asked ("
                                    + why + ")"));
            }
        }
        desk.tenancy().run(merchant, () -> {
            desk.tasks().open(merchant, StoreTasks.access(order.store().value(), why));
            settle.settle(merchant, ends);
        });
        for (Doubt refund : loneRefunds) {
            refunds.settle(merchant, order, refund);
        }
    }

    private static End noted(Doubt doubt, OrderKey order, @Nullable String reason) {
        return End.settled(
                doubt.opened(),
                new Settled(doubt.opened().intake().id(), IntakeState.NOTED, order.storeOrderId(), null, reason));
    }
}
