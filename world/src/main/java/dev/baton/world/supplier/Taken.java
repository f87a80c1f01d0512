package dev.baton.world.supplier;

import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.OtherCost;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A purchase order a supplier has taken, and how far it is; guarded by itself. */
final class Taken {

    final PurchaseOrder document;
    final OrderScript script;
    final String sha256;

    /** Units promised by line, less what was cancelled and shipped. */
    final Map<Integer, Integer> toShip = new LinkedHashMap<>();

    final Set<String> amendments = new HashSet<>();
    final Map<String, Boolean> cancellations = new HashMap<>();
    final Set<String> recalls = new HashSet<>();

    /** Other costs it has named and heard of. */
    final Set<String> costs = new HashSet<>();

    boolean booked;
    boolean answered;
    int shipments;

    Taken(PurchaseOrder document, OrderScript script, String sha256) {
        this.document = document;
        this.script = script;
        this.sha256 = sha256;
    }

    String number() {
        return document.number();
    }

    String sku(int line) {
        return document.lines().stream()
                .filter(one -> one.line() == line)
                .map(PurchaseOrder.Line::sku)
                .findFirst()
                .orElse("");
    }

    /** What it wants for a unit of each line, where its script has it want something else. */
    Map<Integer, String> otherCosts() {
        Map<Integer, String> costs = new LinkedHashMap<>();
        for (PurchaseOrder.Line line : document.lines()) {
            OtherCost other = OtherCost.of(script, line.merchantSku());
            costs.put(line.line(), other == null ? line.unitCost() : other.named(line.unitCost()));
        }
        return costs;
    }

    /** Lines at a cost a person has to decide on. */
    long dearLines() {
        return document.lines().stream()
                .map(line -> OtherCost.of(script, line.merchantSku()))
                .filter(cost -> cost != null && cost.isDecided())
                .count();
    }
}
