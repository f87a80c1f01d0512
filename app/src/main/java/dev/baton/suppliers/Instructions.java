package dev.baton.suppliers;

import org.jspecify.annotations.Nullable;

/** Standing instructions printed on every purchase order to a supplier; null where there are none. */
public record Instructions(
        @Nullable String packaging,
        @Nullable String branding,
        @Nullable String special) {

    /** No instructions at all. */
    public static final Instructions NONE = new Instructions(null, null, null);
}
