package dev.baton.channels;

import dev.baton.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One object of a JSON document, read field by field. Absent and null are the same unless said otherwise; a
 * value of the wrong kind is refused with the field's path.
 */
public final class Fields {

    /** Longer numbers are no money and no count; a huge exponent would cost memory when written out. */
    private static final int MOST_NUMBER_CHARACTERS = 24;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * Reads a document whose root is an object; a byte-order mark in front is skipped.
     *
     * @throws UnreadableDocument when the bytes are no JSON or the root is no object
     */
    public static Fields of(byte[] json) {
        int start =
                json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF ? 3 : 0;
        JsonNode root;
        try {
            root = JSON.readTree(json, start, json.length - start);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            String where = place == null ? "" : " near line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new UnreadableDocument("the document is not JSON" + where, null);
        }
        if (root == null || !root.isObject()) {
            throw new UnreadableDocument("the document is not a JSON object", null);
        }
        return new Fields(root, "");
    }

    /** The path of a field of this object, such as {@code line_items[0].sku}. */
    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Whether the field has a value. */
    public boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    /** Whether the field is there, be it null. */
    public boolean mentions(String name) {
        return node.get(name) != null;
    }

    /** The names of this object's fields. */
    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** Text, stripped; null when absent or blank. Numbers and booleans are read as their text. */
    public @Nullable String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainer()) {
            throw wrong(name, "must be text");
        }
        // a NUL cannot be stored in a text column
        String text = value.asString().replace("\u0000", "").strip();
        return text.isEmpty() ? null : text;
    }

    /** What is there as text, empty when nothing is: a list or an object as it was written, without its blanks. */
    public String written(String name) {
        JsonNode value = node.get(name);
        if (value != null && value.isContainer()) {
            return value.toString();
        }
        String text = text(name);
        return text == null ? "" : text;
    }

    /** Text that must be a JSON string. */
    public @Nullable String strictText(String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isNull() && !value.isString()) {
            throw wrong(name, "must be text");
        }
        return text(name);
    }

    /** Text that must be there. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    /** A number of things, 0 or more; {@code absent} when there is none. */
    public int count(String name, int absent) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
            throw wrong(name, "must be a whole number, 0 or more");
        }
        return value.asInt();
    }

    /** A number of things that must be there. */
    public int requiredCount(String name) {
        if (!has(name)) {
            throw wrong(name, "is missing");
        }
        return count(name, 0);
    }

    /** A whole number of any sign; null when absent. */
    public @Nullable Integer whole(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, "must be a whole number");
        }
        return value.asInt();
    }

    /** True or false; {@code absent} when there is none. */
    public boolean flag(String name, boolean absent) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return value.asBoolean();
    }

    /** An ISO-8601 time; one without an offset is taken as UTC. Null when absent. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{4}-.*")) {
            throw wrong(name, "must be a time such as 2026-01-31T12:00:00Z");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noOffset) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException unreadable) {
                throw wrong(name, "must be a time such as 2026-01-31T12:00:00Z");
            }
        }
    }

    /** Money in minor units of the currency, half-even; {@code absent} when there is none. */
    public long minor(String name, String currency, long absent) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        try {
            return decimal(text)
                    .setScale(Money.digits(currency), RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw wrong(name, "must be an amount such as \"12.34\"");
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > MOST_NUMBER_CHARACTERS || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException();
        }
        return new BigDecimal(text);
    }

    /** An ISO 4217 currency code, upper case; null when absent. */
    public @Nullable String currency(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Money.digits(text);
            return text;
        } catch (IllegalArgumentException unknown) {
            throw wrong(name, "must be an ISO 4217 currency such as EUR");
        }
    }

    /** The objects of a list whose elements may be null; those are left out. */
    public List<Fields> some(String name) {
        JsonNode value = node.get(name);
        List<Fields> items = new ArrayList<>();
        for (int i = 0; value != null && i < value.size(); i++) {
            if (value.get(i).isObject()) {
                items.add(new Fields(value.get(i), at(name) + "[" + i + "]"));
            }
        }
        return items;
    }

    /** The objects of an array; empty when absent. */
    public List<Fields> list(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "must be a list");
        }
        List<Fields> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            if (!item.isObject()) {
                throw wrong(name + "[" + i + "]", "must be an object");
            }
            items.add(new Fields(item, at(name) + "[" + i + "]"));
        }
        return items;
    }

    /** The texts of an array; empty when absent. */
    public List<String> texts(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "must be a list");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            if (!item.isNull() && !item.isContainer()) {
                texts.add(item.asString().replace("\u0000", "").strip());
            }
        }
        return texts;
    }

    /** How many elements of any kind the array has; 0 when there is none. */
    public int size(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isArray() ? 0 : value.size();
    }

    /** Whether the field is an array. */
    public boolean isList(String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray();
    }

    /** An object; null when absent. */
    public @Nullable Fields object(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(name, "must be an object");
        }
        return new Fields(value, at(name));
    }

    /** The refusal of a field of this object. */
    public UnreadableDocument wrong(String name, String whatIsWrong) {
        return new UnreadableDocument(at(name) + " " + whatIsWrong, at(name));
    }
}
