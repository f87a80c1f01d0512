package dev.baton.suppliers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days a supplier has declared itself away. Deadlines skip them, and no reminder goes out in them.
 *
 * @param from first day away, in the supplier's zone
 * @param until last day away, not before {@code from}
 * @param note the supplier's own words; null = none
 */
public record Closure(
        UUID id, LocalDate from, LocalDate until, @Nullable String note) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
