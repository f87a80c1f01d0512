package dev.baton.orders;

import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.Ids;

/**
 * What it means that address, method, gift message or the customer's entries changed: unsent parts are planned
 * anew, and what suppliers know of is news to purchasing, which asks them.
 */
final class Readdressing {

    private Readdressing() {}

    /** {@code countryBefore} is the country the order went to until now; empty when it was unknown. */
    static void apply(OrderState state, String countryBefore, Ids ids) {
        state.mayBeServed = true;
        for (AllocationState allocation : state.allocations) {
            if (allocation.unsent()) {
                state.withdraw(allocation, ids.next(), "delivery details changed in the store");
            }
        }
        state.deliveryChanged = state.allocations.stream().anyMatch(each -> each.stage == Stage.SENT);
        holdForAnotherCountry(state, countryBefore, ids);
    }

    /** Another country is another price, other papers, perhaps another tax: nothing unsent goes there by itself. */
    private static void holdForAnotherCountry(OrderState state, String before, Ids ids) {
        String now = state.head.shipCountry();
        if (before.equals(now)) {
            return;
        }
        // what the store's SKU is made of may be something else in another country
        state.lines.forEach(ResolvedAnew::letGo);
        boolean back = false;
        for (HoldState hold : state.holds) {
            if (hold.open() && hold.kind == HoldKind.COUNTRY_CHANGED) {
                back |= hold.detail.startsWith(from(now));
                hold.release("the country changed again in the store", false);
            }
        }
        boolean unsent = state.lines.stream().anyMatch(line -> line.requiresShipping && line.toPlan() > 0);
        if (unsent && !back && !before.isEmpty() && !now.isEmpty()) {
            state.holds.add(new HoldState(
                    ids.next(),
                    null,
                    HoldKind.COUNTRY_CHANGED,
                    from(before) + now
                            + ": the store changed the country of the address. Check postage, tax and papers;"
                            + " release it to plan it for " + now + ", or cancel it.",
                    true));
        }
    }

    private static String from(String country) {
        return "From " + country + " to ";
    }
}
