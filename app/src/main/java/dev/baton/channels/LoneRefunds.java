package dev.baton.channels;

import dev.baton.channels.InboxRows.Settled;
import dev.baton.channels.SettleIntakes.End;
import dev.baton.orders.Placement;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Settles a refund of a store that cannot be asked: adds it to the order as it was last told of. A refund that has
 * overtaken its order waits for it.
 */
@Component
class LoneRefunds {

    /** With the usual backoff about half a day; an order that has not come by then will not. */
    private static final int MOST_ATTEMPTS = 20;

    private final KnownRefunds refunds;
    private final ApplyOrders orders;
    private final SettleIntakes settle;
    private final LinkPeople people;
    private final Desk desk;

    LoneRefunds(KnownRefunds refunds, ApplyOrders orders, SettleIntakes settle, LinkPeople people, Desk desk) {
        this.refunds = refunds;
        this.orders = orders;
        this.settle = settle;
        this.people = people;
        this.desk = desk;
    }

    void settle(MerchantId merchant, OrderKey order, Doubt refund) {
        desk.tenancy().run(merchant, () -> {
            try {
                ReadOrder last = refunds.lastWhole(merchant, order);
                if (last == null) {
                    waitForOrder(merchant, order, refund);
                } else {
                    add(
                            merchant,
                            refund,
                            refunds.with(last, List.of(refund.opened().intake())));
                }
            } catch (UnreadableDocument refusal) {
                settle.settle(merchant, List.of(End.refused(refund.opened(), order.storeOrderId(), refusal.reason())));
            }
        });
    }

    private void waitForOrder(MerchantId merchant, OrderKey order, Doubt refund) {
        int attempts = refund.opened().work().attempts();
        if (attempts < MOST_ATTEMPTS) {
            Duration wait = Duration.between(desk.clock().instant(), Backoff.next(desk.clock(), attempts));
            settle.failed(merchant, List.of(refund), wait, "its order has not come yet");
            return;
        }
        settle.settle(
                merchant,
                List.of(End.refused(
                        refund.opened(),
                        order.storeOrderId(),
                        "Baton has not seen the order it belongs to, and the store cannot be asked")));
    }

    private void add(MerchantId merchant, Doubt refund, ReadOrder merged) {
        Placement placement = orders.placeSeenAgain(merchant, merged);
        people.link(merchant, Map.of(refund.opened().intake().document(), placement.order()));
        settle.settle(
                merchant,
                List.of(End.settled(
                        refund.opened(),
                        new Settled(
                                refund.opened().intake().id(),
                                IntakeState.APPLIED,
                                merged.order().storeOrderId(),
                                placement.order(),
                                "added to the order as it was last told of"))));
    }
}
