package dev.baton.shipping;

import dev.baton.orders.LockOrders;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.purchasing.ContentHash;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchasingProblem;
import dev.baton.purchasing.ShipPurchaseOrders;
import dev.baton.purchasing.ShipPurchaseOrders.LeftSupplier;
import dev.baton.purchasing.ShipPurchaseOrders.LineShipped;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records what a supplier handed to a carrier. Goods that are on their way are never refused: too many units, a
 * wrong tracking number or a cancelled order are recorded as they are, and a person is told.
 */
@Component
public class RecordShipments {

    private final ShippingDesk desk;
    private final PurchaseOrderLookup purchaseOrders;
    private final LockOrders lockOrders;
    private final ShipPurchaseOrders shipPurchaseOrders;
    private final Shipments shipments;
    private final SupplierLookup suppliers;

    RecordShipments(
            ShippingDesk desk,
            PurchaseOrderLookup purchaseOrders,
            LockOrders lockOrders,
            ShipPurchaseOrders shipPurchaseOrders,
            Shipments shipments,
            SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.lockOrders = lockOrders;
        this.shipPurchaseOrders = shipPurchaseOrders;
        this.shipments = shipments;
        this.suppliers = suppliers;
    }

    /**
     * Records the notices of one supplier, all or none; opens a transaction or joins the caller's.
     *
     * @return one per notice, in order
     * @throws Problem UNKNOWN_PURCHASE_ORDER when none of that number was sent to this supplier, UNKNOWN_LINE,
     *     INVALID_FIELD when a notice is malformed, REFERENCE_REUSED when a reference came with another content
     */
    public List<ShipmentOutcome> record(MerchantId merchant, SupplierId supplier, List<NewShipment> notices) {
        notices.forEach(notice -> ShipmentCheck.shape(notice, desk.clock().instant()));
        List<ShipmentOutcome> outcomes =
                desk.tenancy().inTransaction(merchant, () -> recordAll(merchant, supplier, notices));
        Crash.at("shipping.kept");
        return outcomes;
    }

    private List<ShipmentOutcome> recordAll(MerchantId merchant, SupplierId supplier, List<NewShipment> notices) {
        List<PurchaseOrderView> of = new ArrayList<>();
        for (NewShipment notice : notices) {
            PurchaseOrderView view = find(merchant, supplier, notice);
            ShipmentCheck.lines(notice, view);
            of.add(view);
        }
        lockOrders.lock(
                merchant,
                of.stream().map(PurchaseOrderView::salesOrder).distinct().toList());
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        List<ShipmentOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            outcomes.add(recordOne(merchant, of.get(i), notices.get(i), terms));
        }
        List<ShipmentView> fresh = outcomes.stream()
                .filter(outcome -> !outcome.replayed())
                .map(ShipmentOutcome::shipment)
                .toList();
        if (!fresh.isEmpty()) {
            desk.news()
                    .publishEvent(new ShipmentsDispatched(
                            merchant, fresh.stream().map(Dispatch::of).toList()));
        }
        Crash.at("shipping.recorded");
        return outcomes;
    }

    private PurchaseOrderView find(MerchantId merchant, SupplierId supplier, NewShipment notice) {
        return purchaseOrders
                .ofSupplier(merchant, supplier, notice.number())
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                        "No purchase order " + notice.number()
                                + " was sent to you. Check the number; if it was withdrawn, do not ship."));
    }

    private ShipmentOutcome recordOne(
            MerchantId merchant, PurchaseOrderView of, NewShipment notice, @Nullable SupplierTerms terms) {
        ShipmentView head = new ShipmentView(
                new ShipmentId(desk.ids().next()),
                of.id(),
                of.salesOrder(),
                of.supplier(),
                notice.reference(),
                notice.shippedAt(),
                desk.clock().instant(),
                List.of());
        byte[] hash = ContentHash.of(notice);
        if (!shipments.claim(merchant, head, hash)) {
            return repeat(merchant, of, notice, hash);
        }
        Crash.at("shipping.reference-taken");
        List<LineShipped> shipped = shipPurchaseOrders.ship(
                merchant, new LeftSupplier(of.id(), head.id().value(), head.shippedAt(), PackedUnits.totals(notice)));
        ShipmentView shipment = packed(head, notice, shipped);
        shipments.insertPackages(
                merchant,
                shipment,
                notice.packages().stream().map(NewPackage::trackingNumber).toList());
        desk.tasks().openAll(merchant, tasks(notice.number(), shipment, shipped, terms));
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "RecordShipments", "shipment", head.id().value(), null, "RECORDED", null)));
        return new ShipmentOutcome(notice.number(), false, shipment);
    }

    private static List<NewTask> tasks(
            String number, ShipmentView shipment, List<LineShipped> shipped, @Nullable SupplierTerms terms) {
        List<NewTask> tasks = new ArrayList<>(ShipmentTasks.of(number, shipment, shipped));
        NewTask other = terms == null ? null : ShipmentTasks.otherCarrier(number, shipment, terms);
        if (other != null) {
            tasks.add(other);
        }
        return tasks;
    }

    private ShipmentOutcome repeat(MerchantId merchant, PurchaseOrderView of, NewShipment notice, byte[] hash) {
        Shipments.Head earlier = shipments.byReference(merchant, of.supplier(), notice.reference());
        if (!MessageDigest.isEqual(earlier.bodyHash(), hash)) {
            throw new Problem(
                    PurchasingProblem.REFERENCE_REUSED,
                    "Reference " + notice.reference()
                            + " was used for another shipment; send this one under a new reference.",
                    "reference");
        }
        ShipmentView shipment =
                shipments.withPackages(merchant, List.of(earlier.shipment())).getFirst();
        return new ShipmentOutcome(notice.number(), true, shipment);
    }

    private ShipmentView packed(ShipmentView head, NewShipment notice, List<LineShipped> shipped) {
        PackedUnits units = new PackedUnits(shipped);
        List<ParcelView> parcels = new ArrayList<>();
        for (NewPackage parcel : notice.packages()) {
            ParcelNumber number = ParcelNumber.of(parcel.carrier(), parcel.trackingNumber());
            parcels.add(new ParcelView(
                    new PackageId(desk.ids().next()),
                    parcel.carrier().strip(),
                    number.carrierCode(),
                    number.guessed(),
                    number.number(),
                    number.url(),
                    parcel.weightGrams(),
                    Optional.ofNullable(parcel.sscc())
                            .flatMap(Sscc::read)
                            .map(Sscc::digits)
                            .orElse(null),
                    number.remark(),
                    units.next(parcel)));
        }
        return head.withPackages(parcels);
    }
}
