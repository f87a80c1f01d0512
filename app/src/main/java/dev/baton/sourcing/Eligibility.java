package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.AmountOutOfRange;
import dev.baton.sourcing.Verdict.BelowMinimum;
import dev.baton.sourcing.Verdict.InsufficientStock;
import dev.baton.sourcing.Verdict.NoShippingRate;
import dev.baton.sourcing.Verdict.OtherSupplierPinned;
import dev.baton.sourcing.Verdict.PackMismatch;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which offer could fill which line if the line were the whole order, and which offers need not be tried because another
 * from the same place is never worse.
 */
final class Eligibility {
    static final int NOBODY = -1;

    private final Market market;
    /** Where each line's verdicts begin in {@link #alone}. */
    private final int[] firstVerdict;

    private final @Nullable Verdict[] alone;
    private final long[] landed;
    private final int[] dominatedBy;

    Eligibility(Market market) {
        this.market = market;
        int lines = market.lines.length;
        firstVerdict = new int[lines];
        int size = 0;
        for (int line = 0; line < lines; line++) {
            int sku = market.skuOfLine[line];
            firstVerdict[line] = size - market.firstOffer[sku];
            size += market.firstOffer[sku + 1] - market.firstOffer[sku];
        }
        alone = new @Nullable Verdict[size];
        landed = new long[size];
        dominatedBy = new int[market.offers.length];
        Arrays.fill(dominatedBy, NOBODY);
        for (int line = 0; line < lines; line++) {
            judge(line);
        }
        for (int sku = 0; sku + 1 < market.firstOffer.length; sku++) {
            findDominated(sku);
        }
    }

    /** Why the offer cannot fill the line even if it were the whole order; null where it can. */
    @Nullable
    Verdict alone(int line, int offer) {
        return alone[firstVerdict[line] + offer];
    }

    /** Goods and lateness of the whole line from an offer that fits it alone. */
    long landed(int line, int offer) {
        return landed[firstVerdict[line] + offer];
    }

    /** The offer of the same SKU and origin that makes this one needless, or {@link #NOBODY}. */
    int dominatedBy(int offer) {
        return dominatedBy[offer];
    }

    /** Whether the offer may ship a part of the line at all. */
    boolean mayShipPart(int line, int offer) {
        UUID pinned = market.lines[line].pinnedSupplierId();
        Candidate candidate = market.offers[offer];
        return market.closed[offer] == null
                && dominatedBy[offer] == NOBODY
                && (pinned == null || pinned.equals(candidate.origin().supplierId()))
                && market.laneOf(offer).packs(candidate.weightGrams());
    }

    private void judge(int line) {
        int sku = market.skuOfLine[line];
        for (int offer = market.firstOffer[sku]; offer < market.firstOffer[sku + 1]; offer++) {
            alone[firstVerdict[line] + offer] = judge(line, offer);
        }
    }

    private @Nullable Verdict judge(int line, int offer) {
        Demand demand = market.lines[line];
        Candidate candidate = market.offers[offer];
        UUID pinned = demand.pinnedSupplierId();
        if (pinned != null && !pinned.equals(candidate.origin().supplierId())) {
            return new OtherSupplierPinned(pinned);
        }
        if (market.closed[offer] != null) {
            return market.closed[offer];
        }
        int wanted = demand.quantity();
        if (wanted < candidate.minimumQuantity()) {
            return new BelowMinimum(candidate.minimumQuantity(), wanted);
        }
        if (wanted % candidate.packSize() != 0) {
            return new PackMismatch(candidate.packSize(), wanted);
        }
        if (candidate.available() < wanted) {
            return new InsufficientStock(Math.max(0, candidate.available()), wanted);
        }
        Lane lane = market.laneOf(offer);
        long grams = (long) wanted * candidate.weightGrams();
        if (!lane.packs(candidate.weightGrams()) || !lane.carries(grams)) {
            return new NoShippingRate(market.request.destination().country(), grams);
        }
        long cost = market.landed(offer, wanted);
        landed[firstVerdict[line] + offer] = cost;
        return cost < 0 ? new AmountOutOfRange() : null;
    }

    private void findDominated(int sku) {
        int from = market.firstOffer[sku];
        int to = market.firstOffer[sku + 1];
        for (int offer = from; offer < to; offer++) {
            for (int other = from; other < to && dominatedBy[offer] == NOBODY; other++) {
                if (other != offer && dominates(other, offer, sku)) {
                    dominatedBy[offer] = other;
                }
            }
        }
        // The relation is transitive and has no cycle: name the one that is left at its end.
        for (int offer = from; offer < to; offer++) {
            while (dominatedBy[offer] != NOBODY && dominatedBy[dominatedBy[offer]] != NOBODY) {
                dominatedBy[offer] = dominatedBy[dominatedBy[offer]];
            }
        }
    }

    /**
     * Whether every plan that uses {@code worse} stays possible and gets no dearer with {@code better} in its place. The
     * same origin keeps fees and consignments; stock is safe only where {@code better} could serve the SKU's whole
     * demand, or where a single line wants the SKU, so that nobody else draws on it.
     */
    private boolean dominates(int better, int worse, int sku) {
        if (market.laneOfOffer[better] != market.laneOfOffer[worse]
                || market.closed[better] != null
                || market.closed[worse] != null) {
            return false;
        }
        Candidate a = market.offers[better];
        Candidate b = market.offers[worse];
        boolean enough =
                a.available() >= market.demandOfSku[sku] || (a.available() >= b.available() && linesOf(sku) == 1);
        boolean asLight = a.weightGrams() == b.weightGrams()
                || (a.weightGrams() < b.weightGrams() && market.laneOf(better).monotone);
        boolean asSoon = a.leadTimeDays() <= b.leadTimeDays();
        boolean asFew = b.packSize() % a.packSize() == 0 && a.minimumQuantity() <= b.minimumQuantity();
        if (!enough || !asLight || !asSoon || !asFew) {
            return false;
        }
        int cost = compareCost(better, worse, market.demandOfSku[sku]);
        boolean twin = cost == 0 && isNoBetter(b, a);
        return cost < 0 || (cost == 0 && (!twin || better < worse));
    }

    /** Whether {@code b}, already no better than {@code a} at the same cost, is no worse either where stock allows. */
    private static boolean isNoBetter(Candidate b, Candidate a) {
        return a.weightGrams() == b.weightGrams()
                && a.leadTimeDays() == b.leadTimeDays()
                && a.packSize() == b.packSize()
                && a.minimumQuantity() == b.minimumQuantity();
    }

    private int linesOf(int sku) {
        int lines = 0;
        for (int of : market.skuOfLine) {
            lines += of == sku ? 1 : 0;
        }
        return lines;
    }

    /**
     * Compares what a unit costs at every quantity up to the most: positive where left is dearer at any, negative where it
     * is cheaper at some and dearer at none.
     */
    private int compareCost(int left, int right, long most) {
        int compared = compareUnitCost(left, right, 1);
        for (int step = 0; step < 2; step++) {
            for (PriceBreak each : market.offers[step == 0 ? left : right].priceBreaks()) {
                int here = each.quantity() > most ? 0 : compareUnitCost(left, right, each.quantity());
                compared = here > 0 || compared > 0 ? 1 : Math.min(compared, here);
            }
        }
        return compared;
    }

    /** Compares unit cost times rate exactly, in 128 bits. */
    private int compareUnitCost(int left, int right, int units) {
        long leftCost = market.offers[left].unitCostMicros(units);
        long rightCost = market.offers[right].unitCostMicros(units);
        long leftRate = market.rateOfOffer[left];
        long rightRate = market.rateOfOffer[right];
        if (leftRate == rightRate) {
            return Long.compare(leftCost, rightCost);
        }
        int high = Long.compare(Math.multiplyHigh(leftCost, leftRate), Math.multiplyHigh(rightCost, rightRate));
        return high != 0 ? high : Long.compareUnsigned(leftCost * leftRate, rightCost * rightRate);
    }
}
