package dev.baton.orders;

import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.orders.Margins.Landed;
import dev.baton.sourcing.Assignment;
import dev.baton.sourcing.FxRate;
import dev.baton.sourcing.FxRates;
import dev.baton.sourcing.GroupCost;
import dev.baton.sourcing.Origin;
import dev.baton.sourcing.SourcingDecision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lines cost landed: the goods, and their share of the fee and the shipping of the purchase order they are on. */
final class LandedCosts {

    private LandedCosts() {}

    /**
     * Each assignment's share of its group's fee and shipping, by the value of its goods, else by units: 10⁻⁶ of the
     * book currency.
     */
    static Map<Assignment, Long> beside(SourcingDecision decision) {
        Map<Origin, GroupCost> groups = new HashMap<>();
        decision.groups().forEach(group -> groups.put(group.origin(), group));
        Map<Origin, Long> units = new HashMap<>();
        decision.assignments().forEach(each -> units.merge(each.origin(), (long) each.quantity(), Long::sum));
        Map<Assignment, Long> shares = new HashMap<>();
        for (Assignment each : decision.assignments()) {
            GroupCost group = groups.get(each.origin());
            if (group == null) {
                continue;
            }
            long whole = group.feeMicros() + group.shippingMicros();
            boolean byValue = group.goodsMicros() > 0;
            BigDecimal part = BigDecimal.valueOf(byValue ? each.goodsMicros() : each.quantity());
            BigDecimal all = BigDecimal.valueOf(byValue ? group.goodsMicros() : units.getOrDefault(each.origin(), 1L));
            shares.put(
                    each,
                    BigDecimal.valueOf(whole)
                            .multiply(part)
                            .divide(all, MathContext.DECIMAL64)
                            .longValue());
        }
        return shares;
    }

    /** As a decision has it; what other units of the order's lines cost already stands beside it. */
    static Map<OrderLineId, Landed> of(OrderState state, SourcingDecision decision, FxRates rates) {
        Map<OrderLineId, Landed> landed = of(state, Map.of(), rates);
        Map<Assignment, Long> beside = beside(decision);
        for (Assignment each : decision.assignments()) {
            long cost = each.goodsMicros() + beside.getOrDefault(each, 0L);
            landed.merge(
                    new OrderLineId(each.lineId()),
                    new Landed(each.quantity(), cost),
                    (one, other) -> one.plus(other.units(), other.micros()));
        }
        return landed;
    }

    /** As the allocations have it; what is unsent costs what its offer costs now, where that is given. */
    static Map<OrderLineId, Landed> of(OrderState state, Map<OfferId, Offer> now, FxRates rates) {
        Map<OrderLineId, Landed> landed = new HashMap<>();
        for (AllocationState each : state.allocations) {
            int units = each.quantity - each.rejected - each.cancelled;
            if (each.stage == AllocationState.Stage.WITHDRAWN || units <= 0) {
                continue;
            }
            Offer offer = each.unsent() ? now.get(each.offer) : null;
            Long goods = offer == null
                    ? book(each.unitCostMicros, each.currency, units, rates)
                    : book(offer.cost().at(units), offer.currency(), units, rates);
            if (goods != null) {
                long cost = goods + each.besideMicros;
                landed.merge(
                        each.line, new Landed(units, cost), (one, other) -> one.plus(other.units(), other.micros()));
            }
        }
        return landed;
    }

    private static @Nullable Long book(long unitCostMicros, String currency, int units, FxRates rates) {
        BigDecimal cost = BigDecimal.valueOf(unitCostMicros).multiply(BigDecimal.valueOf(units));
        if (currency.equals(rates.bookCurrency())) {
            return cost.longValueExact();
        }
        FxRate rate = rates.byCurrency().get(currency);
        return rate == null
                ? null
                : (Long) cost.multiply(BigDecimal.valueOf(rate.rateMicros()))
                        .movePointLeft(6)
                        .longValue();
    }
}
