package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of one order, sorted by what is asked of them. */
final class History {

    private final List<Fact> facts;

    History(List<Fact> facts) {
        this.facts = facts;
    }

    <F extends Fact> List<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Every purchase order taken, the first copy of each supplier and number. */
    List<Fact.PurchaseOrderTaken> taken() {
        Map<String, Fact.PurchaseOrderTaken> first = new LinkedHashMap<>();
        for (Fact.PurchaseOrderTaken fact : all(Fact.PurchaseOrderTaken.class)) {
            first.putIfAbsent(fact.supplier() + "/" + fact.document().number(), fact);
        }
        return List.copyOf(first.values());
    }

    /** Units of a merchant's SKU asked for in purchase orders, less those suppliers rejected. */
    int unitsAsked(String sku) {
        int units = 0;
        for (Fact.PurchaseOrderTaken fact : taken()) {
            for (PurchaseOrder.Line line : fact.document().lines()) {
                if (line.merchantSku().equals(sku)) {
                    units += line.quantity() - rejected(fact, line.line());
                }
            }
        }
        return units;
    }

    /** Purchase orders that still ask for the SKU after rejections. */
    List<Fact.PurchaseOrderTaken> asking(String sku) {
        List<Fact.PurchaseOrderTaken> asking = new ArrayList<>();
        for (Fact.PurchaseOrderTaken fact : taken()) {
            boolean asks = fact.document().lines().stream()
                    .anyMatch(line -> line.merchantSku().equals(sku) && line.quantity() > rejected(fact, line.line()));
            if (asks) {
                asking.add(fact);
            }
        }
        return asking;
    }

    private int rejected(Fact.PurchaseOrderTaken order, int line) {
        int givenUp = all(Fact.RestGivenUp.class).stream()
                .filter(rest -> rest.supplier().equals(order.supplier())
                        && rest.number().equals(order.document().number())
                        && rest.status() / 100 == 2)
                .mapToInt(rest -> rest.units().getOrDefault(line, 0))
                .sum();
        return givenUp
                + answers(order).stream()
                        .mapToInt(answer -> answer.rejected().getOrDefault(line, 0))
                        .sum();
    }

    /** What the supplier answered to the purchase order and Baton took. */
    List<Fact.Acknowledged> answers(Fact.PurchaseOrderTaken order) {
        return all(Fact.Acknowledged.class).stream()
                .filter(answer -> answer.supplier().equals(order.supplier())
                        && answer.number().equals(order.document().number())
                        && answer.status() >= 200
                        && answer.status() < 300)
                .toList();
    }

    /** Units of a merchant's SKU that left a supplier. */
    int unitsShipped(String sku) {
        int units = 0;
        for (Fact.Shipped shipped : all(Fact.Shipped.class)) {
            for (Fact.Parcel parcel : shipped.parcels()) {
                for (Map.Entry<Integer, Integer> unit : parcel.units().entrySet()) {
                    units += sku(shipped, unit.getKey()).equals(sku) ? unit.getValue() : 0;
                }
            }
        }
        return units;
    }

    /** The merchant's SKUs in a parcel. */
    List<String> skus(Fact.Shipped shipped, Fact.Parcel parcel) {
        return parcel.units().keySet().stream().map(line -> sku(shipped, line)).toList();
    }

    private String sku(Fact.Shipped shipped, int line) {
        return taken().stream()
                .filter(fact -> fact.supplier().equals(shipped.supplier())
                        && fact.document().number().equals(shipped.number()))
                .flatMap(fact -> fact.document().lines().stream())
                .filter(one -> one.line() == line)
                .map(PurchaseOrder.Line::merchantSku)
                .findFirst()
                .orElse("");
    }
}
