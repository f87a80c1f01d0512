package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.merchants.JoinMerchant;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.mail.Mailbox;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.MailChannel;
import dev.baton.testing.TestBaton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bounces, automatic replies and letters of people, through a real mailbox. */
class ReturnedMailTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private static final GreenMailUser SENDER;
    private static final Map<String, Object> SETTINGS;
    private static final TestBaton BATON;

    static {
        SENDER = MAIL.setUser("mail@baton.example", "baton", "secret");
        MAIL.start();
        SETTINGS = Map.of(
                "baton.smtp-url",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from",
                "mail@baton.example",
                "baton.bounces-url",
                "imap://baton:secret@127.0.0.1:" + MAIL.getImap().getPort() + "/INBOX?starttls=off",
                "baton.public-url",
                "https://baton.example");
        BATON = TestBaton.with(SETTINGS);
    }

    private final TestRoad road = new TestRoad(BATON);

    @AfterEach
    void close() {
        road.close();
    }

    private PurchaseOrderView sent() {
        road.goods("LAMP", road.mailed("ACME", "orders-" + road.merchant.hex() + "@acme.example", "en"));
        PurchaseOrderView order = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        return order;
    }

    /** How many mails the relay has put into that mailbox. */
    private static int mailsTo(String address) {
        try {
            return MAIL.getManagers()
                    .getImapHostManager()
                    .getInbox(MAIL.getUserManager().getUserByEmail(address))
                    .getMessageCount();
        } catch (FolderException none) {
            throw new IllegalStateException(none);
        }
    }

    private Task stuck() {
        return road.tasks().stream()
                .filter(each -> each.kind().equals("trading.stuck"))
                .findFirst()
                .orElseThrow();
    }

    private void arrives(String message) {
        SENDER.deliver(GreenMailUtil.newMimeMessage(message.replace("\n", "\r\n")));
        road.later(Duration.ofMinutes(2));
    }

    private TransmissionStatus status(PurchaseOrderView order) {
        return road.transmission(order).transmission().status();
    }

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

    private long kept(String kind) {
        return kept(road, kind);
    }

    private static long kept(TestRoad of, String kind) {
        return BATON.in(
                of.merchant,
                () -> BATON.jdbc()
                        .sql(
                                "select count(*) from returned_mail where merchant_id = :m and kind = :k and document_id is not null")
                        .param("m", of.merchant.value())
                        .param("k", kind)
                        .query(Long.class)
                        .single());
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
