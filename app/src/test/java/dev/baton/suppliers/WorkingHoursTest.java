package dev.baton.suppliers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final WorkingHours office =
            new WorkingHours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(LocalDate.parse("2026-05-25")));

    @Test
    void sentFridayEveningBeforeAHolidayIsDueTuesdayAtOne() {
        Instant sent = berlin("2026-05-22T17:30");

        assertThat(office.plusWorkingHours(sent, 4, BERLIN)).isEqualTo(berlin("2026-05-26T13:00"));
    }

    @Test
    void hoursThatEndWithTheDayAreDueAtClosing() {
        assertThat(office.plusWorkingHours(berlin("2026-05-22T13:00"), 4, BERLIN))
                .isEqualTo(berlin("2026-05-22T17:00"));
    }

    @Test
    void aDeadlineRunsOverSeveralDays() {
        assertThat(office.plusWorkingHours(berlin("2026-05-20T16:00"), 20, BERLIN))
                .isEqualTo(berlin("2026-05-26T12:00"));
    }

    @Test
    void beforeOpeningCountsFromOpening() {
        assertThat(office.plusWorkingHours(berlin("2026-05-20T03:00"), 1, BERLIN))
                .isEqualTo(berlin("2026-05-20T10:00"));
    }

    @Test
    void noHoursGiveTheNextWorkingMoment() {
        assertThat(office.plusWorkingHours(berlin("2026-05-20T12:00"), 0, BERLIN))
                .isEqualTo(berlin("2026-05-20T12:00"));
        assertThat(office.plusWorkingHours(berlin("2026-05-23T12:00"), 0, BERLIN))
                .isEqualTo(berlin("2026-05-26T09:00"));
    }

    @Test
    void hoursOnTheDayTheClockChangesAreRealHours() {
        WorkingHours always =
                new WorkingHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of());

        // the night of 29 March 2026 in Berlin has 23 hours a day
        assertThat(always.plusWorkingHours(berlin("2026-03-29T00:00"), 24, BERLIN))
                .isEqualTo(berlin("2026-03-30T01:00"));
    }

    @Test
    void isBackTheDayAfterTheClosuresThatFollowOneAnother() {
        LocalDate monday = LocalDate.parse("2026-05-18");
        WorkingHours away = away(closure(monday, 3), closure(monday.plusDays(4), 1), closure(monday.plusDays(20), 2));

        assertThat(away.backAfter(monday)).contains(monday.plusDays(6));
        assertThat(away.backAfter(monday.plusDays(6))).contains(monday.plusDays(23));
        assertThat(away.backAfter(monday.plusDays(23))).isEmpty();
    }

    @Test
    void handsOverAfterItsWorkingDaysOutsideClosuresAndNeverBeforeToday() {
        LocalDate monday = LocalDate.parse("2026-05-18");
        Closure days = closure(monday.plusDays(1), 2);
        WorkingHours away = away(days);

        assertThat(away.handOverDay(monday, 1, monday)).isEqualTo(monday.plusDays(4));
        assertThat(away.without(days.id()).handOverDay(monday, 1, monday)).isEqualTo(monday.plusDays(1));
        assertThat(away.handOverDay(monday.minusDays(7), 1, monday.plusDays(1))).isEqualTo(monday.plusDays(4));
        assertThat(away.handOverDay(monday, 0, monday)).isEqualTo(monday);
    }

    private WorkingHours away(Closure... closures) {
        return new WorkingHours(
                office.days(), office.from(), office.to(), office.holidays(), java.util.List.of(closures));
    }

    private static Closure closure(LocalDate from, int moreDays) {
        return new Closure(java.util.UUID.randomUUID(), from, from.plusDays(moreDays), null);
    }

    @Test
    void refusesASupplierThatNeverWorks() {
        assertThatThrownBy(() -> new WorkingHours(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingHours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(9, 0), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesUpWhenHolidaysLeaveNoTime() {
        Set<LocalDate> everyMonday = new HashSet<>();
        LocalDate monday = LocalDate.parse("2026-03-02");
        for (int week = 0; week < 600; week++) {
            everyMonday.add(monday.plusWeeks(week));
        }
        WorkingHours never =
                new WorkingHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), everyMonday);

        assertThatThrownBy(() -> never.plusWorkingHours(berlin("2026-03-02T09:00"), 1, BERLIN))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
