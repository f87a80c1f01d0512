package dev.baton.orders;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.Subjects;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Forgets who ordered: what the order was found by is deleted, then the person's key, so that no record, document or
 * mail of the person can be read again, one in an earlier backup included. The order and its figures stay.
 */
@Component
public final class EraseCustomer {

    private final Tenancy tenancy;
    private final LockOrders locks;
    private final OrderRows rows;
    private final CustomerRecords records;
    private final CustomerTokens tokens;
    private final Subjects subjects;
    private final Audit audit;

    EraseCustomer(
            Tenancy tenancy, LockOrders locks, OrderRows rows, Forgetting forgetting, Subjects subjects, Audit audit) {
        this.tenancy = tenancy;
        this.locks = locks;
        this.rows = rows;
        this.records = forgetting.records();
        this.tokens = forgetting.tokens();
        this.subjects = subjects;
        this.audit = audit;
    }

    /** What is known of customers. */
    @Component
    record Forgetting(CustomerRecords records, CustomerTokens tokens) {}

    /**
     * Erases the customer of an order; opens a transaction or joins the caller's. A repeat changes nothing.
     *
     * @throws Problem NOT_FOUND when the order is not this merchant's
     */
    public void erase(MerchantId merchant, SalesOrderId order) {
        tenancy.run(merchant, () -> {
            locks.lock(merchant, List.of(order));
            OrderState state = rows.look(merchant, List.of(order)).get(order);
            if (state == null) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no order of that id; list orders to find it.");
            }
            CustomerRecords.Content known =
                    records.read(merchant, List.of(state.head.customerRecord())).get(state.head.customerRecord());
            if (known == null) {
                return;
            }
            tokens.remove(merchant, order, tokens.of(merchant, known));
            subjects.erase(merchant, state.head.subject());
            audit.record(
                    merchant,
                    List.of(new AuditEntry("EraseCustomer", "sales_order", order.value(), "known", "erased", null)));
        });
    }
}
