package dev.baton.api;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderFilter;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderSummary;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders as they stand. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrderCalls {

    private final Tenancy tenancy;
    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final OrderPrinter printer;

    OrderCalls(Tenancy tenancy, OrderLookup orders, MerchantLookup merchants, OrderPrinter printer) {
        this.tenancy = tenancy;
        this.orders = orders;
        this.merchants = merchants;
        this.printer = printer;
    }

    /** An order in a list. */
    record Row(
            String id,
            String number,
            String store,
            String storeOrderId,
            String storeOrderName,
            Instant receivedAt,
            String payment,
            String state,
            String total,
            String currency) {

        static Row of(OrderSummary order, String store) {
            return new Row(
                    order.id().value().toString(),
                    order.number(),
                    store,
                    order.storeOrderId(),
                    order.storeOrderName(),
                    order.receivedAt(),
                    Lists.word(order.payment()),
                    order.status(),
                    Amounts.ofMinor(order.totalMinor(), order.currency()),
                    order.currency());
        }
    }

    /** What a list is narrowed to. */
    record Narrowing(
            @Nullable String store,
            @Nullable String storeOrderId,
            @Nullable String number,
            @Nullable String state) {}

    @Operation(summary = "List orders, newest first")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @ParameterObject Narrowing narrowing,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        UUID after = Page.cursor(cursor);
        return tenancy.inTransaction(caller.merchant(), () -> {
            Map<StoreId, String> codes =
                    merchants.stores(caller.merchant()).stream().collect(Collectors.toMap(Store::id, Store::code));
            OrderFilter filter = new OrderFilter(
                    narrowing.store() == null ? null : store(caller, narrowing.store()),
                    narrowing.storeOrderId(),
                    narrowing.number(),
                    Lists.word(OrderFilter.STATUSES, narrowing.state()),
                    after == null ? null : new SalesOrderId(after));
            Function<OrderSummary, Row> print = order -> Row.of(
                    order,
                    codes.getOrDefault(order.store(), order.store().value().toString()));
            return Page.of(
                    orders.list(caller.merchant(), filter, rows + 1),
                    rows,
                    print,
                    order -> order.id().value());
        });
    }

    private StoreId store(Caller caller, String code) {
        return merchants
                .storeByCode(caller.merchant(), code)
                .map(Store::id)
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID_FIELD,
                        "There is no store " + code + "; GET /api/v1/stores lists them.",
                        "store"));
    }

    @Operation(summary = "Read an order")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping("/{id}")
    OrderBody read(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(
                caller.merchant(), () -> printer.print(caller.merchant(), printer.find(caller.merchant(), id)));
    }
}
