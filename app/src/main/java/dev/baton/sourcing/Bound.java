package dev.baton.sourcing;

/**
 * What the lines not yet decided must cost at least, whatever is decided.
 *
 * <p>An undecided line costs at least its cheapest option, where an option in a lane without a purchase order also pays a
 * charge towards opening one. The charges of all lines on one lane never add up to more than opening it costs, so the sum
 * is never too high. How to divide the opening among the lines is found by dual ascent (D. Erlenkotter, "A dual-based
 * procedure for uncapacitated facility location", Operations Research 26, 1978): each line in turn raises what it is
 * ready to pay as far as the lanes it would pay have something left to be paid for.
 */
final class Bound {
    /** Up to so many lines the charges are found anew for every depth; beyond, the first ones serve all depths. */
    private static final int MOST_ROWS = 128;

    private final PlanSpace space;
    private final Slopes slopes;
    private final Options options;
    /** Where each depth's entries begin: one entry per line and lanes, the cheapest of the options that weigh least. */
    private final int[] first;

    private final int[] laneA;
    private final int[] laneB;
    private final long[] cost;
    /** Where each depth's charges begin, less its first entry, so that an entry's index can be added. */
    private final int[] row;

    private final long[] chargeA;
    private final long[] chargeB;

    Bound(PlanSpace space, Slopes slopes) {
        this.space = space;
        this.slopes = slopes;
        this.options = space.options;
        int depths = space.depths();
        first = new int[depths + 1];
        laneA = new int[space.sequence.length];
        laneB = new int[space.sequence.length];
        cost = new long[space.sequence.length];
        collect();
        row = new int[depths];
        int rows = Math.min(depths, depths <= MOST_ROWS ? depths : 1);
        int size = 0;
        for (int depth = 0; depth < rows; depth++) {
            row[depth] = size - first[depth];
            size += first[depths] - first[depth];
        }
        chargeA = new long[size];
        chargeB = new long[size];
        long[] opening = new long[space.lanes.length];
        for (int lane = 0; lane < opening.length; lane++) {
            opening[lane] = slopes.openingOf(lane);
        }
        for (int depth = rows - 1; depth >= 0; depth--) {
            fill(depth, opening.clone());
        }
    }

    /**
     * The least that a plan costs which has this load and fills the lines from the depth on.
     *
     * @param skip a depth already in the load, or -1
     * @param enough a cost from which on the caller does not care how much more it is
     */
    long of(int depth, Load load, int skip, long enough) {
        long sum = load.cost() - slopes.paidAhead(depth, load);
        for (int at = depth; at < first.length - 1 && sum < enough; at++) {
            if (at != skip) {
                sum += least(at, row[depth], load.uses);
            }
        }
        return sum;
    }

    private long least(int at, int charges, int[] uses) {
        long least = Long.MAX_VALUE;
        for (int entry = first[at]; entry < first[at + 1]; entry++) {
            long sum = cost[entry];
            if (uses[laneA[entry]] == 0) {
                sum += chargeA[charges + entry];
            }
            if (laneB[entry] != Options.NONE && uses[laneB[entry]] == 0) {
                sum += chargeB[charges + entry];
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private void collect() {
        int size = 0;
        for (int depth = 0; depth < space.depths(); depth++) {
            for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
                int option = space.sequence[i];
                if (options.divisions(option) == space.rankAt(depth)) {
                    size = collect(option, first[depth], size);
                }
            }
            first[depth + 1] = size;
        }
    }

    private int collect(int option, int start, int end) {
        int entry = start;
        while (entry < end && (laneA[entry] != options.laneA[option] || laneB[entry] != options.laneB[option])) {
            entry++;
        }
        long least = slopes.costOf(option);
        cost[entry] = entry < end ? Math.min(cost[entry], least) : least;
        laneA[entry] = options.laneA[option];
        laneB[entry] = options.laneB[option];
        return Math.max(end, entry + 1);
    }

    private void fill(int depth, long[] budget) {
        if (space.restRank[depth] > 0) {
            shareAmongDivided(depth, budget);
        }
        boolean raised = true;
        while (raised) {
            raised = false;
            for (int at = depth; at < first.length - 1; at++) {
                raised |= space.rankAt(at) == 0 && raise(at, row[depth], budget);
            }
        }
    }

    /** A line that must be divided pays equal shares; each of its lanes is charged once, whichever pair is taken. */
    private void shareAmongDivided(int depth, long[] budget) {
        int[] lines = new int[budget.length];
        for (int at = depth; at < first.length - 1; at++) {
            for (int lane = 0; lane < lines.length; lane++) {
                lines[lane] += touches(at, lane) ? 1 : 0;
            }
        }
        long[] opening = budget.clone();
        for (int at = depth; at < first.length - 1; at++) {
            if (space.rankAt(at) == 0) {
                continue;
            }
            for (int entry = first[at]; entry < first[at + 1]; entry++) {
                chargeA[row[depth] + entry] = opening[laneA[entry]] / lines[laneA[entry]];
                chargeB[row[depth] + entry] = opening[laneB[entry]] / lines[laneB[entry]];
            }
            for (int lane = 0; lane < lines.length; lane++) {
                budget[lane] -= touches(at, lane) ? opening[lane] / lines[lane] : 0;
            }
        }
    }

    private boolean touches(int at, int lane) {
        for (int entry = first[at]; entry < first[at + 1]; entry++) {
            if (laneA[entry] == lane || laneB[entry] == lane) {
                return true;
            }
        }
        return false;
    }

    /** Lets a line pay more: up to its next dearer option, or until one of its lanes is paid for. */
    private boolean raise(int at, int charges, long[] budget) {
        long paid = Long.MAX_VALUE;
        for (int entry = first[at]; entry < first[at + 1]; entry++) {
            paid = Math.min(paid, cost[entry] + chargeA[charges + entry]);
        }
        long by = Long.MAX_VALUE;
        for (int entry = first[at]; entry < first[at + 1]; entry++) {
            by = Math.min(by, cost[entry] <= paid ? budget[laneA[entry]] : cost[entry] - paid);
        }
        if (by == 0) {
            return false;
        }
        for (int entry = first[at]; entry < first[at + 1]; entry++) {
            if (cost[entry] <= paid) {
                chargeA[charges + entry] += by;
                budget[laneA[entry]] -= by;
            }
        }
        return true;
    }
}
