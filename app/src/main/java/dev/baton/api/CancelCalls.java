package dev.baton.api;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.StopOrders;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops and cancels orders. */
@RestController
@Tag(name = "Orders")
class CancelCalls {

    private final Tenancy tenancy;
    private final CancelOrders cancelOrders;
    private final StopOrders stopOrders;
    private final OrderPrinter printer;

    CancelCalls(Tenancy tenancy, CancelOrders cancelOrders, StopOrders stopOrders, OrderPrinter printer) {
        this.tenancy = tenancy;
        this.cancelOrders = cancelOrders;
        this.stopOrders = stopOrders;
        this.printer = printer;
    }

    /** What is not wanted any more; without lines the whole order. */
    record Cancellation(String reason, @Nullable List<Units> lines) {}

    /** {@code line} is the store's own id of the line, {@code quantity} units of it. */
    record Units(String line, Integer quantity) {}

    /** What it came to; meanings as in {@link CancelOutcome}, in units. */
    record Result(int cancelled, int asked, int tooLate, OrderBody order) {}

    @Operation(
            summary = "Cancel an order or units of it",
            description = "What no supplier has been told of is cancelled at once; for the rest the supplier is asked"
                    + " and must answer.")
    @Needs(Scope.ORDERS)
    @PostMapping("/api/v1/orders/{id}/cancel")
    Result cancel(Caller caller, @PathVariable UUID id, @RequestBody Cancellation body) {
        if (body.reason().isBlank()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "reason is empty: say why, for the timeline.", "reason");
        }
        return tenancy.inTransaction(caller.merchant(), () -> {
            OrderView order = printer.find(caller.merchant(), id);
            CancelOutcome outcome = cancelOrders.cancel(
                    caller.merchant(), order.id(), new CancelRequest(body.reason(), quantities(order, body.lines())));
            return new Result(
                    outcome.cancelled(),
                    outcome.asked(),
                    outcome.tooLate(),
                    printer.print(caller.merchant(), printer.find(caller.merchant(), id)));
        });
    }

    /** Why an order is to stop. */
    record Stop(String reason) {}

    /** The order, and the hold that stops it; null when nothing of it can be stopped any more, or it is stopped already. */
    record Stopped(@Nullable String holdId, OrderBody order) {}

    @Operation(
            summary = "Stop an order by hand",
            description =
                    "What no supplier has yet stays here until somebody releases the hold; what was sent stays with"
                            + " its supplier. Stopping a stopped order changes nothing.")
    @Needs(Scope.ORDERS)
    @PostMapping("/api/v1/orders/{id}/stop")
    Stopped stop(Caller caller, @PathVariable UUID id, @RequestBody Stop body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            OrderView order = printer.find(caller.merchant(), id);
            String hold = stopOrders
                    .stop(caller.merchant(), order.id(), body.reason())
                    .map(UUID::toString)
                    .orElse(null);
            return new Stopped(hold, printer.print(caller.merchant(), printer.find(caller.merchant(), id)));
        });
    }

    /** A unit of a bundle is so many units of each of its parts. */
    private static Map<OrderLineId, Integer> quantities(OrderView order, @Nullable List<Units> lines) {
        Map<OrderLineId, Integer> quantities = new HashMap<>();
        if (lines == null) {
            return quantities;
        }
        if (lines.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "lines is empty: leave it out to cancel the whole order.", "lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            Units wanted = lines.get(i);
            List<LineView> parts = order.lines().stream()
                    .filter(line -> line.storeLineId().equals(wanted.line()))
                    .toList();
            if (parts.isEmpty()) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD,
                        "The order has no line " + wanted.line() + ": use storeLineId of GET /api/v1/orders/{id}.",
                        "lines[" + i + "].line");
            }
            if (wanted.quantity() < 1) {
                throw new Problem(CommonProblem.INVALID_FIELD, "quantity is 1 or more.", "lines[" + i + "].quantity");
            }
            parts.forEach(part -> quantities.merge(part.id(), wanted.quantity() * part.perUnit(), Integer::sum));
        }
        return quantities;
    }
}
