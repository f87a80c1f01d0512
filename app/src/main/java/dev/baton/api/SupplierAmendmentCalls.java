package dev.baton.api;

import dev.baton.api.AmendmentPage.Asked;
import dev.baton.api.AmendmentPage.Listed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier was asked to ship differently, read with its own key. */
@RestController
@RequestMapping("/api/v1/supplier/amendments")
@Tag(name = "For suppliers")
class SupplierAmendmentCalls {

    private final AmendmentPage amendments;

    SupplierAmendmentCalls(AmendmentPage amendments) {
        this.amendments = amendments;
    }

    @Operation(
            summary = "List the amendments you were asked, unanswered ones first",
            description = "Newest first in both parts. state=open lists only those you owe an answer on, state=all"
                    + " every one you were asked.")
    @Needs(Scope.SUPPLIER)
    @GetMapping
    Page<Listed> list(
            Caller caller,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        return amendments.ofSupplier(caller.merchant(), caller.supplier(), new Asked(state, cursor, limit));
    }
}
