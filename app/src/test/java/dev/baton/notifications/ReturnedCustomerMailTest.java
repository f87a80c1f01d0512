package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.merchants.MailSender;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.mail.Mailbox;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.suppliers.Netting;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.TestRoad;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes back for a mail to a customer is tied to it; its supplier takes orders by REST, and no mail of ours. */
class ReturnedCustomerMailTest {

    private static final ScriptedRelay RELAY = new ScriptedRelay();
    private static final GreenMail BOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private static final GreenMailUser SENDER;
    private static final TestBaton BATON;

    static {
        SENDER = BOX.setUser("mail@baton.example", "baton", "secret");
        BOX.start();
        BATON = TestBaton.with(Map.of(
                "baton.smtp-url",
                "smtp://127.0.0.1:" + RELAY.port() + "?starttls=off",
                "baton.mail-from",
                "mail@baton.example",
                "baton.bounces-url",
                "imap://baton:secret@127.0.0.1:" + BOX.getImap().getPort() + "/INBOX?starttls=off",
                "baton.public-url",
                "https://baton.example"));
    }

    private final TestRoad road = new TestRoad(BATON);
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private CustomersShop shop;

    @BeforeEach
    void open() {
        shop = new CustomersShop(road.baton::bean, road.merchant, "blue" + tag, "#1d4ed8", MailSender.BATON, true);
        shop.goods("LAMP", "Desk lamp", road.supplier("ACME", Netting.GROSS));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void aMailThatCameBackIsNoMailTheCustomerHas() {
        Message sent = sent("1");

        arrives(report("failed", id(sent), address("1")));

        Message returned = message(sent);
        assertThat(returned.state()).isEqualTo(MessageState.RETURNED);
        assertThat(returned.sentAt()).isEqualTo(sent.sentAt());
        assertThat(returned.reason())
                .contains("it came back", "550 5.1.1", "no such user")
                .doesNotContain("@");
        assertThat(road.taskKinds()).containsExactly("notifications.refused");
        assertThat(road.tasks().toString()).doesNotContain("@");
        assertThat(behind()).extracting(Message::id).containsExactly(sent.id());
        assertThat(BATON.in(road.merchant, () -> BATON.bean(MessageLookup.class).counts(road.merchant)))
                .containsEntry(MessageState.RETURNED, 1L);
        assertThat(mails("1")).hasSize(1);
    }

    @Test
    @DisplayName("D15: nothing of the customer is kept of the report")
    void keepsNothingOfTheReportThatErasureWouldMiss() {
        Message sent = sent("2");

        arrives(report("failed", id(sent), address("2")));

        List<String> kept = BATON.in(
                road.merchant,
                () -> BATON.jdbc()
                        .sql("select said || coalesce(document_id::text, '') from returned_mail where merchant_id = :m")
                        .param("m", road.merchant.value())
                        .query(String.class)
                        .list());
        assertThat(kept).containsExactly("about a mail to a customer");
    }

    @Test
    void theSameReportTwiceIsOneAndAMailSentAgainGoesToTheAddressAsItIsNow() {
        Message sent = sent("3");
        String report = report("failed", id(sent), address("3"));
        arrives(report);
        shop.place("3", new CustomerFacts("Ada Muster", "new-" + address("3"), null, "en"), TestShop.BERLIN, "LAMP×1");
        road.work();

        BATON.bean(ResendMessages.class).resend(road.merchant, sent.id());
        road.work();
        assertThat(message(sent).state()).isEqualTo(MessageState.SENT);
        assertThat(road.taskKinds()).isEmpty();
        assertThat(RELAY.heard().stream().filter(line -> line.startsWith("RCPT TO:")))
                .anyMatch(line -> line.contains("<new-" + address("3") + ">"));

        arrives(report);
        assertThat(message(sent).state()).isEqualTo(MessageState.SENT);
        assertThat(road.taskKinds()).isEmpty();
    }

    @Test
    void aMailNobodyKnewTheEndOfHasLeftWhenItComesBack() {
        RELAY.answers("END", ScriptedRelay.HANG_UP);
        SalesOrderId order = place("4");
        Message unknown = newest(order);
        assertThat(unknown.state()).isEqualTo(MessageState.UNKNOWN);
        sent("5");

        arrives(report("failed", id(unknown), address("4")));

        assertThat(message(unknown).state()).isEqualTo(MessageState.RETURNED);
        assertThat(road.taskKinds()).containsExactly("notifications.refused");
    }

    @Test
    void aReportThatIsFasterThanTheMailServersAnswerStands() {
        Message sent = sent("6");
        BATON.in(
                road.merchant,
                () -> BATON.jdbc()
                        .sql("update customer_message set state = 'SENDING' where merchant_id = :m")
                        .param("m", road.merchant.value())
                        .update());

        arrives(report("failed", id(sent), address("6")));
        boolean late = BATON.in(
                road.merchant,
                () -> BATON.bean(Messages.class)
                        .end(
                                road.merchant,
                                sent,
                                MessageState.SENT,
                                BATON.clock().instant(),
                                null));

        assertThat(late).isFalse();
        assertThat(message(sent).state()).isEqualTo(MessageState.RETURNED);
    }

    @Test
    void whatIsLateOrOnlyAMachinesAnswerChangesNothing() {
        Message sent = sent("7");

        arrives(report("delayed", id(sent), address("7")));
        arrives("""
                From: Ada <%s>
                To: mail@baton.example
                Subject: Out of office
                Auto-Submitted: auto-replied
                In-Reply-To: %s

                I am away.
                """.formatted(address("7"), id(sent)));

        assertThat(message(sent).state()).isEqualTo(MessageState.SENT);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void aCustomersAnswerIsReadInTheMailboxAndTheTaskHoldsNoWordOfIt() throws IOException {
        Message sent = sent("8");
        int before = BATON.bean(Mailbox.class).setAside();

        arrives("""
                From: Ada Muster <%s>
                To: mail@baton.example
                Subject: Re: Order: please hurry
                In-Reply-To: %s

                I need it on Friday.
                """.formatted(address("8"), id(sent)));

        assertThat(road.taskKinds()).containsExactly("trading.mail-to-read");
        assertThat(road.tasks().toString()).contains("A customer answered").doesNotContain("hurry", "Ada", "@");
        assertThat(BATON.bean(Mailbox.class).setAside()).isEqualTo(before + 1);
        assertThat(message(sent).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    @DisplayName("I19: a report that names another merchant's mail in one's own name says nothing")
    void aForgedNameChangesNothing() {
        Message sent = sent("9");
        try (TestRoad other = new TestRoad(BATON)) {
            arrives(report(
                    "failed", "<" + sent.id().value() + "." + other.merchant.hex() + "@blue.example>", "x@y.example"));
            arrives(report(
                    "failed", "<" + UUID.randomUUID() + "." + road.merchant.hex() + "@blue.example>", "x@y.example"));

            assertThat(message(sent).state()).isEqualTo(MessageState.SENT);
            assertThat(road.tasks()).isEmpty();
            assertThat(other.tasks()).isEmpty();
        }
    }

    private SalesOrderId place(String id) {
        SalesOrderId order =
                shop.place(id, new CustomerFacts("Ada Muster", address(id), null, "en"), TestShop.BERLIN, "LAMP×1");
        road.work();
        return order;
    }

    private Message sent(String id) {
        Message message = newest(place(id));
        assertThat(message.state()).isEqualTo(MessageState.SENT);
        return message;
    }

    private String address(String id) {
        return id + "." + tag + "@customer.example";
    }

    private List<String> mails(String id) {
        return RELAY.messages().stream()
                .filter(mail -> mail.contains("To: " + address(id)))
                .toList();
    }

    /** The Message-ID it left under. */
    private String id(Message message) {
        String name = "Message-ID: <" + message.id().value();
        return RELAY.messages().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring("Message-ID: ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private Message newest(SalesOrderId order) {
        return BATON.in(
                road.merchant,
                () -> BATON.bean(MessageLookup.class)
                        .page(road.merchant, order, EnumSet.allOf(MessageState.class), null, 1)
                        .getFirst());
    }

    private Message message(Message of) {
        return BATON.in(
                road.merchant,
                () -> BATON.bean(MessageLookup.class)
                        .find(road.merchant, of.id())
                        .orElseThrow());
    }

    /** The mails behind the one task of refused ones. */
    private List<Message> behind() {
        UUID batch = road.tasks().getFirst().subject();
        return BATON.in(road.merchant, () -> BATON.bean(RefusedMails.class).page(road.merchant, batch, null, 10));
    }

    private void arrives(String message) {
        SENDER.deliver(GreenMailUtil.newMimeMessage(message.replace("\n", "\r\n")));
        road.later(Duration.ofMinutes(2));
    }

    /** Source: RFC 3464; the address in the server's words is a habit of most. */
    private static String report(String action, String id, String to) {
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

                Final-Recipient: rfc822; %3$s
                Action: %1$s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%3$s>: no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %2$s
                Subject: Order

                --b--
                """.formatted(action, id, to);
    }
}
