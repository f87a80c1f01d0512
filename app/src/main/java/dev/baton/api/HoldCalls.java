package dev.baton.api;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StoreRef;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    private static final int MOST_SKUS = 1_000;

    private final Tenancy tenancy;
    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final ReleaseHolds releaseHolds;
    private final OrderPrinter printer;
    private final Releases releases;
    private final Questions questions;

    HoldCalls(
            Tenancy tenancy,
            OrderLookup orders,
            MerchantLookup merchants,
            ReleaseHolds releaseHolds,
            OrderPrinter printer,
            Releases releases,
            Questions questions) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.releaseHolds = releaseHolds;
        this.printer = printer;
        this.releases = releases;
        this.questions = questions;
    }

    /** What customers are asked about holds. */
    @Component
    record Questions(AskCustomer asking, CustomerQuestionLookup lookup, HoldBoard holds) {}

    /**
     * A stop that waits for a decision.
     *
     * @param purpose what it is there for; goes on after "so that"
     * @param owner the role that decides
     * @param scope {@code order} or {@code line}
     * @param asked what the customer was asked about it; null = nothing
     */
    record Row(
            String id,
            String kind,
            String purpose,
            String owner,
            String scope,
            String detail,
            String orderId,
            String number,
            String store,
            String storeOrderId,
            String storeOrderName,
            Instant openedAt,
            @Nullable AskedBody asked) {

        static Row of(OpenHold hold, StoreRef ref, String store, @Nullable CustomerQuestion asked) {
            return new Row(
                    hold.id().toString(),
                    hold.kind().name(),
                    hold.kind().purpose(),
                    hold.kind().owner(),
                    Lists.word(hold.kind().scope()),
                    hold.detail(),
                    hold.order().value().toString(),
                    hold.number(),
                    store,
                    ref.storeOrderId(),
                    hold.storeOrderName(),
                    hold.openedAt(),
                    AskedBody.of(asked));
        }
    }

    record Note(String note) {}

    /**
     * Goods that are known now.
     *
     * @param skus codes as the held lines carry them
     */
    record Known(List<String> skus) {}

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
            Function<OpenHold, Row> print = printing(caller.merchant(), holds);
            return Page.of(holds, rows, print, OpenHold::id);
        });
    }

    private Function<OpenHold, Row> printing(MerchantId merchant, List<OpenHold> holds) {
        Map<SalesOrderId, StoreRef> refs = orders.storeRef(
                merchant, holds.stream().map(OpenHold::order).distinct().toList());
        Map<UUID, CustomerQuestion> asked =
                questions.lookup().of(merchant, holds.stream().map(OpenHold::id).toList());
        Map<Object, String> codes =
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Store::code));
        return hold -> {
            StoreRef ref = Objects.requireNonNull(refs.get(hold.order()));
            return Row.of(
                    hold,
                    ref,
                    codes.getOrDefault(ref.store(), ref.store().value().toString()),
                    asked.get(hold.id()));
        };
    }

    @Operation(
            summary = "Ask the customer about a possible duplicate",
            description = "A mail asks whether both orders were meant. The hold stays until the customer answers or"
                    + " somebody decides; without an answer in time a task is opened. Once for each hold. Answers the"
                    + " hold.")
    @Needs(Scope.ORDERS)
    @PostMapping("/{id}/ask-customer")
    Row askCustomer(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            questions.asking().ask(caller.merchant(), id);
            List<OpenHold> hold = questions.holds().of(caller.merchant(), List.of(id));
            return printing(caller.merchant(), hold).apply(hold.getFirst());
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

    @Operation(
            summary = "See what releasing the holds of some SKUs would do",
            description = "As the call without preview, for the 200 oldest orders, and taken back: what each would"
                    + " become. Nothing is changed.")
    @Needs({Scope.ORDERS, Scope.CATALOG})
    @PostMapping("/release-known/preview")
    ReleaseBody previewKnown(Caller caller, @RequestBody Known body) {
        HeldBy wanted = wanted(body);
        return releases.printer()
                .print(caller.merchant(), releases.releaseKnown().preview(caller.merchant(), () -> {}, () -> wanted));
    }

    @Operation(
            summary = "Release every order some SKUs held",
            description = "Lines held as unknown SKU, without a supplier or under the margin floor, of these codes: the"
                    + " oldest 200 orders at once, the others by themselves right after. What still cannot go is held"
                    + " again and says why.")
    @Needs({Scope.ORDERS, Scope.CATALOG})
    @PostMapping("/release-known")
    ReleaseBody releaseKnown(Caller caller, @RequestBody Known body) {
        HeldBy wanted = wanted(body);
        return tenancy.inTransaction(
                caller.merchant(),
                () -> releases.printer()
                        .print(
                                caller.merchant(),
                                releases.releaseKnown()
                                        .release(caller.merchant(), wanted, "what held it is known now")));
    }

    private static HeldBy wanted(Known body) {
        if (body.skus().isEmpty() || body.skus().size() > MOST_SKUS) {
            throw new Problem(CommonProblem.INVALID_FIELD, "skus must name 1 to " + MOST_SKUS + " codes.", "skus");
        }
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER, HoldKind.SUPPLIER_AWAY, HoldKind.MARGIN_FLOOR),
                body.skus().stream().map(sku -> new HeldBy.Goods(null, sku)).toList());
    }
}
