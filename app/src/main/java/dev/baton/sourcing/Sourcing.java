package dev.baton.sourcing;

/**
 * Decides which offers ship one order: as many lines as possible, as few divided as possible, at the lowest landed cost of
 * the whole. Pure and thread-safe; needs no transaction.
 *
 * <p>Exact within the policy's node limit: a branch and bound over lines, after offers have been set aside that another
 * from the same place makes needless. Beyond it, the best plan found comes with a bound on what a better one could save.
 * It is the fixed charge problem of facility location, so no method is fast on every order; see {@code PlanSpace} for the
 * bound.
 */
public final class Sourcing {
    private Sourcing() {}

    /**
     * Plans one order. A line that nobody can ship is returned as unassigned with its reason; the others get the best
     * plan.
     *
     * @throws IllegalArgumentException if a line or offer appears twice or a limit of the request is exceeded; the caller
     *     has a mistake to mend
     */
    public static SourcingDecision plan(SourcingRequest request) {
        Market market = new Market(request);
        Eligibility eligibility = new Eligibility(market);
        Options options = new Options(market, eligibility);
        PlanSpace space = new PlanSpace(market, options);
        Search search = new Search(market, space);
        Plan best = search.solve(request.policy().nodeLimit());
        int nodes = (int) search.nodes();
        boolean searched = search.isComplete();
        // Divisions left out of the space cannot beat a plan that fills every line whole.
        boolean exact = searched && (!options.sampled || best.rank == 0);
        long frontier = search.frontier();
        if (!searched) {
            best = new Neighbourhood(market, space, best).improve();
        }
        long bound = exact ? best.cost : Math.min(best.cost, lowerBound(best, frontier, space, search));
        Verdicts verdicts = new Verdicts(market, eligibility, space, search, best, searched);
        return new DecisionSheet(market, options, verdicts).decision(best.cost, exact, bound, nodes);
    }

    private static long lowerBound(Plan best, long frontier, PlanSpace space, Search search) {
        if (!space.options.sampled) {
            return frontier;
        }
        if (best.rank != space.restRank[0]) {
            return 0;
        }
        // A division between two that were tried may round two amounts down by a micro more than both of them.
        return Math.min(frontier, search.rootBound() - 2L * space.depths());
    }
}
