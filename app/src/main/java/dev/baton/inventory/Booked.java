package dev.baton.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Open deductions of units a supplier booked but did not ship: it can take them back, the newest first. */
final class Booked {

    private final Map<UUID, List<Deductions.Row>> byClaim = new HashMap<>();
    private final Map<Deductions.Key, Deductions.Row> reduced = new LinkedHashMap<>();

    Booked(List<Deductions.Row> open) {
        for (Deductions.Row row : open) {
            if (row.cause() != DeductionCause.SHIPPED) {
                byClaim.computeIfAbsent(row.key().claim(), none -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    int units(UUID claim) {
        return byClaim.getOrDefault(claim, List.of()).stream()
                .mapToInt(Deductions.Row::quantity)
                .sum();
    }

    void undo(UUID claim, int units) {
        int left = units;
        List<Deductions.Row> rows = byClaim.getOrDefault(claim, List.of());
        for (int i = rows.size() - 1; i >= 0 && left > 0; i--) {
            int taken = Math.min(left, rows.get(i).quantity());
            if (taken > 0) {
                Deductions.Row less = rows.get(i).less(taken);
                rows.set(i, less);
                reduced.put(less.key(), less);
                left -= taken;
            }
        }
    }

    List<Deductions.Row> reduced() {
        return List.copyOf(reduced.values());
    }
}
