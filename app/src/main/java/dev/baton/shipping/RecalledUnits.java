package dev.baton.shipping;

import dev.baton.orders.OrderLineId;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.shipping.ShipmentView.ParcelLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which units in a shipment's parcels a recall is about: of what was not owed, the first ones. Pure. */
public final class RecalledUnits {

    private RecalledUnits() {}

    /** Units of one line of the purchase order, one or more. */
    public record Units(int line, OrderLineId orderLine, int quantity) {}

    /** By parcel, in the order they were reported; one that holds none of them is absent. */
    public static Map<ParcelView, List<Units>> of(ShipmentView shipment, Recall recall) {
        Map<Integer, Integer> left = new HashMap<>();
        for (RecalledLine line : recall.lines()) {
            left.put(line.line(), line.quantity());
        }
        Map<ParcelView, List<Units>> inside = new LinkedHashMap<>();
        for (ParcelView parcel : shipment.packages()) {
            List<Units> units = new ArrayList<>();
            for (ParcelLine line : parcel.lines()) {
                int quantity = Math.min(line.excess(), left.getOrDefault(line.line(), 0));
                if (quantity > 0) {
                    left.merge(line.line(), -quantity, Integer::sum);
                    units.add(new Units(line.line(), line.orderLine(), quantity));
                }
            }
            if (!units.isEmpty()) {
                inside.put(parcel, List.copyOf(units));
            }
        }
        return inside;
    }
}
