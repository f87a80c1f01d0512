package dev.baton.api;

import dev.baton.inventory.FeedDiff;
import dev.baton.inventory.FeedFault;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedOutcome;
import dev.baton.inventory.FeedRow;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.feeds.ReceiveFigures;
import dev.baton.trading.feeds.ReceiveFigures.Preview;
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
    private final ReceiveFigures receive;

    StockFeedCalls(Tenancy tenancy, SupplierLookup suppliers, ReceiveFigures receive) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.receive = receive;
    }

    /**
     * A stock file or message; meanings as in {@link ReceiveFigures.Figures}.
     *
     * @param supplier its code; a supplier's own key needs none
     * @param preview true: it is only answered what would change; a merchant's are kept to be accepted, a supplier's are not
     */
    record Feed(
            @Nullable String supplier,
            FeedMode mode,
            @Nullable Instant observedAt,
            @Nullable Long sequence,
            @Nullable Boolean preview,
            List<Figure> rows) {}

    /** {@code shipFrom} may be absent where the supplier has one place for the item. */
    record Figure(String supplierSku, @Nullable String shipFrom, Integer quantity) {}

    /**
     * What became of it; meanings as in {@link FeedOutcome}.
     *
     * @param reason why it looks wrong; null when it does not
     * @param file the stock file as which it waits for a decision; null when it counts
     * @param changes what it changed, or would
     */
    record Result(
            String id,
            int applied,
            int unchanged,
            int superseded,
            boolean quarantined,
            @Nullable String reason,
            @Nullable String file,
            @Nullable FeedDiff changes,
            List<FeedFault> faults) {}

    @Operation(
            summary = "Send stock figures",
            description = "FULL says everything the supplier has, DELTA what changed. A figure older than what is"
                    + " known changes nothing, so a run may be sent twice. One that looks wrong as a whole is set aside"
                    + " as a stock file, as is one that is only to be looked at (preview).")
    @Needs({Scope.STOCK, Scope.SUPPLIER})
    @PostMapping({"/api/v1/stock-feeds", "/api/v1/supplier/stock"})
    @ResponseStatus(HttpStatus.CREATED)
    Result apply(Caller caller, @RequestBody Feed body) {
        List<FeedRow> rows = body.rows().stream()
                .map(row -> new FeedRow(row.supplierSku(), row.shipFrom(), row.quantity()))
                .toList();
        ReceiveFigures.Received received = receive.receive(
                caller.merchant(),
                new ReceiveFigures.Figures(
                        supplier(caller, body.supplier()),
                        body.mode(),
                        body.observedAt(),
                        body.sequence(),
                        preview(caller, body.preview()),
                        rows));
        FeedOutcome outcome = received.outcome();
        return new Result(
                outcome.feedRunId().value().toString(),
                outcome.applied(),
                outcome.unchanged(),
                outcome.superseded(),
                outcome.quarantined(),
                outcome.doubt(),
                received.file() == null ? null : received.file().value().toString(),
                outcome.diff(),
                outcome.faults());
    }

    private static Preview preview(Caller caller, @Nullable Boolean asked) {
        if (!Boolean.TRUE.equals(asked)) {
            return Preview.NO;
        }
        return caller.isSupplier() ? Preview.ANSWER : Preview.PROPOSAL;
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
