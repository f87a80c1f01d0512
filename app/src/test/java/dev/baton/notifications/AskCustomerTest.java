package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.merchants.MailSender;
import dev.baton.orders.AnswerQuestion;
import dev.baton.orders.AnswerQuestion.Outcome;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerAnswer;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.TestRoad;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether an order that looks like a repeat was meant: its customer is asked, answers or does not. */
class AskCustomerTest extends MailedOrders {

    private static final String SILENT = "orders.customer-silent";
    private static final String IN_THE_STORE = "orders.cancelled-by-customer";

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

    @ParameterizedTest
    @EnumSource(CustomerAnswer.class)
    void whoDecidesAnotherWayClosesWhatWasOpened(CustomerAnswer decided) {
        SalesOrderId second = repeated();
        ask(second);
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

    @Test
    @DisplayName("The customer cancels while the operator's release is about to commit: the release wins")
    void anAnswerWaitsForADecisionThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);

        Outcome said =
                meanwhile(() -> decide(second, CustomerAnswer.SEND_BOTH), () -> answer(second, CustomerAnswer.CANCEL));
        road.work();

        assertThat(said).isEqualTo(Outcome.DECIDED_OTHERWISE);
        assertThat(road.units(second, Bucket.SENT)).isEqualTo(1);
        assertThat(road.order(second).cancelledAt()).isNull();
        assertThat(question(second).answer()).isNull();
        assertThat(road.taskKinds()).doesNotContain(IN_THE_STORE);
    }

    @Test
    @DisplayName("The operator releases while the customer's cancellation is about to commit: the cancellation wins")
    void aDecisionWaitsForAnAnswerThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);
        UUID hold = duplicate(second).id();

        meanwhile(
                () -> answer(second, CustomerAnswer.CANCEL),
                () -> road.baton.bean(ReleaseHolds.class).release(road.merchant, hold, "both are wanted"));
        road.work();

        assertThat(road.units(second, Bucket.CANCELLED)).isEqualTo(1);
        assertThat(road.purchaseOrders(second)).isEmpty();
        assertThat(question(second).answer()).isEqualTo(CustomerAnswer.CANCEL);
        assertThat(duplicate(second).releasedWhy()).isEqualTo("the order was cancelled");
    }

    @Test
    @DisplayName("Two taps at once: the second waits for the first and changes nothing")
    void oneOfTwoTapsCounts() throws Exception {
        SalesOrderId second = repeated();
        ask(second);

        Outcome later =
                meanwhile(() -> answer(second, CustomerAnswer.SEND_BOTH), () -> answer(second, CustomerAnswer.CANCEL));
        road.work();

        assertThat(later).isEqualTo(Outcome.ANSWERED_BEFORE);
        assertThat(road.units(second, Bucket.SENT)).isEqualTo(1);
    }

    @Test
    @DisplayName("The time is over while an answer is about to commit: nobody is told")
    void theDeadlineWaitsForAnAnswerThatIsUnderWay() throws Exception {
        SalesOrderId second = repeated();
        ask(second);
        road.baton.clock().advance(Duration.ofHours(25));

        meanwhile(() -> answer(second, CustomerAnswer.SEND_BOTH), () -> road.baton.runDue());
        road.work();

        assertThat(road.taskKinds()).doesNotContain(SILENT);
        assertThat(waiting()).isZero();
    }

    /** Does the second while the first is done and not committed: what it waits for is seen from outside. */
    private <T> T meanwhile(Runnable first, Callable<T> second) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection outside = road.baton.database().connectAsSuperuser()) {
            return road.baton
                    .<Future<T>>in(road.merchant, () -> {
                        first.run();
                        Future<T> late = other.submit(second);
                        await().until(() -> isWaiting(outside));
                        return late;
                    })
                    .get();
        }
    }

    private static boolean isWaiting(Connection outside) throws SQLException {
        try (Statement look = outside.createStatement();
                ResultSet waits = look.executeQuery(
                        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            return waits.next();
        }
    }

    /** The later of two orders of the same, held. */
    private SalesOrderId repeated() {
        place("1001", "LAMP×1");
        SalesOrderId second = place("1002", "LAMP×1");
        assertThat(duplicate(second).open()).isTrue();
        return second;
    }

    private CustomerFacts customer(String id) {
        return new CustomerFacts("Ada Muster", address(id), null, "en");
    }

    private HoldView duplicate(SalesOrderId order) {
        return road.order(order).holds().stream()
                .filter(hold -> hold.kind() == HoldKind.POSSIBLE_DUPLICATE)
                .findFirst()
                .orElseThrow();
    }

    private CustomerQuestion ask(SalesOrderId order) {
        return road.baton
                .bean(AskCustomer.class)
                .ask(road.merchant, duplicate(order).id());
    }

    private void refused(UUID hold, CommonProblem code, String words) {
        assertThatThrownBy(() -> road.baton.bean(AskCustomer.class).ask(road.merchant, hold))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.detail()).contains(words);
                });
    }

    private Outcome answer(SalesOrderId order, CustomerAnswer answer) {
        return road.baton.bean(AnswerQuestion.class).answer(road.merchant, order, answer);
    }

    private CustomerQuestion question(SalesOrderId order) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(CustomerQuestionLookup.class)
                        .ofOrder(road.merchant, order)
                        .orElseThrow());
    }

    /** As a person here does. */
    private void decide(SalesOrderId order, CustomerAnswer how) {
        switch (how) {
            case SEND_BOTH ->
                road.baton
                        .bean(ReleaseHolds.class)
                        .release(road.merchant, duplicate(order).id(), "both are wanted");
            case CANCEL -> shop.cancel(order, -1, 0);
        }
    }

    private long waiting() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant and kind = 'orders.unanswered'")
                        .param("merchant", road.merchant.value())
                        .query(Long.class)
                        .single());
    }
}
