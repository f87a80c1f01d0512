package dev.baton.world.story;

import java.util.Locale;

/** Why an order is held. The names are those of Baton's API. */
public enum HoldKind {
    UNKNOWN_SKU,
    NO_SUPPLIER,
    UNPAID,
    BAD_ADDRESS,
    PERSONAL_DATA_WITHHELD,
    VALUE_LIMIT,
    POSSIBLE_DUPLICATE,
    REFUNDED_SHIP_ANYWAY,
    TEST_ORDER,
    BLOCKED_COUNTRY,
    FRAUD_RISK,
    COUNTRY_CHANGED,
    STOPPED_BY_HAND,
    MARGIN_FLOOR,
    REROUTE_LIMIT,
    SUPPLIER_AWAY,
    /** Anything the scripts know nothing of: always a difference. */
    OTHER;

    /** The kind of that name, in any case and with either dash. */
    public static HoldKind of(String name) {
        String word = name.toUpperCase(Locale.ROOT).replace('-', '_');
        for (HoldKind kind : values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        return OTHER;
    }
}
