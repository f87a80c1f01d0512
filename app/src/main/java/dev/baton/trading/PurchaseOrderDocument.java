package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Instructions;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the purchase order as JSON, schema version 1. Fields without a value are there and null. */
final class PurchaseOrderDocument {

    static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 2_048;

    private PurchaseOrderDocument() {}

    static byte[] render(PurchaseOrderFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, facts);
            parties(json, facts);
            shipTo(json, facts.shipTo());
            shipMethod(json, facts);
            json.writeStringProperty("currency", facts.order().currency());
            lines(json, facts);
            instructions(json, facts.instructions());
            json.writeStringProperty("giftMessage", facts.giftMessage());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void head(JsonGenerator json, PurchaseOrderFacts facts) {
        ReadyToSend order = facts.order();
        json.writeStringProperty("type", "purchase_order");
        json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
        json.writeStringProperty("number", order.number());
        json.writeNumberProperty("version", order.version());
        json.writeStringProperty("issuedAt", order.issuedAt().toString());
        json.writeStringProperty("respondBy", order.respondBy().toString());
    }

    private static void parties(JsonGenerator json, PurchaseOrderFacts facts) {
        json.writeObjectPropertyStart("merchant");
        json.writeStringProperty("name", facts.merchantName());
        json.writeEndObject();
        json.writeObjectPropertyStart("storeOrder");
        json.writeStringProperty("id", facts.order().storeOrderId());
        json.writeStringProperty("name", facts.order().storeOrderName());
        json.writeStringProperty("store", facts.store().name());
        json.writeEndObject();
        json.writeObjectPropertyStart("supplier");
        json.writeStringProperty("code", facts.supplier().code());
        json.writeStringProperty("name", facts.supplier().name());
        json.writeEndObject();
        json.writeStringProperty("shipFrom", facts.order().shipFrom());
    }

    static void shipTo(JsonGenerator json, PostalAddress to) {
        json.writeObjectPropertyStart("shipTo");
        json.writeStringProperty("name", to.name());
        json.writeStringProperty("company", to.company());
        json.writeStringProperty("line1", to.line1());
        json.writeStringProperty("line2", to.line2());
        json.writeStringProperty("city", to.city());
        json.writeStringProperty("region", to.region());
        json.writeStringProperty("regionCode", to.regionCode());
        json.writeStringProperty("postcode", to.postcode());
        json.writeStringProperty("countryCode", to.countryCode());
        json.writeStringProperty("phone", to.phone());
        json.writeEndObject();
    }

    static void shipMethod(JsonGenerator json, PurchaseOrderFacts facts) {
        ShipMethodCode method =
                ShipMethodCode.of(facts.order().shipMethod(), facts.supplier().shipMethods());
        if (method == null) {
            json.writeNullProperty("shipMethod");
            return;
        }
        json.writeObjectPropertyStart("shipMethod");
        json.writeStringProperty("code", method.code());
        json.writeStringProperty("carrier", method.carrier());
        json.writeEndObject();
    }

    private static void lines(JsonGenerator json, PurchaseOrderFacts facts) {
        json.writeArrayPropertyStart("lines");
        for (PurchaseOrderLine line : facts.order().lines()) {
            json.writeStartObject();
            json.writeNumberProperty("line", line.line());
            json.writeStringProperty("sku", line.supplierSku());
            json.writeStringProperty("merchantSku", line.merchantSku());
            json.writeStringProperty("title", line.title());
            json.writeNumberProperty("quantity", line.units().quantity());
            json.writeStringProperty("unitCost", Micros.format(line.unitCostMicros()));
            json.writeObjectPropertyStart("properties");
            facts.enteredFor(line).forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void instructions(JsonGenerator json, Instructions instructions) {
        json.writeObjectPropertyStart("instructions");
        for (Instructions.Kind kind : Instructions.Kind.values()) {
            json.writeStringProperty(kind.word(), instructions.of(kind));
        }
        json.writeEndObject();
    }
}
