package dev.baton.world.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an object's fields one by one and then refuses whatever nobody asked for. */
final class StrictFields {

    private final JsonNode node;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    StrictFields(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new Unreadable(where + " must be an object");
        }
        this.node = node;
        this.where = where;
    }

    String text(String name) {
        String value = textOrNull(name);
        if (value == null || value.isBlank()) {
            throw new Unreadable(at(name) + " must be a text that is not empty");
        }
        return value;
    }

    /** Null when the field is absent or null. */
    @Nullable
    String textOrNull(String name) {
        JsonNode value = field(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Unreadable(at(name) + " must be a text");
        }
        return value.stringValue();
    }

    int positive(String name) {
        JsonNode value = field(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw new Unreadable(at(name) + " must be a whole number above 0");
        }
        return value.intValue();
    }

    void exactly(String name, int wanted) {
        if (positive(name) != wanted) {
            throw new Unreadable(at(name) + " must be " + wanted);
        }
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException _) {
            throw new Unreadable(at(name) + " must be a time in UTC (ISO 8601)");
        }
    }

    /** A decimal as it was written. */
    String decimal(String name) {
        try {
            if (new BigDecimal(text(name)).signum() < 0) {
                throw new Unreadable(at(name) + " must not be negative");
            }
            return text(name);
        } catch (NumberFormatException _) {
            throw new Unreadable(at(name) + " must be a decimal text");
        }
    }

    boolean yesOrNo(String name) {
        JsonNode value = field(name);
        if (value == null || !value.isBoolean()) {
            throw new Unreadable(at(name) + " must be true or false");
        }
        return value.booleanValue();
    }

    StrictFields object(String name) {
        JsonNode value = field(name);
        if (value == null) {
            throw new Unreadable(at(name) + " is missing");
        }
        return new StrictFields(value, at(name));
    }

    /** Null when the field is absent or null. */
    @Nullable
    StrictFields objectOrNull(String name) {
        JsonNode value = field(name);
        return value == null || value.isNull() ? null : new StrictFields(value, at(name));
    }

    List<StrictFields> list(String name) {
        JsonNode value = field(name);
        if (value == null || !value.isArray() || value.isEmpty()) {
            throw new Unreadable(at(name) + " must be a list that is not empty");
        }
        List<StrictFields> elements = new ArrayList<>();
        for (JsonNode element : value) {
            elements.add(new StrictFields(element, at(name) + "[" + elements.size() + "]"));
        }
        return elements;
    }

    /** A list of texts that is not empty. */
    List<String> words(String name) {
        JsonNode value = field(name);
        if (value == null || !value.isArray() || value.isEmpty()) {
            throw new Unreadable(at(name) + " must be a list that is not empty");
        }
        List<String> words = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw new Unreadable(at(name) + " must be a list of texts");
            }
            words.add(element.stringValue());
        }
        return words;
    }

    /** @throws Unreadable when the object has a field nobody asked for */
    void nothingElse() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw new Unreadable(at(name) + " is not part of this document");
            }
        }
    }

    private @Nullable JsonNode field(String name) {
        asked.add(name);
        return node.get(name);
    }

    private String at(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
