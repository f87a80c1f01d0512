package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.MailSender;
import dev.baton.merchants.MessageKind;
import dev.baton.orders.AnswerQuestion.Outcome;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.HoldKind;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditLine;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether an order that looks like a repeat was meant: its customer is asked, answers or does not. */
class AskCustomerTest extends AskedOrders {

    @ParameterizedTest
    @CsvSource({
        "en-GB, Did you mean to order twice?",
        "de, Wollten Sie zweimal bestellen?",
        "fr, Vouliez-vous commander deux fois ?",
        "es, ¿Quería pedir dos veces?"
    })
    void asksInOneMailWithALinkForEachAnswer(String language, String title) {
        place(shop, "1001", language, "LAMP×2");
        SalesOrderId second = place(shop, "1002", language, "LAMP×2");

        CustomerQuestion question = ask(second);
        road.work();
        road.later(Duration.ofHours(1));

        assertThat(question.repeats()).isEqualTo("#1001");
        assertThat(question.answerBy()).isEqualTo(question.askedAt().plus(Duration.ofHours(24)));
        assertThat(mails("1002").stream().filter(mail -> mail.subject().contains(title.substring(4))))
                .hasSize(1);
        MailText mail = last("1002");
        assertThat(mail.from()).contains("Team of blue" + tag);
        assertThat(mail.html()).contains(title, "#1001", "#1002", "say=both", "say=cancel");
        assertThat(mail.html().split("data-action=", -1)).as("two buttons").hasSize(3);
        assertThat(mail.text()).contains("#1001", "?say=both\n", "?say=cancel\n", "Title of LAMP");
        assertThat(newest(second).kind()).isEqualTo(MessageKind.ASKED);
        assertThat(road.units(second, Bucket.ALLOCATED))
                .as("stock stays set aside")
                .isEqualTo(2);
    }

    @Test
    void asksForAStoreThatMailsItsCustomersItself() {
        CustomersShop own = shop("own" + tag, "#000000", MailSender.STORE, true);
        place(own, "1001", "en", "LAMP×1");
        SalesOrderId second = place(own, "1002", "en", "LAMP×1");

        ask(second);
        road.work();

        assertThat(mails("1002"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("did you mean to order twice"));
    }

    @Test
    void aQuestionWaitsBehindNoMailThatOnlyTells() {
        SalesOrderId second = repeated();
        Message confirmed = newest(second);

        ask(second);

        assertThat(queues()).containsExactly("customer-questions");
        road.work();
        resend(newest(second));
        resend(confirmed);
        assertThat(queues()).as("sent again").containsExactlyInAnyOrder("customer-questions", "customer-mail");
    }

    @ParameterizedTest
    @EnumSource(CustomerAnswer.class)
    @DisplayName("11. The customer orders twice and is asked: the answer sends both or cancels the second, once")
    void theAnswerIsDoneOnce(CustomerAnswer answer) {
        SalesOrderId second = repeated();
        long before = road.available("LAMP");
        ask(second);

        assertThat(answer(second, answer)).isEqualTo(Outcome.TAKEN);
        for (CustomerAnswer again : CustomerAnswer.values()) {
            assertThat(answer(second, again)).isEqualTo(Outcome.ANSWERED_BEFORE);
        }
        road.work();

        assertThat(question(second).answer()).isEqualTo(answer);
        assertThat(duplicate(second).open()).isFalse();
        if (answer == CustomerAnswer.SEND_BOTH) {
            assertThat(duplicate(second).releasedWhy())
                    .isEqualTo("the customer says that this and #1001 were both meant");
            assertThat(road.units(second, Bucket.SENT)).isEqualTo(1);
            assertThat(road.available("LAMP")).isEqualTo(before);
            assertThat(road.taskKinds()).doesNotContain(IN_THE_STORE);
        } else {
            assertThat(road.order(second).cancelReason()).isEqualTo("the customer says that only #1001 was meant");
            assertThat(road.units(second, Bucket.CANCELLED)).isEqualTo(1);
            assertThat(road.available("LAMP")).isEqualTo(before + 1);
            assertThat(road.purchaseOrders(second)).isEmpty();
            assertThat(road.taskKinds()).containsOnlyOnce(IN_THE_STORE);
        }
    }

    @Test
    void whoIsToGiveTheMoneyBackIsToldUntilTheStoreHas() {
        SalesOrderId second = repeated();
        ask(second);
        answer(second, CustomerAnswer.CANCEL);
        assertThat(road.tasks())
                .filteredOn(task -> task.kind().equals(IN_THE_STORE))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).contains("#1002");
                    assertThat(task.subject()).isEqualTo(second.value());
                });

        road.baton.clock().advance(Duration.ofMinutes(5));
        shop.cancelledInTheStore("1002");

        assertThat(road.taskKinds()).doesNotContain(IN_THE_STORE);
    }

    @Test
    void aPersonIsToldOnceWhenNobodyAnswersInTime() {
        SalesOrderId second = repeated();
        ask(second);
        road.work();

        road.later(Duration.ofHours(23));
        assertThat(road.taskKinds()).doesNotContain(SILENT);
        road.later(Duration.ofHours(2));
        assertThat(road.tasks())
                .filteredOn(task -> task.kind().equals(SILENT))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).contains("#1002");
                    assertThat(task.detail()).contains("#1001");
                });
        road.later(Duration.ofDays(3));
        assertThat(road.taskKinds()).containsOnlyOnce(SILENT);

        assertThat(answer(second, CustomerAnswer.SEND_BOTH)).as("later").isEqualTo(Outcome.TAKEN);
        assertThat(road.taskKinds()).doesNotContain(SILENT);
    }

    @Test
    void theTimeToAnswerRunsFromWhenTheMailLeft() {
        SalesOrderId second = repeated();
        ask(second);
        assertThat(question(second).mailedAt()).isNull();

        // the mail leaves a day late: the customer still has a whole day
        road.later(Duration.ofHours(25));

        Instant left = road.baton.clock().instant();
        assertThat(question(second).mailedAt()).isEqualTo(left);
        assertThat(question(second).answerBy()).isEqualTo(left.plus(Duration.ofHours(24)));
        road.later(Duration.ofHours(23));
        assertThat(road.taskKinds()).doesNotContain(SILENT);
        road.later(Duration.ofHours(2));
        assertThat(road.taskKinds()).containsOnlyOnce(SILENT);
    }

    @Test
    void aPersonIsToldThatTheMailHasNotLeftOnceTheTimeWentByTwice() {
        SalesOrderId second = repeated();
        road.work();
        RELAY.answers("RCPT", "451 4.7.1 greylisted", "451 4.7.1 greylisted");
        ask(second);

        road.later(Duration.ofHours(25));
        assertThat(road.taskKinds()).doesNotContain(SILENT);
        road.later(Duration.ofHours(24));

        assertThat(road.tasks())
                .filteredOn(task -> task.kind().equals(SILENT))
                .singleElement()
                .satisfies(task -> assertThat(task.detail()).startsWith("The question has not left by mail yet."));
        assertThat(question(second).mailedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(CustomerAnswer.class)
    void whoDecidesAnotherWayClosesWhatWasOpened(CustomerAnswer decided) {
        SalesOrderId second = repeated();
        ask(second);
        road.work();
        road.later(Duration.ofHours(25));
        assertThat(road.taskKinds()).contains(SILENT);

        decide(second, decided);

        assertThat(road.taskKinds()).doesNotContain(SILENT);
        assertThat(answer(second, CustomerAnswer.CANCEL)).isEqualTo(Outcome.DECIDED_OTHERWISE);
        assertThat(question(second).answer()).isNull();
        assertThat(road.order(second).cancelledAt() != null).isEqualTo(decided == CustomerAnswer.CANCEL);
    }

    @Test
    void nobodyIsToldOfWhatWasAnsweredInTime() {
        SalesOrderId second = repeated();
        ask(second);
        answer(second, CustomerAnswer.SEND_BOTH);

        road.later(Duration.ofHours(25));

        assertThat(road.taskKinds()).doesNotContain(SILENT);
    }

    @Test
    void waitingForTheAnswerToWhatIsGoneEnds() {
        road.baton.in(road.merchant, () -> {
            road.baton
                    .bean(Work.class)
                    .add(
                            road.merchant,
                            List.of(new NewWork(
                                    "orders.questions",
                                    "orders.unanswered",
                                    UUID.randomUUID(),
                                    road.baton.clock().instant(),
                                    false)));
            return null;
        });
        road.work();

        assertThat(waiting()).isZero();
        assertThat(road.taskKinds()).doesNotContain(SILENT);
    }

    @Test
    void aMailThatHasNotLeftStaysHereOnceItIsDecided() {
        SalesOrderId second = repeated();
        ask(second);
        decide(second, CustomerAnswer.SEND_BOTH);
        road.work();

        Message asked = messages(second).stream()
                .filter(message -> message.kind() == MessageKind.ASKED)
                .findFirst()
                .orElseThrow();
        assertThat(asked.state()).isEqualTo(MessageState.WITHHELD);
        assertThat(mails("1002")).noneMatch(mail -> mail.subject().contains("order twice"));
    }

    @Test
    void asksOnce() {
        SalesOrderId second = repeated();
        ask(second);

        refused(duplicate(second).id(), CommonProblem.CONFLICT, "asked already");
        road.work();

        assertThat(messages(second).stream().filter(message -> message.kind() == MessageKind.ASKED))
                .hasSize(1);
    }

    @Test
    void standsInTheHistoryOfTheOrderAndChangesNoStateOfIt() {
        SalesOrderId second = repeated();
        ask(second);
        answer(second, CustomerAnswer.SEND_BOTH);

        List<AuditLine> steps = road.baton.in(
                road.merchant, () -> road.baton.bean(Audit.class).of(road.merchant, List.of(second.value()), 50));

        assertThat(steps).extracting(AuditLine::act).contains("AskCustomer", "ReleaseHolds");
        assertThat(steps)
                .filteredOn(step -> step.act().equals("AskCustomer"))
                .allSatisfy(step -> assertThat(step.from()).isEqualTo("held").isEqualTo(step.to()));
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).from())
                    .as(steps.get(i).act())
                    .isEqualTo(steps.get(i - 1).to());
        }
    }

    @Test
    void asksAboutAnOpenPossibleDuplicateOnly() {
        SalesOrderId second = repeated();
        UUID hold = duplicate(second).id();
        decide(second, CustomerAnswer.SEND_BOTH);
        SalesOrderId nowhere = shop.place("1003", customer("1003"), null, "BULB×1");
        UUID other = road.order(nowhere).holds().stream()
                .filter(each -> each.kind() == HoldKind.BAD_ADDRESS)
                .findFirst()
                .orElseThrow()
                .id();

        refused(hold, CommonProblem.NOT_FOUND, "no open hold");
        refused(UUID.randomUUID(), CommonProblem.NOT_FOUND, "no open hold");
        refused(other, CommonProblem.CONFLICT, "possible duplicates only");
        assertThat(answer(nowhere, CustomerAnswer.CANCEL)).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void saysWhyACustomerCannotBeAsked() {
        place("1001", "LAMP×1");
        SalesOrderId silent = shop.place("1002", new CustomerFacts("Ada", null, null, "en"), TestShop.BERLIN, "LAMP×1");
        CustomersShop watched = shop("watched" + tag, "#000000", MailSender.BATON, false);
        SalesOrderId unseen = watched.place("1003", customer("1003"), TestShop.BERLIN, "LAMP×1");

        refused(duplicate(silent).id(), CommonProblem.CONFLICT, "no mail address");
        refused(duplicate(unseen).id(), CommonProblem.CONFLICT, "only watched");
    }

    @ParameterizedTest
    @CsvSource({"'', https://baton.example, --smtp-url", "smtp://127.0.0.1:1, '', --public-url"})
    void needsMailAndAnAddressOfItsOwn(String smtp, String publicUrl, String wayOut) {
        TestBaton bare = TestBaton.with(Map.of(
                "baton.smtp-url", smtp,
                "baton.mail-from", smtp.isEmpty() ? "" : "post@baton.example",
                "baton.public-url", publicUrl));
        try (TestRoad other = new TestRoad(bare)) {
            CustomersShop of = new CustomersShop(bare::bean, other.merchant, "bare", "#000000", MailSender.BATON, true);
            of.goods("LAMP", "Desk lamp", other.supplier("ACME", dev.baton.suppliers.Netting.GROSS));
            of.place("1001", customer("1001"), TestShop.BERLIN, "LAMP×1");
            SalesOrderId second = of.place("1002", customer("1002"), TestShop.BERLIN, "LAMP×1");
            UUID hold = other.order(second).holds().getFirst().id();

            assertThatThrownBy(() -> bare.bean(AskCustomer.class).ask(other.merchant, hold))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT);
                        assertThat(problem.detail()).contains(wayOut);
                    });
        }
    }

    private void refused(UUID hold, CommonProblem code, String words) {
        assertThatThrownBy(() -> road.baton.bean(AskCustomer.class).ask(road.merchant, hold))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.detail()).contains(words);
                });
    }
}
