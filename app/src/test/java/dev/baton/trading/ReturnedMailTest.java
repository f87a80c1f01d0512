package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.MailChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bounces, automatic replies and letters of people, through a real mailbox. */
class ReturnedMailTest extends MailboxRoad {

    @Test
    void aBounceFailsTheTransmissionWithATaskThatSaysWhatToDoAndAResendLeaves() {
        PurchaseOrderView order = sent();

        arrives(Bounces.report("failed", Bounces.messageId(order, road)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.REFUSED);
        Task task = stuck();
        assertThat(task.title()).contains("ACME GmbH");
        assertThat(task.detail()).contains("no such user", "resend");

        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.work();
        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).doesNotContain("trading.stuck");
    }

    /** A bounce, a mended contact, a resend, an answer: what a person reads on the way. */
    @Test
    void afterABounceThePurchaseOrderReadsUndeliveredUntilItIsResentToTheRightAddress() {
        PurchaseOrderView order = sent();

        arrives(Bounces.report("failed", Bounces.messageId(order, road)));
        road.later(Duration.ofDays(7));

        PurchaseOrderView bounced = road.purchaseOrder(order.number());
        assertThat(bounced.status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);
        assertThat(bounced.sentAt()).isNull();
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
        assertThat(BATON.in(
                        road.merchant,
                        () -> BATON.bean(TransmissionLookup.class).ofPurchaseOrder(road.merchant, order.id())))
                .as("nobody is reminded of what never arrived")
                .hasSize(1);
        assertThat(stuck().detail()).contains("state it in the supplier's terms", "/resend", "/cancel");

        road.mailed("ACME", "new-" + road.merchant.hex() + "@acme.example", "en");
        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.work();
        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(mailsTo("new-" + road.merchant.hex() + "@acme.example")).isEqualTo(1);
        assertThat(road.taskKinds()).isEmpty();

        road.acknowledge(order, "A-1", TestRoad.accept(1, 1));
        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(status(order)).isEqualTo(TransmissionStatus.ACKNOWLEDGED);
    }

    @Test
    void aResentOneThatIsNotAnsweredIsRemindedOfAnew() {
        PurchaseOrderView order = sent();
        arrives(Bounces.report("failed", Bounces.messageId(order, road)));
        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.work();

        road.later(Duration.ofDays(4));

        assertThat(road.purchaseOrder(order.number()).remindedAt()).isNotNull();
    }

    @Test
    void whatCameBackIsCancelledWithoutAskingWhoNeverGotIt() {
        PurchaseOrderView order = sent();
        arrives(Bounces.report("failed", Bounces.messageId(order, road)));

        BATON.bean(CancelOrders.class)
                .cancel(road.merchant, order.salesOrder(), new CancelRequest("changed their mind", Map.of()));
        road.work();

        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.CANCELLED);
        assertThat(status(order)).isEqualTo(TransmissionStatus.WITHDRAWN);
        assertThat(mailsTo("orders-" + road.merchant.hex() + "@acme.example")).isEqualTo(1);
        assertThat(road.taskKinds()).isEmpty();
    }

    @Test
    void ofAMailSentTwiceOneBounceLeavesOpenWhetherTheOtherArrived() {
        PurchaseOrderView order = sent();
        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.work();

        arrives(Bounces.report("failed", Bounces.messageId(order, road)));

        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.UNKNOWN);
    }

    @Test
    void aBounceOfTheSecondReaderIsATaskAndThePurchaseOrderStands() {
        PurchaseOrderView order = sent();
        road.mailed("ACME", new MailChannel("orders@acme.example", "boss@acme.example"), "en");

        arrives(Bounces.report("failed", Bounces.messageId(order, road))
                .replace("rfc822; orders@acme", "rfc822; boss@acme"));

        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.purchaseOrder(order.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.taskKinds()).containsExactly("trading.second-reader");
    }

    @Test
    void aReportOfArrivalIsShownOfTheDocumentUntilALaterOneSaysOtherwise() {
        PurchaseOrderView order = sent();
        assertThat(road.transmission(order).deliveredAt())
                .as("a relay has it, nobody else yet")
                .isNull();

        arrives(Bounces.report("relayed", Bounces.messageId(order, road)));
        assertThat(road.transmission(order).deliveredAt()).isNull();
        arrives(Bounces.report("delivered", Bounces.messageId(order, road)));
        Instant arrived = road.baton.clock().instant();
        assertThat(road.transmission(order).deliveredAt()).isEqualTo(arrived);
        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).isEmpty();

        arrives(Bounces.report("failed", Bounces.messageId(order, road)));
        assertThat(road.transmission(order).deliveredAt()).isNull();
        assertThat(status(order)).isEqualTo(TransmissionStatus.REFUSED);
    }

    @Test
    void aDelayIsNotedAndNothingElse() {
        PurchaseOrderView order = sent();

        arrives(Bounces.report("delayed", Bounces.messageId(order, road)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).isEmpty();
        assertThat(kept("DELAYED")).isEqualTo(1);
    }

    @Test
    void anAutomaticReplyFailsItToo() {
        PurchaseOrderView order = sent();

        arrives("""
                From: orders@acme.example
                To: mail@baton.example
                Subject: Out of office
                Auto-Submitted: auto-replied
                In-Reply-To: %s

                I am away until Monday.
                """.formatted(Bounces.messageId(order, road)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.REFUSED);
        assertThat(road.purchaseOrder(order.number()).status())
                .as("somebody's machine has it")
                .isEqualTo(PurchaseOrderStatus.UNKNOWN);
    }

    @Test
    void whatTheSupplierAnsweredIsNotFailedByALateBounce() {
        PurchaseOrderView order = sent();
        road.acknowledge(order, "A-1", TestRoad.accept(1, 1));

        arrives(Bounces.report("failed", Bounces.messageId(order, road)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.ACKNOWLEDGED);
        assertThat(road.taskKinds()).doesNotContain("trading.stuck");
    }

    @Test
    void aPersonsLetterBecomesATaskOnceAndIsKept() {
        PurchaseOrderView order = sent();

        arrives("""
                From: Ann <ann@acme.example>
                To: mail@baton.example
                Subject: Re: Purchase order
                In-Reply-To: %s

                ok but blue
                """.formatted(Bounces.messageId(order, road)));
        road.later(Duration.ofMinutes(5));

        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).containsExactly("trading.mail-to-read");
        assertThat(kept("HUMAN")).isEqualTo(1);
    }
}
