package dev.baton.console;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.AskFreshLink;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.TakeBackLinks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link by which a supplier opens one purchase order: taken back, and sent anew. */
@RestController
class PurchaseLinks {

    private static final String ONE = PurchaseListing.PATH + "/{id}/link/";

    private final TakeBackLinks takeBack;
    private final AskFreshLink fresh;

    PurchaseLinks(TakeBackLinks takeBack, AskFreshLink fresh) {
        this.takeBack = takeBack;
        this.fresh = fresh;
    }

    /** Whoever holds a link of it can do nothing with it any more. */
    @Does(Act.TAKE_BACK_LINKS)
    @PostMapping(ONE + "take-back")
    ResponseEntity<String> takeBack(Staff staff, @PathVariable String id, Typed typed) {
        PurchaseOrderId purchase = id(id);
        String shown = typed.text("round");
        if (!shown.matches("[0-9]{1,3}")) {
            throw nothing();
        }
        boolean now = takeBack.takeBack(staff.merchant(), purchase, Integer.parseInt(shown));
        return (now ? Done.TAKEN_BACK : Done.TAKEN_BACK_BEFORE).at(LinkWays.path(purchase));
    }

    /** A new one goes to the supplier's contact on file. */
    @Does(Act.ASK_SUPPLIERS)
    @PostMapping(ONE + "send")
    ResponseEntity<String> send(Staff staff, @PathVariable String id) {
        PurchaseOrderId purchase = id(id);
        fresh.ask(staff.merchant(), purchase);
        return Done.LINK_SENT.at(LinkWays.path(purchase));
    }

    private static PurchaseOrderId id(String text) {
        return Typed.uuid(text).map(PurchaseOrderId::new).orElseThrow(PurchaseLinks::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such purchase order.");
    }
}
