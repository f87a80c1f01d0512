package dev.baton.shipping;

import dev.baton.purchasing.ShipPurchaseOrders.LineShipped;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.ShipmentView.ParcelLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says of each unit in each parcel whether it was owed or is excess: the first parcels hold the owed ones. Pure. */
final class PackedUnits {

    private final Map<Integer, LineShipped> byLine = new HashMap<>();
    private final Map<Integer, Integer> countedLeft = new HashMap<>();

    PackedUnits(List<LineShipped> shipped) {
        for (LineShipped line : shipped) {
            byLine.put(line.line(), line);
            countedLeft.put(line.line(), line.counted());
        }
    }

    /** Units per line over all parcels of a notice. */
    static Map<Integer, Integer> totals(NewShipment notice) {
        Map<Integer, Integer> totals = new HashMap<>();
        for (NewPackage parcel : notice.packages()) {
            parcel.lines().forEach(line -> totals.merge(line.line(), line.quantity(), Math::addExact));
        }
        return totals;
    }

    /** The next parcel's content; parcels are asked for in the order of the notice. */
    List<ParcelLine> next(NewPackage parcel) {
        List<ParcelLine> lines = new ArrayList<>();
        for (PackageLine line : parcel.lines()) {
            LineShipped shipped = Objects.requireNonNull(byLine.get(line.line()));
            int counted = Math.min(line.quantity(), Objects.requireNonNull(countedLeft.get(line.line())));
            countedLeft.merge(line.line(), -counted, Integer::sum);
            lines.add(new ParcelLine(
                    line.line(), shipped.allocation(), shipped.orderLine(), counted, line.quantity() - counted));
        }
        return lines;
    }
}
