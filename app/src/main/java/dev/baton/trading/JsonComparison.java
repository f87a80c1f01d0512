package dev.baton.trading;

import dev.baton.platform.address.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a document that was read back with what was meant, and keeps where the first difference is. */
final class JsonComparison {

    private static final JsonMapper JSON = new JsonMapper();

    /** The database keeps microseconds, a clock may tell more. */
    private static final Duration SAME_MOMENT = Duration.ofNanos(1_000);

    private @Nullable String difference;

    private JsonComparison() {}

    /** The first difference {@code compare} finds, in words; empty when it finds none. */
    static Optional<String> differences(byte[] document, BiConsumer<JsonComparison, JsonNode> compare) {
        try {
            JsonComparison found = new JsonComparison();
            compare.accept(found, JSON.readTree(document));
            return Optional.ofNullable(found.difference);
        } catch (JacksonException unreadable) {
            return Optional.of("the document cannot be read back: " + unreadable.getOriginalMessage());
        }
    }

    /** What was not meant has to be there as null. */
    void same(String what, @Nullable String meant, JsonNode read) {
        agrees(what, meant == null || read.isString(), true);
        agrees(what, meant, read.isNull() ? null : read.stringValue(""));
    }

    void same(String what, int meant, JsonNode read) {
        agrees(what, read.isInt() && read.intValue() == meant, true);
    }

    void same(String what, boolean meant, JsonNode read) {
        agrees(what, read.isBoolean() && read.booleanValue() == meant, true);
    }

    void same(String what, List<String> meant, JsonNode read) {
        size(what, meant.size(), read);
        for (int i = 0; i < meant.size(); i++) {
            same(what, meant.get(i), read.path(i));
        }
    }

    void size(String what, int meant, JsonNode read) {
        agrees(what, meant, read.isContainer() ? read.size() : -1);
    }

    void entries(String what, Map<String, String> meant, JsonNode read) {
        size(what, meant.size(), read);
        meant.forEach((key, value) -> same(what, value, read.path(key)));
    }

    void address(JsonNode read, PostalAddress meant) {
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

    void shipMethod(JsonNode read, PurchaseOrderFacts meant) {
        ShipMethodCode method =
                ShipMethodCode.of(meant.order().shipMethod(), meant.supplier().shipMethods());
        if (method == null) {
            agrees("shipMethod", read.isNull(), true);
        } else {
            same("shipMethod.code", method.code(), read.path("code"));
            same("shipMethod.carrier", method.carrier(), read.path("carrier"));
        }
    }

    /** Whether what a document is made of is what the database has. */
    void agrees(String what, @Nullable Object kept, @Nullable Object meant) {
        if (!Objects.equals(kept, meant)) {
            differs(what);
        }
    }

    /** As above, of moments of which one was in the database and the other may not have been. */
    void agree(String what, @Nullable Instant kept, @Nullable Instant meant) {
        if (kept == null || meant == null || Duration.between(kept, meant).abs().compareTo(SAME_MOMENT) > 0) {
            differs(what);
        }
    }

    /** Names the place, never the content: it may be a person's. */
    void differs(String what) {
        if (difference == null) {
            difference = what + " reads otherwise than it was meant";
        }
    }
}
