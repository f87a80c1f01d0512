package dev.baton.purchasing;

import dev.baton.orders.OrderLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.Cancellation.Status;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends cancellation questions: those that were answered, and those whose units have all left or were rejected
 * before an answer came. The next waiting question is put then. Needs the lock of the purchase order.
 */
@Component
class CloseCancellations {

    private final Cancellations cancellations;
    private final OpenCancellations opening;
    private final OrderLookup orders;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    CloseCancellations(
            Cancellations cancellations,
            OpenCancellations opening,
            OrderLookup orders,
            Work work,
            Tasks tasks,
            Clock clock) {
        this.cancellations = cancellations;
        this.opening = opening;
        this.orders = orders;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
    }

    void close(MerchantId merchant, PurchaseOrder of, Cancellation question, Status status, @Nullable String why) {
        cancellations.close(merchant, question.id(), status, clock.instant(), why);
        work.remove(merchant, OpenCancellations.WATCH, List.of(question.id().value()));
        tasks.closeFor(merchant, WatchCancellations.UNANSWERED, question.id().value(), "answered");
        endMoot(merchant, of);
        opening.openNext(merchant, List.of(of));
    }

    /** A question that waits for its turn is never put when its units were rejected or shipped meanwhile. */
    private void endMoot(MerchantId merchant, PurchaseOrder of) {
        cancellations.of(merchant, List.of(of.id())).getOrDefault(of.id(), List.of()).stream()
                .filter(question -> question.status() == Status.WAITING)
                .filter(question -> isMoot(merchant, asked(merchant, question)))
                .forEach(question ->
                        cancellations.close(merchant, question.id(), Status.OVERTAKEN, clock.instant(), null));
    }

    private List<CancellationLine> asked(MerchantId merchant, Cancellation question) {
        return cancellations.lines(merchant, List.of(question.id())).getOrDefault(question.id(), List.of());
    }

    /** Orders takes its own marks back when units are rejected or shipped; without marks nothing is to be asked. */
    private boolean isMoot(MerchantId merchant, List<CancellationLine> asked) {
        return orders.askedBack(
                        merchant,
                        asked.stream().map(CancellationLine::allocation).toList())
                .isEmpty();
    }

    /**
     * After an answer or a shipment: the open question ends when none of its units are to be left out any more.
     * Answers whether it has.
     */
    boolean overtaken(MerchantId merchant, PurchaseOrder of, List<PurchaseOrderLine> after) {
        Cancellation open = cancellations.of(merchant, List.of(of.id())).getOrDefault(of.id(), List.of()).stream()
                .filter(question -> question.status() == Status.OPEN)
                .findFirst()
                .orElse(null);
        if (open == null) {
            return false;
        }
        List<CancellationLine> asked = asked(merchant, open);
        if (!isMoot(merchant, asked)) {
            return false;
        }
        Map<Integer, PurchaseOrderLine> byNumber =
                after.stream().collect(Collectors.toMap(PurchaseOrderLine::line, Function.identity()));
        boolean left = asked.stream().anyMatch(each -> owed(byNumber.get(each.line())) > 0);
        boolean shipped = !left && asked.stream().anyMatch(each -> isShipped(byNumber.get(each.line())));
        if (shipped && !open.forOthers()) {
            tasks.open(merchant, task(of, open));
        }
        close(merchant, of, open, Status.OVERTAKEN, null);
        return true;
    }

    private static int owed(@Nullable PurchaseOrderLine line) {
        return line == null ? 0 : line.units().owed();
    }

    private static boolean isShipped(@Nullable PurchaseOrderLine line) {
        return line != null && line.units().shipped() > 0;
    }

    private static NewTask task(PurchaseOrder of, Cancellation question) {
        return new NewTask(
                "purchasing.cancellation-refused",
                "cancellation",
                question.id().value(),
                "The supplier shipped " + of.number() + " before it answered the cancellation",
                "The units reach the customer all the same. If nothing is done they are shipped and paid. "
                        + "Tell the customer, and agree on a return or let them keep the goods.");
    }
}
