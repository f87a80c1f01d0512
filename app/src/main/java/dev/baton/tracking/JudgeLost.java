package dev.baton.tracking;

import dev.baton.orders.LockOrders;
import dev.baton.orders.LoseUnits;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.shipping.OrdersOfParcels;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.LostParcels.Verdict;
import dev.baton.tracking.ParcelsFound.FoundParcel;
import dev.baton.tracking.ParcelsLost.LostParcel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the verdict that a parcel is lost, and takes it back when it turns up. Its units count as lost from then on; the
 * customer is told which items are missing, and that they turned up; a person is told what is to be decided.
 */
@Component
public class JudgeLost {

    static final String LOST = "tracking.lost";

    private static final int LONGEST_NOTE = 1_000;

    private final TrackingDesk desk;
    private final LostParcels lost;
    private final TrackedPackages packages;
    private final Parcels parcels;
    private final LoseUnits loseUnits;

    JudgeLost(TrackingDesk desk, LostParcels lost, TrackedPackages packages, Parcels parcels, LoseUnits loseUnits) {
        this.desk = desk;
        this.lost = lost;
        this.packages = packages;
        this.parcels = parcels;
        this.loseUnits = loseUnits;
    }

    /** What is known of parcels further in. */
    @Component("judgedParcels")
    record Parcels(ShipmentLookup shipments, OrdersOfParcels orders, LockOrders lock) {}

    /**
     * Takes a parcel to be lost; opens a transaction or joins the caller's. The same again changes nothing.
     *
     * @param note for the timeline; null = none
     * @throws Problem NOT_FOUND when there is no such parcel; CONFLICT when it was delivered; INVALID_FIELD when the note
     *     is too long
     */
    public void lose(MerchantId merchant, PackageId parcel, Because because, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Use at most " + LONGEST_NOTE + " characters.", "note");
        }
        desk.tenancy().run(merchant, () -> {
            SalesOrderId order = lock(merchant, parcel);
            if (lost.of(merchant, List.of(parcel)).containsKey(parcel)) {
                return;
            }
            if (packages.find(merchant, List.of(parcel)).stream().anyMatch(row -> row.deliveredAt() != null)) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "The carrier delivered this parcel. Ask it for proof, and the customer's neighbours.");
            }
            Verdict verdict = new Verdict(
                    desk.ids().next(), parcel, because, note, desk.clock().instant());
            lost.insert(merchant, verdict);
            loseUnits.lose(merchant, units(merchant, List.of(verdict), Verdict::id));
            desk.tasks().closeFor(merchant, SettleParcels.TROUBLE, parcel.value(), "the parcel is taken to be lost");
            desk.tasks().openAll(merchant, List.of(task(parcel)));
            audit(merchant, parcel, null, "LOST", because + (note == null ? "" : ": " + note));
            desk.news()
                    .publishEvent(new ParcelsLost(merchant, List.of(new LostParcel(parcel, order, verdict.lostAt()))));
        });
    }

    /**
     * The parcel turned up; opens a transaction or joins the caller's. One that is not lost stays as it is.
     *
     * @throws Problem NOT_FOUND when there is no such parcel
     */
    public void find(MerchantId merchant, PackageId parcel) {
        desk.tenancy().run(merchant, () -> {
            SalesOrderId order = lock(merchant, parcel);
            turnUp(merchant, Map.of(parcel, order), "it turned up");
        });
    }

    /** As above, of many and their sales orders; needs the locks of these. */
    void turnUp(MerchantId merchant, Map<PackageId, SalesOrderId> parcels, String why) {
        Instant now = desk.clock().instant();
        List<FoundParcel> found = takeBack(merchant, parcels.keySet(), now, why).stream()
                .map(verdict -> new FoundParcel(
                        verdict.parcel(), Objects.requireNonNull(parcels.get(verdict.parcel())), verdict.lostAt(), now))
                .toList();
        if (!found.isEmpty()) {
            desk.news().publishEvent(new ParcelsFound(merchant, found));
        }
    }

    /** Those that are delivered turned up; the news of their delivery says so. Needs the locks of their sales orders. */
    void arrived(MerchantId merchant, Collection<PackageId> ids) {
        takeBack(merchant, ids, desk.clock().instant(), "the carrier delivered it");
    }

    private List<Verdict> takeBack(MerchantId merchant, Collection<PackageId> ids, Instant now, String why) {
        List<Verdict> over = List.copyOf(lost.of(merchant, ids).values());
        if (over.isEmpty()) {
            return over;
        }
        lost.end(merchant, over.stream().map(Verdict::id).toList(), now);
        loseUnits.find(merchant, units(merchant, over, JudgeLost::found));
        for (Verdict verdict : over) {
            desk.tasks().closeFor(merchant, LOST, verdict.parcel().value(), why);
            audit(merchant, verdict.parcel(), "LOST", "FOUND", why);
        }
        return over;
    }

    private SalesOrderId lock(MerchantId merchant, PackageId parcel) {
        SalesOrderId order =
                parcels.orders().of(merchant, List.of(parcel.value())).get(parcel.value());
        if (order == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no parcel of that id.");
        }
        parcels.lock().lock(merchant, List.of(order));
        return order;
    }

    private interface Cause {
        UUID of(Verdict verdict);
    }

    private List<LoseUnits.Units> units(MerchantId merchant, List<Verdict> verdicts, Cause cause) {
        Map<PackageId, List<dev.baton.shipping.ShipmentView.ParcelLine>> contents = parcels.shipments()
                .contents(merchant, verdicts.stream().map(Verdict::parcel).toList());
        List<LoseUnits.Units> units = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            contents.getOrDefault(verdict.parcel(), List.of()).stream()
                    .filter(line -> line.quantity() > 0)
                    .forEach(line ->
                            units.add(new LoseUnits.Units(line.allocation(), cause.of(verdict), line.quantity())));
        }
        return units;
    }

    private static UUID found(Verdict verdict) {
        return UUID.nameUUIDFromBytes(("found " + verdict.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static NewTask task(PackageId parcel) {
        return new NewTask(
                LOST,
                "package",
                parcel.value(),
                "A parcel is lost: send it again, or give the money back",
                "The customer was told which items are missing. If nothing is done they get neither goods nor money."
                        + " Agree with the customer on a resend or a refund in the store, never both, and ask whoever bears"
                        + " the risk to pay. The task closes by itself when the parcel turns up.");
    }

    private void audit(MerchantId merchant, PackageId parcel, @Nullable String from, String to, String why) {
        desk.audit().record(merchant, List.of(new AuditEntry("JudgeLost", "package", parcel.value(), from, to, why)));
    }
}
