package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Purchase orders by mail, and a mailbox in which what comes back arrives. */
abstract class MailboxRoad {

    static final GreenMail MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    static final GreenMailUser SENDER;
    static final Map<String, Object> SETTINGS;
    static final TestBaton BATON;

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

    final TestRoad road = new TestRoad(BATON);

    @AfterEach
    void close() {
        road.close();
    }

    PurchaseOrderView sent() {
        road.goods("LAMP", road.mailed("ACME", "orders-" + road.merchant.hex() + "@acme.example", "en"));
        PurchaseOrderView order = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        return order;
    }

    /** How many mails the relay has put into that mailbox. */
    static int mailsTo(String address) {
        try {
            return MAIL.getManagers()
                    .getImapHostManager()
                    .getInbox(MAIL.getUserManager().getUserByEmail(address))
                    .getMessageCount();
        } catch (FolderException none) {
            throw new IllegalStateException(none);
        }
    }

    Task stuck() {
        return road.tasks().stream()
                .filter(each -> each.kind().equals("trading.stuck"))
                .findFirst()
                .orElseThrow();
    }

    void arrives(String message) {
        SENDER.deliver(GreenMailUtil.newMimeMessage(message.replace("\n", "\r\n")));
        road.later(Duration.ofMinutes(2));
    }

    TransmissionStatus status(PurchaseOrderView order) {
        return road.transmission(order).transmission().status();
    }

    long kept(String kind) {
        return kept(road, kind);
    }

    static long kept(TestRoad of, String kind) {
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
}
