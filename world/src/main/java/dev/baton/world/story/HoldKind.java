package dev.baton.world.story;

import java.util.Locale;

/** Why an order is held, in the trade's words; Baton's own names are matched by what they speak of. */
public enum HoldKind {
    UNKNOWN_SKU,
    NO_SUPPLIER,
    UNPAID,
    BAD_ADDRESS,
    NO_DATA_PERMISSION,
    OVER_VALUE,
    POSSIBLE_DUPLICATE,
    /** Anything the scripts know nothing of: always a difference. */
    OTHER;

    /** The kind meant by a name as Baton's API gives it, such as {@code unknown-sku} or {@code ADDRESS_INVALID}. */
    public static HoldKind of(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.contains("sku")) {
            return UNKNOWN_SKU;
        }
        if (word.contains("supplier")) {
            return NO_SUPPLIER;
        }
        if (word.contains("paid") || word.contains("payment")) {
            return UNPAID;
        }
        if (word.contains("address")) {
            return BAD_ADDRESS;
        }
        if (word.contains("permission") || word.contains("data")) {
            return NO_DATA_PERMISSION;
        }
        if (word.contains("value") || word.contains("limit")) {
            return OVER_VALUE;
        }
        return word.contains("duplicate") ? POSSIBLE_DUPLICATE : OTHER;
    }
}
