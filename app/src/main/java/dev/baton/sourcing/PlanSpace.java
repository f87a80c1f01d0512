package dev.baton.sourcing;

import java.util.Arrays;

/**
 * The order in which the search decides lines and tries options: the lines that shape the plan most first, options that
 * look cheap first, ties by line and offer id.
 */
final class PlanSpace {
    final Options options;
    final Lane[] lanes;
    /** Whether no lane charges less for more weight. */
    final boolean monotone;
    /** Fee, reliability and split penalty of one more purchase order, by lane. */
    final long[] opening;
    /** The line decided at each depth; lines that nobody can fill are not in it. */
    final int[] lineAt;
    /** Options in the order they are tried; those of a depth lie between {@code from[depth]} and {@code from[depth+1]}. */
    final int[] sequence;

    final int[] from;
    /** What leaving a line unfilled weighs against dividing lines: more than dividing all of them. */
    final int unfilled;
    /** The least of such weight that the depths from this one on must bring. */
    final int[] restRank;

    private final int[] rankAt;

    PlanSpace(Market market, Options options) {
        this.options = options;
        this.lanes = market.lanes;
        long splitPenalty = market.exchange.penalty(market.request.policy().splitPenaltyMinor());
        opening = new long[lanes.length];
        boolean neverFalls = true;
        for (int lane = 0; lane < lanes.length; lane++) {
            opening[lane] = lanes[lane].feeMicros + lanes[lane].reliabilityMicros + splitPenalty;
            neverFalls &= lanes[lane].monotone;
        }
        monotone = neverFalls;
        lineAt = hardestFirst();
        unfilled = lineAt.length + 1;
        from = new int[lineAt.length + 1];
        sequence = sequence();
        rankAt = new int[lineAt.length];
        restRank = restRank();
    }

    int depths() {
        return lineAt.length;
    }

    /** The least weight of the line at a depth: 0 where an offer fills it whole, 1 where it must be divided. */
    int rankAt(int depth) {
        return rankAt[depth];
    }

    /** The weight of one line so filled. */
    int rankOf(int option) {
        return option == Options.NONE ? unfilled : options.divisions(option);
    }

    /**
     * Lines without a choice first, then the heaviest: they settle early what opening purchase orders and parcels cost,
     * which is what makes the rest easy to bound.
     */
    private int[] hardestFirst() {
        int lines = options.first.length - 1;
        int[] order = new int[lines];
        long[] keys = new long[lines];
        int size = 0;
        for (int line = 0; line < lines; line++) {
            int from = options.first[line];
            int to = options.first[line + 1];
            if (from == to) {
                continue;
            }
            long key = to - from == 1 ? Long.MAX_VALUE : heaviest(from, to);
            int at = size++;
            for (; at > 0 && keys[at - 1] < key; at--) {
                order[at] = order[at - 1];
                keys[at] = keys[at - 1];
            }
            order[at] = line;
            keys[at] = key;
        }
        return Arrays.copyOf(order, size);
    }

    private long heaviest(int from, int to) {
        long grams = 0;
        for (int option = from; option < to; option++) {
            grams = Math.max(grams, options.gramsA[option] + options.gramsB[option]);
        }
        return grams;
    }

    /** How many lines could use each lane. */
    private int[] linesByLane() {
        int[] lines = new int[lanes.length];
        int[] seenAt = new int[lanes.length];
        for (int depth = 0; depth < lineAt.length; depth++) {
            int line = lineAt[depth];
            for (int option = options.first[line]; option < options.first[line + 1]; option++) {
                count(options.laneA[option], depth + 1, lines, seenAt);
                count(options.laneB[option], depth + 1, lines, seenAt);
            }
        }
        return lines;
    }

    private static void count(int lane, int mark, int[] lines, int[] seenAt) {
        if (lane != Options.NONE && seenAt[lane] != mark) {
            seenAt[lane] = mark;
            lines[lane]++;
        }
    }

    private int[] sequence() {
        int[] all = new int[options.first[options.first.length - 1]];
        long[] keys = new long[all.length];
        int[] lines = linesByLane();
        int size = 0;
        for (int depth = 0; depth < lineAt.length; depth++) {
            int start = size;
            for (int option = options.first[lineAt[depth]]; option < options.first[lineAt[depth] + 1]; option++) {
                int a = options.laneA[option];
                int b = options.laneB[option];
                long share = opening[a] / lines[a] + (b == Options.NONE ? 0 : opening[b] / lines[b]);
                keys[option] = options.cost[option] + share;
                all[size++] = option;
            }
            sort(all, start, size, keys);
            from[depth + 1] = size;
        }
        return all;
    }

    /** Shell sort by division, cost and option: options were made in the order of offer ids, so that decides ties. */
    private void sort(int[] all, int start, int end, long[] keys) {
        int gap = 1;
        while (gap < (end - start) / 3) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = start + gap; i < end; i++) {
                int option = all[i];
                int at = i;
                while (at - gap >= start && isBefore(option, all[at - gap], keys)) {
                    all[at] = all[at - gap];
                    at -= gap;
                }
                all[at] = option;
            }
        }
    }

    private boolean isBefore(int left, int right, long[] keys) {
        int divisions = options.divisions(left) - options.divisions(right);
        if (divisions != 0) {
            return divisions < 0;
        }
        return keys[left] != keys[right] ? keys[left] < keys[right] : left < right;
    }

    private int[] restRank() {
        int[] rest = new int[lineAt.length + 1];
        for (int depth = lineAt.length - 1; depth >= 0; depth--) {
            rankAt[depth] = options.divisions(sequence[from[depth]]);
            rest[depth] = rest[depth + 1] + rankAt[depth];
        }
        return rest;
    }
}
