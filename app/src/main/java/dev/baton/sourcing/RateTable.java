package dev.baton.sourcing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's price list for one parcel, by destination and weight.
 *
 * <p>The rows of the most specific zone that holds the destination apply, alone: longest postcode prefix, then region,
 * then country, then everywhere. Of them, the row with the smallest sufficient weight is the price. Reading the rows is
 * dear and asking is cheap: keep one instance per supplier and place, not one per order.
 */
public final class RateTable {
    /** The zone of a row that holds every destination. */
    public static final String EVERYWHERE = "*";

    /**
     * One price of the list.
     *
     * @param zone {@code *}, a country ({@code DE}), a region ({@code US-HI}) or a postcode prefix ({@code GB:BT})
     * @param maxWeightGrams heaviest parcel at this price, at least 1
     * @param priceMinor in minor units of {@code currency}, from 0 to 10¹²
     * @param currency ISO 4217
     */
    public record Row(String zone, int maxWeightGrams, long priceMinor, String currency) {
        public Row {
            boolean shaped = zone.equals(EVERYWHERE)
                    || zone.length() == 2
                    || (zone.length() > 3 && (zone.charAt(2) == '-' || zone.charAt(2) == ':'));
            if (!shaped || maxWeightGrams < 1) {
                throw new IllegalArgumentException("rate row out of range: " + zone + " " + maxWeightGrams + " g");
            }
            Exchange.refuseUnlessPrice(priceMinor, currency);
        }
    }

    private final List<Row> rows;
    private final Map<String, List<Zone>> byCountry = new HashMap<>();

    /**
     * Reads a price list.
     *
     * @throws IllegalArgumentException if a zone has two rows with the same weight; the list must be mended
     */
    public RateTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
        Map<String, List<Row>> byZone = new HashMap<>();
        for (Row row : rows) {
            byZone.computeIfAbsent(row.zone(), zone -> new ArrayList<>()).add(row);
        }
        byZone.forEach((name, its) -> {
            String country = name.equals(EVERYWHERE) ? EVERYWHERE : name.substring(0, 2);
            byCountry.computeIfAbsent(country, key -> new ArrayList<>()).add(new Zone(name, its));
        });
        byCountry.values().forEach(zones -> zones.sort(Zone.MOST_SPECIFIC_FIRST));
    }

    /** The rows as they were given. */
    public List<Row> rows() {
        return rows;
    }

    /** The rows that apply to a destination; null where the supplier has no price for it. */
    @Nullable
    Zone zoneFor(Destination destination) {
        List<Zone> zones = byCountry.get(destination.country());
        if (zones != null) {
            for (int i = 0; i < zones.size(); i++) {
                if (zones.get(i).holds(destination)) {
                    return zones.get(i);
                }
            }
        }
        List<Zone> everywhere = byCountry.get(EVERYWHERE);
        return everywhere == null ? null : everywhere.getFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateTable that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return "RateTable" + rows;
    }
}
