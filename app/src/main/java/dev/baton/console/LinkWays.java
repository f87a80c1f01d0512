package dev.baton.console;

import dev.baton.console.ExceptionViews.Way;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be done about the link by which a supplier opens a purchase order. */
@Component
class LinkWays {

    private final PurchaseOrderLinks links;

    LinkWays(PurchaseOrderLinks links) {
        this.links = links;
    }

    /** What can be done about it on the purchase order's page; needs an open transaction of the merchant. */
    List<Way> of(Staff staff, PurchaseOrderView purchase) {
        if (!purchase.status().begun()) {
            return List.of();
        }
        String path = path(purchase.id()) + "/link/";
        List<Way> ways = new ArrayList<>();
        if (staff.may(Act.TAKE_BACK_LINKS)) {
            ways.add(Way.act(
                            "Take the link back",
                            "Every link to this purchase order that was sent does nothing any more: whoever opens it reads"
                                    + " that it was taken back and whom to write to. If it reached the wrong person, mend the"
                                    + " supplier's mail address before you send a new one.",
                            path + "take-back",
                            "Take it back",
                            Map.of("round", Integer.toString(links.round(staff.merchant(), purchase.id()))))
                    .bad());
        }
        if (staff.may(Act.ASK_SUPPLIERS)) {
            ways.add(Way.act(
                    "Send a new link",
                    "It is mailed to the supplier's address on file, and does what the first one did.",
                    path + "send",
                    "Send it",
                    Map.of()));
        }
        return ways;
    }

    /** When the links were last taken back; empty = never. Needs an open transaction of the merchant. */
    Optional<Instant> takenBackAt(MerchantId merchant, PurchaseOrderView purchase) {
        return links.takenBackAt(merchant, purchase.id());
    }

    /** The purchase order's page. */
    static String path(PurchaseOrderId purchase) {
        return PurchaseListing.PATH + "/" + purchase.value();
    }
}
