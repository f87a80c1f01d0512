package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.AmountOutOfRange;
import dev.baton.sourcing.Verdict.BelowMinimum;
import dev.baton.sourcing.Verdict.CarrierNotAllowed;
import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.CountryNotServed;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.DividesMoreLines;
import dev.baton.sourcing.Verdict.Dominated;
import dev.baton.sourcing.Verdict.FillsFewerLines;
import dev.baton.sourcing.Verdict.InsufficientStock;
import dev.baton.sourcing.Verdict.NoFxRate;
import dev.baton.sourcing.Verdict.NoShippingRate;
import dev.baton.sourcing.Verdict.OtherSupplierPinned;
import dev.baton.sourcing.Verdict.PackMismatch;
import dev.baton.sourcing.Verdict.StockTakenByOtherLines;
import dev.baton.sourcing.Verdict.SupplierBlocked;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A verdict's fields inside the object of its offer: its kind under {@code verdict}, its facts beside it. */
final class VerdictJson {
    private static final String KIND = "verdict";

    private VerdictJson() {}

    static void write(Verdict verdict, JsonText json) {
        switch (verdict) {
            case Chosen v -> json.field(KIND, "CHOSEN").field("quantity", v.quantity());
            case OtherSupplierPinned v ->
                json.field(KIND, "OTHER_SUPPLIER_PINNED").field("pinned", v.supplierId());
            case SupplierBlocked v -> json.field(KIND, "SUPPLIER_BLOCKED").field("reason", v.reason());
            case CountryNotServed v -> json.field(KIND, "COUNTRY_NOT_SERVED").field("country", v.country());
            case CarrierNotAllowed v -> json.field(KIND, "CARRIER_NOT_ALLOWED");
            case NoFxRate v -> json.field(KIND, "NO_FX_RATE").field("missing", v.currency());
            case NoShippingRate v ->
                json.field(KIND, "NO_SHIPPING_RATE")
                        .field("country", v.country())
                        .field("weightGrams", v.weightGrams());
            case AmountOutOfRange v -> json.field(KIND, "AMOUNT_OUT_OF_RANGE");
            case BelowMinimum v ->
                json.field(KIND, "BELOW_MINIMUM").field("minimum", v.minimum()).field("wanted", v.wanted());
            case PackMismatch v ->
                json.field(KIND, "PACK_MISMATCH")
                        .field("packSize", v.packSize())
                        .field("wanted", v.wanted());
            case InsufficientStock v ->
                json.field(KIND, "INSUFFICIENT_STOCK")
                        .field("left", v.available())
                        .field("wanted", v.wanted());
            case StockTakenByOtherLines v ->
                json.field(KIND, "STOCK_TAKEN_BY_OTHER_LINES")
                        .field("left", v.left())
                        .field("wanted", v.wanted());
            case Dominated v ->
                json.field(KIND, "DOMINATED").field("byOffer", v.byOfferId()).field("by", v.byMicros());
            case DearerInTotal v ->
                json.field(KIND, "DEARER_IN_TOTAL").field("by", v.byMicros()).field("proven", v.proven());
            case FillsFewerLines v -> json.field(KIND, "FILLS_FEWER_LINES").field("lines", v.lines());
            case DividesMoreLines v -> json.field(KIND, "DIVIDES_MORE_LINES").field("lines", v.lines());
        }
    }

    /** @throws IllegalArgumentException if the kind is unknown */
    static Verdict read(JsonNode offer) {
        String kind = offer.required(KIND).asString();
        return switch (kind) {
            case "CHOSEN" -> new Chosen(number(offer, "quantity"));
            case "OTHER_SUPPLIER_PINNED" -> new OtherSupplierPinned(id(offer, "pinned"));
            case "SUPPLIER_BLOCKED" -> new SupplierBlocked(text(offer, "reason"));
            case "COUNTRY_NOT_SERVED" -> new CountryNotServed(text(offer, "country"));
            case "CARRIER_NOT_ALLOWED" -> new CarrierNotAllowed();
            case "NO_FX_RATE" -> new NoFxRate(text(offer, "missing"));
            case "NO_SHIPPING_RATE" -> new NoShippingRate(text(offer, "country"), micros(offer, "weightGrams"));
            case "AMOUNT_OUT_OF_RANGE" -> new AmountOutOfRange();
            case "BELOW_MINIMUM" -> new BelowMinimum(number(offer, "minimum"), number(offer, "wanted"));
            case "PACK_MISMATCH" -> new PackMismatch(number(offer, "packSize"), number(offer, "wanted"));
            case "INSUFFICIENT_STOCK" -> new InsufficientStock(number(offer, "left"), number(offer, "wanted"));
            case "STOCK_TAKEN_BY_OTHER_LINES" ->
                new StockTakenByOtherLines(number(offer, "left"), number(offer, "wanted"));
            case "DOMINATED" -> new Dominated(id(offer, "byOffer"), micros(offer, "by"));
            case "DEARER_IN_TOTAL" ->
                new DearerInTotal(micros(offer, "by"), offer.required("proven").asBoolean());
            case "FILLS_FEWER_LINES" -> new FillsFewerLines(number(offer, "lines"));
            case "DIVIDES_MORE_LINES" -> new DividesMoreLines(number(offer, "lines"));
            default -> throw new IllegalArgumentException("unknown verdict " + kind);
        };
    }

    private static int number(JsonNode node, String name) {
        return node.required(name).asInt();
    }

    private static long micros(JsonNode node, String name) {
        return node.required(name).asLong();
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static UUID id(JsonNode node, String name) {
        return UUID.fromString(text(node, name));
    }
}
