package dev.baton.shipping;

import dev.baton.orders.LockOrders;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.shipping.ParcelCorrections.Reason;
import dev.baton.shipping.ParcelCorrections.Subject;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Corrects the tracking number or carrier of a parcel that was told wrong. What stood there is kept; whoever follows the
 * parcel turns to the new number, and the store that shows the old one is told.
 */
@Component
public class CorrectNumber {

    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_REASON = 500;

    private final ShippingDesk desk;
    private final PurchaseOrderLookup purchaseOrders;
    private final LockOrders lockOrders;
    private final ParcelCorrections parcels;

    CorrectNumber(
            ShippingDesk desk, PurchaseOrderLookup purchaseOrders, LockOrders lockOrders, ParcelCorrections parcels) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.lockOrders = lockOrders;
        this.parcels = parcels;
    }

    /**
     * What a parcel goes under.
     *
     * @param carrier in anyone's words; empty = told by the number
     * @param trackingNumber with or without blanks and dashes
     * @param reason why it changes; empty = not said
     */
    public record NewNumber(String carrier, String trackingNumber, String reason) {}

    /**
     * Corrects a parcel of the merchant's; opens a transaction or joins the caller's.
     *
     * @return false when it went under that number and carrier already
     * @throws Problem UNKNOWN_PARCEL, DELIVERED_ALREADY, or INVALID_FIELD when there is no number in it
     */
    public boolean correct(MerchantId merchant, PackageId parcel, NewNumber number) {
        return corrected(merchant, number, () -> parcel);
    }

    /**
     * Corrects a parcel of a supplier's own shipment.
     *
     * @param purchaseOrder its number
     * @param reference the supplier's own of the shipment
     * @param position which parcel of it, from 1
     * @return false when it went under that number and carrier already
     * @throws Problem as {@link #correct}
     */
    public boolean correctOwn(
            MerchantId merchant,
            SupplierId supplier,
            String purchaseOrder,
            String reference,
            int position,
            NewNumber number) {
        return corrected(
                merchant,
                number,
                () -> purchaseOrders
                        .ofSupplier(merchant, supplier, purchaseOrder)
                        .flatMap(of -> parcels.find(merchant, of.id(), supplier, reference, position))
                        .orElseThrow(() -> new Problem(
                                ParcelProblem.UNKNOWN_PARCEL,
                                "You told of no package " + position + " of " + purchaseOrder + " under the reference "
                                        + reference + ". Read the purchase order's shipments, and name one of them.")));
    }

    private boolean corrected(MerchantId merchant, NewNumber number, Supplier<PackageId> parcel) {
        check(number);
        boolean corrected = desk.tenancy().inTransaction(merchant, () -> once(merchant, parcel.get(), number));
        Crash.at("shipping.corrected");
        return corrected;
    }

    private boolean once(MerchantId merchant, PackageId parcel, NewNumber wanted) {
        // the order is locked first, as by everybody who counts its units: what is read after it stays true
        lockOrders.lock(merchant, List.of(subject(merchant, parcel).salesOrder()));
        Subject before = subject(merchant, parcel);
        String carrier = wanted.carrier().strip();
        ParcelNumber now = ParcelNumber.of(carrier, wanted.trackingNumber());
        if (now.number().equals(before.trackingNumber()) && carrier.equals(before.carrierSaid())) {
            return false;
        }
        parcels.replace(
                merchant,
                desk.ids().next(),
                before,
                carrier,
                wanted.trackingNumber().strip(),
                now,
                new Reason(wanted.reason().strip(), desk.clock().instant()));
        look(merchant, before, now);
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "CorrectNumber",
                                "package",
                                parcel.value(),
                                before.trackingNumber(),
                                now.number(),
                                wanted.reason().isBlank()
                                        ? null
                                        : wanted.reason().strip())));
        desk.news()
                .publishEvent(new ParcelCorrected(merchant, before.position(), news(merchant, before, carrier, now)));
        Crash.at("shipping.correcting");
        return true;
    }

    private Subject subject(MerchantId merchant, PackageId parcel) {
        return parcels.subject(merchant, parcel)
                .orElseThrow(() -> new Problem(
                        ParcelProblem.UNKNOWN_PARCEL, "There is no such parcel. Find it in the list of parcels."));
    }

    /** A number that looks right now needs nobody; one that does not has its task with what is wrong with it now. */
    private void look(MerchantId merchant, Subject before, ParcelNumber now) {
        desk.tasks().closeFor(merchant, ShipmentTasks.NUMBER, before.id().value(), "the number was corrected");
        if (now.remark() != null) {
            desk.tasks().open(merchant, ShipmentTasks.oddNumber("a shipment", before.id(), now.remark()));
        }
    }

    private Dispatched news(MerchantId merchant, Subject of, String carrier, ParcelNumber now) {
        return new Dispatched(
                of.shipment(),
                of.salesOrder(),
                of.supplier(),
                of.shippedAt(),
                List.of(new DispatchedPackage(
                        of.id(),
                        now.carrierCode(),
                        carrier,
                        now.guessed(),
                        now.number(),
                        now.url(),
                        parcels.owed(merchant, of.id()))));
    }

    private static void check(NewNumber number) {
        require(number.carrier().length() <= LONGEST_WORD, "carrier", "Name the carrier in at most 200 characters.");
        require(
                number.trackingNumber().length() <= LONGEST_WORD
                        && number.trackingNumber().chars().anyMatch(Character::isLetterOrDigit),
                "trackingNumber",
                "Give the tracking number, with letters or digits, at most 200 characters.");
        require(number.reason().length() <= LONGEST_REASON, "reason", "Give the reason in at most 500 characters.");
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(CommonProblem.INVALID_FIELD, otherwise, field);
        }
    }
}
