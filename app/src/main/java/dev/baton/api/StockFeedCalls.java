package dev.baton.api;

import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedFault;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedOutcome;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What suppliers have. */
@RestController
@Tag(name = "Stock")
class StockFeedCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final ApplyFeed applyFeed;

    StockFeedCalls(Tenancy tenancy, SupplierLookup suppliers, ApplyFeed applyFeed) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.applyFeed = applyFeed;
    }

    /**
     * A stock file or message; meanings as in {@link NewFeedRun}.
     *
     * @param supplier its code; a supplier's own key needs none
     */
    record Feed(
            @Nullable String supplier,
            FeedMode mode,
            @Nullable Instant observedAt,
            @Nullable Long sequence,
            List<Figure> rows) {}

    /** {@code shipFrom} may be absent where the supplier has one place for the item. */
    record Figure(String supplierSku, @Nullable String shipFrom, Integer quantity) {}

    /** What became of it; meanings as in {@link FeedOutcome}. */
    record Result(String id, int applied, int unchanged, int superseded, boolean quarantined, List<FeedFault> faults) {}

    @Operation(
            summary = "Send stock figures",
            description = "FULL says everything the supplier has, DELTA what changed. A figure older than what is"
                    + " known changes nothing, so a run may be sent twice.")
    @Needs({Scope.STOCK, Scope.SUPPLIER})
    @PostMapping({"/api/v1/stock-feeds", "/api/v1/supplier/stock"})
    @ResponseStatus(HttpStatus.CREATED)
    Result apply(Caller caller, @RequestBody Feed body) {
        List<FeedRow> rows = body.rows().stream()
                .map(row -> new FeedRow(row.supplierSku(), row.shipFrom(), row.quantity()))
                .toList();
        FeedOutcome outcome = applyFeed.apply(
                caller.merchant(),
                new NewFeedRun(
                        supplier(caller, body.supplier()), body.mode(), body.observedAt(), body.sequence(), rows));
        return new Result(
                outcome.feedRunId().value().toString(),
                outcome.applied(),
                outcome.unchanged(),
                outcome.superseded(),
                outcome.quarantined(),
                outcome.faults());
    }

    private SupplierId supplier(Caller caller, @Nullable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            if (code == null) {
                if (caller.isSupplier()) {
                    return caller.supplier();
                }
                throw new Problem(
                        CommonProblem.INVALID_FIELD, "supplier is missing: name whose stock this is.", "supplier");
            }
            SupplierId named =
                    SupplierCalls.byCode(suppliers, caller.merchant(), code).id();
            if (caller.isSupplier() && !named.equals(caller.supplier())) {
                throw new Problem(
                        CommonProblem.FORBIDDEN, "Your key speaks for your own stock: leave supplier out.", "supplier");
            }
            return named;
        });
    }
}
