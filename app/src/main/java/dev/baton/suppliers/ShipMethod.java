package dev.baton.suppliers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** What was agreed for a method of the store: by its name, else by the one that stands for all; empty for neither. */
    public static Optional<ShipMethod> agreedFor(@Nullable String storeMethod, List<ShipMethod> agreed) {
        Optional<ShipMethod> exact = storeMethod == null
                ? Optional.empty()
                : agreed.stream()
                        .filter(method -> method.storeMethod().equalsIgnoreCase(storeMethod.strip()))
                        .findFirst();
        return exact.or(() -> agreed.stream()
                .filter(method -> method.storeMethod().equals(ANY_METHOD))
                .findFirst());
    }
}
