package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.MailSender;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each mail to a customer leaves once, whatever the mail server or the node does. */
class SendMessagesTest extends MailedOrders {

    @Test
    @DisplayName("Watch mode")
    void plansAsNotSentWhatAWatchedStoreWouldHaveMailed() {
        CustomersShop watched = shop("watched" + tag, "#000000", MailSender.BATON, false);
        SalesOrderId order = place(watched, "w1", "en", "LAMP×1");

        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(raw("w1")).isEmpty();

        resend(newest(order));
        road.work();
        assertThat(raw("w1")).hasSize(1);
        assertThat(newest(order).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void neverSendsAgainWhatMayHaveLeft() {
        RELAY.answers("END", ScriptedRelay.HANG_UP);
        SalesOrderId order = place("u1", "LAMP×1");
        assertThat(newest(order).state()).isEqualTo(MessageState.UNKNOWN);

        road.later(Duration.ofHours(3));

        assertThat(raw("u1")).hasSize(1);
        assertThat(road.taskKinds()).contains("notifications.unknown");
        assertThat(openMails()).isZero();
        assertThat(counted(MessageState.UNKNOWN)).isEqualTo(1);

        resend(newest(order));
        road.work();
        assertThat(raw("u1")).hasSize(2);
        assertThat(road.taskKinds()).doesNotContain("notifications.unknown");
        assertThat(raw("u1").get(0)).isEqualTo(raw("u1").get(1));
    }

    private long counted(MessageState state) {
        return road.baton
                .in(road.merchant, () -> road.baton.bean(MessageLookup.class).counts(road.merchant))
                .getOrDefault(state, 0L);
    }

    @Test
    @DisplayName("I14: a lease that ends while SENDING leaves UNKNOWN, and nothing is sent a second time")
    void takesALeaseThatEndedWhileSendingForUnknown() {
        SalesOrderId order =
                shop.place("k1", new CustomerFacts("Ada Muster", address("k1"), null, "en"), TestShop.BERLIN, "LAMP×1");
        Message planned = newest(order);
        killedWhileSending(planned);

        road.work();

        assertThat(newest(order).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(newest(order).reason()).contains("lease ended");
        assertThat(raw("k1")).isEmpty();
        assertThat(road.taskKinds()).contains("notifications.unknown");
    }

    /** The node wrote the mail, committed SENDING and was never heard of again. */
    private void killedWhileSending(Message planned) {
        road.baton.in(road.merchant, () -> {
            Messages rows = road.baton.bean(Messages.class);
            road.baton.bean(WriteLetters.class).write(road.merchant, planned);
            return rows.begin(road.merchant, planned, road.baton.clock().instant());
        });
    }

    @Test
    void triesAgainWhatCertainlyDidNotLeave() {
        RELAY.answers("RCPT", "451 4.7.1 greylisted");
        SalesOrderId order = place("n1", "LAMP×1");
        assertThat(newest(order).state()).isEqualTo(MessageState.NOT_SENT);
        assertThat(newest(order).reason()).contains("greylisted");

        road.later(Duration.ofMinutes(5));

        assertThat(newest(order).state()).isEqualTo(MessageState.SENT);
        assertThat(newest(order).attempts()).isEqualTo(2);
        assertThat(raw("n1")).hasSize(1);
    }

    @Test
    void whatBecameUntrueWhileItWaitedIsNotSent() {
        RELAY.answers("RCPT", "451 4.7.1 greylisted");
        SalesOrderId order = place("n2", "LAMP×1");
        Message waiting = newest(order);
        assertThat(waiting.state()).isEqualTo(MessageState.NOT_SENT);

        road.baton
                .bean(CancelOrders.class)
                .cancel(road.merchant, order, new CancelRequest("changed her mind", Map.of()));
        PurchaseOrderView asked = road.purchaseOrder(order);
        if (!asked.cancellations().isEmpty()) {
            road.baton
                    .bean(AnswerCancellation.class)
                    .answer(
                            road.merchant,
                            asked.supplier(),
                            asked.number(),
                            new CancellationReply(
                                    asked.cancellations().getLast().id(), true, null));
        }
        road.later(Duration.ofMinutes(10));

        assertThat(road.baton
                        .bean(Tenancy.class)
                        .inTransaction(
                                road.merchant,
                                () -> road.baton.bean(Messages.class).find(road.merchant, waiting.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(MessageState.WITHHELD);
        assertThat(raw("n2")).as("the cancellation alone").hasSize(1);
    }

    @Test
    void asksAPersonWhereTheServerRefusesForGood() {
        RELAY.answers("RCPT", "550 5.1.1 <" + address("f1") + "> no such user");
        SalesOrderId order = place("f1", "LAMP×1");

        assertThat(newest(order).state()).isEqualTo(MessageState.REFUSED);
        assertThat(newest(order).reason()).contains("no such user").doesNotContain("customer.example");
        assertThat(road.tasks()).anySatisfy(task -> {
            assertThat(task.kind()).isEqualTo("notifications.refused");
            assertThat(task.detail()).doesNotContain("customer.example");
        });
        assertThat(openMails()).isZero();
    }

    @Test
    void deadMailboxesOfAStoreAndDayAreOneTaskThatEndsWithTheLast() {
        RefusedMails refused = road.baton.bean(RefusedMails.class);
        List<SalesOrderId> orders = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            RELAY.answers("RCPT", "550 5.1.1 no such user");
            orders.add(place("dead" + i, "LAMP×" + (i + 1)));
        }

        List<dev.baton.platform.Tasks.Task> tasks = refusals();
        assertThat(tasks).hasSize(1);
        var batch = tasks.getFirst().subject();
        assertThat(tasks.getFirst().title()).contains("Store", " on ");
        assertThat(road.baton.<Long>in(road.merchant, () -> refused.count(road.merchant, batch)))
                .isEqualTo(12);
        assertThat(road.baton.<List<Message>>in(road.merchant, () -> refused.page(road.merchant, batch, null, 100)))
                .extracting(Message::order)
                .containsExactlyInAnyOrderElementsOf(orders);

        orders.forEach(order -> {
            road.baton
                    .bean(ResendMessages.class)
                    .resend(road.merchant, newest(order).id());
            road.work();
        });

        assertThat(orders).allSatisfy(order -> assertThat(newest(order).state()).isEqualTo(MessageState.SENT));
        assertThat(refusals()).isEmpty();
    }

    private List<dev.baton.platform.Tasks.Task> refusals() {
        return road.tasks().stream()
                .filter(task -> task.kind().equals("notifications.refused"))
                .toList();
    }

    @Test
    void withholdsWhatHasNobodyToGoTo() {
        SalesOrderId order = shop.place("a1", new CustomerFacts("Ada", null, null, "en"), TestShop.BERLIN, "LAMP×1");
        SalesOrderId odd =
                shop.place("a2", new CustomerFacts("Ada", "no address", null, "en"), TestShop.BERLIN, "BULB×1");
        road.work();

        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(newest(order).reason()).isEqualTo("the store gave no mail address");
        assertThat(newest(odd).reason()).isEqualTo("the customer's mail address cannot be written to");
    }

    @Test
    void makesAMailUnreadableWhenItsPersonIsErased() {
        SalesOrderId order = place("e1", "LAMP×1");
        Message sent = newest(order);
        assertThat(text(sent)).isPresent();

        road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql(
                                "update subject set wrapped_key = null where merchant_id = :merchant and subject_id = :subject")
                        .param("merchant", road.merchant.value())
                        .param("subject", sent.subject().value())
                        .update());

        assertThat(text(sent)).isEmpty();
        resend(sent);
        road.work();
        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(newest(order).reason()).contains("erased");
    }

    @Test
    void refusesToResendWhatLeavesByItself() {
        SalesOrderId order = place("z1", "LAMP×1");
        shop.ship(order, "ups", ONE, 1);

        assertThatThrownBy(() -> resend(newest(order)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
        assertThatThrownBy(() ->
                        road.baton.bean(ResendMessages.class).resend(road.merchant, new MessageId(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void readsTheFactsOfTheFirstVersionForEver() {
        EventFacts read = EventFacts.read("""
                {"schemaVersion": 1, "at": "2026-03-02T09:00:00Z", "units": [{"line": "0195a0f4-0000-7000-8000-000000000001",
                 "quantity": 2}], "parcel": "0195a0f4-0000-7000-8000-000000000002", "amountMinor": 1250, "currency": "EUR"}""");

        assertThat(read.at()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(read.units().getFirst().quantity()).isEqualTo(2);
        assertThat(read.amountMinor()).isEqualTo(1250L);
    }
}
