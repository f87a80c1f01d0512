package dev.baton.trading;

import dev.baton.platform.Micros;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.suppliers.Instructions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a rendered purchase order back as its receiver will and compares it with what was meant, line by line.
 * A document that says anything else does not leave.
 */
final class DocumentCheck {

    private static final JsonMapper JSON = new JsonMapper();

    private @Nullable String difference;

    private DocumentCheck() {}

    /** The first difference in words; empty when the document says what was meant. */
    static Optional<String> differences(byte[] document, PurchaseOrderFacts meant) {
        try {
            DocumentCheck check = new DocumentCheck();
            check.compare(JSON.readTree(document), meant);
            return Optional.ofNullable(check.difference);
        } catch (JacksonException unreadable) {
            return Optional.of("the document cannot be read back: " + unreadable.getOriginalMessage());
        }
    }

    private void compare(JsonNode read, PurchaseOrderFacts meant) {
        same("number", meant.order().number(), read.path("number"));
        same("version", meant.order().version(), read.path("version"));
        same("storeOrder.id", meant.order().storeOrderId(), read.at("/storeOrder/id"));
        same("supplier.code", meant.supplier().code(), read.at("/supplier/code"));
        same("shipFrom", meant.order().shipFrom(), read.path("shipFrom"));
        same("currency", meant.order().currency(), read.path("currency"));
        same("giftMessage", meant.giftMessage(), read.path("giftMessage"));
        address(read.path("shipTo"), meant.shipTo());
        for (Instructions.Kind kind : Instructions.Kind.values()) {
            same(
                    "instructions." + kind.word(),
                    meant.instructions().of(kind),
                    read.path("instructions").path(kind.word()));
        }
        lines(read.path("lines"), meant);
    }

    private void address(JsonNode read, PostalAddress meant) {
        same("shipTo.name", meant.name(), read.path("name"));
        same("shipTo.company", meant.company(), read.path("company"));
        same("shipTo.line1", meant.line1(), read.path("line1"));
        same("shipTo.line2", meant.line2(), read.path("line2"));
        same("shipTo.city", meant.city(), read.path("city"));
        same("shipTo.region", meant.region(), read.path("region"));
        same("shipTo.regionCode", meant.regionCode(), read.path("regionCode"));
        same("shipTo.postcode", meant.postcode(), read.path("postcode"));
        same("shipTo.countryCode", meant.countryCode(), read.path("countryCode"));
        same("shipTo.phone", meant.phone(), read.path("phone"));
    }

    private void lines(JsonNode read, PurchaseOrderFacts facts) {
        List<PurchaseOrderLine> meant = facts.order().lines();
        same("number of lines", meant.size(), read.size());
        for (int i = 0; i < Math.min(meant.size(), read.size()); i++) {
            PurchaseOrderLine line = meant.get(i);
            String name = "line " + line.line() + " ";
            JsonNode row = read.path(i);
            same(name + "number", line.line(), row.path("line"));
            same(name + "sku", line.supplierSku(), row.path("sku"));
            same(name + "merchantSku", line.merchantSku(), row.path("merchantSku"));
            same(name + "title", line.title(), row.path("title"));
            same(name + "quantity", line.units().quantity(), row.path("quantity"));
            same(name + "unitCost", Micros.format(line.unitCostMicros()), row.path("unitCost"));
            Map<String, String> entered = facts.enteredFor(line);
            same(name + "properties", entered.size(), row.path("properties").size());
            entered.forEach((key, value) ->
                    same(name + "properties", value, row.path("properties").path(key)));
        }
    }

    private void same(String what, @Nullable String meant, JsonNode read) {
        if (!Objects.equals(meant, read.isString() ? read.stringValue() : null)) {
            differs(what);
        }
    }

    private void same(String what, int meant, JsonNode read) {
        if (!read.isInt() || read.intValue() != meant) {
            differs(what);
        }
    }

    private void same(String what, int meant, int read) {
        if (meant != read) {
            differs(what);
        }
    }

    /** Names the place, never the content: it may be a person's. */
    private void differs(String what) {
        if (difference == null) {
            difference = what + " reads otherwise than it was meant";
        }
    }
}
