package dev.baton.api;

import java.util.Locale;

/** What a key may be allowed to do. */
enum Scope {
    /** Everything a merchant may. */
    ADMIN,
    /** Send, read, release and cancel orders. */
    ORDERS,
    /** Define goods, offers and exchange rates. */
    CATALOG,
    /** Send stock and scans. */
    STOCK,
    /** Define, pause and key suppliers; look after what is sent to them. */
    SUPPLIERS,
    /** Read everything, change nothing. */
    READ,
    /** Act as one supplier. */
    SUPPLIER;

    /** The word in a key. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
