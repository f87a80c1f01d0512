package dev.baton.api;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StoreRef;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders that wait for a decision. */
@RestController
@RequestMapping("/api/v1/holds")
@Tag(name = "Holds")
class HoldCalls {

    private final Tenancy tenancy;
    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final ReleaseHolds releaseHolds;
    private final OrderPrinter printer;

    HoldCalls(
            Tenancy tenancy,
            OrderLookup orders,
            MerchantLookup merchants,
            ReleaseHolds releaseHolds,
            OrderPrinter printer) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.releaseHolds = releaseHolds;
        this.printer = printer;
    }

    /**
     * A stop that waits for a decision.
     *
     * @param owner the role that decides
     * @param scope {@code order} or {@code line}
     */
    record Row(
            String id,
            String kind,
            String owner,
            String scope,
            String detail,
            String orderId,
            String number,
            String store,
            String storeOrderId,
            String storeOrderName,
            Instant openedAt) {

        static Row of(OpenHold hold, StoreRef ref, String store) {
            return new Row(
                    hold.id().toString(),
                    hold.kind().name(),
                    hold.kind().owner(),
                    Lists.word(hold.kind().scope()),
                    hold.detail(),
                    hold.order().value().toString(),
                    hold.number(),
                    store,
                    ref.storeOrderId(),
                    hold.storeOrderName(),
                    hold.openedAt());
        }
    }

    record Note(String note) {}

    @Operation(summary = "List open holds, oldest first")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        Lists.onlyOpen(state);
        int rows = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<OpenHold> holds = orders.openHolds(caller.merchant(), Page.cursor(cursor), rows + 1);
            Map<SalesOrderId, StoreRef> refs = orders.storeRef(
                    caller.merchant(),
                    holds.stream().map(OpenHold::order).distinct().toList());
            Map<Object, String> codes =
                    merchants.stores(caller.merchant()).stream().collect(Collectors.toMap(Store::id, Store::code));
            return Page.of(
                    holds,
                    rows,
                    hold -> {
                        StoreRef ref = Objects.requireNonNull(refs.get(hold.order()));
                        return Row.of(
                                hold,
                                ref,
                                codes.getOrDefault(
                                        ref.store(), ref.store().value().toString()));
                    },
                    OpenHold::id);
        });
    }

    @Operation(
            summary = "Release a hold",
            description = "The order goes on and the same check does not stop it again. Releasing one that is"
                    + " released changes nothing. Answers the order.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{id}/release")
    OrderBody release(Caller caller, @PathVariable UUID id, @RequestBody Note body) {
        if (body.note().isBlank()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "note is empty: say why, for the timeline.", "note");
        }
        return tenancy.inTransaction(caller.merchant(), () -> {
            SalesOrderId order = releaseHolds.release(caller.merchant(), id, body.note());
            return printer.print(caller.merchant(), printer.find(caller.merchant(), order.value()));
        });
    }
}
