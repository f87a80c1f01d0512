package dev.baton.api;

import dev.baton.api.AmendmentPage.Asked;
import dev.baton.api.AmendmentPage.Listed;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.DecideAmendment;
import dev.baton.purchasing.DecideAmendment.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of deliveries a supplier does not ship as the store wants them now. */
@RestController
@RequestMapping("/api/v1/amendments")
@Tag(name = "Amendments")
class AmendmentCalls {

    private final DecideAmendment decideAmendment;
    private final AmendmentPage amendments;

    AmendmentCalls(DecideAmendment decideAmendment, AmendmentPage amendments) {
        this.decideAmendment = decideAmendment;
        this.amendments = amendments;
    }

    @Operation(
            summary = "List amendments, those that stand first",
            description = "Newest first in both parts. state=open lists only planned, asked and held ones, state=all"
                    + " every one.")
    @Needs({Scope.READ, Scope.ORDERS, Scope.SUPPLIERS})
    @GetMapping
    Page<Listed> list(
            Caller caller,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        return amendments.ofMerchant(caller.merchant(), new Asked(state, cursor, limit));
    }

    /** {@code note} is for the timeline; INTERCEPT needs one that says who stops the parcel, and how. */
    record Decision(Choice choice, @Nullable String note) {}

    @Operation(
            summary = "Decide on an amendment",
            description = "LET_GO: it goes as the supplier was told. CANCEL: the supplier is asked not to ship it."
                    + " INTERCEPT: note who stops the parcel. ASK: another country, the supplier is asked all the same."
                    + " The same decision again changes nothing.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{id}/decide")
    AmendmentBody decide(Caller caller, @PathVariable UUID id, @RequestBody Decision body) {
        return AmendmentBody.of(
                decideAmendment.decide(caller.merchant(), new AmendmentId(id), body.choice(), body.note()));
    }
}
