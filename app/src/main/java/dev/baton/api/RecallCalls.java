package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.GiveUpRecall;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallId;
import dev.baton.purchasing.RecallLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the merchant decides about parcels it asked back. */
@RestController
@RequestMapping("/api/v1/purchase-orders/{number}/recalls/{id}")
@Tag(name = "Purchase orders")
class RecallCalls {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final RecallLookup recalls;
    private final GiveUpRecall giveUpRecall;

    RecallCalls(Tenancy tenancy, PurchaseOrderLookup purchaseOrders, RecallLookup recalls, GiveUpRecall giveUpRecall) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.recalls = recalls;
        this.giveUpRecall = giveUpRecall;
    }

    @Operation(
            summary = "Leave a recalled parcel to its customer",
            description = "Only where its supplier refused to stop it or to take it back. The customer is told once, by"
                    + " mail, that these units come after all. Once more changes nothing and tells nothing.")
    @Needs(Scope.ORDERS)
    @PostMapping("/give-up")
    RecallBody giveUp(Caller caller, @PathVariable String number, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<Recall> asked = purchaseOrders
                    .byNumber(caller.merchant(), number)
                    .map(PurchaseOrderView::id)
                    .map(order -> recalls.of(caller.merchant(), order))
                    .orElse(List.of());
            if (asked.stream().noneMatch(recall -> recall.id().value().equals(id))) {
                throw new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no such recall of " + number + "; the purchase order lists its recalls.");
            }
            return RecallBody.of(
                    giveUpRecall.giveUp(caller.merchant(), new RecallId(id)).recall());
        });
    }
}
