package dev.baton.sourcing;

import java.util.Arrays;

/**
 * Each lane's shipping seen from below as a straight line: a base for the purchase order and a price per gram for its
 * lines. Either with the price per gram 0, which counts what a consignment costs at least, or rising with the weight,
 * which counts what each further line adds.
 */
final class Slopes {
    private static final int NEVER = -1;

    private final PlanSpace space;
    private final Options options;
    private final boolean rising;
    private final long[] perGram;
    private final long[] base;
    /** The last depth that can use the lane. */
    private final int[] lastDepth;

    private final long[] lightest;
    private final long[] heaviest;

    Slopes(PlanSpace space, boolean rising) {
        this.space = space;
        this.options = space.options;
        this.rising = rising;
        int lanes = space.lanes.length;
        perGram = new long[lanes];
        base = new long[lanes];
        lastDepth = new int[lanes];
        lightest = new long[lanes];
        heaviest = new long[lanes];
        Arrays.fill(lastDepth, NEVER);
        Arrays.fill(lightest, Long.MAX_VALUE);
        weigh();
        for (int lane = 0; lane < lanes; lane++) {
            if (lastDepth[lane] != NEVER) {
                perGram[lane] = rising ? space.lanes[lane].slope(heaviest[lane]) : 0;
                base[lane] = rising ? space.lanes[lane].base(perGram[lane]) : space.lanes[lane].floor(lightest[lane]);
            }
        }
    }

    /** An option's goods, lateness and its weight at the price per gram. */
    long costOf(int option) {
        int b = options.laneB[option];
        long cost = options.cost[option] + perGram[options.laneA[option]] * options.gramsA[option];
        return b == Options.NONE ? cost : cost + perGram[b] * options.gramsB[option];
    }

    /** What opening the lane costs at least; 0 where no option uses it. */
    long openingOf(int lane) {
        return lastDepth[lane] == NEVER ? 0 : space.opening[lane] + base[lane];
    }

    /**
     * How much the load has paid above the straight lines in lanes that the lines from the depth on may still use: their
     * weight may ride in what is already paid.
     */
    long paidAhead(int depth, Load load) {
        long sum = 0;
        for (int lane = 0; rising && lane < perGram.length; lane++) {
            if (load.uses[lane] > 0 && lastDepth[lane] >= depth) {
                sum += load.shipping(lane) - base[lane] - perGram[lane] * load.grams(lane);
            }
        }
        return sum;
    }

    private void weigh() {
        long[] here = new long[lastDepth.length];
        for (int depth = 0; depth < space.depths(); depth++) {
            Arrays.fill(here, 0);
            for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
                int option = space.sequence[i];
                weigh(options.laneA[option], options.gramsA[option], depth, here);
                if (options.laneB[option] != Options.NONE) {
                    weigh(options.laneB[option], options.gramsB[option], depth, here);
                }
            }
            for (int lane = 0; lane < here.length; lane++) {
                heaviest[lane] += here[lane];
            }
        }
    }

    private void weigh(int lane, long grams, int depth, long[] here) {
        here[lane] = Math.max(here[lane], grams);
        lightest[lane] = Math.min(lightest[lane], grams);
        lastDepth[lane] = depth;
    }
}
