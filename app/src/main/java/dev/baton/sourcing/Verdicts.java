package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.DividesMoreLines;
import dev.baton.sourcing.Verdict.Dominated;
import dev.baton.sourcing.Verdict.FillsFewerLines;
import dev.baton.sourcing.Verdict.NoShippingRate;
import dev.baton.sourcing.Verdict.StockTakenByOtherLines;
import java.util.Arrays;

/**
 * Why each offer was chosen for a line or lost it. An offer that could have shipped the line is answered by planning the
 * order again with it, so that "dearer" counts everything that would change, not only the line.
 */
final class Verdicts {
    /** Nodes that one order's explanation may take beyond the decision's own; then single changes are compared. */
    static final int NODE_LIMIT = 1_000;

    private final Market market;
    private final Eligibility eligibility;
    private final PlanSpace space;
    private final Options options;
    private final Search search;
    private final Plan best;
    private final Neighbourhood around;
    private final Load placed;
    private final int[] depthOf;
    private long nodesLeft;

    /** @param searched whether the best plan is the best of its space, so that planning again can be compared with it */
    Verdicts(Market market, Eligibility eligibility, PlanSpace space, Search search, Plan best, boolean searched) {
        this.market = market;
        this.eligibility = eligibility;
        this.space = space;
        this.options = space.options;
        this.search = search;
        this.best = best;
        nodesLeft = searched ? NODE_LIMIT : 0;
        around = new Neighbourhood(market, space, best);
        placed = around.load();
        depthOf = new int[market.lines.length];
        Arrays.fill(depthOf, Options.NONE);
        for (int depth = 0; depth < space.depths(); depth++) {
            depthOf[space.lineAt[depth]] = depth;
        }
    }

    /** The plan's weights and purchase orders. */
    Load placed() {
        return placed;
    }

    /** The option that fills the line, or {@link Options#NONE}. */
    int chosenFor(int line) {
        return depthOf[line] == Options.NONE ? Options.NONE : best.choice[depthOf[line]];
    }

    Verdict of(int line, int offer) {
        int chosen = chosenFor(line);
        if (chosen != Options.NONE && options.uses(chosen, offer)) {
            return new Chosen(options.offerA[chosen] == offer ? options.unitsA[chosen] : options.unitsB[chosen]);
        }
        Verdict alone = eligibility.alone(line, offer);
        boolean divided = chosen != Options.NONE && options.divisions(chosen) == 1;
        if (alone != null && !(divided && isInAnyOption(line, offer))) {
            return alone;
        }
        int dominator = eligibility.dominatedBy(offer);
        if (alone == null && dominator != Eligibility.NOBODY) {
            return new Dominated(
                    market.offers[dominator].offerId(),
                    eligibility.landed(line, offer) - eligibility.landed(line, dominator));
        }
        return chosen == Options.NONE ? obstacle(line, offer) : compared(line, offer);
    }

    private boolean isInAnyOption(int line, int offer) {
        for (int option = options.first[line]; option < options.first[line + 1]; option++) {
            if (options.uses(option, offer)) {
                return true;
            }
        }
        return false;
    }

    private Verdict compared(int line, int offer) {
        int depth = depthOf[line];
        Plan changed = around.best(depth, offer);
        Plan other = changed;
        boolean proven = false;
        if (nodesLeft > 0) {
            other = search.solveWith(depth, offer, best, changed, nodesLeft);
            nodesLeft -= search.nodes();
            proven = search.isComplete() && !options.sampled;
        }
        if (other == null || (!proven && other.rank > best.rank)) {
            return obstacle(line, offer);
        }
        int fewer = other.rank / space.unfilled - best.rank / space.unfilled;
        if (fewer > 0) {
            return new FillsFewerLines(fewer);
        }
        return other.rank > best.rank
                ? new DividesMoreLines(other.rank - best.rank)
                : new DearerInTotal(Math.max(0, other.cost - best.cost), proven);
    }

    /** What in the plan as it stands keeps the offer from filling the line beside the other lines. */
    private Verdict obstacle(int line, int offer) {
        int wanted = market.lines[line].quantity();
        int left = Math.max(0, placed.left(offer));
        if (left < wanted) {
            return new StockTakenByOtherLines(left, wanted);
        }
        int lane = market.laneOfOffer[offer];
        int chosen = chosenFor(line);
        long own = 0;
        if (chosen != Options.NONE) {
            own += options.laneA[chosen] == lane ? options.gramsA[chosen] : 0;
            own += options.laneB[chosen] == lane ? options.gramsB[chosen] : 0;
        }
        long grams = placed.grams(lane) - own + (long) wanted * market.offers[offer].weightGrams();
        return new NoShippingRate(market.request.destination().country(), grams);
    }
}
