package dev.baton.sourcing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One origin as this order sees it: what opening a purchase order there costs and what a consignment of a weight costs to
 * the destination, all in book micros.
 */
final class Lane {
    private static final int[] NO_LIMITS = {};
    private static final long[] NO_PRICES = {};

    final Origin origin;
    /** Why nothing can be shipped from here to this destination; null where it can. */
    final @Nullable Verdict closed;

    final long feeMicros;
    final long reliabilityMicros;
    /** Exchange rates behind fee and prices; empty where both are in book currency. */
    final List<FxRate> rates;
    /** Whether a heavier parcel never costs less, which makes the floor the price itself. */
    final boolean monotone;

    private final int parcelLimit;
    private final int[] limits;
    private final long[] prices;
    private final long[] floors;

    Lane(Origin origin, Verdict closed) {
        this.origin = origin;
        this.closed = closed;
        this.feeMicros = 0;
        this.reliabilityMicros = 0;
        this.rates = List.of();
        this.monotone = true;
        this.parcelLimit = 0;
        this.limits = NO_LIMITS;
        this.prices = NO_PRICES;
        this.floors = NO_PRICES;
    }

    Lane(Origin origin, Charges charges, int parcelLimit, int[] limits, long[] prices) {
        this.origin = origin;
        this.closed = null;
        this.feeMicros = charges.feeMicros();
        this.reliabilityMicros = charges.reliabilityMicros();
        this.rates = charges.rates();
        this.parcelLimit = parcelLimit;
        this.limits = limits;
        this.prices = prices;
        this.monotone = isRising(prices);
        this.floors = monotone ? prices : floors(prices);
    }

    /** What a purchase order costs whatever it weighs, in book micros, and the rates all of the lane's prices rest on. */
    record Charges(long feeMicros, long reliabilityMicros, List<FxRate> rates) {}

    private static boolean isRising(long[] prices) {
        for (int i = 1; i < prices.length; i++) {
            if (prices[i] < prices[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** For each weight step the lowest price from it upward. */
    private static long[] floors(long[] prices) {
        long[] floors = prices.clone();
        for (int i = floors.length - 2; i >= 0; i--) {
            floors[i] = Math.min(floors[i], floors[i + 1]);
        }
        return floors;
    }

    /** Whether one unit of the weight fits a parcel at all. */
    boolean packs(int unitGrams) {
        return parcelLimit == 0 || unitGrams <= parcelLimit;
    }

    /** Whether a consignment of the weight has a price; once it has none, no heavier one has. */
    boolean carries(long grams) {
        return grams <= mostGrams();
    }

    /** The heaviest consignment that has a price; every lighter one has one too. */
    long mostGrams() {
        int heaviest = limits[limits.length - 1];
        return parcelLimit > 0 && parcelLimit <= heaviest ? Long.MAX_VALUE : heaviest;
    }

    /** What a consignment of exactly this weight costs. */
    long price(long grams) {
        return price(grams, prices);
    }

    /** What a consignment of at least this weight costs, whatever is still added to it. */
    long floor(long grams) {
        return price(grams, floors);
    }

    /** Price per gram between the lightest parcel and a consignment of so many grams, low enough for {@link #base}. */
    long slope(long grams) {
        int heaviest = limits[limits.length - 1];
        long most = Math.min(grams, parcelLimit == 0 ? heaviest : Math.min(parcelLimit, heaviest));
        int last = step(most);
        long slope = last == 0 ? 0 : Math.max(0, (floors[last] - floors[0]) / (limits[last] - limits[0]));
        for (int i = 0; i < limits.length; i++) {
            slope = Math.min(slope, floors[i] / limits[i]);
        }
        return slope;
    }

    /** With the slope times the weight, never more than {@link #floor} of the weight; not negative. */
    long base(long slope) {
        long base = Long.MAX_VALUE;
        for (int i = 0; i < limits.length; i++) {
            base = Math.min(base, floors[i] - slope * limits[i]);
        }
        return base;
    }

    long parcels(long grams) {
        return parcelLimit == 0 || grams <= parcelLimit ? 1 : (grams + parcelLimit - 1) / parcelLimit;
    }

    private long price(long grams, long[] table) {
        if (parcelLimit == 0 || grams <= parcelLimit) {
            return table[step(grams)];
        }
        long full = grams / parcelLimit;
        long rest = grams % parcelLimit;
        // Full parcels stay full whatever is added, so their price is exact even in the floor.
        long price = full * prices[step(parcelLimit)];
        return rest == 0 ? price : price + table[step(rest)];
    }

    private int step(long grams) {
        int low = 0;
        int high = limits.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (limits[middle] < grams) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
