package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierTerms;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Purchase orders whose goods cost less than the minimum agreed with their supplier. Who ships what is decided all the
 * same: a person is told, once for each supplier however many there are.
 */
@Component
public class UnderMinimum {

    /** Kind of the task; its subject is the supplier. */
    static final String KIND = "purchasing.under-minimum";

    private final Tasks tasks;

    UnderMinimum(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A supplier, and the minimum a purchase order falls short of. */
    record Shortfall(SupplierTerms supplier, Money minimum) {

        String words() {
            return UnderMinimum.words(minimum);
        }
    }

    /** Null where nothing is agreed, or as much is ordered. */
    static @Nullable Shortfall of(List<PurchaseOrderLine> lines, String currency, @Nullable SupplierTerms terms) {
        Money minimum = terms == null ? null : undercut(lines, currency, terms);
        return minimum == null || terms == null ? null : new Shortfall(terms, minimum);
    }

    private static @Nullable Money undercut(List<PurchaseOrderLine> lines, String currency, SupplierTerms terms) {
        return terms.orderTerms().minimum() == null
                ? null
                : terms.orderTerms()
                        .undercut(
                                lines.stream()
                                        .filter(line -> !line.withdrawn())
                                        .mapToLong(line -> line.unitCostMicros()
                                                * line.units().quantity())
                                        .sum(),
                                currency);
    }

    /** What is to be said of one that is not answered yet; null = nothing. */
    public static @Nullable String words(PurchaseOrderView view, @Nullable SupplierTerms terms) {
        boolean open = view.answeredAt() == null && view.lines().stream().anyMatch(line -> !line.withdrawn());
        Money minimum = terms == null || !open ? null : undercut(view.lines(), view.currency(), terms);
        return minimum == null ? null : words(minimum);
    }

    private static String words(Money minimum) {
        return "under the agreed minimum of " + minimum.toDecimal() + " " + minimum.currency();
    }

    /** Opens a task for each supplier that has none; needs an open transaction of the merchant. */
    void tell(MerchantId merchant, Collection<Shortfall> all) {
        tasks.openMissing(merchant, all.stream().map(UnderMinimum::task).toList());
    }

    private static NewTask task(Shortfall each) {
        return new NewTask(
                KIND,
                "supplier",
                each.supplier().id().value(),
                "Purchase orders to " + each.supplier().name() + " are " + each.words(),
                "They go there as planned, each says so on its page, and the supplier may refuse them or charge more. Ask it"
                        + " whether it ships them, or agree another minimum. Say that it is done: the next one opens this again.");
    }
}
