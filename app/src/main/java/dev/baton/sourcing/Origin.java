package dev.baton.sourcing;

import java.util.Objects;
import java.util.UUID;

/**
 * A supplier's place that goods leave from; everything one order takes from it is one purchase order and one
 * consignment.
 *
 * @param supplierId the supplier
 * @param shipFrom the supplier's code of the warehouse; empty where the supplier has only one
 */
public record Origin(UUID supplierId, String shipFrom) {
    public Origin {
        Objects.requireNonNull(supplierId, "supplierId");
        Objects.requireNonNull(shipFrom, "shipFrom");
    }

    /** Written out because it is asked for every offer of every order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Origin that && supplierId.equals(that.supplierId) && shipFrom.equals(that.shipFrom);
    }

    @Override
    public int hashCode() {
        return 31 * supplierId.hashCode() + shipFrom.hashCode();
    }
}
