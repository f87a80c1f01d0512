package dev.baton.world.bench;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the posted orders ask for: three different SKUs each, drawn from a seed so that the same order number asks for
 * the same things in every run.
 *
 * @param skus what can be had; at least three, of letters, digits, dots, dashes and underscores
 * @param shortSkus what runs short; may be empty when nothing does
 * @param shortPerThousand of a thousand orders so many ask for one of {@code shortSkus} on their first line
 * @param shortArrives whether suppliers are expected to get those all the same, from the second best
 * @param shipTos where orders go, in turns; at least one
 */
public record OrderMix(
        List<String> skus,
        List<String> shortSkus,
        int shortPerThousand,
        boolean shortArrives,
        List<ShipTo> shipTos,
        long seed) {

    static final int UNITS_PER_ORDER = 4;

    private static final int LINES = 3;
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public OrderMix {
        skus = List.copyOf(skus);
        shortSkus = List.copyOf(shortSkus);
        shipTos = List.copyOf(shipTos);
        if (skus.size() < LINES || shipTos.isEmpty() || (shortPerThousand > 0 && shortSkus.isEmpty())) {
            throw new IllegalArgumentException("a mix needs three SKUs, an address, and SKUs that run short if any do");
        }
        for (var list : List.of(skus, shortSkus)) {
            for (var sku : list) {
                if (!SKU.matcher(sku).matches()) {
                    throw new IllegalArgumentException("not a SKU that can be written without escapes: " + sku);
                }
            }
        }
    }

    /**
     * A place that passes its country's address check. Street number and name of the customer differ by order, so that
     * no two look like the same order placed twice.
     */
    public record ShipTo(
            String street,
            String city,
            String zip,
            String province,
            String provinceCode,
            String country,
            String countryCode) {

        /** A German address whose postcode fits its town. */
        public static final ShipTo BERLIN =
                new ShipTo("Beispielstraße", "Berlin", "10115", "Berlin", "BE", "Germany", "DE");
    }

    boolean isShort(int order) {
        return Long.remainderUnsigned(scattered(order, LINES), 1_000) < shortPerThousand;
    }

    /** What suppliers are expected to get of this order in all. */
    int unitsExpected(int order) {
        return isShort(order) && !shortArrives ? 0 : UNITS_PER_ORDER;
    }

    /** The SKUs of the lines 1 to 3: never twice the same. */
    List<String> skusOf(int order) {
        int first = (int) Long.remainderUnsigned(scattered(order, 0), skus.size());
        int second = (int) Long.remainderUnsigned(scattered(order, 1), skus.size() - 1L);
        second += second >= first ? 1 : 0;
        int third = (int) Long.remainderUnsigned(scattered(order, 2), skus.size() - 2L);
        third += third >= Math.min(first, second) ? 1 : 0;
        third += third >= Math.max(first, second) ? 1 : 0;
        var firstSku = isShort(order)
                ? shortSkus.get((int) Long.remainderUnsigned(scattered(order, 0), shortSkus.size()))
                : skus.get(first);
        return List.of(firstSku, skus.get(second), skus.get(third));
    }

    ShipTo shipToOf(int order) {
        return shipTos.get(order % shipTos.size());
    }

    /** The finishing mix of SplitMix64 (Steele, Lea, Flood 2014): the same number for the same order, without a state. */
    private long scattered(int order, int draw) {
        long mixed = seed + (order * (LINES + 1L) + draw + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
