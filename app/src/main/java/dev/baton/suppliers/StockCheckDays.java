package dev.baton.suppliers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When a supplier is asked how many it has.
 *
 * @param days of the week, at least one
 * @param at in the supplier's zone
 */
public record StockCheckDays(Set<DayOfWeek> days, LocalTime at) {

    private static final int LIMIT_DAYS = 400;

    public StockCheckDays {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a stock check has at least one day");
        }
    }

    /**
     * The next time after the given one that falls on a day the supplier works; empty when there is none within more than
     * a year: the days agreed are days it does not work on.
     */
    public Optional<Instant> after(Instant instant, SupplierTerms supplier) {
        LocalDate day = LocalDate.ofInstant(instant, supplier.zone());
        for (int i = 0; i < LIMIT_DAYS; i++, day = day.plusDays(1)) {
            Instant next = day.atTime(at).atZone(supplier.zone()).toInstant();
            if (days.contains(day.getDayOfWeek()) && supplier.hours().worksOn(day) && next.isAfter(instant)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
