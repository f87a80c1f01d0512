package dev.baton.api;

import dev.baton.orders.Bucket;
import dev.baton.orders.OrderView.LineView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line as the store has it and where each of its units is.
 *
 * @param storeLineId the store's own id of the line
 * @param sku null when the store named none
 * @param ordered units the store's line stands for
 * @param quantities units per place; a bundle's unit is where its slowest part is
 * @param cancelRequested units a supplier was asked not to ship
 * @param parts what a bundle is made of, each with its own units; empty for goods
 */
record OrderLineBody(
        String storeLineId,
        @Nullable String sku,
        String title,
        int ordered,
        Map<String, Integer> quantities,
        int cancelRequested,
        List<Part> parts) {

    /**
     * One SKU of a bundle.
     *
     * @param perUnit units of it in one bundle
     */
    record Part(
            @Nullable String sku,
            String title,
            int perUnit,
            int quantity,
            Map<String, Integer> quantities,
            int cancelRequested) {

        static Part of(LineView line) {
            return new Part(
                    line.sku(),
                    line.title(),
                    line.perUnit(),
                    line.quantity(),
                    words(line.units()),
                    line.cancelRequested());
        }
    }

    /** From the least to the most advanced; what will not be shipped counts last, for nothing is left to do. */
    private static final List<Bucket> PROGRESS = List.of(
            Bucket.OPEN,
            Bucket.WAITING,
            Bucket.ALLOCATED,
            Bucket.SENT,
            Bucket.ACCEPTED,
            Bucket.SHIPPED,
            Bucket.LOST,
            Bucket.RETURNING,
            Bucket.DELIVERED,
            Bucket.RETURNED,
            Bucket.CANCELLED);

    /** One for each line of the store, in its order. */
    static List<OrderLineBody> of(List<LineView> lines) {
        Map<String, List<LineView>> byStoreLine = new LinkedHashMap<>();
        lines.forEach(line -> byStoreLine
                .computeIfAbsent(line.storeLineId(), id -> new ArrayList<>())
                .add(line));
        return byStoreLine.values().stream().map(OrderLineBody::ofStoreLine).toList();
    }

    private static OrderLineBody ofStoreLine(List<LineView> parts) {
        LineView first = parts.getFirst();
        boolean plain = parts.size() == 1 && first.perUnit() == 1;
        return new OrderLineBody(
                first.storeLineId(),
                plain ? first.sku() : null,
                first.title(),
                first.storeQuantity(),
                plain ? words(first.units()) : bundleUnits(parts),
                parts.stream()
                        .mapToInt(part -> Math.ceilDiv(part.cancelRequested(), Math.max(1, part.perUnit())))
                        .max()
                        .orElse(0),
                plain ? List.of() : parts.stream().map(Part::of).toList());
    }

    private static Map<String, Integer> bundleUnits(List<LineView> parts) {
        List<Bucket> slowest =
                new ArrayList<>(Collections.nCopies(parts.getFirst().storeQuantity(), Bucket.CANCELLED));
        for (LineView part : parts) {
            List<Bucket> units = mostAdvancedFirst(part);
            for (int unit = 0; unit < slowest.size(); unit++) {
                int last = (unit + 1) * part.perUnit() - 1;
                Bucket here = last < units.size() ? units.get(last) : Bucket.CANCELLED;
                if (PROGRESS.indexOf(here) < PROGRESS.indexOf(slowest.get(unit))) {
                    slowest.set(unit, here);
                }
            }
        }
        Map<Bucket, Integer> counted = new LinkedHashMap<>();
        slowest.forEach(bucket -> counted.merge(bucket, 1, Integer::sum));
        return words(counted);
    }

    private static List<Bucket> mostAdvancedFirst(LineView part) {
        List<Bucket> units = new ArrayList<>();
        for (Bucket bucket : PROGRESS.reversed()) {
            units.addAll(Collections.nCopies(part.units().getOrDefault(bucket, 0), bucket));
        }
        return units;
    }

    private static Map<String, Integer> words(Map<Bucket, Integer> units) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (Bucket bucket : PROGRESS) {
            int count = units.getOrDefault(bucket, 0);
            if (count > 0) {
                words.put(Lists.word(bucket), count);
            }
        }
        return words;
    }
}
