package dev.baton.shipping;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The label of a parcel that has an SSCC, in the language of the supplier whose people stick it on. */
@Component
public class ParcelLabels {

    private final Tenancy tenancy;
    private final Shipments shipments;
    private final ParcelBoard parcels;
    private final SupplierLookup suppliers;
    private final ParcelLabel printer;

    ParcelLabels(
            Tenancy tenancy, Shipments shipments, ParcelBoard parcels, SupplierLookup suppliers, ParcelLabel printer) {
        this.tenancy = tenancy;
        this.shipments = shipments;
        this.parcels = parcels;
        this.suppliers = suppliers;
        this.printer = printer;
    }

    private record Printable(ParcelBoard.Row parcel, Sscc sscc, String language) {}

    /**
     * The label of one parcel of a purchase order. Opens a transaction to read and prints after it.
     *
     * @param parcel first, second, … of the purchase order's parcels, in the order they were reported
     * @throws Problem {@link ParcelProblem#UNKNOWN_PARCEL} when there is none of that number, {@link SlipProblem#NO_LABEL}
     *     when it was told without an SSCC, {@link SlipProblem#LABEL_UNPRINTABLE}
     */
    public byte[] render(MerchantId merchant, PurchaseOrderId purchaseOrder, int parcel) {
        return print(tenancy.inTransaction(
                merchant, () -> printable(merchant, id(merchant, purchaseOrder, parcel), "parcel " + parcel)));
    }

    /**
     * The same of a parcel by its id.
     *
     * @throws Problem NOT_FOUND, and as above
     */
    public byte[] render(MerchantId merchant, PackageId parcel) {
        return print(tenancy.inTransaction(merchant, () -> printable(merchant, parcel, "this parcel")));
    }

    /** What the file is called. */
    public static String fileName(String purchaseOrderNumber, int parcel) {
        return purchaseOrderNumber + "-parcel-" + parcel + "-label.pdf";
    }

    private PackageId id(MerchantId merchant, PurchaseOrderId purchaseOrder, int parcel) {
        List<PackageId> all = shipments.ofPurchaseOrder(merchant, purchaseOrder).stream()
                .flatMap(shipment -> shipment.packages().stream())
                .map(ShipmentView.ParcelView::id)
                .toList();
        if (parcel < 1 || parcel > all.size()) {
            throw new Problem(
                    ParcelProblem.UNKNOWN_PARCEL,
                    "There is no parcel " + parcel + " of this purchase order; " + all.size() + " of it are recorded.",
                    "parcel");
        }
        return all.get(parcel - 1);
    }

    private Printable printable(MerchantId merchant, PackageId id, String called) {
        ParcelBoard.Row row = parcels.find(merchant, id)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such parcel."));
        if (row.sscc() == null) {
            throw new Problem(SlipProblem.NO_LABEL, "An SSCC of " + called + " was not told, so there is no label.");
        }
        @Nullable
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(row.supplier())).get(row.supplier());
        return new Printable(row, new Sscc(row.sscc()), supplier == null ? "en" : supplier.language());
    }

    private byte[] print(Printable what) {
        return printer.render(what.parcel(), what.sscc(), what.language());
    }
}
