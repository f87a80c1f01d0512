package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.MailWaits;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.trading.Transmissions.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what becomes of transmissions that do not leave now. Needs an open transaction. */
@Component
class SettleTransmissions {

    private final Transmissions transmissions;
    private final CloseTransmissions closing;
    private final AnswerCancellation answerCancellation;
    private final PurchaseOrderLookup purchaseOrders;
    private final TradingDesk desk;

    SettleTransmissions(
            TradingDesk desk,
            Transmissions transmissions,
            CloseTransmissions closing,
            AnswerCancellation answerCancellation,
            PurchaseOrderLookup purchaseOrders) {
        this.desk = desk;
        this.transmissions = transmissions;
        this.closing = closing;
        this.answerCancellation = answerCancellation;
        this.purchaseOrders = purchaseOrders;
    }

    /** A transmission that does not leave now, and why. */
    record Settled(Transmission row, Step.Rest rest) {}

    void settle(MerchantId merchant, List<Settled> settled, Map<TransmissionId, LeasedWork> byId) {
        List<Ending> endings = new ArrayList<>();
        Map<UUID, Step.Watch> watched = new LinkedHashMap<>();
        List<LeasedWork> done = new ArrayList<>();
        boolean relayless = false;
        for (Settled each : settled) {
            LeasedWork item = Objects.requireNonNull(byId.get(each.row().id()));
            Ending ending = ending(each);
            if (ending != null) {
                endings.add(ending);
            }
            switch (each.rest()) {
                case Step.Wait wait -> desk.work().again(merchant, item, wait.until(), wait.reason());
                case Step.AwaitRelay wait -> {
                    desk.work().again(merchant, item, wait.until(), wait.reason());
                    relayless = true;
                }
                case Step.Park park -> park(merchant, each.row(), item, park.reason());
                case Step.AnswerItself answer -> {
                    answerItself(merchant, each.row(), answer.reason());
                    done.add(item);
                }
                case Step.Finish finish -> done.add(item);
                case Step.Watch watch -> {
                    watched.putIfAbsent(watch.subject(), watch);
                    done.add(item);
                }
                case Step.Withdraw withdraw -> done.add(item);
            }
        }
        transmissions.end(merchant, endings, desk.clock().instant());
        desk.work().finish(merchant, done);
        if (relayless) {
            MailWaits.open(desk.tasks(), merchant);
        }
        desk.tasks()
                .openAll(
                        merchant,
                        watched.values().stream().map(WatchedTasks::of).toList());
    }

    /** Work without a transmission has nothing to do. */
    void finishOrphans(MerchantId merchant, List<Transmission> rows, Map<TransmissionId, LeasedWork> byId) {
        Map<TransmissionId, LeasedWork> orphans = new HashMap<>(byId);
        rows.forEach(row -> orphans.remove(row.id()));
        desk.work().finish(merchant, List.copyOf(orphans.values()));
    }

    private static @Nullable Ending ending(Settled settled) {
        Transmission row = settled.row();
        return switch (settled.rest()) {
            case Step.Finish finish -> null;
            case Step.Wait wait -> null;
            case Step.AwaitRelay wait -> null;
            case Step.Watch watch -> new Ending(row.id(), row.status(), watch.reason());
            case Step.Park park -> new Ending(row.id(), TransmissionStatus.PARKED, park.reason());
            case Step.Withdraw withdraw -> new Ending(row.id(), TransmissionStatus.WITHDRAWN, withdraw.reason());
            case Step.AnswerItself answer -> new Ending(row.id(), TransmissionStatus.WITHDRAWN, answer.reason());
        };
    }

    private void park(MerchantId merchant, Transmission row, LeasedWork item, String reason) {
        desk.work().park(merchant, item, reason);
        desk.tasks().open(merchant, StuckTasks.of(row, TransmissionStatus.PARKED, reason));
    }

    /** The supplier never had the purchase order: the units are cancelled, and with the last one its document. */
    private void answerItself(MerchantId merchant, Transmission cancellation, String reason) {
        answerCancellation.neverReceived(merchant, new CancellationId(cancellation.about()), reason);
        PurchaseOrderView order = purchaseOrders
                .headsOf(merchant, List.of(cancellation.purchaseOrder()))
                .get(cancellation.purchaseOrder());
        if (order != null && order.status() == PurchaseOrderStatus.CANCELLED) {
            closing.close(
                    merchant,
                    List.of(order.id()),
                    row -> StuckTasks.isStuck(row.status()),
                    TransmissionStatus.WITHDRAWN);
        }
    }
}
