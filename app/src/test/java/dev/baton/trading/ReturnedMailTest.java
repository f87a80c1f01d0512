package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final TestBaton BATON;

    static {
        SENDER = MAIL.setUser("mail@baton.example", "baton", "secret");
        MAIL.start();
        BATON = TestBaton.with(Map.of(
                "baton.smtp-url",
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                "baton.mail-from",
                "mail@baton.example",
                "baton.bounces-url",
                "imap://baton:secret@127.0.0.1:" + MAIL.getImap().getPort() + "/INBOX?starttls=off",
                "baton.public-url",
                "https://baton.example"));
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

    private String messageId(PurchaseOrderView order) {
        return "<" + order.number() + ".v1." + road.merchant.hex() + "@baton.example>";
    }

    private void arrives(String message) {
        SENDER.deliver(com.icegreen.greenmail.util.GreenMailUtil.newMimeMessage(message.replace("\n", "\r\n")));
        road.later(Duration.ofMinutes(2));
    }

    private static String report(String action, String id) {
        return """
                From: Mail Delivery <mailer-daemon@relay.example>
                To: mail@baton.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It did not work.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; orders@acme.example
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: Purchase order

                --b--
                """.formatted(action, id);
    }

    private TransmissionStatus status(PurchaseOrderView order) {
        return road.transmission(order).transmission().status();
    }

    @Test
    void aBounceFailsTheTransmissionWithATaskThatSaysWhatToDoAndAResendLeaves() {
        PurchaseOrderView order = sent();

        arrives(report("failed", messageId(order)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.REFUSED);
        Task task = road.tasks().stream()
                .filter(each -> each.kind().equals("trading.stuck"))
                .findFirst()
                .orElseThrow();
        assertThat(task.title()).contains("ACME GmbH");
        assertThat(task.detail()).contains("no such user", "resend");

        BATON.bean(ResendTransmissions.class)
                .resend(road.merchant, road.transmission(order).transmission().id());
        road.work();
        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).doesNotContain("trading.stuck");
    }

    @Test
    void aDelayIsNotedAndNothingElse() {
        PurchaseOrderView order = sent();

        arrives(report("delayed", messageId(order)));

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
                """.formatted(messageId(order)));

        assertThat(status(order)).isEqualTo(TransmissionStatus.REFUSED);
    }

    @Test
    void whatTheSupplierAnsweredIsNotFailedByALateBounce() {
        PurchaseOrderView order = sent();
        road.acknowledge(order, "A-1", TestRoad.accept(1, 1));

        arrives(report("failed", messageId(order)));

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
                """.formatted(messageId(order)));
        road.later(Duration.ofMinutes(5));

        assertThat(status(order)).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.taskKinds()).containsExactly("trading.mail-to-read");
        assertThat(kept("HUMAN")).isEqualTo(1);
    }

    @Test
    void anotherMerchantsBounceIsLeftToItsOwnReading() {
        PurchaseOrderView mine = sent();

        arrives(report("failed", "<" + mine.number() + ".v1." + "0".repeat(32) + "@baton.example>"));

        assertThat(status(mine)).isEqualTo(TransmissionStatus.SENT);
        assertThat(kept("FAILED")).isZero();
    }

    @Test
    void readsMessagesThatAreNoMessages() {
        assertThat(ReturnedMail.read("garbage \u0000".getBytes(StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(ReturnedMail.Kind.HUMAN);
        assertThat(ReturnedMail.read(new byte[0]).about()).isNull();
    }

    private long kept(String kind) {
        return BATON.in(
                road.merchant,
                () -> BATON.jdbc()
                        .sql(
                                "select count(*) from returned_mail where merchant_id = :m and kind = :k and document_id is not null")
                        .param("m", road.merchant.value())
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
