package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Instructions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rendered purchase order back as its receiver will and compares it with what was meant, line by line.
 * A document that says anything else does not leave.
 */
final class DocumentCheck {

    private DocumentCheck() {}

    /** The first difference in words; empty when the document says what was meant. */
    static Optional<String> differences(byte[] document, PurchaseOrderFacts meant) {
        return JsonComparison.differences(document, (found, read) -> {
            head(found, read, meant);
            parties(found, read, meant);
            found.address(read.path("shipTo"), meant.shipTo());
            found.shipMethod(read.path("shipMethod"), meant);
            found.same("giftMessage", meant.giftMessage(), read.path("giftMessage"));
            for (Instructions.Kind kind : Instructions.Kind.values()) {
                found.same(
                        "instructions." + kind.word(),
                        meant.instructions().of(kind),
                        read.path("instructions").path(kind.word()));
            }
            lines(found, read.path("lines"), meant);
        });
    }

    private static void head(JsonComparison found, JsonNode read, PurchaseOrderFacts meant) {
        ReadyToSend order = meant.order();
        found.same("type", "purchase_order", read.path("type"));
        found.same("schemaVersion", PurchaseOrderDocument.SCHEMA_VERSION, read.path("schemaVersion"));
        found.same("number", order.number(), read.path("number"));
        found.same("version", order.version(), read.path("version"));
        found.same("issuedAt", order.issuedAt().toString(), read.path("issuedAt"));
        found.same("respondBy", order.respondBy().toString(), read.path("respondBy"));
        found.same("currency", order.currency(), read.path("currency"));
    }

    private static void parties(JsonComparison found, JsonNode read, PurchaseOrderFacts meant) {
        found.same("merchant.name", meant.merchantName(), read.at("/merchant/name"));
        found.same("storeOrder.id", meant.order().storeOrderId(), read.at("/storeOrder/id"));
        found.same("storeOrder.name", meant.order().storeOrderName(), read.at("/storeOrder/name"));
        found.same("storeOrder.store", meant.store().name(), read.at("/storeOrder/store"));
        found.same("supplier.code", meant.supplier().code(), read.at("/supplier/code"));
        found.same("supplier.name", meant.supplier().name(), read.at("/supplier/name"));
        found.same("shipFrom", meant.order().shipFrom(), read.path("shipFrom"));
    }

    private static void lines(JsonComparison found, JsonNode read, PurchaseOrderFacts facts) {
        List<PurchaseOrderLine> meant = facts.order().lines();
        found.size("number of lines", meant.size(), read);
        for (int i = 0; i < Math.min(meant.size(), read.size()); i++) {
            PurchaseOrderLine line = meant.get(i);
            String name = "line " + line.line() + " ";
            JsonNode row = read.path(i);
            found.same(name + "number", line.line(), row.path("line"));
            found.same(name + "sku", line.supplierSku(), row.path("sku"));
            found.same(name + "merchantSku", line.merchantSku(), row.path("merchantSku"));
            found.same(name + "title", line.title(), row.path("title"));
            found.same(name + "quantity", line.units().quantity(), row.path("quantity"));
            found.same(name + "unitCost", Micros.format(line.unitCostMicros()), row.path("unitCost"));
            found.entries(name + "properties", facts.enteredFor(line), row.path("properties"));
        }
    }
}
