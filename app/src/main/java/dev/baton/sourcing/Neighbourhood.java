package dev.baton.sourcing;

import org.jspecify.annotations.Nullable;

/** A whole plan and what it would become if a single line were filled otherwise, the rest staying as it is. */
final class Neighbourhood {
    static final int ANY_OFFER = -1;
    /** Most rounds of mending; each makes the plan better, so an order that needs more is good enough by then. */
    private static final int MOST_ROUNDS = 100;

    private final PlanSpace space;
    private final Options options;
    private final Load load;
    private Plan plan;

    Neighbourhood(Market market, PlanSpace space, Plan plan) {
        this.space = space;
        this.options = space.options;
        this.plan = plan;
        load = new Load(market, space);
        for (int option : plan.choice) {
            if (option != Options.NONE) {
                load.add(option);
            }
        }
    }

    /** What the plan takes. */
    Load load() {
        return load;
    }

    /**
     * Mends a plan that the node limit left unproven: as long as filling one line otherwise makes it better, it does.
     * After that no loser is shown as cheaper than what was chosen.
     */
    Plan improve() {
        boolean better = true;
        for (int round = 0; better && round < MOST_ROUNDS; round++) {
            better = false;
            for (int depth = 0; depth < space.depths(); depth++) {
                Plan changed = best(depth, ANY_OFFER);
                if (changed != null && changed.isBetterThan(plan)) {
                    replace(plan.choice[depth], changed.choice[depth]);
                    plan = changed;
                    better = true;
                }
            }
        }
        return plan;
    }

    /** The best plan that fills the line at the depth from the offer, wholly or in part; null where none is possible. */
    @Nullable
    Plan best(int depth, int offer) {
        int before = plan.choice[depth];
        replace(before, Options.NONE);
        int best = Options.NONE;
        long least = Long.MAX_VALUE;
        for (int i = space.from[depth]; i < space.from[depth + 1]; i++) {
            int option = space.sequence[i];
            // The sequence has whole lines first, which are better at any cost.
            boolean worse = best != Options.NONE && options.divisions(option) > options.divisions(best);
            if (worse || (offer != ANY_OFFER && !options.uses(option, offer)) || !load.fits(option)) {
                continue;
            }
            load.add(option);
            long cost = load.finalCost();
            load.remove(option);
            if (cost < least) {
                least = cost;
                best = option;
            }
        }
        replace(Options.NONE, before);
        return best == Options.NONE ? null : changed(depth, best, least);
    }

    private Plan changed(int depth, int option, long cost) {
        int[] choice = plan.choice;
        int rank = plan.rank - space.rankOf(choice[depth]) + space.rankOf(option);
        if (choice[depth] == option) {
            return new Plan(choice, rank, cost);
        }
        int[] copy = choice.clone();
        copy[depth] = option;
        return new Plan(copy, rank, cost);
    }

    private void replace(int before, int after) {
        if (before != Options.NONE) {
            load.remove(before);
        }
        if (after != Options.NONE) {
            load.add(after);
        }
    }
}
