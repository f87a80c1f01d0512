package dev.baton.world.bench;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads as much of a purchase order as a supplier needs to know that it can be filled. */
final class PurchaseOrderReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final PurchaseOrderFields fields;

    PurchaseOrderReader(PurchaseOrderFields fields) {
        this.fields = fields;
    }

    /** What was asked for; {@code units} is the sum over the lines. */
    record Read(String number, long storeOrderId, int units) {}

    /** The body is not a purchase order that can be filled; the message names what is wrong. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    Read read(byte[] buffer, int start, int length) throws Unfit {
        try (var json = JSON.createParser(ObjectReadContext.empty(), buffer, start, length)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "not an object");
            return readRoot(json);
        } catch (JacksonException e) {
            throw new Unfit("not JSON: " + e.getOriginalMessage());
        }
    }

    private Read readRoot(JsonParser json) throws Unfit {
        String number = null;
        String storeOrderId = null;
        int units = 0;
        boolean addressed = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals(fields.number())) {
                number = json.getValueAsString();
            } else if (name.equals(fields.storeOrder())) {
                storeOrderId = readStoreOrderId(json);
            } else if (name.equals(fields.lines())) {
                units = readLines(json);
            } else if (name.equals(fields.shipTo())) {
                addressed = readShipTo(json);
            } else {
                json.skipChildren();
            }
        }
        require(units > 0, "no " + fields.lines());
        require(addressed, "no complete " + fields.shipTo());
        return new Read(
                given(number, fields.number()),
                digitsAtTheEnd(given(storeOrderId, fields.storeOrder() + "." + fields.storeOrderId())),
                units);
    }

    private @Nullable String readStoreOrderId(JsonParser json) throws Unfit {
        require(json.currentToken() == JsonToken.START_OBJECT, fields.storeOrder() + " is not an object");
        String id = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = json.currentName().equals(fields.storeOrderId());
            json.nextToken();
            if (wanted) {
                id = json.getValueAsString();
            } else {
                json.skipChildren();
            }
        }
        return id;
    }

    private int readLines(JsonParser json) throws Unfit {
        require(json.currentToken() == JsonToken.START_ARRAY, fields.lines() + " is not a list");
        int units = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            units += readLine(json);
        }
        return units;
    }

    private int readLine(JsonParser json) throws Unfit {
        String sku = null;
        int quantity = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals(fields.sku())) {
                sku = json.getValueAsString();
            } else if (name.equals(fields.quantity())) {
                quantity = json.getValueAsInt(0);
            } else {
                json.skipChildren();
            }
        }
        given(sku, fields.lines() + "." + fields.sku());
        require(quantity > 0, fields.lines() + "." + fields.quantity() + " is not above 0");
        return quantity;
    }

    private boolean readShipTo(JsonParser json) throws Unfit {
        require(json.currentToken() == JsonToken.START_OBJECT, fields.shipTo() + " is not an object");
        var missing = new HashSet<>(fields.shipToRequired());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (json.currentToken() == JsonToken.VALUE_STRING
                    && !json.getString().isBlank()) {
                missing.remove(name);
            }
            json.skipChildren();
        }
        return missing.isEmpty();
    }

    private static long digitsAtTheEnd(String id) throws Unfit {
        var digits = id.substring(id.lastIndexOf('/') + 1);
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Unfit("not a store's order id: " + id);
        }
    }

    private static String given(@Nullable String value, String name) throws Unfit {
        if (value == null || value.isBlank()) {
            throw new Unfit("no " + name);
        }
        return value;
    }

    private static void require(boolean holds, String otherwise) throws Unfit {
        if (!holds) {
            throw new Unfit(otherwise);
        }
    }
}
