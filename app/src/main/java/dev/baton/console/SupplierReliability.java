package dev.baton.console;

import dev.baton.console.SupplierViews.Reliability;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderBoard.Course;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.shipping.ParcelBoard;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** First figures of how suppliers keep their word, of the last purchase orders each had. Needs an open transaction. */
@Component
class SupplierReliability {

    /** Purchase orders of each supplier that are looked at. */
    static final int LAST = 100;

    private static final int STRETCHES = 8;
    private static final double HOUR_SECONDS = 3_600;

    private final PurchaseOrderBoard board;
    private final ParcelBoard parcels;

    SupplierReliability(PurchaseOrderBoard board, ParcelBoard parcels) {
        this.board = board;
        this.parcels = parcels;
    }

    /** By supplier; one that was never asked is absent. */
    Map<SupplierId, Reliability> of(MerchantId merchant, Collection<SupplierId> suppliers, Instant now) {
        List<Course> courses = board.courses(merchant, suppliers, LAST);
        Map<PurchaseOrderId, Instant> left =
                parcels.firstLeft(merchant, courses.stream().map(Course::id).toList());
        Map<SupplierId, Reliability> found = new HashMap<>();
        courses.stream()
                .collect(Collectors.groupingBy(Course::supplier))
                .forEach((supplier, its) -> found.put(supplier, reliability(its, left, now)));
        return found;
    }

    /** @param courses newest first */
    static Reliability reliability(List<Course> courses, Map<PurchaseOrderId, Instant> left, Instant now) {
        List<Boolean> kept = courses.reversed().stream()
                .map(course -> inTime(course, now))
                .filter(Objects::nonNull)
                .toList();
        int lines = courses.stream().mapToInt(Course::lines).sum();
        int rejected = courses.stream().mapToInt(Course::rejected).sum();
        return new Reliability(
                courses.size(),
                kept.size(),
                (int) kept.stream().filter(each -> each).count(),
                (int) courses.stream().filter(course -> course.rejected() > 0).count(),
                percent(rejected, lines),
                (int) courses.stream().filter(Course::left).count(),
                median(courses, left),
                trend(kept));
    }

    /** Null while the time agreed still runs. */
    private static @Nullable Boolean inTime(Course course, Instant now) {
        Instant by = course.respondBy();
        Instant at = course.answeredAt();
        if (course.reminded()) {
            return Boolean.FALSE;
        }
        if (by == null) {
            return null;
        }
        if (at == null) {
            return by.isBefore(now) ? Boolean.FALSE : null;
        }
        return !at.isAfter(by);
    }

    private static @Nullable Integer percent(long part, long whole) {
        return whole == 0 ? null : (int) Math.round(100.0 * part / whole);
    }

    private static @Nullable Double median(List<Course> courses, Map<PurchaseOrderId, Instant> left) {
        List<Double> hours = courses.stream()
                .filter(course -> left.containsKey(course.id()))
                .map(course -> Math.max(
                        0,
                        Duration.between(course.sentAt(), left.get(course.id())).toSeconds() / HOUR_SECONDS))
                .sorted()
                .toList();
        if (hours.isEmpty()) {
            return null;
        }
        int middle = hours.size() / 2;
        double median = hours.size() % 2 == 1 ? hours.get(middle) : (hours.get(middle - 1) + hours.get(middle)) / 2;
        return Math.round(median * 10) / 10.0;
    }

    private static List<Double> trend(List<Boolean> kept) {
        List<Double> trend = new ArrayList<>();
        int stretches = Math.min(STRETCHES, kept.size());
        for (int i = 0; i < stretches; i++) {
            List<Boolean> stretch = kept.subList(i * kept.size() / stretches, (i + 1) * kept.size() / stretches);
            trend.add(100.0 * stretch.stream().filter(each -> each).count() / stretch.size());
        }
        return trend;
    }
}
