package dev.baton.purchasing;

import dev.baton.orders.AllocationId;
import dev.baton.orders.AnswerCancellations;
import dev.baton.orders.AskedBack;
import dev.baton.orders.CancellationAnswer;
import dev.baton.orders.OrderLookup;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.purchasing.Cancellation.Status;
import dev.baton.purchasing.LineUnits.Step;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a supplier's answer whether it leaves out units it was already sent. */
@Component
public class AnswerCancellation {

    private final PurchasingDesk desk;
    private final AnswerCancellations answerCancellations;
    private final SentPurchaseOrders sentPurchaseOrders;
    private final Cancellations cancellations;
    private final CloseQuestions closing;
    private final OrderLookup orders;

    AnswerCancellation(
            PurchasingDesk desk,
            AnswerCancellations answerCancellations,
            SentPurchaseOrders sentPurchaseOrders,
            Cancellations cancellations,
            CloseQuestions closing,
            OrderLookup orders) {
        this.desk = desk;
        this.answerCancellations = answerCancellations;
        this.sentPurchaseOrders = sentPurchaseOrders;
        this.cancellations = cancellations;
        this.closing = closing;
        this.orders = orders;
    }

    /**
     * What the supplier said.
     *
     * @param reason its words; null = none
     */
    public record CancellationReply(
            CancellationId cancellation,
            boolean accepted,
            @Nullable String reason) {}

    /**
     * Takes the answer; opens a transaction. What the supplier leaves out is cancelled, or goes to another supplier at
     * once where it was asked back for that. The same answer again changes nothing; one that comes after the goods left
     * is taken as overtaken.
     *
     * @throws Problem UNKNOWN_PURCHASE_ORDER, UNKNOWN_CANCELLATION, or CANCELLATION_ANSWERED when the other answer
     *     was given before
     */
    public CancellationOutcome answer(
            MerchantId merchant, SupplierId supplier, String number, CancellationReply reply) {
        return desk.tenancy().inTransaction(merchant, () -> {
            SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, supplier, number);
            Cancellation question = question(merchant, open.head(), reply);
            Status wanted = reply.accepted() ? Status.AGREED : Status.REFUSED;
            if (question.status() == Status.OPEN) {
                conclude(merchant, open, question, new Verdict(wanted, reply.reason(), true));
                desk.news()
                        .publishEvent(new PurchaseOrdersAnswered(
                                merchant, List.of(open.head().id())));
            } else if (question.status() != wanted && question.status() != Status.OVERTAKEN) {
                throw new Problem(
                        PurchasingProblem.CANCELLATION_ANSWERED,
                        "This cancellation was answered the other way before; call the merchant to change it.",
                        "accepted");
            }
            return outcome(merchant, open, question.id());
        });
    }

    /**
     * The purchase order never reached the supplier and never will, so that the question answers itself: the units
     * are cancelled, or go to another supplier. Joins the caller's transaction or opens one; a question that is not open is left alone.
     */
    public void neverReceived(MerchantId merchant, CancellationId id, String why) {
        desk.tenancy().run(merchant, () -> {
            PurchaseOrderId of =
                    cancellations.findAll(merchant, List.of(id)).getFirst().purchaseOrder();
            SentPurchaseOrder open = sentPurchaseOrders.lock(merchant, of);
            Cancellation question = cancellations.findAll(merchant, List.of(id)).getFirst();
            if (question.status() == Status.OPEN) {
                conclude(merchant, open, question, new Verdict(Status.AGREED, why, false));
            }
        });
    }

    /** What was decided, why, and whether the supplier itself said so. */
    private record Verdict(Status status, @Nullable String why, boolean bySupplier) {}

    private Cancellation question(MerchantId merchant, PurchaseOrder of, CancellationReply reply) {
        return cancellations.findAll(merchant, List.of(reply.cancellation())).stream()
                .filter(found -> found.purchaseOrder().equals(of.id()) && found.status() != Status.WAITING)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        PurchasingProblem.UNKNOWN_CANCELLATION,
                        "No such cancellation was asked for " + of.number() + "; take the id from the document.",
                        "cancellationId"));
    }

    private void conclude(MerchantId merchant, SentPurchaseOrder open, Cancellation question, Verdict verdict) {
        Instant now = desk.clock().instant();
        Map<Integer, PurchaseOrderLine> lines = new LinkedHashMap<>();
        open.lines().forEach(line -> lines.put(line.line(), line));
        List<CancellationLine> answered = new ArrayList<>();
        List<CancellationAnswer> told = new ArrayList<>();
        List<CancellationLine> asks =
                cancellations.lines(merchant, List.of(question.id())).getOrDefault(question.id(), List.of());
        Map<AllocationId, AskedBack> still = new HashMap<>(orders.askedBack(
                merchant, asks.stream().map(CancellationLine::allocation).toList()));
        Left left = new Left(question.forOthers());
        for (CancellationLine asked : asks) {
            int units = 0;
            AskedBack back = still.getOrDefault(asked.allocation(), AskedBack.NONE);
            int wanted = Math.min(asked.quantity(), back.units());
            AskedBack of = back.first(wanted);
            still.put(asked.allocation(), back.without(of));
            PurchaseOrderLine line = Objects.requireNonNull(lines.get(asked.line()));
            if (verdict.status() == Status.AGREED) {
                Step step = line.units().cancel(wanted);
                lines.put(line.line(), line.with(step.after()));
                units = step.moved();
            }
            left.count(
                    of, units, Math.min(asked.quantity() - wanted, line.units().shipped()));
            answered.add(asked.withCancelled(units));
            tell(told, asked, units);
        }
        List<PurchaseOrderLine> after = List.copyOf(lines.values());
        PurchaseOrderStatus status = verdict.bySupplier()
                ? sentPurchaseOrders.writeAnswer(merchant, open, after, now)
                : sentPurchaseOrders.writeNeverReceived(merchant, open, after, now);
        cancellations.writeCancelled(merchant, answered);
        Crash.at("purchasing.cancellation-written");
        answerCancellations.answer(merchant, told);
        desk.tasks().openAll(merchant, tasks(open.head(), question, verdict.status(), left));
        desk.audit().record(merchant, List.of(entry(open.head(), question, status, verdict)));
        closing.answered(merchant, open, question, verdict.status(), verdict.why(), after);
        Crash.at("purchasing.cancellation-answered");
    }

    private static void tell(List<CancellationAnswer> told, CancellationLine asked, int units) {
        if (units > 0) {
            told.add(new CancellationAnswer(asked.allocation(), asked.request(), units, true));
        }
        if (units < asked.quantity()) {
            told.add(new CancellationAnswer(asked.allocation(), asked.request(), asked.quantity() - units, false));
        }
    }

    /** Units that come from this supplier although it was asked not to ship them: unwanted ones, and ones for others. */
    private static final class Left {

        private final boolean allForOthers;
        private int unwanted;
        private int forOthers;

        Left(boolean allForOthers) {
            this.allForOthers = allForOthers;
        }

        void count(AskedBack of, int leftOut, int shipped) {
            int others = Math.max(0, of.forOthers() - Math.max(0, leftOut - of.unwanted()));
            forOthers += others;
            unwanted += of.units() - leftOut - others;
            if (!allForOthers) {
                unwanted += shipped;
            }
        }
    }

    private static List<NewTask> tasks(PurchaseOrder of, Cancellation question, Status status, Left left) {
        if (left.unwanted > 0) {
            String title = status == Status.REFUSED
                    ? "The supplier ships " + of.number() + " although it was asked not to"
                    : "The supplier agreed to cancel " + of.number() + ", but part of it had left";
            return List.of(task(
                    question,
                    title,
                    units(left.unwanted, " reaches", " reach")
                            + " the customer all the same. If nothing is done they are shipped and paid. "
                            + "Tell the customer, and agree on a return or let them keep the goods."));
        }
        if (left.forOthers > 0) {
            return List.of(task(
                    question,
                    "The supplier keeps " + of.number() + ", which was to go to another",
                    units(left.forOthers, " stays", " stay")
                            + " with it, for it says that it ships. If nothing is done the customer waits for it. Nobody"
                            + " else gets them as long as it may ship; if they do not come, ask it again."));
        }
        return List.of();
    }

    private static String units(int units, String one, String many) {
        return units + (units == 1 ? " unit" + one : " units" + many);
    }

    private static NewTask task(Cancellation question, String title, String detail) {
        return new NewTask(
                "purchasing.cancellation-refused", "cancellation", question.id().value(), title, detail);
    }

    private CancellationOutcome outcome(MerchantId merchant, SentPurchaseOrder of, CancellationId id) {
        Cancellation question = cancellations.findAll(merchant, List.of(id)).getFirst();
        List<CancellationLine> lines =
                cancellations.lines(merchant, List.of(id)).getOrDefault(id, List.of());
        int asked = lines.stream().mapToInt(CancellationLine::quantity).sum();
        int cancelled = lines.stream().mapToInt(CancellationLine::cancelled).sum();
        int shipped = of.lines().stream()
                .filter(line -> lines.stream().anyMatch(asks -> asks.line() == line.line()))
                .mapToInt(line -> line.units().shipped())
                .sum();
        int gone = question.status() == Status.REFUSED ? 0 : Math.min(asked - cancelled, shipped);
        return new CancellationOutcome(of.head().number(), id, question.status(), cancelled, gone);
    }

    private static AuditEntry entry(
            PurchaseOrder head, Cancellation question, PurchaseOrderStatus after, Verdict verdict) {
        String who = verdict.bySupplier() ? "the supplier" : "its transmission";
        return new AuditEntry(
                "AnswerCancellation",
                "purchase_order",
                head.id().value(),
                head.status().name(),
                after.name(),
                (question.forOthers() ? "leaving it to others " : "cancellation ") + verdict.status() + " by " + who);
    }
}
