package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.CancellationNotice.AskedLine;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what is said about a purchase order after it: questions, what was decided, and the reminder, schema version 1. */
final class NoticeDocument {

    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 512;

    private NoticeDocument() {}

    static byte[] cancellation(CancellationNotice notice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, "purchase_order.cancellation", notice.number(), notice.version());
            json.writeStringProperty("cancellationId", notice.id().value().toString());
            json.writeArrayPropertyStart("lines");
            for (AskedLine line : notice.lines()) {
                json.writeStartObject();
                json.writeNumberProperty("line", line.line());
                json.writeNumberProperty("quantity", line.quantity());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("reason", notice.reason());
            json.writeStringProperty("respondBy", notice.respondBy().toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Says what became of another cost the supplier named; {@code unitCost} is what a unit of the line costs now. */
    static byte[] price(CounterOfferNotice notice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, "purchase_order.price", notice.number(), notice.version());
            json.writeStringProperty("counterOfferId", notice.id().value().toString());
            json.writeBooleanProperty("accepted", notice.accepted());
            json.writeArrayPropertyStart("lines");
            json.writeStartObject();
            json.writeNumberProperty("line", notice.line());
            json.writeNumberProperty("quantity", notice.quantity());
            json.writeEndObject();
            json.writeEndArray();
            json.writeStringProperty("currency", notice.currency());
            json.writeStringProperty("unitCost", Micros.format(notice.costMicros()));
            json.writeStringProperty("namedUnitCost", Micros.format(notice.namedMicros()));
            json.writeStringProperty("reason", notice.reason());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Asks to stop or take back what left although it was cancelled; names the parcels it is in. */
    static byte[] recall(PurchaseOrderView of, Recall recall, List<ParcelView> parcels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, "purchase_order.recall", of.number(), of.version());
            json.writeStringProperty("recallId", recall.id().value().toString());
            json.writeArrayPropertyStart("lines");
            for (RecalledLine line : recall.lines()) {
                json.writeStartObject();
                json.writeNumberProperty("line", line.line());
                json.writeNumberProperty("quantity", line.quantity());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("parcels");
            for (ParcelView parcel : parcels) {
                json.writeStartObject();
                json.writeStringProperty("carrier", parcel.carrierCode());
                json.writeStringProperty("trackingNumber", parcel.trackingNumber());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("respondBy", recall.respondBy().toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static byte[] reminder(String number, int version, Instant respondBy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, "purchase_order.reminder", number, version);
            json.writeStringProperty("respondBy", respondBy.toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Says that an amendment was asked before and is not answered. */
    static byte[] amendmentReminder(PurchaseOrderView of, Amendment question, Instant respondBy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            head(json, "purchase_order.reminder", of.number(), of.version());
            json.writeStringProperty("amendmentId", question.id().value().toString());
            json.writeStringProperty("respondBy", respondBy.toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void head(JsonGenerator json, String type, String number, int version) {
        json.writeStringProperty("type", type);
        json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
        json.writeStringProperty("number", number);
        json.writeNumberProperty("version", version);
    }
}
