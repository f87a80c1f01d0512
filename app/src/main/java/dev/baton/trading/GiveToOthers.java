package dev.baton.trading;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.ReroutePurchaseOrder;
import dev.baton.purchasing.ReroutePurchaseOrder.Given;
import dev.baton.purchasing.RerouteRoad;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a purchase order to other suppliers because a person says so, wherever its document is: what its supplier
 * certainly does not have is not sent any more and planned anew in the same transaction; of what it may have it is asked
 * first, and until it has answered the units stay with it and claimed.
 */
@Component
public class GiveToOthers {

    private final TradingDesk desk;
    private final ReroutePurchaseOrder rerouting;
    private final RerouteUndelivered undelivered;

    GiveToOthers(TradingDesk desk, ReroutePurchaseOrder rerouting, RerouteUndelivered undelivered) {
        this.desk = desk;
        this.rerouting = rerouting;
        this.undelivered = undelivered;
    }

    /**
     * What it would do now; changes nothing, opens a transaction or joins the caller's.
     *
     * @throws Problem NOT_FOUND, or CONFLICT when nothing of it is still to come
     */
    public Given preview(MerchantId merchant, PurchaseOrderId order) {
        return rerouting.preview(merchant, order);
    }

    /**
     * Takes the road its status leaves; opens a transaction or joins the caller's. Pressed twice it has one effect.
     *
     * @param reason why, for the history; the supplier reads it where it is asked
     * @param shown the road the person was shown; null = whichever it is
     * @throws Problem NOT_FOUND, or CONFLICT when nothing of it is still to come, it is being sent again just now, or it
     *     takes another road by now than was shown
     */
    public Given give(MerchantId merchant, PurchaseOrderId order, String reason, @Nullable RerouteRoad shown) {
        return desk.tenancy().inTransaction(merchant, () -> {
            Given done = rerouting.reroute(merchant, order, reason);
            if (shown != null && shown != done.road()) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "It changed meanwhile: "
                                + switch (done.road()) {
                                    case AT_ONCE ->
                                        "its supplier certainly does not have it, so nobody is to be asked.";
                                    case ASKS_FIRST -> "its supplier may have it, and has to be asked first.";
                                }
                                + " Look at it again.");
            }
            if (done.before() == PurchaseOrderStatus.UNDELIVERED) {
                undelivered.stop(merchant, order);
            }
            return done;
        });
    }
}
