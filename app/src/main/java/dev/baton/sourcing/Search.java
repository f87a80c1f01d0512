package dev.baton.sourcing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first branch and bound over the plan space. It stops after a number of nodes, never after a time, so that a
 * decision replays. A branch is left when it cannot be strictly better than the best plan: among equals the one met first
 * in the fixed order stays.
 */
final class Search {
    private static final int NOWHERE = -1;
    /** Shorter orders are searched sooner than a second bound is prepared. */
    private static final int RISING_FROM_LINES = 5;

    private final PlanSpace space;
    private final Bound flat;
    private final @Nullable Bound rising;
    private final Load load;
    private final int[] choice;
    private Plan best;
    private @Nullable Plan target;
    private int skip;
    private long nodeLimit;
    private long nodes;
    private long frontier;

    Search(Market market, PlanSpace space) {
        this.space = space;
        this.flat = new Bound(space, new Slopes(space, false));
        this.rising = space.depths() < RISING_FROM_LINES ? null : new Bound(space, new Slopes(space, true));
        this.load = new Load(market, space);
        this.choice = new int[space.depths()];
        this.best = nothing();
    }

    /** The best plan that the nodes allow. */
    Plan solve(long limit) {
        begin(greedy(), null, limit);
        descend(0, 0);
        return best;
    }

    /**
     * The best plan in which the offer ships the line at the depth, wholly or in part.
     *
     * @param optimum the best plan of all; the search ends when it is equalled
     * @param known a plan with that offer to start from, or null
     * @return null where the nodes did not suffice to find any
     */
    @Nullable
    Plan solveWith(int depth, int offer, Plan optimum, @Nullable Plan known, long limit) {
        Plan worst = new Plan(choice, Integer.MAX_VALUE, Long.MAX_VALUE);
        begin(known == null ? worst : known, optimum, limit);
        skip = depth;
        for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
            int option = space.sequence[i];
            if (space.options.uses(option, offer) && load.fits(option)) {
                load.add(option);
                choice[depth] = option;
                // The rest of the ranks still counts this line's least, so take it out until the line is passed.
                visit(0, space.options.divisions(option) - space.rankAt(depth));
                load.remove(option);
            }
        }
        return best.rank == Integer.MAX_VALUE ? null : best;
    }

    /** Nodes taken by the last search. */
    long nodes() {
        return nodes;
    }

    /** Whether the last search looked at everything it had to. */
    boolean isComplete() {
        return frontier == Long.MAX_VALUE;
    }

    /** What a plan in the part not looked at costs at least; the highest long where nothing was left out. */
    long frontier() {
        return frontier;
    }

    /** The least that any plan which weighs as little as possible costs. */
    long rootBound() {
        return flat.of(0, load, NOWHERE, Long.MAX_VALUE);
    }

    private void begin(Plan start, @Nullable Plan until, long limit) {
        best = start;
        target = until;
        skip = NOWHERE;
        nodeLimit = limit;
        nodes = 0;
        frontier = Long.MAX_VALUE;
    }

    private void descend(int depth, int rank) {
        if (depth == choice.length) {
            long cost = load.finalCost();
            if (rank < best.rank || cost < best.cost) {
                best = new Plan(choice.clone(), rank, cost);
            }
            return;
        }
        if (depth == skip) {
            visit(depth + 1, rank + space.rankAt(depth));
            return;
        }
        for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
            int option = space.sequence[i];
            if (load.fits(option)) {
                load.add(option);
                choice[depth] = option;
                visit(depth + 1, rank + space.options.divisions(option));
                load.remove(option);
            }
        }
        choice[depth] = Options.NONE;
        visit(depth + 1, rank + space.unfilled);
    }

    private void visit(int depth, int rank) {
        int least = rank + space.restRank[depth];
        if (least > best.rank || (target != null && !target.isBetterThan(best))) {
            return;
        }
        long cost = least == best.rank ? bound(depth) : load.cost();
        if (least == best.rank && cost >= best.cost) {
            return;
        }
        if (nodes >= nodeLimit) {
            frontier = Math.min(frontier, cost);
            return;
        }
        nodes++;
        descend(depth, rank);
    }

    private long bound(int depth) {
        long cost = flat.of(depth, load, skip, best.cost);
        if (rising == null || cost >= best.cost) {
            return cost;
        }
        return Math.max(cost, rising.of(depth, load, skip, best.cost));
    }

    /** Each line in turn takes what is cheapest now: a first plan, found even if the nodes do not reach one. */
    private Plan greedy() {
        for (int depth = 0; depth < choice.length; depth++) {
            choice[depth] = cheapestNow(depth);
            if (choice[depth] != Options.NONE) {
                load.add(choice[depth]);
            }
        }
        Plan plan = planOf(choice);
        for (int option : choice) {
            if (option != Options.NONE) {
                load.remove(option);
            }
        }
        return plan;
    }

    private int cheapestNow(int depth) {
        int cheapest = Options.NONE;
        int divisions = 0;
        long least = Long.MAX_VALUE;
        for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
            int option = space.sequence[i];
            boolean worse = cheapest != Options.NONE && space.options.divisions(option) > divisions;
            if (worse || !load.fits(option)) {
                continue;
            }
            load.add(option);
            if (load.cost() < least) {
                least = load.cost();
                cheapest = option;
                divisions = space.options.divisions(option);
            }
            load.remove(option);
        }
        return cheapest;
    }

    private Plan planOf(int[] choices) {
        int rank = 0;
        for (int option : choices) {
            rank += space.rankOf(option);
        }
        return new Plan(choices.clone(), rank, load.finalCost());
    }

    private Plan nothing() {
        int[] none = new int[choice.length];
        Arrays.fill(none, Options.NONE);
        return planOf(none);
    }
}
