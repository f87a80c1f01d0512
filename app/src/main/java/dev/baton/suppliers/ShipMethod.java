package dev.baton.suppliers;

/**
 * How a supplier names a shipping method of the store.
 *
 * @param storeMethod the store's code or title, or {@code *} for every method not named
 * @param code the supplier's own code
 * @param carrier the carrier the supplier uses for it
 */
public record ShipMethod(String storeMethod, String code, String carrier) {

    /** Stands for every method of the store that is not named. */
    public static final String ANY_METHOD = "*";
}
