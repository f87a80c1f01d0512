package dev.baton.orders;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Has a customer asked by mail whether an order that looks like a repeat of an earlier one was meant. The hold stays;
 * who answers, or decides otherwise first, ends it. Without an answer in time a person is told.
 */
@Component
public final class AskCustomer {

    private final Tenancy tenancy;
    private final Asking asking;
    private final MerchantLookup merchants;
    private final Work work;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    AskCustomer(
            Tenancy tenancy,
            Asking asking,
            MerchantLookup merchants,
            Work work,
            Audit audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.tenancy = tenancy;
        this.asking = asking;
        this.merchants = merchants;
        this.work = work;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /** What is asked about, and whether it can be. */
    @Component
    record Asking(
            LockOrders lock,
            OrderLookup orders,
            HoldBoard holds,
            CustomerQuestions questions,
            CustomerQuestionLookup lookup,
            CustomerReach reach) {}

    /** Whether customers are asked about holds of this kind at all. */
    public static boolean asksAbout(HoldKind kind) {
        return kind == HoldKind.POSSIBLE_DUPLICATE;
    }

    /**
     * What keeps the customer of the order from being asked by mail, and what to do about it; empty = nothing. Needs an
     * open transaction of the merchant.
     */
    public Optional<String> obstacle(MerchantId merchant, OrderView order) {
        return asking.reach().obstacle(merchant, order);
    }

    /**
     * Asks; opens a transaction or joins the caller's.
     *
     * @throws Problem NOT_FOUND when there is no open hold of that id; CONFLICT when it is no possible duplicate, when
     *     the customer was asked before, and when no mail can reach the customer: the problem says what to do
     */
    public CustomerQuestion ask(MerchantId merchant, UUID hold) {
        return tenancy.inTransaction(merchant, () -> {
            SalesOrderId order = open(merchant, hold).order();
            asking.lock().lock(merchant, List.of(order));
            OpenHold standing = open(merchant, hold);
            check(merchant, standing);
            CustomerQuestion question = question(merchant, standing);
            asking.questions().insert(merchant, question);
            work.add(merchant, List.of(UnansweredQuestions.work(question)));
            audit.record(merchant, List.of(entry(question, status(merchant, order))));
            news.publishEvent(new CustomersAsked(merchant, order, hold));
            return question;
        });
    }

    /** Asking changes no state: the order is as it was. */
    private String status(MerchantId merchant, SalesOrderId order) {
        return asking.orders().find(merchant, order).orElseThrow().status();
    }

    private static AuditEntry entry(CustomerQuestion question, String status) {
        return new AuditEntry(
                "AskCustomer",
                "sales_order",
                question.order().value(),
                status,
                status,
                "whether this and " + question.repeats() + " were both meant");
    }

    private OpenHold open(MerchantId merchant, UUID hold) {
        return asking.holds().of(merchant, List.of(hold)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no open hold of that id; list open holds to find it."));
    }

    private void check(MerchantId merchant, OpenHold hold) {
        if (!asksAbout(hold.kind())) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    "Customers are asked about possible duplicates only: write to this one yourself.");
        }
        if (!asking.lookup().of(merchant, List.of(hold.id())).isEmpty()) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    "The customer was asked already, and the question stands: wait for the answer, or decide.");
        }
        OrderView order = asking.orders().find(merchant, hold.order()).orElseThrow();
        asking.reach().obstacle(merchant, order).ifPresent(obstacle -> {
            throw new Problem(CommonProblem.CONFLICT, obstacle);
        });
    }

    private CustomerQuestion question(MerchantId merchant, OpenHold hold) {
        Instant now = clock.instant();
        Actor by = Acting.current();
        return new CustomerQuestion(
                hold.id(),
                hold.order(),
                OrderChecks.repeatedBy(hold.detail()),
                now,
                by.kind(),
                by.id(),
                null,
                now.plus(Duration.ofHours(merchants.settings(merchant).customerAnswerHours())),
                null,
                null,
                true);
    }
}
