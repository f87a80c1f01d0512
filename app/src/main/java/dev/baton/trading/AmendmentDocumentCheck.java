package dev.baton.trading;

import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.ReadyToSend;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the question whether a supplier ships differently back as its receiver will and compares it with what is wanted,
 * line by line. One that says anything else does not leave.
 */
final class AmendmentDocumentCheck {

    private AmendmentDocumentCheck() {}

    /** The first difference in words; empty when the document says what was meant. */
    static Optional<String> differences(byte[] document, AmendmentFacts meant) {
        return JsonComparison.differences(document, (found, read) -> compare(found, read, meant));
    }

    /**
     * As above, and whether what was meant is what the database has.
     *
     * @param stands the purchase order the question is about, with the question
     */
    static Optional<String> differences(byte[] document, AmendmentFacts meant, PurchaseOrderView stands) {
        return JsonComparison.differences(document, (found, read) -> {
            compare(found, read, meant);
            question(found, meant.notice(), stands);
            unitsToCome(found, meant.wanted().order(), stands);
        });
    }

    private static void compare(JsonComparison found, JsonNode read, AmendmentFacts meant) {
        AmendmentNotice notice = meant.notice();
        found.same("type", "purchase_order.amendment", read.path("type"));
        found.same("schemaVersion", AmendmentDocument.SCHEMA_VERSION, read.path("schemaVersion"));
        found.same("number", notice.wanted().number(), read.path("number"));
        found.same("version", notice.version(), read.path("version"));
        found.same("nextVersion", notice.wanted().version(), read.path("nextVersion"));
        found.same("amendmentId", notice.id().value().toString(), read.path("amendmentId"));
        found.same(
                "changes",
                notice.changes().stream().sorted().map(AmendmentDocument::word).toList(),
                read.path("changes"));
        found.address(read.path("shipTo"), meant.wanted().shipTo());
        found.shipMethod(read.path("shipMethod"), meant.wanted());
        found.same("giftMessage", meant.wanted().giftMessage(), read.path("giftMessage"));
        found.same("respondBy", notice.respondBy().toString(), read.path("respondBy"));
        lines(found, read.path("lines"), meant.wanted());
    }

    private static void lines(JsonComparison found, JsonNode read, PurchaseOrderFacts wanted) {
        List<PurchaseOrderLine> meant = wanted.order().lines();
        found.size("number of lines", meant.size(), read);
        for (int i = 0; i < Math.min(meant.size(), read.size()); i++) {
            PurchaseOrderLine line = meant.get(i);
            String name = "line " + line.line() + " ";
            JsonNode row = read.path(i);
            found.same(name + "number", line.line(), row.path("line"));
            found.same(name + "sku", line.supplierSku(), row.path("sku"));
            found.same(name + "quantity", line.units().quantity(), row.path("quantity"));
            found.entries(name + "properties", wanted.enteredFor(line), row.path("properties"));
        }
    }

    private static void question(JsonComparison found, AmendmentNotice meant, PurchaseOrderView stands) {
        ReadyToSend wanted = meant.wanted();
        found.agrees("number", stands.number(), wanted.number());
        found.agrees("version", stands.version(), meant.version());
        found.agrees("nextVersion", stands.version() + 1, wanted.version());
        stands.amendments().stream()
                .filter(each -> each.id().equals(meant.id()) && each.status() == Amendment.Status.ASKED)
                .findFirst()
                .ifPresentOrElse(
                        asked -> {
                            found.agrees("changes", asked.changes(), meant.changes());
                            found.agrees("shipTo", asked.customerRecord(), wanted.customerRecord());
                            found.agrees("shipMethod", asked.shipMethod(), wanted.shipMethod());
                            found.agree("respondBy", asked.respondBy(), meant.respondBy());
                        },
                        () -> found.differs("amendmentId"));
    }

    /** All that is still to come has to be there, and nothing else. */
    private static void unitsToCome(JsonComparison found, ReadyToSend wanted, PurchaseOrderView stands) {
        List<PurchaseOrderLine> owed = stands.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                .toList();
        found.agrees("number of lines", owed.size(), wanted.lines().size());
        for (int i = 0; i < Math.min(owed.size(), wanted.lines().size()); i++) {
            PurchaseOrderLine kept = owed.get(i);
            PurchaseOrderLine meant = wanted.lines().get(i);
            String name = "line " + kept.line() + " ";
            found.agrees(name + "number", kept.line(), meant.line());
            found.agrees(name + "sku", kept.supplierSku(), meant.supplierSku());
            found.agrees(name + "quantity", kept.units().owed(), meant.units().quantity());
        }
    }
}
