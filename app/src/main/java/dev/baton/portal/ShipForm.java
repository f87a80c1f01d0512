package dev.baton.portal;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.Sscc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the form that tells of parcels. */
final class ShipForm {

    /** Most parcels the form offers; more are told by key or in a second form. */
    static final int MOST_PARCELS = 20;

    private ShipForm() {}

    /**
     * The shipment; parcels nothing is typed for are left out.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    static NewShipment read(Form form, PurchaseOrderView order, String reference, Instant now) {
        List<NewPackage> parcels = new ArrayList<>();
        for (int i = 1; i <= MOST_PARCELS; i++) {
            String field = "parcel." + i + ".";
            List<PackageLine> content = content(form, order, field);
            String number = form.text(field + "tracking");
            Integer grams = form.grams(field + "weight", field + "unit");
            String sscc = sscc(form, field + "sscc");
            if (content.isEmpty() && (!number.isEmpty() || grams != null || sscc != null)) {
                throw new Problem(CommonProblem.INVALID_FIELD, "error.empty-parcel", field + "tracking");
            }
            if (!content.isEmpty()) {
                parcels.add(new NewPackage(form.text(field + "carrier"), number, grams, sscc, content));
            }
        }
        if (parcels.isEmpty()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.no-parcel", "parcel.1.tracking");
        }
        return new NewShipment(order.number(), reference, now, parcels);
    }

    private static @Nullable String sscc(Form form, String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            return null;
        }
        return Sscc.read(text)
                .map(Sscc::digits)
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "error.sscc", field));
    }

    private static List<PackageLine> content(Form form, PurchaseOrderView order, String field) {
        List<PackageLine> content = new ArrayList<>();
        for (PurchaseOrderLine line : order.lines()) {
            int units = line.withdrawn() ? 0 : form.units(field + "line." + line.line());
            if (units > 0) {
                content.add(new PackageLine(line.line(), units));
            }
        }
        return content;
    }
}
