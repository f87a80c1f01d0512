package dev.baton.world.supplier;

import dev.baton.world.ledger.PurchaseOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Baton's documents to suppliers, schema version 1, and refuses anything beside the agreed shape. */
final class DocumentReader {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,12}-\\d{1,4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final String supplier;

    /** @param supplier the reader's own code: documents to another are refused */
    DocumentReader(String supplier) {
        this.supplier = supplier;
    }

    /** A question whether units of a purchase order can be cancelled. */
    record Cancellation(String number, int version, String cancellationId, Map<Integer, Integer> units) {}

    /** A question whether a purchase order can be shipped differently. */
    record Amendment(String number, int version, String amendmentId, PurchaseOrder.ShipTo shipTo) {}

    /** What became of another cost it named; {@code unitCost} is what a unit costs now, {@code named} what it wanted. */
    record CostWord(
            String number,
            String counterOfferId,
            boolean accepted,
            Map<Integer, Integer> units,
            String unitCost,
            String named) {}

    /** A question to stop or take back what it should not have shipped. */
    record Recall(String number, String recallId, Map<Integer, Integer> units, List<String> trackingNumbers) {}

    /** A reminder of an unanswered purchase order. */
    record Reminder(String number, int version) {}

    /** @throws Unreadable when the document is not exactly a purchase order */
    PurchaseOrder purchaseOrder(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        String number = number(document);
        int version = document.positive("version");
        document.instant("issuedAt");
        document.instant("respondBy");
        StrictFields merchant = document.object("merchant");
        merchant.text("name");
        merchant.nothingElse();
        StrictFields storeOrder = document.object("storeOrder");
        StrictFields to = document.object("supplier");
        if (!to.text("code").equals(supplier)) {
            throw new Unreadable("the document is not for " + supplier);
        }
        to.text("name");
        to.nothingElse();
        String shipFrom = document.text("shipFrom");
        PurchaseOrder.ShipTo shipTo = shipTo(document.object("shipTo"));
        String method = method(document.objectOrNull("shipMethod"));
        String currency = document.text("currency");
        StrictFields instructions = document.objectOrNull("instructions");
        PurchaseOrder order = new PurchaseOrder(
                number,
                version,
                storeOrder.text("id"),
                storeOrder.text("name"),
                shipFrom,
                shipTo,
                method,
                currency,
                lines(document.list("lines")),
                instructions == null ? null : instructions.textOrNull("packaging"),
                instructions == null ? null : instructions.textOrNull("branding"),
                instructions == null ? null : instructions.textOrNull("special"),
                document.textOrNull("giftMessage"));
        storeOrder.text("store");
        storeOrder.nothingElse();
        if (instructions != null) {
            // known, and of no use to suppliers who pack the same box each time
            instructions.textOrNull("insert");
            instructions.textOrNull("label");
            instructions.nothingElse();
        }
        document.nothingElse();
        return order;
    }

    /** @throws Unreadable when the document is not exactly a cancellation */
    Cancellation cancellation(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        Cancellation cancellation = new Cancellation(
                number(document), document.positive("version"), document.text("cancellationId"), units(document));
        document.textOrNull("reason");
        document.instant("respondBy");
        document.nothingElse();
        return cancellation;
    }

    /** @throws Unreadable when the document is not exactly an amendment */
    Amendment amendment(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        Amendment amendment = new Amendment(
                number(document),
                document.positive("version"),
                document.text("amendmentId"),
                shipTo(document.object("shipTo")));
        document.positive("nextVersion");
        document.words("changes");
        method(document.objectOrNull("shipMethod"));
        document.textOrNull("giftMessage");
        for (StrictFields line : document.list("lines")) {
            line.positive("line");
            line.text("sku");
            line.positive("quantity");
            line.object("properties");
            line.nothingElse();
        }
        document.instant("respondBy");
        document.nothingElse();
        return amendment;
    }

    /** @throws Unreadable when the document is not exactly a reminder */
    Reminder reminder(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        Reminder reminder = new Reminder(number(document), document.positive("version"));
        // Of an amendment, where it names one.
        document.textOrNull("amendmentId");
        document.instant("respondBy");
        document.nothingElse();
        return reminder;
    }

    /** @throws Unreadable when the document is not exactly the word on another cost */
    CostWord cost(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        document.positive("version");
        CostWord word = new CostWord(
                number(document),
                document.text("counterOfferId"),
                document.yesOrNo("accepted"),
                units(document),
                document.decimal("unitCost"),
                document.decimal("namedUnitCost"));
        document.text("currency");
        document.textOrNull("reason");
        document.nothingElse();
        return word;
    }

    /** @throws Unreadable when the document is not exactly a recall */
    Recall recall(JsonNode json) {
        StrictFields document = new StrictFields(json, "");
        document.text("type");
        document.exactly("schemaVersion", 1);
        document.positive("version");
        List<String> numbers = new ArrayList<>();
        for (StrictFields parcel : document.list("parcels")) {
            parcel.text("carrier");
            numbers.add(parcel.text("trackingNumber"));
            parcel.nothingElse();
        }
        Recall recall = new Recall(number(document), document.text("recallId"), units(document), numbers);
        document.instant("respondBy");
        document.nothingElse();
        return recall;
    }

    private static Map<Integer, Integer> units(StrictFields document) {
        Map<Integer, Integer> units = new LinkedHashMap<>();
        for (StrictFields line : document.list("lines")) {
            units.merge(line.positive("line"), line.positive("quantity"), Integer::sum);
            line.nothingElse();
        }
        return units;
    }

    private static String number(StrictFields document) {
        String number = document.text("number");
        if (!NUMBER.matcher(number).matches()) {
            throw new Unreadable("number must look like 1001-1, not " + number);
        }
        return number;
    }

    private static PurchaseOrder.ShipTo shipTo(StrictFields to) {
        String country = to.text("countryCode");
        if (!COUNTRY.matcher(country).matches()) {
            throw new Unreadable("shipTo.countryCode must be two capital letters");
        }
        PurchaseOrder.ShipTo shipTo = new PurchaseOrder.ShipTo(
                to.text("name"),
                to.textOrNull("company"),
                to.text("line1"),
                to.textOrNull("line2"),
                to.text("city"),
                to.textOrNull("region"),
                to.textOrNull("regionCode"),
                to.textOrNull("postcode"),
                country,
                to.textOrNull("phone"));
        to.nothingElse();
        return shipTo;
    }

    private static String method(@Nullable StrictFields method) {
        if (method == null) {
            return "";
        }
        String code = method.textOrNull("code");
        method.textOrNull("carrier");
        method.nothingElse();
        return code == null ? "" : code;
    }

    private static List<PurchaseOrder.Line> lines(List<StrictFields> given) {
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (StrictFields line : given) {
            PurchaseOrder.Line read = new PurchaseOrder.Line(
                    line.positive("line"),
                    line.text("sku"),
                    line.text("merchantSku"),
                    line.positive("quantity"),
                    line.decimal("unitCost"));
            line.text("title");
            line.object("properties");
            line.nothingElse();
            if (!numbers.add(read.line())) {
                throw new Unreadable("line " + read.line() + " stands twice");
            }
            lines.add(read);
        }
        return lines;
    }
}
