package dev.baton.trading;

import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.AmendmentsPlanned;
import dev.baton.purchasing.AmendmentsPlanned.PlannedAmendment;
import dev.baton.purchasing.CancellationsOpened;
import dev.baton.purchasing.CounterOffersDecided;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrdersAnswered;
import dev.baton.purchasing.PurchaseOrdersIssued;
import dev.baton.purchasing.PurchaseOrdersWithdrawn;
import dev.baton.purchasing.RecallsOpened;
import dev.baton.purchasing.RemindersDue;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows purchasing's news with rows of its own: what has to leave is planned under a key fixed for ever, what
 * is not wanted or was answered is closed. Nothing is rendered here. Runs inside the transaction of the news.
 */
@Component
class PlanTransmissions {

    private final Transmissions transmissions;
    private final Work work;
    private final CloseTransmissions closing;
    private final Ids ids;
    private final Clock clock;

    PlanTransmissions(Transmissions transmissions, Work work, CloseTransmissions closing, Ids ids, Clock clock) {
        this.transmissions = transmissions;
        this.work = work;
        this.closing = closing;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void plan(PurchaseOrdersIssued issued) {
        Instant now = clock.instant();
        insert(
                issued.merchant(),
                issued.purchaseOrders().stream()
                        .map(each -> planned(
                                new Wanted(
                                        TransmissionKind.PURCHASE_ORDER,
                                        each.id(),
                                        each.id().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                TransmissionKeys.ofOrder(each.number(), each.version()),
                                now,
                                each.sendAfter()))
                        .toList());
    }

    @EventListener
    void plan(CancellationsOpened opened) {
        Instant now = clock.instant();
        insert(
                opened.merchant(),
                opened.cancellations().stream()
                        .map(each -> planned(
                                new Wanted(
                                        TransmissionKind.CANCELLATION,
                                        each.purchaseOrder(),
                                        each.id().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                TransmissionKeys.ofCancellation(each.number(), each.version(), each.ordinal()),
                                now,
                                now))
                        .toList());
    }

    @EventListener
    void plan(AmendmentsPlanned planned) {
        Instant now = clock.instant();
        insert(
                planned.merchant(),
                planned.amendments().stream()
                        .map(each -> planned(
                                new Wanted(
                                        each.reminder() ? TransmissionKind.REMINDER : TransmissionKind.AMENDMENT,
                                        each.purchaseOrder(),
                                        each.id().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                key(each),
                                now,
                                now))
                        .toList());
    }

    @EventListener
    void plan(CounterOffersDecided decided) {
        Instant now = clock.instant();
        insert(
                decided.merchant(),
                decided.offers().stream()
                        .map(each -> planned(
                                new Wanted(
                                        TransmissionKind.PRICE,
                                        each.purchaseOrder(),
                                        each.id().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                TransmissionKeys.ofPrice(each.number(), each.version(), each.ordinal()),
                                now,
                                now))
                        .toList());
    }

    @EventListener
    void plan(RecallsOpened opened) {
        Instant now = clock.instant();
        insert(
                opened.merchant(),
                opened.recalls().stream()
                        .map(each -> planned(
                                new Wanted(
                                        TransmissionKind.RECALL,
                                        each.purchaseOrder(),
                                        each.id().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                TransmissionKeys.ofRecall(each.number(), each.version(), each.ordinal()),
                                now,
                                now))
                        .toList());
    }

    @EventListener
    void plan(RemindersDue due) {
        Instant now = clock.instant();
        insert(
                due.merchant(),
                due.reminders().stream()
                        .map(each -> planned(
                                new Wanted(
                                        TransmissionKind.REMINDER,
                                        each.purchaseOrder(),
                                        each.purchaseOrder().value()),
                                new Parties(each.supplier(), each.store(), each.subject()),
                                TransmissionKeys.ofReminder(TransmissionKeys.ofOrder(each.number(), each.version())),
                                now,
                                now))
                        .toList());
    }

    /** What was never rendered is closed; its work finds it so and ends. */
    @EventListener
    void close(PurchaseOrdersWithdrawn withdrawn) {
        closing.close(
                withdrawn.merchant(),
                withdrawn.purchaseOrders(),
                row -> row.document() == null && row.status() != TransmissionStatus.WITHDRAWN,
                TransmissionStatus.WITHDRAWN);
    }

    /** The supplier's word proves that it has the purchase order, whatever our attempts came to. */
    @EventListener
    void close(PurchaseOrdersAnswered answered) {
        closing.close(
                answered.merchant(),
                answered.purchaseOrders(),
                row -> row.document() != null && row.status() != TransmissionStatus.ACKNOWLEDGED,
                TransmissionStatus.ACKNOWLEDGED);
    }

    private static String key(PlannedAmendment planned) {
        String key = TransmissionKeys.ofAmendment(planned.number(), planned.version(), planned.ordinal());
        return planned.reminder() ? TransmissionKeys.ofReminder(key) : key;
    }

    private record Wanted(TransmissionKind kind, PurchaseOrderId purchaseOrder, UUID about) {}

    private record Parties(SupplierId supplier, StoreId store, SubjectId subject) {}

    private Transmission planned(Wanted wanted, Parties parties, String key, Instant now, Instant sendAfter) {
        return new Transmission(
                new TransmissionId(ids.next()),
                wanted.kind(),
                wanted.purchaseOrder(),
                wanted.about(),
                parties.supplier(),
                parties.store(),
                parties.subject(),
                key,
                TransmissionStatus.PLANNED,
                now,
                sendAfter,
                null,
                0,
                Transmission.ATTEMPTS,
                null,
                0,
                null,
                null,
                null);
    }

    private void insert(MerchantId merchant, List<Transmission> planned) {
        Set<TransmissionId> fresh = transmissions.insertAll(merchant, planned);
        work.add(
                merchant,
                planned.stream()
                        .filter(row -> fresh.contains(row.id()))
                        .map(row -> work(row, row.sendAfter()))
                        .toList());
        Crash.at("trading.planned");
    }

    static NewWork work(Transmission row, Instant dueAt) {
        return new NewWork(
                "supplier:" + row.supplier().value(),
                SendTransmissions.KIND,
                row.id().value(),
                dueAt,
                true);
    }
}
