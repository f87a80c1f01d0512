package dev.baton.trading;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;

/** A supplier that is told by mail, and the mailbox it reads, behind a real relay. */
abstract class MailboxOfASupplier {

    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** One for each class of tests: those of classes that are through are closed. */
    private static final Map<Class<?>, TestBaton> BATONS = new ConcurrentHashMap<>();

    static {
        MAIL.start();
    }

    final TestBaton baton = BATONS.computeIfAbsent(
            getClass(),
            _ -> TestBaton.with(Map.of(
                    "baton.smtp-url", "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                    "baton.mail-from", "mail@baton.example",
                    "baton.public-url", "https://baton.example")));
    final TestRoad road = new TestRoad(baton);
    final String mailbox = "orders-" + road.merchant.hex() + "@acme.example";

    @AfterEach
    void close() {
        road.close();
    }

    PurchaseOrderView mailed(String language, String... lines) {
        SupplierId acme = road.mailed("ACME", mailbox, language);
        road.goods("LAMP", acme);
        road.goods("BULB", acme);

        return road.purchaseOrder(road.place("1", lines));
    }

    List<MimeMessage> arrived() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> MailedParts.recipient(message).equals(mailbox))
                .toList();
    }

    static Document page(MimeMessage message) throws MessagingException, IOException {
        return Jsoup.parse(MailedParts.html(message));
    }
}
