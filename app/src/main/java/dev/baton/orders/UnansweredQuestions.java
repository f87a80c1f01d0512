package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a person, once the time a customer had to answer is over, that nobody answered and the order still waits. */
@Component
class UnansweredQuestions implements WorkHandler {

    /** Kind of the task; its subject is the order. */
    static final String SILENT = "orders.customer-silent";

    /** Kind of the work that waits for the answer; its subject is the hold. */
    static final String KIND = "orders.unanswered";

    private static final String QUEUE = "orders.questions";

    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Tenancy tenancy;
    private final CustomerQuestionLookup questions;
    private final OrderLookup orders;
    private final LockOrders lock;
    private final Tasks tasks;
    private final Work work;
    private final Clock clock;

    UnansweredQuestions(
            Tenancy tenancy,
            CustomerQuestionLookup questions,
            OrderLookup orders,
            LockOrders lock,
            Tasks tasks,
            Work work,
            Clock clock) {
        this.tenancy = tenancy;
        this.questions = questions;
        this.orders = orders;
        this.lock = lock;
        this.tasks = tasks;
        this.work = work;
        this.clock = clock;
    }

    static NewWork work(CustomerQuestion question) {
        return new NewWork(QUEUE, KIND, question.hold(), question.answerBy(), false);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            tenancy.run(merchant, () -> look(merchant, item));
        }
    }

    private void look(MerchantId merchant, LeasedWork item) {
        Optional<CustomerQuestion> asked = find(merchant, item);
        if (asked.isPresent()) {
            lock.lock(merchant, List.of(asked.get().order()));
            // read again under the lock: an answer that came meanwhile opens nothing
            Optional<CustomerQuestion> standing = find(merchant, item).filter(CustomerQuestion::open);
            if (standing.isPresent()) {
                CustomerQuestion question = standing.get();
                if (question.patientUntil().isAfter(clock.instant())) {
                    work.again(
                            merchant, item, question.patientUntil(), "the question left by mail later, or has not yet");
                    return;
                }
                tasks.open(merchant, silent(merchant, question));
            }
        }
        work.finish(merchant, List.of(item));
    }

    private Optional<CustomerQuestion> find(MerchantId merchant, LeasedWork item) {
        return Optional.ofNullable(
                questions.of(merchant, List.of(item.subject())).get(item.subject()));
    }

    private NewTask silent(MerchantId merchant, CustomerQuestion question) {
        String name = orders.find(merchant, question.order()).orElseThrow().storeOrderName();
        return new NewTask(
                SILENT,
                "sales_order",
                question.order().value(),
                "The customer of " + name + " does not answer whether it was meant",
                (question.mailedAt() == null ? "The question has not left by mail yet. " : "")
                        + "It looks like a repeat of " + question.repeats()
                        + "; its stock is set aside and nothing is sent. If nothing"
                        + " is done it waits on. Release the hold if both are wanted, or cancel the order; an answer that"
                        + " still comes counts and closes this.");
    }
}
