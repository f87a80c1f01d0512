package dev.baton.world.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.world.http.Body;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The world's mail server as any mail client meets it. */
class MailHouseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private final MailHouse house = MailHouse.open();
    private final List<Letter> arrived = new CopyOnWriteArrayList<>();
    private final List<String> strayed = new CopyOnWriteArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private Mood mood = Mood.CALM;
    private final Quarter quarter =
            house.quarter(house.freshDomain(), CLOCK, new Readers(), (_, act) -> later.add(act));
    private final String box = "ada@" + quarter.domain();

    MailHouseTest() {
        quarter.openBox(box);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private final class Readers implements Quarter.Residents {
        @Override
        public void arrived(Letter letter) {
            arrived.add(letter);
        }

        @Override
        public void strayed(String recipient) {
            strayed.add(recipient);
        }

        @Override
        public void moody(String recipient, Mood one) {
            // Nobody asks.
        }

        @Override
        public Mood at(String recipient) {
            return mood;
        }

        @Override
        public Mood of(Letter letter) {
            return mood;
        }
    }

    private void send(String to, boolean guarded, String password) throws Exception {
        URI url = house.smtpUrl(guarded);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.setProperty("mail.smtp.from", "bounce+17@shop.example");
        MailSSLSocketFactory trusting = new MailSSLSocketFactory();
        trusting.setTrustAllHosts(true);
        properties.put("mail.smtp.ssl.socketFactory", trusting);
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("orders@shop.example", "Shöp & Co"));
        message.setSubject("Your order #1001, thänks", "UTF-8");
        message.setText("First line\n.a line that begins with a dot\nLöwenzahn\n", "UTF-8");
        message.setRecipients(Message.RecipientType.TO, to);
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("localhost", url.getPort(), "baton", password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void send() throws Exception {
        send(box, false, "relay");
    }

    @Test
    void takesMailByStartTlsFromWhoeverLogsIn() throws Exception {
        send();

        assertThat(arrived).singleElement().satisfies(letter -> {
            assertThat(letter.from()).isEqualTo("orders@shop.example");
            assertThat(letter.senderName()).isEqualTo("Shöp & Co");
            assertThat(letter.subject()).isEqualTo("Your order #1001, thänks");
            assertThat(letter.returnPath()).isEqualTo("bounce+17@shop.example");
            assertThat(letter.text()).contains("\r\n.a line that begins with a dot", "Löwenzahn");
        });
        assertThat(quarter.boxes().get(box)).hasSize(1);
    }

    @Test
    void takesNothingFromWhoeverDoesNotKnowThePassword() {
        assertThatThrownBy(() -> send(box, false, "guessed")).isInstanceOf(MessagingException.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void writesDownMailToNobody() {
        assertThatThrownBy(() -> send("nobody@" + quarter.domain(), false, "relay"))
                .isInstanceOf(MessagingException.class);
        assertThat(strayed).containsExactly("nobody@" + quarter.domain());
    }

    @Test
    void sendsAwayTheFirstTimeAndTakesTheSecond() throws Exception {
        mood = Mood.GREYLISTING;

        assertThatThrownBy(this::send).hasRootCauseInstanceOf(SMTPAddressFailedException.class);
        send();

        assertThat(arrived).hasSize(1);
    }

    @Test
    void cutsTheConnectionAfterItHasTakenTheMessage() throws Exception {
        mood = Mood.CUT_AFTER_DATA;

        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);

        assertThat(arrived).hasSize(1);
    }

    @Test
    void sendsAReportBackToTheReturnPath() throws Exception {
        mood = Mood.BOUNCES_LATER;

        send();
        later.forEach(Runnable::run);

        assertThat(arrived).isEmpty();
        returned(message -> {
            assertThat(message.getContentType()).contains("report-type=delivery-status");
            MimeMultipart report = (MimeMultipart) message.getContent();
            String status = new String(report.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(status).contains("Final-Recipient: rfc822; " + box, "Action: failed", "Status: 5.1.1");
            assertThat(new String(report.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Message-ID: ");
        });
    }

    @Test
    void answersThatNobodyIsThere() throws Exception {
        mood = Mood.OUT_OF_OFFICE;

        send();
        send();
        later.forEach(Runnable::run);

        assertThat(arrived).hasSize(2);
        returned(message -> {
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(message.getHeader("In-Reply-To"))
                    .containsExactly(arrived.getFirst().messageId());
        });
    }

    /** What a test asks of a message. */
    private interface Question {
        void ask(Message message) throws Exception;
    }

    /** Reads the one message that came back, by IMAP. */
    private void returned(Question question) throws Exception {
        URI url = house.bouncesUrl();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(url.getHost(), url.getPort(), "bounces", "relay");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            assertThat(folder.getMessages()).hasSize(1);
            question.ask(folder.getMessages()[0]);
        }
    }

    @Test
    void letsSomebodyInTheMiddleSpoilOneMessageOfOneQuarter() throws Exception {
        house.interloper().spoil(quarter, letter -> {
            byte[] other = letter.source().text().replace("1001", "1002").getBytes(StandardCharsets.UTF_8);
            return List.of(letter.source(), Body.of(other));
        });

        send(box, true, "relay");
        send(box, true, "relay");

        assertThat(arrived).hasSize(3);
        assertThat(arrived)
                .extracting(Letter::subject)
                .filteredOn(one -> one.contains("1002"))
                .hasSize(1);
    }
}
