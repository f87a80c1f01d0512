package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.CorrectNumber;
import dev.baton.shipping.CorrectNumber.NewNumber;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelBoard;
import dev.baton.shipping.ParcelCorrections;
import dev.baton.shipping.ParcelProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The number a parcel travels under, and its correction. */
@RestController
@Tag(name = "Parcels")
class ParcelNumberCalls {

    private static final String PATH = "/api/v1/parcels/{id}";
    private static final String OWN =
            "/api/v1/supplier/purchase-orders/{number}/shipments/{reference}/packages/{position}/number";

    private final CorrectNumber correctNumber;
    private final ParcelBoard parcels;
    private final ParcelCorrections corrections;
    private final Tenancy tenancy;

    ParcelNumberCalls(
            CorrectNumber correctNumber, ParcelBoard parcels, ParcelCorrections corrections, Tenancy tenancy) {
        this.correctNumber = correctNumber;
        this.parcels = parcels;
        this.corrections = corrections;
        this.tenancy = tenancy;
    }

    /**
     * What a parcel goes under.
     *
     * @param carrier in any words; left out = told by the number
     * @param reason why it changes; left out = not said
     */
    record NumberBody(
            @Nullable String carrier,
            String trackingNumber,
            @Nullable String reason) {

        NewNumber read() {
            return new NewNumber(
                    Objects.requireNonNullElse(carrier, ""), trackingNumber, Objects.requireNonNullElse(reason, ""));
        }
    }

    /** Whether anything changed; false when the parcel went under that number and carrier already. */
    record Corrected(boolean corrected) {}

    /**
     * A parcel.
     *
     * @param carrier as Baton calls it, or {@code unknown}
     * @param trackingUrl the carrier's page; null when none is known
     * @param remark what is wrong with the number; null = nothing
     * @param before what it was told to travel under before, oldest first
     */
    record ParcelBody(
            String id,
            String orderId,
            String reference,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable String remark,
            Instant shippedAt,
            List<Before> before) {}

    /** A number it had. */
    record Before(String carrier, String trackingNumber, String reason, Instant correctedAt) {}

    @Operation(summary = "Read a parcel", description = "Its number, and the numbers it had before a correction.")
    @Needs(Scope.READ)
    @GetMapping(PATH)
    ParcelBody read(Caller caller, @PathVariable String id) {
        PackageId parcel = parcel(id);
        return tenancy.inTransaction(caller.merchant(), () -> body(caller.merchant(), parcel));
    }

    private ParcelBody body(MerchantId merchant, PackageId parcel) {
        ParcelBoard.Row row = parcels.find(merchant, parcel).orElseThrow(ParcelNumberCalls::unknown);
        return new ParcelBody(
                row.id().value().toString(),
                row.salesOrder().value().toString(),
                row.reference(),
                row.carrierCode(),
                row.trackingNumber(),
                row.trackingUrl(),
                row.remark(),
                row.shippedAt(),
                corrections.of(merchant, parcel).stream()
                        .map(each ->
                                new Before(each.carrier(), each.trackingNumber(), each.reason(), each.correctedAt()))
                        .toList());
    }

    @Operation(
            summary = "Correct a parcel's tracking number",
            description = "The store is told the new number, the tracking page shows it, and scans of it count from now"
                    + " on. Not possible once the carrier has delivered under the old one (409).")
    @Needs(Scope.ORDERS)
    @PutMapping(PATH + "/number")
    ParcelBody correct(Caller caller, @PathVariable String id, @RequestBody NumberBody body) {
        PackageId parcel = parcel(id);
        return tenancy.inTransaction(caller.merchant(), () -> {
            correctNumber.correct(caller.merchant(), parcel, body.read());
            return body(caller.merchant(), parcel);
        });
    }

    @Operation(
            summary = "Correct the tracking number of a package you told of",
            description = "Name the shipment by your own reference and the package by its place in it, from 1.",
            tags = "For suppliers")
    @Needs(Scope.SUPPLIER)
    @PutMapping(OWN)
    Corrected correctOwn(
            Caller caller,
            @PathVariable String number,
            @PathVariable String reference,
            @PathVariable int position,
            @RequestBody NumberBody body) {
        return new Corrected(correctNumber.correctOwn(
                caller.merchant(), caller.supplier(), number, reference, position, body.read()));
    }

    private static PackageId parcel(String id) {
        try {
            return new PackageId(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give the parcel's id as the API wrote it.", "id");
        }
    }

    private static Problem unknown() {
        return new Problem(ParcelProblem.UNKNOWN_PARCEL, "There is no such parcel. Read the order's shipments.");
    }
}
