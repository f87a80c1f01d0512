package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when goods a supplier has promised are to have left; a person is told of those that have not. */
@Component
public class ShipByTimes {

    private final ShipBy shipBy;
    private final Work work;

    ShipByTimes(ShipBy shipBy, Work work) {
        this.shipBy = shipBy;
        this.work = work;
    }

    /**
     * Of one purchase order; empty while it is not answered whole, and when nothing of it is to leave any more. Needs an
     * open transaction of the merchant.
     */
    public Optional<Instant> of(MerchantId merchant, PurchaseOrderView view) {
        Instant answered = view.answeredAt();
        if (answered == null
                || work.due(merchant, ShipBy.KIND, List.of(view.id().value())).isEmpty()) {
            return Optional.empty();
        }
        List<PurchaseOrderLine> lines =
                view.lines().stream().filter(line -> !line.withdrawn()).toList();
        return Optional.of(shipBy.due(merchant, view.supplier(), lines, new ShipBy.Said(view.sentAt(), answered)));
    }
}
