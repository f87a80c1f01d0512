package dev.baton.orders;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A customer's answer to whether an order that looks like a repeat was meant: it goes on, or it is cancelled, by the same
 * acts a person here does it by. The lock on the sales order decides between an answer and whoever decides otherwise; the
 * first commit wins.
 */
@Component
public final class AnswerQuestion {

    /** The store is not told of what is cancelled here, and has the money. */
    static final String CANCELLED = "orders.cancelled-by-customer";

    private final Tenancy tenancy;
    private final LockOrders lock;
    private final Questions questions;
    private final ReleaseHolds releases;
    private final CancelOrders cancels;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    AnswerQuestion(
            Tenancy tenancy,
            LockOrders lock,
            Questions questions,
            ReleaseHolds releases,
            CancelOrders cancels,
            Tasks tasks,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.lock = lock;
        this.questions = questions;
        this.releases = releases;
        this.cancels = cancels;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was asked. */
    @Component("questionsAboutHolds")
    record Questions(CustomerQuestions rows, CustomerQuestionLookup lookup, OrderLookup orders) {}

    /** What an answer came to. */
    public enum Outcome {
        /** It is done as the customer said. */
        TAKEN,
        /** The customer had answered before; that answer stands. */
        ANSWERED_BEFORE,
        /** The hold had ended another way; nothing is changed. */
        DECIDED_OTHERWISE,
        /** The customer was never asked. */
        NOT_ASKED
    }

    /** Takes the answer to the latest the customer of the order was asked; opens a transaction or joins the caller's. */
    public Outcome answer(MerchantId merchant, SalesOrderId order, CustomerAnswer answer) {
        return tenancy.inTransaction(merchant, () -> {
            lock.lock(merchant, List.of(order));
            Optional<CustomerQuestion> asked = questions.lookup().ofOrder(merchant, order);
            if (asked.isEmpty()) {
                return Outcome.NOT_ASKED;
            }
            CustomerQuestion question = asked.get();
            if (question.answer() != null) {
                return Outcome.ANSWERED_BEFORE;
            }
            if (!question.open()) {
                return Outcome.DECIDED_OTHERWISE;
            }
            take(merchant, question, answer);
            return Outcome.TAKEN;
        });
    }

    private void take(MerchantId merchant, CustomerQuestion question, CustomerAnswer answer) {
        questions.rows().answer(merchant, question.hold(), answer, clock.instant());
        audit.record(
                merchant,
                List.of(new AuditEntry("AnswerQuestion", "hold", question.hold(), "ASKED", answer.name(), null)));
        switch (answer) {
            case SEND_BOTH ->
                releases.release(
                        merchant,
                        question.hold(),
                        "the customer says that this and " + question.repeats() + " were both meant");
            case CANCEL -> {
                cancels.cancel(
                        merchant,
                        question.order(),
                        new CancelRequest(
                                "the customer says that only " + question.repeats() + " was meant", Map.of()));
                tasks.open(merchant, inTheStore(merchant, question));
            }
        }
    }

    private NewTask inTheStore(MerchantId merchant, CustomerQuestion question) {
        String name = questions
                .orders()
                .find(merchant, question.order())
                .orElseThrow()
                .storeOrderName();
        return new NewTask(
                CANCELLED,
                "sales_order",
                question.order().value(),
                "Cancel and refund " + name + " in the store: the customer did not mean it",
                "Asked whether " + question.repeats() + " and " + name + " were both meant, the customer said no. It is"
                        + " cancelled here and nothing was sent. If nothing is done the store keeps the money. Cancel and"
                        + " refund it there: this closes once the store says so.");
    }
}
