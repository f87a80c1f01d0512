package dev.baton.orders;

import dev.baton.orders.AllocationState.Stage;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells a person of changes that no supplier can be asked about: goods taken off the order that have left, and money
 * that is not there any more, or may be taken back, for goods a supplier has. Each task names the order, the supplier and the difference.
 */
@Component
class AfterSending {

    private static final String SHIPPED = "orders.changed-after-shipping";
    private static final String TWICE = "orders.fulfilled-twice";
    private static final String UNPAID = "orders.unpaid-after-sending";
    private static final String RISKY = "orders.risky-after-sending";

    private final SupplierLookup suppliers;
    private final Tasks tasks;

    AfterSending(SupplierLookup suppliers, Tasks tasks) {
        this.suppliers = suppliers;
        this.tasks = tasks;
    }

    void tell(MerchantId merchant, Collection<OrderState> states) {
        List<NewTask> all = new ArrayList<>();
        for (OrderState state : states) {
            addShipped(merchant, state, state.tooLate, AfterSending::shipped, all);
            addShipped(merchant, state, state.shippedTwice, AfterSending::twice, all);
            if (state.overInStore) {
                tasks.closeFor(
                        merchant, AnswerQuestion.CANCELLED, state.head.id().value(), "the store says so, too");
            }
            if (state.moneyGone) {
                addSent(merchant, state, AfterSending::unpaid, all);
            }
            if (state.riskRaised) {
                addSent(merchant, state, AfterSending::risky, all);
            }
        }
        tasks.openAll(merchant, all);
    }

    /** Lines of which nothing left a supplier are no matter of goods: gift cards and the like. */
    private void addShipped(
            MerchantId merchant, OrderState state, Map<LineState, Integer> units, Wording wording, List<NewTask> all) {
        Set<OrderLineId> lines = units.keySet().stream().map(line -> line.id).collect(Collectors.toSet());
        String names = names(merchant, state, a -> a.shipped > 0 && lines.contains(a.line));
        if (!names.isEmpty()) {
            all.add(wording.task(state, names));
        }
    }

    private void addSent(MerchantId merchant, OrderState state, Wording wording, List<NewTask> all) {
        String names = names(merchant, state, a -> a.stage == Stage.SENT && a.outstanding() + a.shipped > 0);
        if (!names.isEmpty()) {
            all.add(wording.task(state, names));
        }
    }

    private interface Wording {
        NewTask task(OrderState state, String names);
    }

    private String names(MerchantId merchant, OrderState state, Predicate<AllocationState> which) {
        List<SupplierId> told = state.allocations.stream()
                .filter(which)
                .map(allocation -> allocation.supplier)
                .distinct()
                .toList();
        return told.isEmpty()
                ? ""
                : suppliers.terms(merchant, told).values().stream()
                        .map(SupplierTerms::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static NewTask shipped(OrderState state, String names) {
        return new NewTask(
                SHIPPED,
                "sales_order",
                state.head.id().value(),
                "The store took goods off " + state.head.storeOrderName() + " after " + names + " shipped them",
                goods(state.tooLate)
                        + ": on their way or there. If nothing is done the customer keeps them. Agree on a return with the"
                        + " customer, or let them keep the goods; then close this task.");
    }

    private static NewTask twice(OrderState state, String names) {
        return new NewTask(
                TWICE,
                "sales_order",
                state.head.id().value(),
                "Somebody fulfilled goods of " + state.head.storeOrderName() + " by hand that " + names + " shipped",
                goods(state.shippedTwice)
                        + ". If it was only marked in the store, close this task. If a second parcel went"
                        + " out, stop it or agree on a return.");
    }

    private static String goods(Map<LineState, Integer> units) {
        return units.entrySet().stream()
                .map(each -> each.getKey().title + " × " + each.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static NewTask unpaid(OrderState state, String names) {
        return new NewTask(
                UNPAID,
                "sales_order",
                state.head.id().value(),
                "The store says " + state.head.payment().name().toLowerCase(Locale.ROOT) + " of "
                        + state.head.storeOrderName() + ", which " + names + " has",
                "If nothing is done it is shipped without being paid. Ask the customer for the money, or cancel the order:"
                        + " " + names + " is asked not to ship what has not left.");
    }

    private static NewTask risky(OrderState state, String names) {
        return new NewTask(
                RISKY,
                "sales_order",
                state.head.id().value(),
                "The store sees a high risk of fraud by now in " + state.head.storeOrderName() + ", which " + names
                        + " has",
                "If nothing is done it is shipped on a payment that may be taken back. Look at the payment; if it should not"
                        + " go out, cancel the order: " + names + " is asked not to ship what has not left.");
    }
}
