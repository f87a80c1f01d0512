package dev.baton.api;

import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.tracking.LostParcels.Verdict;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods that left, as the API shows them.
 *
 * @param reference the supplier's own
 */
record ShipmentBody(String id, String reference, Instant shippedAt, Instant recordedAt, List<Parcel> packages) {

    /**
     * One parcel.
     *
     * @param carrier as Baton calls it, or {@code unknown}
     * @param trackingUrl the carrier's page; null when none is known
     * @param sscc its serial shipping container code, 18 digits; null = none
     * @param remark what is wrong with the number; null = nothing
     * @param state the carrier's latest word; null = no scan yet
     * @param lostAt since when it is taken to be lost; null = it is not
     */
    record Parcel(
            String id,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable Integer weightGrams,
            @Nullable String sscc,
            @Nullable String remark,
            @Nullable String state,
            @Nullable Instant stateAt,
            @Nullable Instant lostAt,
            List<Units> lines) {}

    /** Units of one purchase order line; {@code excess} is what was not owed. */
    record Units(int line, int quantity, int excess) {}

    static ShipmentBody of(ShipmentView shipment, Map<PackageId, ParcelStory> stories, Map<PackageId, Verdict> lost) {
        return new ShipmentBody(
                shipment.id().value().toString(),
                shipment.reference(),
                shipment.shippedAt(),
                shipment.recordedAt(),
                shipment.packages().stream()
                        .map(parcel -> print(parcel, stories.get(parcel.id()), lost.get(parcel.id())))
                        .toList());
    }

    private static Parcel print(ParcelView parcel, @Nullable ParcelStory story, @Nullable Verdict lost) {
        return new Parcel(
                parcel.id().value().toString(),
                parcel.carrierCode(),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                parcel.weightGrams(),
                parcel.sscc(),
                parcel.remark(),
                story == null || story.status() == null ? null : Lists.word(story.status()),
                story == null ? null : story.statusAt(),
                lost == null ? null : lost.lostAt(),
                parcel.lines().stream()
                        .map(units -> new Units(units.line(), units.quantity(), units.excess()))
                        .toList());
    }
}
