package dev.baton.sourcing;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every way each line could be filled: whole by one offer, or, only where no offer is sure to fill it, divided over two
 * offers of different origins in whole packs, each of them as many as its offer asks for. One option is one index into the arrays; {@code b} is {@link #NONE} for a
 * whole line.
 */
final class Options {
    static final int NONE = -1;
    /** Most divisions tried for one pair of offers; of more, the ends, evenly spaced ones between and the price breaks are. */
    static final int DIVISIONS_PER_PAIR = 64;
    /** Most divisions tried for one line, unless it has so many pairs that two each are more. */
    static final int DIVISIONS_PER_LINE = 4_096;

    /** Where each line's options begin; one more for the end. */
    final int[] first;

    int[] offerA;
    int[] offerB;
    int[] unitsA;
    int[] unitsB;
    int[] laneA;
    int[] laneB;
    long[] gramsA;
    long[] gramsB;
    /** Goods and lateness in book micros. */
    long[] cost;

    /** Whether a pair had more divisions than were tried. */
    boolean sampled;

    private final Market market;
    private final Eligibility eligibility;
    private int size;

    Options(Market market, Eligibility eligibility) {
        this.market = market;
        this.eligibility = eligibility;
        int capacity = 8 + market.lines.length * 4;
        offerA = new int[capacity];
        offerB = new int[capacity];
        unitsA = new int[capacity];
        unitsB = new int[capacity];
        laneA = new int[capacity];
        laneB = new int[capacity];
        gramsA = new long[capacity];
        gramsB = new long[capacity];
        cost = new long[capacity];
        first = new int[market.lines.length + 1];
        for (int line = 0; line < market.lines.length; line++) {
            addWhole(line);
            if (mayDivide(line)) {
                divide(line);
            }
            first[line + 1] = size;
        }
    }

    /** 1 for a divided line, else 0. */
    int divisions(int option) {
        return offerB[option] == NONE ? 0 : 1;
    }

    boolean uses(int option, int offer) {
        return offerA[option] == offer || offerB[option] == offer;
    }

    private void addWhole(int line) {
        int sku = market.skuOfLine[line];
        int units = market.lines[line].quantity();
        for (int offer = market.firstOffer[sku]; offer < market.firstOffer[sku + 1]; offer++) {
            if (eligibility.alone(line, offer) == null && eligibility.dominatedBy(offer) == Eligibility.NOBODY) {
                int option = next();
                put(option, offer, units, NONE, 0);
                cost[option] = eligibility.landed(line, offer);
            }
        }
    }

    /** Not where an offer fills the line even if every other line of the SKU drew on it too. */
    private boolean mayDivide(int line) {
        if (!market.request.policy().maySplitLine() || market.lines[line].quantity() < 2) {
            return false;
        }
        long wanted = market.demandOfSku[market.skuOfLine[line]];
        for (int option = first[line]; option < size; option++) {
            if (market.offers[offerA[option]].available() >= wanted) {
                return false;
            }
        }
        return true;
    }

    private void divide(int line) {
        int sku = market.skuOfLine[line];
        int from = market.firstOffer[sku];
        int to = market.firstOffer[sku + 1];
        int pairs = Math.max(1, (to - from) * (to - from - 1) / 2);
        int most = Math.max(2, Math.min(DIVISIONS_PER_PAIR, DIVISIONS_PER_LINE / pairs));
        for (int a = from; a < to; a++) {
            for (int b = a + 1; b < to && eligibility.mayShipPart(line, a); b++) {
                if (market.laneOfOffer[a] != market.laneOfOffer[b] && eligibility.mayShipPart(line, b)) {
                    divide(line, a, b, most);
                }
            }
        }
    }

    private void divide(int line, int a, int b, int most) {
        long quantity = market.lines[line].quantity();
        long packA = market.offers[a].packSize();
        long packB = market.offers[b].packSize();
        long highest = Math.min(mostOf(a), quantity - leastOf(b));
        long lowest = Math.max(leastOf(a), quantity - mostOf(b));
        long units = (lowest + packA - 1) / packA * packA;
        long step = packA / gcd(packA, packB) * packB;
        // Within one step every remainder by the other pack has been met.
        for (long end = Math.min(highest, units + step); units <= end && (quantity - units) % packB != 0; ) {
            units += packA;
        }
        if (units > highest || (quantity - units) % packB != 0) {
            return;
        }
        long ways = (highest - units) / step + 1;
        sampled |= most < ways;
        if (most >= ways) {
            for (long way = 0; way < ways; way++) {
                addDivision(a, (int) (units + way * step), b, (int) (quantity - units - way * step));
            }
            return;
        }
        SortedSet<Long> tried = new TreeSet<>();
        for (long way = 0; way < most; way++) {
            tried.add(way * (ways - 1) / (most - 1));
        }
        addEdges(market.offers[a], units, step, ways, tried);
        addEdges(market.offers[b], quantity - units, -step, ways, tried);
        for (long way : tried) {
            addDivision(a, (int) (units + way * step), b, (int) (quantity - units - way * step));
        }
    }

    /** Both sides of each price break, so that between two divisions that are tried the unit costs stay as they are. */
    private static void addEdges(Candidate offer, long first, long step, long ways, SortedSet<Long> tried) {
        for (PriceBreak each : offer.priceBreaks()) {
            long before = Math.floorDiv(each.quantity() - (step > 0 ? 1 : 0) - first, step);
            for (long way = before; way <= before + 1; way++) {
                if (way >= 0 && way < ways) {
                    tried.add(way);
                }
            }
        }
    }

    /** Units below which a part is not sold. */
    private long leastOf(int offer) {
        return Math.max(market.offers[offer].packSize(), market.offers[offer].minimumQuantity());
    }

    /** Units that are in stock and have a shipping price alone. */
    private long mostOf(int offer) {
        int unitGrams = market.offers[offer].weightGrams();
        long shippable = unitGrams == 0 ? Long.MAX_VALUE : market.laneOf(offer).mostGrams() / unitGrams;
        return Math.min(market.offers[offer].available(), shippable);
    }

    private void addDivision(int a, int partA, int b, int partB) {
        long costA = market.landed(a, partA);
        long costB = market.landed(b, partB);
        if (costA < 0 || costB < 0) {
            return;
        }
        int option = next();
        put(option, a, partA, b, partB);
        cost[option] = costA + costB;
    }

    private void put(int option, int a, int partA, int b, int partB) {
        offerA[option] = a;
        unitsA[option] = partA;
        laneA[option] = market.laneOfOffer[a];
        gramsA[option] = (long) partA * market.offers[a].weightGrams();
        offerB[option] = b;
        unitsB[option] = partB;
        laneB[option] = b == NONE ? NONE : market.laneOfOffer[b];
        gramsB[option] = b == NONE ? 0 : (long) partB * market.offers[b].weightGrams();
    }

    private int next() {
        if (size == cost.length) {
            int capacity = size * 2;
            offerA = Arrays.copyOf(offerA, capacity);
            offerB = Arrays.copyOf(offerB, capacity);
            unitsA = Arrays.copyOf(unitsA, capacity);
            unitsB = Arrays.copyOf(unitsB, capacity);
            laneA = Arrays.copyOf(laneA, capacity);
            laneB = Arrays.copyOf(laneB, capacity);
            gramsA = Arrays.copyOf(gramsA, capacity);
            gramsB = Arrays.copyOf(gramsB, capacity);
            cost = Arrays.copyOf(cost, capacity);
        }
        return size++;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
