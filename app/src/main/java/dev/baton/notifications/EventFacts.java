package dev.baton.notifications;

import dev.baton.orders.OrderLineId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was true when something happened, as it is stored. Old versions are read for ever.
 *
 * @param at when it happened
 * @param units units by order line it is about; for a cancellation all that were cancelled by then
 * @param parcel the parcel it is about; null = none
 * @param amountMinor money given back, in minor units of {@code currency}; null = none
 * @param day when the units are expected to leave; null = not told
 * @param closure the days away that put them off; null = none
 */
record EventFacts(
        int schemaVersion,
        Instant at,
        List<Units> units,
        @Nullable UUID parcel,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable LocalDate day,
        @Nullable UUID closure) {

    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Units of one order line. */
    record Units(UUID line, int quantity) {

        static Units of(OrderLineId line, int quantity) {
            return new Units(line.value(), quantity);
        }
    }

    @SuppressWarnings("NullAway") // read from JSON, where a list may be absent
    EventFacts {
        units = units == null ? List.of() : List.copyOf(units);
    }

    static EventFacts of(Instant at, List<Units> units) {
        return new EventFacts(SCHEMA_VERSION, at, units, null, null, null, null, null);
    }

    static EventFacts ofParcel(Instant at, UUID parcel, List<Units> units) {
        return new EventFacts(SCHEMA_VERSION, at, units, parcel, null, null, null, null);
    }

    static EventFacts ofMoney(Instant at, long amountMinor, String currency) {
        return new EventFacts(SCHEMA_VERSION, at, List.of(), null, amountMinor, currency, null, null);
    }

    static EventFacts ofDelay(Instant at, List<Units> units, LocalDate day, UUID closure) {
        return new EventFacts(SCHEMA_VERSION, at, units, null, null, null, day, closure);
    }

    static EventFacts read(String json) {
        return JSON.readValue(json, EventFacts.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
