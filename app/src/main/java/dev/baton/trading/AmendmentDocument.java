package dev.baton.trading;

import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.PurchaseOrderLine;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the question whether a supplier ships differently than it was told, as JSON, schema version 1. It names what
 * differs and says all of the delivery as it is wanted now, so that a reader need not merge.
 */
final class AmendmentDocument {

    static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 1_024;

    private AmendmentDocument() {}

    static byte[] render(AmendmentFacts facts) {
        AmendmentNotice notice = facts.notice();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "purchase_order.amendment");
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            json.writeStringProperty("number", notice.wanted().number());
            json.writeNumberProperty("version", notice.version());
            json.writeNumberProperty("nextVersion", notice.wanted().version());
            json.writeStringProperty("amendmentId", notice.id().value().toString());
            json.writeArrayPropertyStart("changes");
            notice.changes().stream().sorted().map(AmendmentDocument::word).forEach(json::writeString);
            json.writeEndArray();
            PurchaseOrderDocument.shipTo(json, facts.wanted().shipTo());
            PurchaseOrderDocument.shipMethod(json, facts.wanted());
            json.writeStringProperty("giftMessage", facts.wanted().giftMessage());
            lines(json, facts.wanted());
            json.writeStringProperty("respondBy", notice.respondBy().toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static String word(AmendedFact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /** Units still to come; what left, was rejected or cancelled is no part of it. */
    private static void lines(JsonGenerator json, PurchaseOrderFacts wanted) {
        json.writeArrayPropertyStart("lines");
        for (PurchaseOrderLine line : wanted.order().lines()) {
            json.writeStartObject();
            json.writeNumberProperty("line", line.line());
            json.writeStringProperty("sku", line.supplierSku());
            json.writeNumberProperty("quantity", line.units().quantity());
            json.writeObjectPropertyStart("properties");
            wanted.enteredFor(line).forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
