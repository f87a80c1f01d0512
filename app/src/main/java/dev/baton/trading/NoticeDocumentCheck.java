package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.CancellationNotice.AskedLine;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what follows a purchase order back as its receiver will and compares it with what was meant and with the purchase
 * order as it stands, line by line. One that says anything else does not leave.
 */
final class NoticeDocumentCheck {

    private final JsonComparison found;
    private final JsonNode read;
    private final PurchaseOrderView stands;

    private NoticeDocumentCheck(JsonComparison found, JsonNode read, PurchaseOrderView stands) {
        this.found = found;
        this.read = read;
        this.stands = stands;
    }

    /**
     * The first difference in words; empty when the document says what was meant.
     *
     * @param kind what it was planned as
     * @param stands the purchase order it is about, with its lines and questions
     */
    static Optional<String> differences(
            byte[] document, Notice meant, TransmissionKind kind, PurchaseOrderView stands) {
        return JsonComparison.differences(
                document, (found, read) -> new NoticeDocumentCheck(found, read, stands).compare(meant, kind));
    }

    private void compare(Notice meant, TransmissionKind kind) {
        found.same("type", "purchase_order." + kind.name().toLowerCase(Locale.ROOT), read.path("type"));
        found.same("schemaVersion", NoticeDocument.SCHEMA_VERSION, read.path("schemaVersion"));
        found.same("number", stands.number(), read.path("number"));
        found.same("version", stands.version(), read.path("version"));
        switch (meant) {
            case Notice.Cancellation cancellation -> cancellation(cancellation.asked());
            case Notice.Price price -> price(price.decided());
            case Notice.Recalled recalled -> recall(recalled);
            case Notice.Reminder reminder -> reminder(reminder);
        }
    }

    private void cancellation(CancellationNotice meant) {
        found.same("cancellationId", meant.id().value().toString(), read.path("cancellationId"));
        found.same("reason", meant.reason(), read.path("reason"));
        respondBy(meant.respondBy());
        lines(meant.lines());
        stands.cancellations().stream()
                .filter(each -> each.id().equals(meant.id()) && each.status() == Cancellation.Status.OPEN)
                .findFirst()
                .ifPresentOrElse(
                        kept -> {
                            found.agrees("reason", kept.reason(), meant.reason());
                            found.agree("respondBy", kept.respondBy(), meant.respondBy());
                        },
                        () -> found.differs("cancellationId"));
    }

    private void price(CounterOfferNotice meant) {
        found.same("counterOfferId", meant.id().value().toString(), read.path("counterOfferId"));
        found.same("accepted", meant.accepted(), read.path("accepted"));
        lines(List.of(new AskedLine(meant.line(), meant.quantity())));
        found.same("currency", stands.currency(), read.path("currency"));
        found.same("unitCost", Micros.format(meant.costMicros()), read.path("unitCost"));
        found.same("namedUnitCost", Micros.format(meant.namedMicros()), read.path("namedUnitCost"));
        found.same("reason", meant.reason(), read.path("reason"));
    }

    private void recall(Notice.Recalled meant) {
        found.same("recallId", meant.recall().id().value().toString(), read.path("recallId"));
        found.agrees("recallId", stands.id(), meant.recall().purchaseOrder());
        lines(meant.recall().lines().stream()
                .map(line -> new AskedLine(line.line(), line.quantity()))
                .toList());
        JsonNode parcels = read.path("parcels");
        found.size("number of parcels", meant.parcels().size(), parcels);
        for (int i = 0; i < meant.parcels().size(); i++) {
            ParcelView parcel = meant.parcels().get(i);
            found.same("parcel carrier", parcel.carrierCode(), parcels.path(i).path("carrier"));
            found.same(
                    "parcel trackingNumber",
                    parcel.trackingNumber(),
                    parcels.path(i).path("trackingNumber"));
        }
        respondBy(meant.recall().respondBy());
    }

    private void reminder(Notice.Reminder meant) {
        respondBy(meant.respondBy());
        AmendmentId question = meant.question();
        if (question == null) {
            found.agrees("amendmentId", false, read.has("amendmentId"));
            found.agree("respondBy", stands.respondBy(), meant.respondBy());
        } else {
            found.same("amendmentId", question.value().toString(), read.path("amendmentId"));
            found.agree("respondBy", askedBy(question), meant.respondBy());
        }
    }

    private @Nullable Instant askedBy(AmendmentId question) {
        return stands.amendments().stream()
                .filter(each -> each.id().equals(question))
                .findFirst()
                .map(Amendment::respondBy)
                .orElse(null);
    }

    private void respondBy(Instant meant) {
        found.same("respondBy", meant.toString(), read.path("respondBy"));
    }

    private void lines(List<AskedLine> meant) {
        JsonNode rows = read.path("lines");
        found.size("number of lines", meant.size(), rows);
        for (int i = 0; i < meant.size(); i++) {
            AskedLine line = meant.get(i);
            String name = "line " + line.line() + " ";
            found.same(name + "number", line.line(), rows.path(i).path("line"));
            found.same(name + "quantity", line.quantity(), rows.path(i).path("quantity"));
            found.agrees(name + "quantity", true, isOrdered(line));
        }
    }

    /** Nobody is asked about units it was never sent. */
    private boolean isOrdered(AskedLine asked) {
        return stands.lines().stream()
                .anyMatch(line -> line.line() == asked.line()
                        && !line.withdrawn()
                        && asked.quantity() > 0
                        && asked.quantity() <= line.units().quantity());
    }
}
