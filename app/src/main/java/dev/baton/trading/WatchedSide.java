package dev.baton.trading;

import java.util.Locale;

/** Who is watched: the one a document would go to, or the one it would go out for. */
public enum WatchedSide {
    /** Nothing is sent to the supplier. */
    SUPPLIER,
    /** Nothing is sent for the store's orders. */
    STORE;

    /** As tasks name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
