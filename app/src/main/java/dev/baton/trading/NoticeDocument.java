package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.Recall.RecalledLine;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what is said about a purchase order after it: questions, what was decided, and the reminder, schema version 1. */
final class NoticeDocument {

    static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 512;

    private NoticeDocument() {}

    static byte[] render(Notice notice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "purchase_order." + word(notice));
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            json.writeStringProperty("number", notice.number());
            json.writeNumberProperty("version", notice.version());
            switch (notice) {
                case Notice.Cancellation cancellation -> cancellation(json, cancellation.asked());
                case Notice.Price price -> price(json, price.decided());
                case Notice.Recalled recalled -> recall(json, recalled);
                case Notice.Reminder reminder -> reminder(json, reminder);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static String word(Notice notice) {
        return switch (notice) {
            case Notice.Cancellation cancellation -> "cancellation";
            case Notice.Price price -> "price";
            case Notice.Recalled recalled -> "recall";
            case Notice.Reminder reminder -> "reminder";
        };
    }

    private static void cancellation(JsonGenerator json, CancellationNotice notice) {
        json.writeStringProperty("cancellationId", notice.id().value().toString());
        json.writeArrayPropertyStart("lines");
        notice.lines().forEach(line -> line(json, line.line(), line.quantity()));
        json.writeEndArray();
        json.writeStringProperty("reason", notice.reason());
        json.writeStringProperty("respondBy", notice.respondBy().toString());
    }

    /** {@code unitCost} is what a unit of the line costs now. */
    private static void price(JsonGenerator json, CounterOfferNotice notice) {
        json.writeStringProperty("counterOfferId", notice.id().value().toString());
        json.writeBooleanProperty("accepted", notice.accepted());
        json.writeArrayPropertyStart("lines");
        line(json, notice.line(), notice.quantity());
        json.writeEndArray();
        json.writeStringProperty("currency", notice.currency());
        json.writeStringProperty("unitCost", Micros.format(notice.costMicros()));
        json.writeStringProperty("namedUnitCost", Micros.format(notice.namedMicros()));
        json.writeStringProperty("reason", notice.reason());
    }

    private static void recall(JsonGenerator json, Notice.Recalled recalled) {
        json.writeStringProperty("recallId", recalled.recall().id().value().toString());
        json.writeArrayPropertyStart("lines");
        for (RecalledLine line : recalled.recall().lines()) {
            line(json, line.line(), line.quantity());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("parcels");
        for (ParcelView parcel : recalled.parcels()) {
            json.writeStartObject();
            json.writeStringProperty("carrier", parcel.carrierCode());
            json.writeStringProperty("trackingNumber", parcel.trackingNumber());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("respondBy", recalled.recall().respondBy().toString());
    }

    private static void reminder(JsonGenerator json, Notice.Reminder reminder) {
        if (reminder.question() != null) {
            json.writeStringProperty("amendmentId", reminder.question().value().toString());
        }
        json.writeStringProperty("respondBy", reminder.respondBy().toString());
    }

    private static void line(JsonGenerator json, int line, int quantity) {
        json.writeStartObject();
        json.writeNumberProperty("line", line);
        json.writeNumberProperty("quantity", quantity);
        json.writeEndObject();
    }
}
