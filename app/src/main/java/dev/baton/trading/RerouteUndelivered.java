package dev.baton.trading;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.GiveUpUndelivered;
import dev.baton.purchasing.PurchaseOrderId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives what a supplier certainly never got to other suppliers, because a person says so: its document is not sent any
 * more, and the units are planned anew in the same transaction.
 */
@Component
public class RerouteUndelivered {

    private final TradingDesk desk;
    private final GiveUpUndelivered giveUp;
    private final Transmissions transmissions;
    private final CloseTransmissions closing;

    RerouteUndelivered(
            TradingDesk desk, GiveUpUndelivered giveUp, Transmissions transmissions, CloseTransmissions closing) {
        this.desk = desk;
        this.giveUp = giveUp;
        this.transmissions = transmissions;
        this.closing = closing;
    }

    /**
     * Opens a transaction or joins the caller's.
     *
     * @param reason why, for the history
     * @return units that were given to others, or wait for one that has them
     * @throws Problem NOT_FOUND, or CONFLICT when the supplier has it or may have it, or it is being sent again
     */
    public int reroute(MerchantId merchant, PurchaseOrderId order, String reason) {
        return desk.tenancy().inTransaction(merchant, () -> {
            // purchasing locks the purchase order, which everybody locks before its transmissions
            int units = giveUp.giveUp(merchant, order, reason);
            stop(merchant, order);
            return units;
        });
    }

    /** Sees to it that the document is not sent again; needs the lock of its purchase order. */
    void stop(MerchantId merchant, PurchaseOrderId order) {
        boolean onItsWay = transmissions.lockOfPurchaseOrders(merchant, List.of(order)).stream()
                .filter(row -> row.kind() == TransmissionKind.PURCHASE_ORDER)
                .reduce((earlier, later) -> later)
                .filter(row -> !StuckTasks.isStuck(row.status()))
                .isPresent();
        if (onItsWay) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    "It is being sent again just now, and may arrive: wait for what comes of that.");
        }
        closing.close(merchant, List.of(order), row -> StuckTasks.isStuck(row.status()), TransmissionStatus.WITHDRAWN);
    }
}
