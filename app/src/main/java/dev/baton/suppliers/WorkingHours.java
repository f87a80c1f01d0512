package dev.baton.suppliers;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * When a supplier works, in its own local time. Deadlines run only in these hours.
 *
 * @param days working days of the week, at least one
 * @param from opening time
 * @param to closing time, after {@code from}; {@code 00:00} means midnight at the end of the day
 * @param holidays agreed days without work, whatever the day of the week
 * @param closures what the supplier has declared itself: it is away then
 */
public record WorkingHours(
        Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> holidays, List<Closure> closures) {

    /** How far ahead a deadline is looked for. */
    private static final int LIMIT_DAYS = 3_660;

    private static final LocalTime EARLIEST_MORNING = LocalTime.of(6, 0);
    private static final LocalTime USUAL_MORNING = LocalTime.of(8, 0);

    public WorkingHours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        closures = List.copyOf(closures);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a supplier works on at least one day of the week");
        }
        if (!to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("the closing time is not after the opening time");
        }
    }

    /** As agreed, with no closure declared. */
    public WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> holidays) {
        this(days, from, to, holidays, List.of());
    }

    /** Whether the supplier has declared itself closed at that instant. */
    public boolean isClosed(Instant at, ZoneId zone) {
        return isClosed(LocalDate.ofInstant(at, zone));
    }

    private boolean isClosed(LocalDate day) {
        return closures.stream().anyMatch(closure -> closure.covers(day));
    }

    /**
     * The instant at which the given number of working hours has passed. Sent Friday 17:30 in Berlin to a
     * supplier that works Monday to Friday 9 to 17, with 4 hours agreed and Monday a holiday: Tuesday 13:00.
     * Zero hours give the start itself when the supplier works then, else the next opening.
     *
     * @throws IllegalStateException when holidays leave no such time within ten years
     */
    public Instant plusWorkingHours(Instant from, int hours, ZoneId zone) {
        Duration left = Duration.ofHours(hours);
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int i = 0; i < LIMIT_DAYS; i++, day = day.plusDays(1)) {
            if (!worksOn(day)) {
                continue;
            }
            Instant opens = day.atTime(this.from).atZone(zone).toInstant();
            Instant start = from.isAfter(opens) ? from : opens;
            Instant closes = closing(day, zone);
            if (!start.isBefore(closes)) {
                continue;
            }
            Duration room = Duration.between(start, closes);
            if (left.compareTo(room) <= 0) {
                return start.plus(left);
            }
            left = left.minus(room);
        }
        throw new IllegalStateException("no working time within " + LIMIT_DAYS + " days: check the holidays");
    }

    /**
     * When the supplier next begins a working day: as it opens, but not before six, which nobody calls a morning; who
     * opens earlier, or never closes, begins at eight.
     *
     * @return empty when holidays and closures leave no such day within ten years
     */
    public Optional<Instant> morningAfter(Instant after, ZoneId zone) {
        LocalTime begins = from.isBefore(EARLIEST_MORNING) ? USUAL_MORNING : from;
        LocalDate day = LocalDate.ofInstant(after, zone);
        for (int i = 0; i < LIMIT_DAYS; i++, day = day.plusDays(1)) {
            Instant morning = day.atTime(begins).atZone(zone).toInstant();
            if (worksOn(day) && morning.isAfter(after)) {
                return Optional.of(morning);
            }
        }
        return Optional.empty();
    }

    /**
     * The day the supplier is back after the first closure that is not over on the given day; empty when none is left.
     *
     * @param from a day in the supplier's zone
     */
    public Optional<LocalDate> backAfter(LocalDate from) {
        return closures.stream()
                .filter(closure -> !closure.until().isBefore(from))
                .min(Comparator.comparing(Closure::from))
                .map(first -> {
                    LocalDate day = first.until().plusDays(1);
                    while (isClosed(day)) {
                        day = day.plusDays(1);
                    }
                    return day;
                });
    }

    /** The same, had one closure not been declared. */
    public WorkingHours without(UUID closure) {
        return new WorkingHours(
                days,
                from,
                to,
                holidays,
                closures.stream().filter(each -> !each.id().equals(closure)).toList());
    }

    /**
     * The working day on which goods are handed over that were ordered on a day and take so many working days, never
     * before another day: what should have left by then leaves on the next working day.
     */
    public LocalDate handOverDay(LocalDate ordered, int workingDays, LocalDate notBefore) {
        LocalDate usual = handOver(ordered, workingDays, this::worksOn);
        return usual.isBefore(notBefore) ? handOver(notBefore, 0, this::worksOn) : usual;
    }

    /**
     * Days by which closures put off a hand-over that takes so many working days from a day on; 0 when none is in the way.
     *
     * @param workingDays 0 = it is handed over on the first working day
     */
    public int delayDays(LocalDate from, int workingDays) {
        if (closures.stream().noneMatch(closure -> !closure.until().isBefore(from))) {
            return 0;
        }
        LocalDate usual =
                handOver(from, workingDays, day -> days.contains(day.getDayOfWeek()) && !holidays.contains(day));
        return (int) ChronoUnit.DAYS.between(usual, handOver(from, workingDays, this::worksOn));
    }

    private static LocalDate handOver(LocalDate from, int workingDays, Predicate<LocalDate> works) {
        int left = workingDays;
        LocalDate day = from;
        for (int i = 0; i < LIMIT_DAYS; i++, day = day.plusDays(1)) {
            if (works.test(day) && left-- == 0) {
                return day;
            }
        }
        return day;
    }

    /** Whether it works on that day, by its days of the week, its holidays and its days away. */
    public boolean worksOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day) && !isClosed(day);
    }

    private Instant closing(LocalDate day, ZoneId zone) {
        LocalDate lastDay = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return lastDay.atTime(to).atZone(zone).toInstant();
    }
}
