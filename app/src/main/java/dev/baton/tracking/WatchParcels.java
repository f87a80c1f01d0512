package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.work.NewWork;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelCorrected;
import dev.baton.shipping.ParcelProblem;
import dev.baton.shipping.ShipmentsDispatched;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;
import dev.baton.tracking.TrackedNumbers.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to watch parcels that left; scans that came before the supplier's notice find their parcel here. */
@Component
class WatchParcels {

    private final TrackedNumbers numbers;
    private final TrackedPackages packages;
    private final TrackingDesk desk;

    WatchParcels(TrackedNumbers numbers, TrackedPackages packages, TrackingDesk desk) {
        this.numbers = numbers;
        this.packages = packages;
        this.desk = desk;
    }

    private record Parcel(Dispatched of, DispatchedPackage parcel, TrackingKey key, boolean carrierSure) {}

    /** Runs inside the transaction that recorded the shipments. */
    @EventListener
    void watch(ShipmentsDispatched dispatched) {
        List<Parcel> parcels = parcels(dispatched);
        if (parcels.isEmpty()) {
            return;
        }
        MerchantId merchant = dispatched.merchant();
        Found found = find(merchant, parcels);
        packages.insertAll(merchant, found.parcels());
        desk.work().add(merchant, found.settling(desk.clock().instant()));
    }

    /** A parcel goes under another number: what was seen of the old one is not its story any more. */
    @EventListener
    void watch(ParcelCorrected corrected) {
        MerchantId merchant = corrected.merchant();
        List<Parcel> parcels = parcels(new ShipmentsDispatched(merchant, List.of(corrected.parcel())));
        PackageId id = parcels.getFirst().parcel().id();
        if (packages.find(merchant, List.of(id)).stream().anyMatch(row -> row.deliveredAt() != null)) {
            throw new Problem(
                    ParcelProblem.DELIVERED_ALREADY,
                    "The carrier delivered a parcel under the number it has, and its units count as delivered. Ask the"
                            + " carrier and the customer what arrived before anything is changed.");
        }
        Found found = find(merchant, parcels);
        found.parcels().forEach(parcel -> packages.move(merchant, parcel));
        desk.tasks().closeFor(merchant, SettleParcels.TROUBLE, id.value(), "its number was corrected");
        desk.work().add(merchant, found.settling(desk.clock().instant()));
    }

    /** Parcels with the number they travel under, and what was seen of it. */
    private record Found(List<TrackedPackages.Row> parcels, Map<UUID, Row> numbers) {

        /** Something was seen of it before it was known: that is settled. */
        List<NewWork> settling(Instant now) {
            return parcels.stream()
                    .filter(parcel ->
                            Objects.requireNonNull(numbers.get(parcel.number())).status() != null)
                    .map(parcel -> SettleParcels.work(parcel.id(), now))
                    .toList();
        }
    }

    private Found find(MerchantId merchant, List<Parcel> parcels) {
        Map<TrackingKey, UUID> rows = rows(merchant, parcels, desk.clock().instant());
        Map<UUID, Row> locked = numbers.lock(merchant, new HashSet<>(rows.values())).stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        return new Found(
                parcels.stream()
                        .map(each -> new TrackedPackages.Row(
                                each.parcel().id(),
                                Objects.requireNonNull(rows.get(each.key())),
                                each.of().salesOrder(),
                                each.of().shippedAt(),
                                null))
                        .toList(),
                locked);
    }

    private static List<Parcel> parcels(ShipmentsDispatched dispatched) {
        List<Parcel> parcels = new ArrayList<>();
        for (Dispatched shipment : dispatched.shipments()) {
            for (DispatchedPackage parcel : shipment.packages()) {
                if (!parcel.trackingNumber().isEmpty()) {
                    boolean unknown = parcel.carrierCode().equals("unknown");
                    String carrier =
                            unknown && !parcel.carrierSaid().isEmpty() ? parcel.carrierSaid() : parcel.carrierCode();
                    parcels.add(new Parcel(
                            shipment,
                            parcel,
                            TrackingKey.of(carrier, parcel.trackingNumber()),
                            !unknown && !parcel.carrierGuessed()));
                }
            }
        }
        return parcels;
    }

    private Map<TrackingKey, UUID> rows(MerchantId merchant, List<Parcel> parcels, Instant now) {
        Set<String> plain = parcels.stream().map(each -> each.key().number()).collect(Collectors.toSet());
        Map<TrackingKey, UUID> found = match(parcels, numbers.ofNumbers(merchant, plain));
        Map<TrackingKey, Boolean> missing = new HashMap<>();
        for (Parcel each : parcels) {
            if (!found.containsKey(each.key())) {
                missing.merge(each.key(), each.carrierSure(), Boolean::logicalOr);
            }
        }
        numbers.insertMissing(merchant, missing, now);
        return missing.isEmpty() ? found : match(parcels, numbers.ofNumbers(merchant, plain));
    }

    private static Map<TrackingKey, UUID> match(List<Parcel> parcels, List<Row> rows) {
        Map<TrackingKey, UUID> found = new HashMap<>();
        for (Parcel each : parcels) {
            NumberMatch.forParcel(each.key(), each.carrierSure(), rows)
                    .ifPresent(row -> found.put(each.key(), row.id()));
        }
        return found;
    }
}
