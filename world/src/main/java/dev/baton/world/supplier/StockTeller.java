package dev.baton.world.supplier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells Baton a supplier's stock: every figure, or only those that changed since the last time. */
final class StockTeller implements TellsStock {

    private final String supplier;
    private final Warehouse warehouse;
    private final BatonApi baton;
    private final Ledger ledger;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Integer> told = new HashMap<>();

    StockTeller(String supplier, Warehouse warehouse, BatonApi baton, Ledger ledger) {
        this.supplier = supplier;
        this.warehouse = warehouse;
        this.baton = baton;
        this.ledger = ledger;
    }

    /** Everything is gone, says the file: a mistake, most likely. */
    @Override
    public synchronized void tellNothingIsLeft() {
        Warehouse.Count count = warehouse.count();
        Map<String, Integer> rows = new LinkedHashMap<>();
        count.figures().keySet().forEach(sku -> rows.put(sku, 0));
        told.clear();
        post("FULL", count, sequence.incrementAndGet(), rows);
    }

    /** Every third time everything, else the changes; nothing at all when nothing changed. */
    @Override
    public synchronized void tell() {
        boolean full = sequence.get() % 3 == 0;
        Warehouse.Count count = warehouse.count();
        Map<String, Integer> rows = new LinkedHashMap<>(count.figures());
        if (!full) {
            rows.entrySet().removeIf(row -> row.getValue().equals(told.get(row.getKey())));
        }
        long number = sequence.incrementAndGet();
        if (rows.isEmpty()) {
            return;
        }
        told.putAll(count.figures());
        post(full ? "FULL" : "DELTA", count, number, rows);
    }

    private void post(String mode, Warehouse.Count count, long number, Map<String, Integer> rows) {
        ObjectNode body = Json.object();
        body.put("mode", mode);
        body.put("observedAt", count.observedAt().toString());
        body.put("sequence", number);
        ArrayNode list = body.putArray("rows");
        rows.forEach((sku, units) -> list.addObject().put("supplierSku", sku).put("quantity", units));
        BatonApi.Answer answer = baton.post("/api/v1/supplier/stock", body);
        ledger.write(new Fact.StockTold(supplier, mode, rows.size(), answer.status()));
    }
}
