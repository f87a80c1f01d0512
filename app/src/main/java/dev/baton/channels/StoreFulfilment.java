package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One shipment the store of its order is told of.
 *
 * @param shipment the shipment's id in shipping
 * @param parcels frozen when it was dispatched
 * @param pushed what was made or found in the store for it
 * @param reason why it stands where it stands, or null
 * @param storeTells whether the store mails the customer of it; null = whoever the store's setting of today says
 */
public record StoreFulfilment(
        UUID id,
        UUID shipment,
        StoreId store,
        SalesOrderId order,
        String storeOrderId,
        State state,
        List<Parcel> parcels,
        List<SeenFulfilment> pushed,
        @Nullable String reason,
        @Nullable Boolean storeTells) {

    public StoreFulfilment {
        parcels = List.copyOf(parcels);
        pushed = List.copyOf(pushed);
    }

    /** Where telling the store stands. */
    public enum State {
        /** To be told. ASKED follows. */
        PLANNED,
        /** The store was asked and perhaps told; what it answered is not written yet. */
        ASKED,
        /** The store shows it. */
        PUSHED,
        /**
         * Its units complete no unit the store knows; a later shipment takes them along, or it is looked at again when
         * what it waits for is cancelled.
         */
        WAITS_FOR_BUNDLE,
        /** The store has nothing left to fulfil of it: somebody did it there by hand, or took the units out. */
        DONE_BY_STORE,
        /** Watch mode: not told. PLANNED follows when the store goes live. */
        NOT_LIVE,
        /** The store refuses it; a task says why. */
        REFUSED
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return state == State.PLANNED || state == State.ASKED || state == State.WAITS_FOR_BUNDLE;
    }

    /** All units of the shipment by order line. */
    public Map<UUID, Integer> units() {
        Map<UUID, Integer> units = new TreeMap<>();
        parcels.forEach(
                parcel -> parcel.units().forEach((line, quantity) -> units.merge(line, quantity, Integer::sum)));
        return units;
    }

    /** The tracking numbers of its parcels, without empty ones. */
    public List<String> trackingNumbers() {
        return Parcel.numbers(parcels);
    }
}
