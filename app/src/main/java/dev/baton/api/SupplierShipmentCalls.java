package dev.baton.api;

import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.shipping.ShipmentOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier tells of goods that left. */
@RestController
@RequestMapping("/api/v1/supplier/purchase-orders/{number}/shipments")
@Tag(name = "For suppliers")
class SupplierShipmentCalls {

    private final RecordShipments recordShipments;

    SupplierShipmentCalls(RecordShipments recordShipments) {
        this.recordShipments = recordShipments;
    }

    /** A shipment; {@code reference} is the supplier's own, unique among its shipments. */
    record Notice(String reference, Instant shippedAt, List<Parcel> packages) {}

    /**
     * {@code carrier} and {@code trackingNumber} may be empty texts where there are none.
     *
     * @param sscc serial shipping container code: 18 digits, the last a check digit; may be left out
     */
    record Parcel(
            String carrier,
            String trackingNumber,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            List<Units> lines) {}

    /** Units of a line of the purchase order. */
    record Units(Integer line, Integer quantity) {}

    @Operation(
            summary = "Tell that goods left",
            description = "Goods on their way are never refused: too many units or a wrong number are recorded as they"
                    + " are, and a person is told. 201 the first time, 200 for the same reference again.",
            responses = {
                @ApiResponse(
                        responseCode = "201",
                        description = "Recorded.",
                        content = @Content(schema = @Schema(implementation = ShipmentBody.class))),
                @ApiResponse(
                        responseCode = "200",
                        description = "Known by this reference before.",
                        content = @Content(schema = @Schema(implementation = ShipmentBody.class)))
            })
    @Needs(Scope.SUPPLIER)
    @PostMapping
    ResponseEntity<ShipmentBody> record(Caller caller, @PathVariable String number, @RequestBody Notice body) {
        NewShipment notice = new NewShipment(
                number,
                body.reference(),
                body.shippedAt(),
                body.packages().stream()
                        .map(parcel -> new NewPackage(
                                parcel.carrier(),
                                parcel.trackingNumber(),
                                parcel.weightGrams(),
                                parcel.sscc(),
                                parcel.lines().stream()
                                        .map(units -> new PackageLine(units.line(), units.quantity()))
                                        .toList()))
                        .toList());
        ShipmentOutcome outcome = recordShipments
                .record(caller.merchant(), caller.supplier(), List.of(notice))
                .getFirst();
        return ResponseEntity.status(outcome.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(ShipmentBody.of(outcome.shipment(), Map.of(), Map.of()));
    }
}
