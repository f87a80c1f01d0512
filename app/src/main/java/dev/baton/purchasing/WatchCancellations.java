package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.LeasedWork;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a person to call when a supplier did not say in time whether it can still leave units out. */
@Component
class WatchCancellations implements Watching {

    /** Kind of the task; its subject is the question. */
    static final String UNANSWERED = "purchasing.cancellation-unanswered";

    private final PurchasingDesk desk;
    private final PurchaseOrders purchaseOrders;
    private final Cancellations cancellations;
    private final SupplierLookup suppliers;

    WatchCancellations(
            PurchasingDesk desk, PurchaseOrders purchaseOrders, Cancellations cancellations, SupplierLookup suppliers) {
        this.desk = desk;
        this.purchaseOrders = purchaseOrders;
        this.cancellations = cancellations;
        this.suppliers = suppliers;
    }

    @Override
    public String kind() {
        return OpenCancellations.WATCH;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        desk.tenancy().run(merchant, () -> {
            desk.tasks()
                    .openAll(
                            merchant,
                            open(
                                    merchant,
                                    batch.stream()
                                            .map(item -> new CancellationId(item.subject()))
                                            .toList()));
            desk.work().finish(merchant, batch);
        });
    }

    private List<NewTask> open(MerchantId merchant, List<CancellationId> ids) {
        List<Cancellation> open = cancellations.findAll(merchant, ids).stream()
                .filter(question -> question.status() == Cancellation.Status.OPEN)
                .toList();
        Map<PurchaseOrderId, PurchaseOrder> of =
                purchaseOrders
                        .findAll(
                                merchant,
                                open.stream()
                                        .map(Cancellation::purchaseOrder)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(PurchaseOrder::id, Function.identity()));
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                of.values().stream().map(PurchaseOrder::supplier).distinct().toList());
        Map<CancellationId, List<CancellationLine>> lines = cancellations.lines(
                merchant, open.stream().map(Cancellation::id).toList());
        return open.stream()
                .map(question -> {
                    PurchaseOrder order = Objects.requireNonNull(of.get(question.purchaseOrder()));
                    return task(
                            question,
                            order,
                            Deadlines.of(terms, order.supplier()).name(),
                            lines.getOrDefault(question.id(), List.of()));
                })
                .toList();
    }

    private static NewTask task(
            Cancellation question, PurchaseOrder of, String supplier, List<CancellationLine> lines) {
        int units = lines.stream().mapToInt(CancellationLine::quantity).sum();
        return new NewTask(
                UNANSWERED,
                "cancellation",
                question.id().value(),
                supplier + " did not say whether it can still cancel " + units(units) + " of " + of.storeOrderName()
                        + " (" + of.number() + ")",
                "It was asked not to ship " + asked(lines) + " of " + of.number()
                        + ", and the agreed working hours are over. If nothing is done it may ship them. Call "
                        + supplier
                        + ", then record its answer.");
    }

    private static String asked(List<CancellationLine> lines) {
        TreeMap<Integer, Integer> byLine = new TreeMap<>();
        lines.forEach(each -> byLine.merge(each.line(), each.quantity(), Integer::sum));
        return byLine.entrySet().stream()
                .map(each -> units(each.getValue()) + " of line " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String units(int units) {
        return units + (units == 1 ? " unit" : " units");
    }
}
