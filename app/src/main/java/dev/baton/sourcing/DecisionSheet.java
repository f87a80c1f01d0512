package dev.baton.sourcing;

import java.util.ArrayList;
import java.util.List;

/** Writes a plan down as the decision the rest of the product keeps. */
final class DecisionSheet {
    private final Market market;
    private final Options options;
    private final Verdicts verdicts;
    private final List<Assignment> assignments;
    private final List<UnassignedLine> unassigned = new ArrayList<>(0);
    private final List<Considered> considered;
    private final long[] goods;
    private final long[] lateness;
    private final List<List<FxRate>> rates;

    DecisionSheet(Market market, Options options, Verdicts verdicts) {
        this.market = market;
        this.options = options;
        this.verdicts = verdicts;
        assignments = new ArrayList<>(market.lines.length);
        considered = new ArrayList<>(market.offers.length);
        goods = new long[market.lanes.length];
        lateness = new long[market.lanes.length];
        rates = new ArrayList<>(market.lanes.length);
        for (Lane lane : market.lanes) {
            rates.add(lane.rates);
        }
    }

    /**
     * @param cost the plan's, with the split penalty counted for every purchase order
     * @param bound likewise, the least any plan costs
     */
    SourcingDecision decision(long cost, boolean exact, long bound, int nodes) {
        for (int line = 0; line < market.lines.length; line++) {
            write(line);
        }
        List<GroupCost> groups = groups();
        long penalty = market.exchange.penalty(market.request.policy().splitPenaltyMinor());
        // The first purchase order is not a split; the search counted it because a constant moves no choice.
        long first = groups.isEmpty() ? 0 : penalty;
        return new SourcingDecision(
                market.request.rates().bookCurrency(),
                assignments,
                groups,
                unassigned,
                considered,
                penalty * groups.size() - first,
                cost - first,
                exact,
                Math.max(0, bound - first),
                nodes);
    }

    private void write(int line) {
        int chosen = verdicts.chosenFor(line);
        if (chosen != Options.NONE) {
            assign(line, options.offerA[chosen], options.unitsA[chosen]);
            if (options.offerB[chosen] != Options.NONE) {
                assign(line, options.offerB[chosen], options.unitsB[chosen]);
            }
        }
        UnassignedLine.Reason reason = UnassignedLine.Reason.NO_OFFER;
        int sku = market.skuOfLine[line];
        for (int offer = market.firstOffer[sku]; offer < market.firstOffer[sku + 1]; offer++) {
            Verdict verdict = verdicts.of(line, offer);
            reason = later(reason, reasonOf(verdict));
            Candidate seen = market.offers[offer];
            int units = verdict instanceof Verdict.Chosen own ? own.quantity() : market.lines[line].quantity();
            considered.add(new Considered(
                    market.lines[line].lineId(),
                    seen.offerId(),
                    seen.origin(),
                    seen.available(),
                    seen.unitCostMicros(units),
                    seen.pricedFrom(units),
                    seen.currency(),
                    verdict));
        }
        if (chosen == Options.NONE) {
            Demand demand = market.lines[line];
            unassigned.add(new UnassignedLine(demand.lineId(), demand.skuId(), demand.quantity(), reason));
        }
    }

    private void assign(int line, int offer, int units) {
        Demand demand = market.lines[line];
        Candidate candidate = market.offers[offer];
        int lane = market.laneOfOffer[offer];
        long cost = market.goods(offer, units);
        long late = market.lateness(offer);
        goods[lane] += cost;
        lateness[lane] += late;
        rates.set(lane, market.exchange.noted(candidate.currency(), rates.get(lane)));
        assignments.add(new Assignment(
                demand.lineId(), demand.skuId(), candidate.offerId(), candidate.origin(), units, cost, late));
    }

    private List<GroupCost> groups() {
        Load placed = verdicts.placed();
        List<GroupCost> groups = new ArrayList<>(2);
        for (int lane = 0; lane < market.lanes.length; lane++) {
            if (placed.uses[lane] == 0) {
                continue;
            }
            Lane its = market.lanes[lane];
            long grams = placed.grams(lane);
            groups.add(new GroupCost(
                    its.origin,
                    goods[lane],
                    its.feeMicros,
                    its.price(grams),
                    lateness[lane] + its.reliabilityMicros,
                    grams,
                    its.parcels(grams),
                    rates.get(lane)));
        }
        return groups;
    }

    private static UnassignedLine.Reason later(UnassignedLine.Reason left, UnassignedLine.Reason right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private static UnassignedLine.Reason reasonOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OtherSupplierPinned v -> UnassignedLine.Reason.PIN_NOT_OFFERED;
            case Verdict.SupplierBlocked v -> UnassignedLine.Reason.ALL_PAUSED;
            case Verdict.CountryNotServed v -> UnassignedLine.Reason.NO_COUNTRY;
            case Verdict.CarrierNotAllowed v -> UnassignedLine.Reason.NO_CARRIER;
            case Verdict.NoFxRate v -> UnassignedLine.Reason.NO_FX;
            case Verdict.AmountOutOfRange v -> UnassignedLine.Reason.NOT_PRICEABLE;
            case Verdict.NoShippingRate v -> UnassignedLine.Reason.NO_RATE;
            case Verdict.BelowMinimum v -> UnassignedLine.Reason.BELOW_MINIMUM;
            case Verdict.PackMismatch v -> UnassignedLine.Reason.PACK_MISMATCH;
            case Verdict.InsufficientStock v -> UnassignedLine.Reason.NO_STOCK;
            case Verdict.StockTakenByOtherLines v -> UnassignedLine.Reason.NO_STOCK;
            case Verdict.Chosen v -> UnassignedLine.Reason.NO_OFFER;
            case Verdict.Dominated v -> UnassignedLine.Reason.NO_OFFER;
            case Verdict.DearerInTotal v -> UnassignedLine.Reason.NO_OFFER;
            case Verdict.FillsFewerLines v -> UnassignedLine.Reason.NO_OFFER;
            case Verdict.DividesMoreLines v -> UnassignedLine.Reason.NO_OFFER;
        };
    }
}
