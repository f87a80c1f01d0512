package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.Doorway;
import dev.baton.testing.OpenTransactions;
import dev.baton.testing.TestBaton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** While the relay or the mailbox is spoken to, no transaction of Baton is open. */
@DisplayName("Outside I/O in a state-machine callback inside a transaction: mail")
class MailTransactionsTest {

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private volatile TestBaton baton = TestBaton.shared();
    private final List<Integer> whileSending = new CopyOnWriteArrayList<>();
    private final List<Integer> whileFetching = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void relayAndMailboxAreSpokenToOutsideOfEveryTransaction() throws IOException {
        GreenMailUser mine = mail.setUser("mail@baton.example", "baton", "secret");
        mail.start();
        try (Doorway relay = new Doorway(mail.getSmtp().getPort(), () -> look(whileSending));
                Doorway mailbox = new Doorway(mail.getImap().getPort(), () -> look(whileFetching))) {
            baton = TestBaton.with(Map.of(
                    "baton.smtp-url",
                    address("smtp://127.0.0.1:%d?starttls=off", relay),
                    "baton.mail-from",
                    "mail@baton.example",
                    "baton.bounces-url",
                    address("imap://baton:secret@127.0.0.1:%d/INBOX?starttls=off", mailbox),
                    "baton.public-url",
                    "https://baton.example"));
            try (TestRoad road = new TestRoad(baton)) {
                road.goods("LAMP", road.mailed("ACME", "orders@acme.example", "en"));
                PurchaseOrderView order = road.purchaseOrder(road.place("1", "LAMP×1"));
                road.work();
                assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.SENT);

                String report = Bounces.report("failed", Bounces.messageId(order, road));
                mine.deliver(GreenMailUtil.newMimeMessage(report.replace("\n", "\r\n")));
                road.later(Duration.ofMinutes(2));

                assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.REFUSED);
            }
        }
        assertThat(whileSending).isNotEmpty().containsOnly(0);
        assertThat(whileFetching).isNotEmpty().containsOnly(0);
    }

    private static String address(String of, Doorway before) {
        return of.formatted(before.port());
    }

    private void look(List<Integer> open) {
        open.add(OpenTransactions.of(baton));
    }
}
