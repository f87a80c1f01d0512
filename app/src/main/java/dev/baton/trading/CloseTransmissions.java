package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrderId;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Brings purchase orders' documents to rest when purchasing knows more than their attempts. */
@Component
class CloseTransmissions {

    private final Transmissions transmissions;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    CloseTransmissions(Transmissions transmissions, Work work, Tasks tasks, Clock clock) {
        this.transmissions = transmissions;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Closes the purchase order documents that pass the test. Work that waits for a person is removed; work that
     * may be running is left to find the transmission closed. Needs an open transaction.
     */
    void close(
            MerchantId merchant,
            List<PurchaseOrderId> purchaseOrders,
            Predicate<Transmission> which,
            TransmissionStatus to) {
        List<Transmission> rows = transmissions.lockOfPurchaseOrders(merchant, purchaseOrders).stream()
                .filter(row -> row.kind() == TransmissionKind.PURCHASE_ORDER && which.test(row))
                .toList();
        transmissions.close(merchant, rows.stream().map(Transmission::id).toList(), to, clock.instant());
        List<Transmission> withAPerson =
                rows.stream().filter(row -> StuckTasks.isStuck(row.status())).toList();
        work.remove(
                merchant,
                SendTransmissions.KIND,
                withAPerson.stream().map(row -> row.id().value()).toList());
        withAPerson.forEach(row -> StuckTasks.close(tasks, merchant, row.id(), to.name()));
    }
}
