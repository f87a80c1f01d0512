package dev.baton.shipping;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.purchasing.ShipPurchaseOrders.LineShipped;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person should know about a shipment. */
final class ShipmentTasks {

    /** A number that cannot be right: subject is the package. */
    static final String NUMBER = "shipping.tracking-number";

    /** A carrier that is not agreed with the supplier: subject is the shipment. */
    static final String CARRIER = "shipping.carrier";

    private ShipmentTasks() {}

    /** Null when every parcel went by a carrier that is agreed. */
    static @Nullable NewTask otherCarrier(String number, ShipmentView shipment, SupplierTerms terms) {
        String others = shipment.packages().stream()
                .filter(parcel -> !terms.orderTerms().allows(parcel.carrierCode(), parcel.carrierSaid()))
                .map(ShipmentTasks::carrier)
                .filter(each -> !each.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? null
                : new NewTask(
                        CARRIER,
                        "shipment",
                        shipment.id().value(),
                        terms.name() + " shipped " + number + " by " + others + ", which is not agreed",
                        "Agreed: " + String.join(", ", terms.orderTerms().carrierNames())
                                + ". The parcel is recorded and goes to the store as any other. If nothing is done the"
                                + " supplier may go on so. Ask it why, or add the carrier to what is agreed.");
    }

    /** As the supplier wrote it, else as its number tells; empty = nobody can tell. */
    private static String carrier(ParcelView parcel) {
        return parcel.carrierSaid().isBlank()
                ? Carriers.find(parcel.carrierCode()).map(Carrier::name).orElse("")
                : parcel.carrierSaid();
    }

    /** @param of the shipment or purchase order, as people call it */
    static NewTask oddNumber(String of, PackageId parcel, String remark) {
        return new NewTask(
                NUMBER,
                "package",
                parcel.value(),
                "A tracking number of " + of + " does not look right",
                remark
                        + ". It was recorded and goes to the store as it is; the customer may not be able to follow the parcel. "
                        + "Ask the supplier for the right number, and correct it at the parcel; the store is told.");
    }

    static List<NewTask> of(String number, ShipmentView shipment, List<LineShipped> shipped) {
        List<NewTask> tasks = new ArrayList<>();
        for (ParcelView parcel : shipment.packages()) {
            if (parcel.remark() != null) {
                tasks.add(oddNumber(number, parcel.id(), parcel.remark()));
            }
        }
        boolean excess = shipped.stream().anyMatch(line -> line.excess() > line.afterCancel());
        if (excess) {
            tasks.add(new NewTask(
                    "shipping.excess",
                    "shipment",
                    shipment.id().value(),
                    "The supplier shipped more of " + number + " than was ordered",
                    units(shipped)
                            + ". The surplus is not counted for the customer. If nothing is done the supplier may charge it. "
                            + "Agree with the supplier whether it comes back."));
        }
        return tasks;
    }

    private static String units(List<LineShipped> shipped) {
        return String.join(
                "; ",
                shipped.stream()
                        .filter(line -> line.excess() > line.afterCancel())
                        .map(line -> "line " + line.line() + ": " + (line.excess() - line.afterCancel()) + " too many")
                        .toList());
    }
}
