package dev.baton.api;

import dev.baton.channels.IntakeLookup;
import dev.baton.channels.IntakeState;
import dev.baton.channels.IntakeView;
import dev.baton.channels.ReceiveOrders;
import dev.baton.channels.ReceiveOrders.Received;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Orders sent by programs. */
@RestController
@Tag(name = "Orders")
class IntakeCalls {

    /** A caller that waits no longer asks the intake instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final JsonMapper STRICT = ApiConfiguration.strictJson();

    private final ReceiveOrders receiveOrders;
    private final IntakeLookup intakes;
    private final Tenancy tenancy;
    private final OrderPrinter printer;

    IntakeCalls(ReceiveOrders receiveOrders, IntakeLookup intakes, Tenancy tenancy, OrderPrinter printer) {
        this.receiveOrders = receiveOrders;
        this.intakes = intakes;
        this.tenancy = tenancy;
        this.printer = printer;
    }

    /** An order that is kept and still being read; ask {@code href} what became of it. */
    record Kept(String intake, String href) {}

    /**
     * A message that was kept.
     *
     * @param order the sales order it was applied to; null while unread or when there is none
     * @param reason why it was refused; null when there is nothing to say
     */
    record IntakeBody(
            String id,
            String state,
            @Nullable String storeOrderId,
            @Nullable String order,
            @Nullable String reason,
            Instant receivedAt,
            @Nullable Instant settledAt) {}

    @Operation(
            summary = "Send an order",
            description = "Kept before it is answered: 201 with the order, or 202 with an intake to ask. The same"
                    + " Idempotency-Key and body again have one effect and one answer.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = OrderRequest.class))),
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "The order as it was placed.",
                        content = @Content(schema = @Schema(implementation = OrderBody.class))),
                @ApiResponse(
                        responseCode = "202",
                        description = "Kept, and still being read.",
                        content = @Content(schema = @Schema(implementation = Kept.class)))
            })
    @Needs(Scope.ORDERS)
    @PostMapping(value = "/api/v1/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> send(Caller caller, @RequestHeader("Idempotency-Key") String key, @RequestBody byte[] body) {
        refuseUnknownFields(body);
        Received received = receiveOrders.receive(caller.merchant(), key, body);
        IntakeView intake = receiveOrders.await(received, PATIENCE);
        SalesOrderId order = intake.order();
        if (intake.state() == IntakeState.REFUSED) {
            String reason = intake.reason();
            throw new Problem(
                    ApiProblem.ORDER_REFUSED,
                    "The order was kept but cannot be used: "
                            + (reason == null ? "see the open task" : reason)
                            + ". Send the corrected order with a new Idempotency-Key.");
        }
        if (intake.state() == IntakeState.RECEIVED || order == null) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(new Kept(intake.id().toString(), "/api/v1/intakes/" + intake.id()));
        }
        OrderBody printed = tenancy.inTransaction(
                caller.merchant(),
                () -> printer.print(caller.merchant(), printer.find(caller.merchant(), order.value())));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/orders/" + order.value())
                .body(printed);
    }

    /** The channel reads what it knows; a field it would pass over is the caller's mistake and is named here. */
    private static void refuseUnknownFields(byte[] body) {
        try {
            // as a tree first, so that broken syntax is told before a wrong shape
            RequiredFields.check(STRICT.treeToValue(STRICT.readTree(body), OrderRequest.class));
        } catch (JacksonException mistake) {
            throw JsonMistake.problem(mistake);
        }
    }

    @Operation(summary = "Say what became of an order that was kept")
    @Needs({Scope.ORDERS, Scope.READ})
    @GetMapping("/api/v1/intakes/{id}")
    IntakeBody read(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> intakes.find(caller.merchant(), id))
                .map(IntakeCalls::print)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND,
                        "There is no intake of that id; take it from the answer to your order."));
    }

    private static IntakeBody print(IntakeView intake) {
        SalesOrderId order = intake.order();
        return new IntakeBody(
                intake.id().toString(),
                Lists.word(intake.state()),
                intake.storeOrderId(),
                order == null ? null : order.value().toString(),
                intake.reason(),
                intake.receivedAt(),
                intake.settledAt());
    }
}
