package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.Cancellation.Status;
import dev.baton.purchasing.CancellationsOpened.OpenedCancellation;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the next waiting question to the supplier when no other is open, and watches for its answer. */
@Component
class OpenCancellations {

    /** Kind of the work that looks whether a question was answered in time; its subject is the question. */
    static final String WATCH = "purchasing.cancellation-due";

    private final Cancellations cancellations;
    private final SupplierLookup suppliers;
    private final Work work;
    private final Clock clock;
    private final ApplicationEventPublisher news;

    OpenCancellations(
            Cancellations cancellations,
            SupplierLookup suppliers,
            Work work,
            Clock clock,
            ApplicationEventPublisher news) {
        this.cancellations = cancellations;
        this.suppliers = suppliers;
        this.work = work;
        this.clock = clock;
        this.news = news;
    }

    /** Needs the locks of the purchase orders. */
    void openNext(MerchantId merchant, List<PurchaseOrder> locked) {
        Map<PurchaseOrderId, List<Cancellation>> all = cancellations.of(
                merchant, locked.stream().map(PurchaseOrder::id).toList());
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                locked.stream().map(PurchaseOrder::supplier).distinct().toList());
        Instant now = clock.instant();
        List<OpenedCancellation> opened = new ArrayList<>();
        List<NewWork> watches = new ArrayList<>();
        for (PurchaseOrder row : locked) {
            List<Cancellation> questions = all.getOrDefault(row.id(), List.of());
            if (questions.stream().anyMatch(question -> question.status() == Status.OPEN)) {
                continue;
            }
            questions.stream()
                    .filter(question -> question.status() == Status.WAITING)
                    .findFirst()
                    .ifPresent(question -> {
                        Instant respondBy = Deadlines.after(now, Deadlines.of(terms, row.supplier()));
                        cancellations.open(merchant, question.id(), respondBy);
                        opened.add(told(row, question));
                        watches.add(
                                new NewWork("purchasing", WATCH, question.id().value(), respondBy, false));
                    });
        }
        work.add(merchant, watches);
        if (!opened.isEmpty()) {
            news.publishEvent(new CancellationsOpened(merchant, opened));
        }
    }

    private static OpenedCancellation told(PurchaseOrder row, Cancellation question) {
        return new OpenedCancellation(
                question.id(),
                question.ordinal(),
                row.id(),
                row.number(),
                row.version(),
                row.supplier(),
                row.store(),
                row.subject());
    }
}
