package dev.baton.sourcing;

import java.util.HexFormat;
import java.util.UUID;

/**
 * JSON written straight into text, because a decision is written for every order. The caller keeps objects and arrays
 * balanced; commas look after themselves. Names are constants of this package and never need escaping.
 */
final class JsonText {
    private final StringBuilder text;
    private boolean first = true;

    JsonText(int capacity) {
        text = new StringBuilder(capacity);
    }

    JsonText open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    /** The name of the array or object that is opened next. */
    JsonText name(String name) {
        begin(name);
        first = true;
        return this;
    }

    JsonText field(String name, long value) {
        begin(name);
        text.append(value);
        return this;
    }

    JsonText field(String name, boolean value) {
        begin(name);
        text.append(value);
        return this;
    }

    JsonText field(String name, UUID value) {
        begin(name);
        text.append('"').append(value.toString()).append('"');
        return this;
    }

    JsonText field(String name, String value) {
        begin(name);
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            escape(value);
        }
        text.append('"');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void begin(String name) {
        separate();
        text.append('"').append(name).append("\":");
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (needsEscape(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsEscape(char character) {
        return character < ' ' || character == '"' || character == '\\';
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (!needsEscape(character)) {
                text.append(character);
            } else if (character < ' ') {
                text.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                text.append('\\').append(character);
            }
        }
    }
}
