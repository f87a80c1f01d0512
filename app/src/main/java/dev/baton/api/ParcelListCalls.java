package dev.baton.api;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelBoard;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.ParcelStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parcels, whatever they belong to. */
@RestController
@RequestMapping("/api/v1/parcels")
@Tag(name = "Parcels")
class ParcelListCalls {

    private final Tenancy tenancy;
    private final ParcelBoard board;
    private final ParcelStates states;
    private final LostParcels lost;

    ParcelListCalls(Tenancy tenancy, ParcelBoard board, ParcelStates states, LostParcels lost) {
        this.tenancy = tenancy;
        this.board = board;
        this.states = states;
        this.lost = lost;
    }

    /**
     * A parcel.
     *
     * @param order id of its order
     * @param purchaseOrder id of the purchase order it answers
     * @param carrier as Baton calls it; {@code unknown} where nobody knows
     * @param carrierSaid as the supplier called it
     * @param trackingNumber empty = it cannot be followed
     * @param weightGrams null = not weighed
     * @param sscc its serial shipping container code, 18 digits; null = none
     * @param shippedAt when the supplier says it left
     * @param status what the carrier's scans add up to; null = none yet
     * @param estimate the day the carrier expects to deliver; null = it does not say
     * @param lostAt since when it is taken to be lost, whatever its scans say; null = it is not
     */
    record ParcelBody(
            String id,
            String order,
            String purchaseOrder,
            String carrier,
            String carrierSaid,
            String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            Instant shippedAt,
            @Nullable String status,
            @Nullable Instant statusAt,
            @Nullable LocalDate estimate,
            @Nullable Instant deliveredAt,
            @Nullable Instant lostAt) {

        private static ParcelBody of(ParcelBoard.Row row, ParcelStates.@Nullable State state) {
            return new ParcelBody(
                    row.id().value().toString(),
                    row.salesOrder().value().toString(),
                    row.purchaseOrder().value().toString(),
                    row.carrierCode(),
                    row.carrierSaid(),
                    row.trackingNumber(),
                    row.trackingUrl(),
                    row.weightGrams(),
                    row.sscc(),
                    row.shippedAt(),
                    state == null || state.status() == null ? null : Lists.word(state.status()),
                    state == null ? null : state.statusAt(),
                    state == null ? null : state.estimate(),
                    state == null ? null : state.deliveredAt(),
                    state == null ? null : state.lostAt());
        }
    }

    @Operation(
            summary = "List parcels, newest first",
            description = "lost=true lists those that are taken to be lost now, whatever their scans say.")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping
    Page<ParcelBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Boolean lost,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        UUID after = Page.cursor(cursor);
        PackageId below = after == null ? null : new PackageId(after);
        MerchantId merchant = caller.merchant();
        return tenancy.inTransaction(merchant, () -> {
            List<ParcelBoard.Row> found = Boolean.TRUE.equals(lost)
                    ? board.of(merchant, this.lost.page(merchant, below, rows + 1))
                    : board.page(merchant, null, below, rows + 1);
            Map<PackageId, ParcelStates.State> seen =
                    states.of(merchant, found.stream().map(ParcelBoard.Row::id).toList());
            return Page.of(
                    found,
                    rows,
                    row -> ParcelBody.of(row, seen.get(row.id())),
                    row -> row.id().value());
        });
    }
}
