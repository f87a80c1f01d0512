package dev.baton.trading;

import dev.baton.suppliers.ShipMethod;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to ship, in the supplier's words.
 *
 * @param code the supplier's code; the store's own words where nothing was agreed for them
 * @param carrier null where nothing was agreed
 */
record ShipMethodCode(String code, @Nullable String carrier) {

    /** Null when the store said nothing and nothing was agreed for that. */
    static @Nullable ShipMethodCode of(@Nullable String storeMethod, List<ShipMethod> agreed) {
        Optional<ShipMethod> found = ShipMethod.agreedFor(storeMethod, agreed);
        if (found.isPresent()) {
            return new ShipMethodCode(found.get().code(), found.get().carrier());
        }
        return storeMethod == null ? null : new ShipMethodCode(storeMethod, null);
    }
}
