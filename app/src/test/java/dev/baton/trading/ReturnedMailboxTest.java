package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.baton.merchants.JoinMerchant;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.Mailbox;
import dev.baton.platform.mail.MessageIds;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestBaton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mailbox of what comes back: whose a mail is, and what becomes of one that is nobody's or cannot be read. */
class ReturnedMailboxTest extends MailboxRoad {

    /** I19: one mailbox, two merchants. */
    @Test
    void eachMerchantGetsWhatNamesItsDocumentWhoeverReadsTheMailbox() {
        PurchaseOrderView mine = sent();
        try (TestRoad other = new TestRoad(BATON)) {
            other.goods("LAMP", other.mailed("ACME", "orders-" + other.merchant.hex() + "@acme.example", "en"));
            PurchaseOrderView theirs = other.purchaseOrder(other.place("1", "LAMP×1"));
            other.work();

            arrives(Bounces.report("failed", Bounces.messageId(theirs, other)));

            assertThat(status(mine)).isEqualTo(TransmissionStatus.SENT);
            assertThat(kept(road, "FAILED")).isZero();
            assertThat(road.tasks().toString()).doesNotContain("no such user");
            assertThat(other.transmission(theirs).transmission().status()).isEqualTo(TransmissionStatus.REFUSED);
            assertThat(kept(other, "FAILED")).isEqualTo(1);
        }
    }

    @Test
    void whatNamesNobodysDocumentStaysFlaggedInTheMailboxAndNoMerchantSeesIt() throws IOException, MessagingException {
        sent();
        try (TestRoad other = new TestRoad(BATON)) {
            other.goods("LAMP", other.mailed("ACME", "orders-" + other.merchant.hex() + "@acme.example", "en"));
            other.place("1", "LAMP×1");
            other.work();
            int before = BATON.bean(Mailbox.class).setAside();

            arrives("""
                    From: Ann <ann@acme.example>
                    To: mail@baton.example
                    Subject: The blue lamp of Mrs Smith

                    It is broken.
                    """);
            arrives(Bounces.report("failed", "<1001-1.v1." + "0".repeat(32) + "@baton.example>"));

            assertThat(BATON.bean(Mailbox.class).setAside()).isEqualTo(before + 2);
            assertThat(BATON.bean(Mailbox.class).unseen(10)).isEmpty();
            for (TestRoad each : List.of(road, other)) {
                assertThat(each.tasks()).isEmpty();
                assertThat(kept(each, "HUMAN") + kept(each, "FAILED")).isZero();
            }
        }
    }

    /** Codes, fresh links, invitations, the morning's mail. */
    @Test
    void aLetterThatDidNotArriveIsATaskOfTheMerchantItNames() {
        sent();
        try (TestRoad other = new TestRoad(BATON)) {
            other.goods("LAMP", other.mailed("ACME", "orders-" + other.merchant.hex() + "@acme.example", "en"));
            other.place("1", "LAMP×1");
            other.work();
            String id = MessageIds.ofLetter(
                    new UUID(3, 7),
                    other.merchant,
                    MailAddress.read("mail@baton.example").orElseThrow());

            arrives(Bounces.report("delayed", "<" + id + ">"));
            assertThat(other.tasks()).isEmpty();
            arrives(Bounces.report("failed", "<" + id + ">"));

            assertThat(other.tasks()).singleElement().satisfies(task -> {
                assertThat(task.title()).isEqualTo("A mail to orders@acme.example did not arrive");
                assertThat(task.detail()).contains("no such user");
            });
            assertThat(kept(other, "FAILED"))
                    .as("it may quote what lets its reader in")
                    .isZero();
            assertThat(road.tasks()).isEmpty();
        }
    }

    @Test
    void aQuestionThatCameBackIsNotSaidToBeCancelledWithoutOne() {
        PurchaseOrderView order = sent();
        BATON.bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        order.salesOrder(),
                        new CancelRequest(
                                "changed my mind",
                                Map.of(
                                        road.order(order.salesOrder())
                                                .lines()
                                                .getFirst()
                                                .id(),
                                        1)));
        road.work();

        arrives(Bounces.report("failed", Bounces.messageId(order, road).replace(".v1.", ".v1.cancellation-1.")));

        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(stuck().title()).isEqualTo(order.number() + ".v1.cancellation-1 did not reach ACME GmbH");
        assertThat(stuck().detail()).contains("by telephone").doesNotContain("cancelled without a question");
    }

    @Test
    void whereOneMerchantIsServedEverythingIsItsOwn() {
        try (TestRoad only = new TestRoad(TestBaton.with(SETTINGS))) {
            only.baton.bean(JoinMerchant.class).inviteOwner(only.merchant, null);
            only.goods("LAMP", only.mailed("ACME", "orders-" + only.merchant.hex() + "@acme.example", "en"));
            only.place("1", "LAMP×1");
            only.work();

            SENDER.deliver(GreenMailUtil.newMimeMessage("""
                    From: Ann <ann@acme.example>
                    To: mail@baton.example
                    Subject: A question

                    Do you ship to Malta?
                    """.replace("\n", "\r\n")));
            only.later(Duration.ofMinutes(2));

            assertThat(only.taskKinds()).containsExactly("trading.mail-to-read");
        }
    }

    @Test
    void aBounceThatOnlyQuotesTheMailInItsWordsIsFoundByIt() {
        PurchaseOrderView order = sent();

        ReturnedMail read =
                ReturnedMail.read("""
                From: MAILER-DAEMON@relay.example
                Subject: failure notice

                <orders@acme.example>: no such user

                --- Below this line is a copy of the message.
                Message-ID: %s
                """.formatted(Bounces.messageId(order, road)).getBytes(StandardCharsets.UTF_8));

        assertThat(read.about()).isEqualTo(new ReturnedMail.About(road.merchant, order.number() + ".v1"));
    }

    @Test
    void readsMessagesThatAreNoMessages() {
        assertThat(ReturnedMail.read("garbage \u0000".getBytes(StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(ReturnedMail.Kind.HUMAN);
        assertThat(ReturnedMail.read(new byte[0]).about()).isNull();
    }

    @Test
    void aMailboxThatCannotBeReadIsATaskUntilItCan() {
        TestBaton blind = TestBaton.with(Map.of(
                "baton.smtp-url",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from",
                "mail@baton.example",
                "baton.bounces-url",
                "imap://baton:wrong@127.0.0.1:" + MAIL.getImap().getPort() + "/INBOX?starttls=off"));
        TestRoad unseen = new TestRoad(blind);
        unseen.goods("LAMP", unseen.mailed("ACME", "orders-" + unseen.merchant.hex() + "@acme.example", "en"));
        unseen.place("1", "LAMP×1");
        unseen.work();

        unseen.later(Duration.ofMinutes(2));

        assertThat(unseen.taskKinds()).contains("mail.mailbox");
        TestBaton seeing = blind.restartedWith(Map.of(
                "baton.bounces-url",
                "imap://baton:secret@127.0.0.1:" + MAIL.getImap().getPort() + "/INBOX?starttls=off"));
        seeing.clock().advance(Duration.ofHours(1));
        seeing.runDue();
        assertThat(unseen.taskKinds()).doesNotContain("mail.mailbox");
        unseen.close();
    }
}
