package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.AskedBack;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.RerouteAllocations;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives what is still to come of a purchase order to other suppliers, by the road its status leaves: at once where its
 * supplier certainly has nothing, else by a question the supplier must answer.
 */
@Component
public class ReroutePurchaseOrder {

    private final PurchasingDesk desk;
    private final SentPurchaseOrders purchaseOrders;
    private final GiveUpUndelivered undelivered;
    private final RerouteAllocations allocations;
    private final PurchaseOrderLookup lookup;
    private final OrderLookup orders;

    ReroutePurchaseOrder(
            PurchasingDesk desk,
            SentPurchaseOrders purchaseOrders,
            GiveUpUndelivered undelivered,
            RerouteAllocations allocations,
            PurchaseOrderLookup lookup,
            OrderLookup orders) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.undelivered = undelivered;
        this.allocations = allocations;
        this.lookup = lookup;
        this.orders = orders;
    }

    /**
     * What became of it.
     *
     * @param before where it stood
     * @param units given to others or waiting for one that has them; on the other road, asked to be left to others
     */
    public record Given(PurchaseOrderStatus before, RerouteRoad road, int units) {}

    /**
     * Takes the road; joins the caller's transaction or opens one. Asked a second time the supplier is not asked again.
     * Where the purchase order is undelivered the caller sees to it that the document is not sent again.
     *
     * @param reason why, for the history; the supplier reads it where it is asked
     * @throws Problem NOT_FOUND, or CONFLICT when nothing of it is still to come that is wanted
     */
    public Given reroute(MerchantId merchant, PurchaseOrderId id, String reason) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = purchaseOrders
                    .lockIfThere(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order."));
            PurchaseOrderStatus status = open.head().status();
            RerouteRoad road = RerouteRoad.from(status)
                    .orElseThrow(() -> nothing(open.head().number()));
            int units = status == PurchaseOrderStatus.UNDELIVERED
                    ? undelivered.giveUp(merchant, id, reason)
                    : move(merchant, open, road, reason);
            if (units == 0) {
                throw nothing(open.head().number());
            }
            return new Given(status, road, units);
        });
    }

    /**
     * What would become of it now; changes nothing, opens a transaction or joins the caller's.
     *
     * @throws Problem as {@link #reroute} does
     */
    public Given preview(MerchantId merchant, PurchaseOrderId id) {
        return desk.tenancy().inTransaction(merchant, () -> {
            PurchaseOrderView order = lookup.find(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order."));
            RerouteRoad road = RerouteRoad.from(order.status()).orElseThrow(() -> nothing(order.number()));
            List<PurchaseOrderLine> lines =
                    order.lines().stream().filter(line -> !line.withdrawn()).toList();
            int unwanted =
                    orders
                            .askedBack(
                                    merchant,
                                    lines.stream()
                                            .map(PurchaseOrderLine::allocation)
                                            .toList())
                            .values()
                            .stream()
                            .mapToInt(AskedBack::unwanted)
                            .sum();
            int units = lines.stream().mapToInt(line -> line.units().owed()).sum() - unwanted;
            if (units <= 0) {
                throw nothing(order.number());
            }
            return new Given(order.status(), road, units);
        });
    }

    private int move(MerchantId merchant, SentPurchaseOrder open, RerouteRoad road, String reason) {
        List<AllocationId> all =
                open.lines().stream().map(PurchaseOrderLine::allocation).toList();
        return switch (road) {
            case AT_ONCE -> allocations.withdraw(merchant, all, reason);
            case ASKS_FIRST -> allocations.ask(merchant, all, reason);
        };
    }

    private static Problem nothing(String number) {
        return new Problem(
                CommonProblem.CONFLICT,
                "Nothing of " + number + " is still to come that another supplier could ship: it was shipped,"
                        + " rejected, taken back or asked back before.");
    }
}
