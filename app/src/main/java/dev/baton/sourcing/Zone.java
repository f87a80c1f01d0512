package dev.baton.sourcing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The rows of a rate table for one zone, by rising weight and unpacked once, so that an order only multiplies. */
final class Zone {
    static final Comparator<Zone> MOST_SPECIFIC_FIRST =
            Comparator.comparingInt(Zone::specificity).reversed().thenComparing(zone -> zone.name);

    /** Rising, never empty. */
    final int[] maxWeightGrams;
    /** Price by weight step in micros of its own currency. */
    final long[] priceMicros;
    /** The currencies of the prices, each once. */
    final String[] currencies;
    /** Index into {@link #currencies} by weight step. */
    final int[] currencyAt;

    private final String name;
    private final String part;

    /** @throws IllegalArgumentException if two rows have the same weight */
    Zone(String name, List<RateTable.Row> rows) {
        this.name = name;
        this.part = name.length() <= 2 ? "" : name.substring(3);
        List<RateTable.Row> sorted = rows.stream()
                .sorted(Comparator.comparingInt(RateTable.Row::maxWeightGrams))
                .toList();
        maxWeightGrams = sorted.stream().mapToInt(RateTable.Row::maxWeightGrams).toArray();
        if (Arrays.stream(maxWeightGrams).distinct().count() < maxWeightGrams.length) {
            throw new IllegalArgumentException("two prices for the same weight to " + name);
        }
        priceMicros = sorted.stream()
                .mapToLong(row -> row.priceMinor() * Exchange.microsPerMinor(row.currency()))
                .toArray();
        List<String> distinct =
                sorted.stream().map(RateTable.Row::currency).distinct().toList();
        currencies = distinct.toArray(new String[0]);
        currencyAt = sorted.stream()
                .mapToInt(row -> distinct.indexOf(row.currency()))
                .toArray();
    }

    boolean holds(Destination destination) {
        if (part.isEmpty()) {
            return true;
        }
        return name.charAt(2) == ':'
                ? destination.postcodePrefix().startsWith(part)
                : destination.region().equals(part);
    }

    /** Postcode prefixes before regions, the longer the earlier, and regions before the country. */
    private int specificity() {
        if (part.isEmpty()) {
            return 0;
        }
        return name.charAt(2) == ':' ? 1 + part.length() : 1;
    }
}
