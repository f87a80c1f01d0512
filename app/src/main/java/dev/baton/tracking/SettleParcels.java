package dev.baton.tracking;

import dev.baton.orders.DeliverUnits;
import dev.baton.orders.LockOrders;
import dev.baton.orders.UnitsDelivered;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelLine;
import dev.baton.tracking.ParcelsDelivered.DeliveredParcel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Acts on what the scans of a parcel add up to: delivered units are counted on their order, and trouble, or a
 * scan after delivery, becomes a task. Runs apart from the recording of scans, so that scans wait for no order.
 */
@Component
class SettleParcels implements WorkHandler {

    static final String AFTER_DELIVERY = "tracking.after-delivery";
    static final String TROUBLE = "tracking.exception";

    private static final String KIND = "tracking.settle";
    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final TrackingDesk desk;
    private final TrackedNumbers numbers;
    private final TrackedPackages packages;
    private final ShipmentLookup shipments;
    private final LockOrders lockOrders;
    private final DeliverUnits deliverUnits;
    private final JudgeLost judgeLost;
    private final CarrierSaysLost carrierSays;
    private final StoppedParcels stoppedParcels;

    SettleParcels(
            TrackingDesk desk,
            TrackedNumbers numbers,
            TrackedPackages packages,
            ShipmentLookup shipments,
            LockOrders lockOrders,
            DeliverUnits deliverUnits,
            JudgeLost judgeLost,
            CarrierSaysLost carrierSays,
            StoppedParcels stoppedParcels) {
        this.desk = desk;
        this.numbers = numbers;
        this.packages = packages;
        this.shipments = shipments;
        this.lockOrders = lockOrders;
        this.deliverUnits = deliverUnits;
        this.judgeLost = judgeLost;
        this.carrierSays = carrierSays;
        this.stoppedParcels = stoppedParcels;
    }

    static NewWork work(PackageId parcel, Instant now) {
        return new NewWork("tracking", KIND, parcel.value(), now, true);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> {
            Set<PackageId> wanted =
                    batch.stream().map(item -> new PackageId(item.subject())).collect(Collectors.toSet());
            List<TrackedPackages.Row> parcels = packages.find(merchant, wanted);
            lockOrders.lock(
                    merchant,
                    parcels.stream()
                            .map(TrackedPackages.Row::salesOrder)
                            .distinct()
                            .toList());
            settle(merchant, parcels);
            Crash.at("tracking.settled");
            desk.work().finish(merchant, batch);
        });
    }

    private void settle(MerchantId merchant, List<TrackedPackages.Row> parcels) {
        Map<UUID, ScanStory> stories = new HashMap<>();
        numbers.scans(
                        merchant,
                        parcels.stream()
                                .map(TrackedPackages.Row::number)
                                .distinct()
                                .toList())
                .forEach((id, scans) -> stories.put(id, ScanStory.of(scans)));
        Set<PackageId> stopped = stopped(merchant, parcels, stories);
        List<NewTask> open = new ArrayList<>();
        List<DeliveredParcel> arrived = new ArrayList<>();
        for (TrackedPackages.Row parcel : parcels) {
            ScanStory story = stories.get(parcel.number());
            if (story == null) {
                continue;
            }
            Instant deliveredAt = story.deliveredAt();
            if (deliveredAt != null && parcel.deliveredAt() == null) {
                arrived.add(new DeliveredParcel(parcel.id(), parcel.salesOrder(), deliveredAt));
            }
            if (story.movedAfterDelivery()) {
                open.add(afterDelivery(parcel));
            }
            ScanCode status = story.status();
            if (status == ScanCode.EXCEPTION || status == ScanCode.RETURNED) {
                if (!stopped.contains(parcel.id())) {
                    open.add(trouble(parcel, status));
                }
            } else if (status != ScanCode.LOST) {
                desk.tasks().closeFor(merchant, TROUBLE, parcel.id().value(), "the parcel moves again");
            }
        }
        desk.tasks().openAll(merchant, open);
        deliver(merchant, arrived);
        carrierSays.judge(
                merchant,
                parcels.stream()
                        .filter(parcel -> !stopped.contains(parcel.id()))
                        .toList(),
                stories);
    }

    /** Of those whose scans tell of trouble, the ones nobody waits for. */
    private Set<PackageId> stopped(
            MerchantId merchant, List<TrackedPackages.Row> parcels, Map<UUID, ScanStory> stories) {
        return stoppedParcels.of(
                merchant,
                parcels.stream()
                        .filter(parcel -> {
                            ScanStory story = stories.get(parcel.number());
                            ScanCode status = story == null ? null : story.status();
                            return status == ScanCode.EXCEPTION
                                    || status == ScanCode.RETURNED
                                    || status == ScanCode.LOST;
                        })
                        .toList());
    }

    private void deliver(MerchantId merchant, List<DeliveredParcel> arrived) {
        List<PackageId> ids = arrived.stream().map(DeliveredParcel::id).toList();
        Set<PackageId> fresh = Set.copyOf(packages.deliver(
                merchant,
                ids,
                arrived.stream().map(DeliveredParcel::deliveredAt).toList()));
        judgeLost.arrived(merchant, fresh);
        List<UnitsDelivered> units = new ArrayList<>();
        shipments.contents(merchant, fresh).forEach((parcel, lines) -> {
            for (ParcelLine line : lines) {
                if (line.quantity() > 0) {
                    units.add(new UnitsDelivered(line.allocation(), parcel.value(), line.quantity()));
                }
            }
        });
        deliverUnits.deliver(merchant, units);
        desk.audit()
                .record(
                        merchant,
                        fresh.stream()
                                .map(parcel -> new AuditEntry(
                                        "SettleParcels",
                                        "package",
                                        parcel.value(),
                                        null,
                                        ScanCode.DELIVERED.name(),
                                        null))
                                .toList());
        List<DeliveredParcel> told =
                arrived.stream().filter(parcel -> fresh.contains(parcel.id())).toList();
        if (!told.isEmpty()) {
            desk.news().publishEvent(new ParcelsDelivered(merchant, told));
        }
    }

    private static NewTask afterDelivery(TrackedPackages.Row parcel) {
        return new NewTask(
                AFTER_DELIVERY,
                "package",
                parcel.id().value(),
                "The carrier reports a parcel moving after it was delivered",
                "It was delivered once, and a later event says otherwise: a mistaken scan, a parcel handed back, or a return. "
                        + "If nothing is done it counts as delivered. Ask the carrier where it is.");
    }

    private static NewTask trouble(TrackedPackages.Row parcel, ScanCode status) {
        String what = status == ScanCode.RETURNED
                ? "A parcel goes back to the sender"
                : "The carrier reports trouble with a parcel";
        return new NewTask(
                TROUBLE,
                "package",
                parcel.id().value(),
                what,
                "If nothing is done the customer may not get it. Read the carrier's page, then ask the carrier or the supplier, "
                        + "and tell the customer. The task closes by itself when the parcel moves on.");
    }
}
