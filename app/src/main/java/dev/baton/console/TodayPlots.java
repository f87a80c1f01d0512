package dev.baton.console;

import dev.baton.console.Plots.Bars;
import dev.baton.console.Plots.Columns;
import dev.baton.console.Plots.Linked;
import dev.baton.console.Plots.Point;
import dev.baton.console.Plots.Row;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderPulse;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderPulse;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The plots of the day; needs an open transaction of the merchant. */
@Component
class TodayPlots {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int HOURS = 24;
    private static final int USUAL_DAYS = 28;
    private static final int KEPT_DAYS = 14;
    private static final int EVERY = 3;
    private static final double PERCENT = 100;
    private static final long MICROS = 1_000_000;

    private final OrderPulse orders;
    private final OrderBoard board;
    private final PurchaseOrderPulse purchases;
    private final PurchaseListing listing;
    private final Kept kept;

    TodayPlots(OrderPulse orders, OrderBoard board, PurchaseOrderPulse purchases, PurchaseListing listing, Kept kept) {
        this.orders = orders;
        this.board = board;
        this.purchases = purchases;
        this.listing = listing;
        this.kept = kept;
    }

    /** Orders per hour of today against the mean of the days before on which any came in. */
    Columns hours(MerchantId merchant, Moments moments) {
        List<Instant> bounds = new ArrayList<>();
        for (int hour = -USUAL_DAYS * HOURS; hour <= HOURS; hour++) {
            bounds.add(OrdersScreen.hour(moments, hour));
        }
        List<Long> counts = kept.of(merchant, "orders per hour", () -> orders.counts(merchant, bounds));
        double[] usual = usual(counts.subList(0, USUAL_DAYS * HOURS));
        List<Long> today = counts.subList(USUAL_DAYS * HOURS, counts.size());
        int now = moments.now().atZone(moments.zone()).getHour();
        List<Point> points = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            long count = today.get(hour);
            points.add(new Point(
                    hour <= now || count > 0 ? (double) count : null,
                    usual.length == 0 ? null : usual[hour],
                    hour % EVERY == 0 ? hour + ":00" : "",
                    hour + ":00",
                    List.of(
                            Linked.of(
                                    count,
                                    new Where(OrdersScreen.PATH, Map.of("hour", String.valueOf(hour))).toString()),
                            new Linked(usual.length == 0 ? "—" : one(usual[hour]), null, null))));
        }
        long sum = today.stream().mapToLong(Long::longValue).sum();
        return Plots.columns(
                "hours",
                "Orders per hour, today",
                "orders",
                Moments.counted(sum, "order today", "orders today")
                        + (usual.length == 0 ? "" : "; the line is a usual day, the mean of the last four weeks"),
                1,
                List.of("Hour", "Orders", "Usual"),
                points);
    }

    /** Empty when no order came in before. */
    private static double[] usual(List<Long> hours) {
        double[] mean = new double[HOURS];
        int days = 0;
        for (int day = 0; day < USUAL_DAYS; day++) {
            List<Long> its = hours.subList(day * HOURS, (day + 1) * HOURS);
            if (its.stream().anyMatch(count -> count > 0)) {
                days++;
                for (int hour = 0; hour < HOURS; hour++) {
                    mean[hour] += its.get(hour);
                }
            }
        }
        for (int hour = 0; hour < HOURS && days > 0; hour++) {
            mean[hour] /= days;
        }
        return days == 0 ? new double[0] : mean;
    }

    /** How many of the purchase orders of each day were answered in time, in per cent. */
    Columns promises(MerchantId merchant, Moments moments) {
        LocalDate today = moments.now().atZone(moments.zone()).toLocalDate();
        LocalDate first = today.minusDays(KEPT_DAYS - 1L);
        Instant from = first.atStartOfDay(moments.zone()).toInstant();
        Map<LocalDate, PurchaseOrderPulse.Day> days =
                kept.of(merchant, "promises", () -> purchases.answered(merchant, from, moments.now(), moments.zone()));
        List<Point> points = new ArrayList<>();
        long inTime = 0;
        long all = 0;
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            PurchaseOrderPulse.Day its = days.getOrDefault(day, new PurchaseOrderPulse.Day(0, 0));
            long judged = its.inTime() + its.late();
            inTime += its.inTime();
            all += judged;
            points.add(new Point(
                    judged == 0 ? null : PERCENT * its.inTime() / judged,
                    null,
                    points.size() % 2 == 1 ? SHORT.format(day) : "",
                    moments.day(day),
                    List.of(
                            Linked.of(its.inTime(), answers(day, "in_time")),
                            Linked.of(its.late(), answers(day, "late")))));
        }
        return Plots.columns(
                "promises",
                "Promise kept: suppliers' answers in time",
                "% of the day's purchase orders",
                all == 0
                        ? "No answer was due in the last two weeks"
                        : Moments.counted(inTime) + " of " + Moments.counted(all)
                                + " answers in the last two weeks came in time",
                PERCENT,
                List.of("Asked on", "In time", "Late or none"),
                points);
    }

    private static String answers(LocalDate day, String answer) {
        return new Where(PurchaseListing.PATH, Map.of("answer", answer, "day", day.toString())).toString();
    }

    /** Where orders wait: for a person, or for a supplier. */
    Bars waiting(MerchantId merchant, Moments moments) {
        Map<SupplierId, PurchaseOrderBoard.Counted> counts = listing.counts(merchant, moments.now());
        Map<String, Wait> waits = new LinkedHashMap<>();
        waits.put(
                "For a decision, orders",
                new Wait(
                        board.countHeld(merchant, null),
                        new Where(OrdersScreen.PATH, Map.of("hold", "any")).toString(),
                        "warn"));
        wait(waits, counts, "To be sent, purchase orders", "issued", "quiet");
        wait(waits, counts, "Not reached, purchase orders", "unreached", "bad");
        wait(waits, counts, "For an answer, purchase orders", "sent", "quiet");
        wait(waits, counts, "For the goods to leave, purchase orders", "promised", "quiet");
        long most = waits.values().stream().mapToLong(Wait::count).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        waits.forEach((name, wait) -> rows.add(new Row(
                name,
                Moments.counted(wait.count()),
                wait.path(),
                Plots.length((double) wait.count(), (double) most),
                wait.count() == 0 ? "quiet" : wait.mood(),
                wait.count())));
        return new Bars("waiting", "Orders by where they wait", "", rows);
    }

    private record Wait(long count, String path, String mood) {}

    private static void wait(
            Map<String, Wait> waits,
            Map<SupplierId, PurchaseOrderBoard.Counted> counts,
            String name,
            String state,
            String mood) {
        long count = counts.values().stream()
                .mapToLong(each -> each.of(PurchaseListing.statuses(state)))
                .sum();
        waits.put(name, new Wait(count, new Where(PurchaseListing.PATH, Map.of("state", state)).toString(), mood));
    }

    /** What waits longest, in hours. */
    Bars oldest(List<TaskViews.Oldest> oldest, Moments moments) {
        double most = oldest.stream()
                .mapToDouble(each -> hours(each.since(), moments))
                .max()
                .orElse(0);
        return new Bars(
                "oldest",
                "Oldest that needs somebody",
                "hours",
                oldest.stream()
                        .map(each -> new Row(
                                each.what(),
                                one(hours(each.since(), moments)) + " h",
                                each.path(),
                                Plots.length(hours(each.since(), moments), most),
                                "warn",
                                null))
                        .toList());
    }

    private static double hours(Instant since, Moments moments) {
        return Math.max(0, Duration.between(since, moments.now()).toMinutes() / 60.0);
    }

    /** What stands still and what suppliers owe, by currency. */
    Bars money(MerchantId merchant, Moments moments) {
        Map<String, Long> held = new TreeMap<>(orders.heldMinor(merchant));
        Map<String, Long> owed = kept.of(merchant, "owed", () -> purchases.owedMicros(merchant));
        List<Row> rows = new ArrayList<>();
        TreeMap<String, Double> most = new TreeMap<>();
        held.forEach((currency, minor) -> most.merge(currency, units(minor, currency), Math::max));
        owed.forEach((currency, micros) -> most.merge(currency, micros / (double) MICROS, Math::max));
        for (String currency : most.keySet()) {
            Long minor = held.get(currency);
            Long micros = owed.get(currency);
            rows.add(row(
                    "Customers' orders that stand still",
                    minor == null ? null : moments.money(minor, currency),
                    minor == null ? 0 : units(minor, currency),
                    most.get(currency),
                    new Where(OrdersScreen.PATH, Map.of("hold", "any")).toString(),
                    "warn"));
            rows.add(row(
                    "Goods suppliers still owe, at cost",
                    micros == null ? null : moments.micros(micros, currency),
                    micros == null ? 0 : micros / (double) MICROS,
                    most.get(currency),
                    new Where(PurchaseListing.PATH, Map.of("state", "open")).toString(),
                    "quiet"));
        }
        rows.removeIf(row -> row.figure().isEmpty());
        return new Bars("money", "Money in motion", "", rows);
    }

    private static Row row(String name, @Nullable String figure, double value, double most, String path, String mood) {
        return new Row(name, figure == null ? "" : figure, path, Plots.length(value, most), mood, null);
    }

    private static double units(long minor, String currency) {
        return Double.parseDouble(new Money(minor, currency).toDecimal());
    }

    private static String one(double value) {
        return String.format(Locale.ENGLISH, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }
}
