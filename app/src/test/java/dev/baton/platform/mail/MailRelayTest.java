package dev.baton.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.platform.mail.SmtpResult.Delivered;
import dev.baton.platform.mail.SmtpResult.NotSent;
import dev.baton.platform.mail.SmtpResult.RefusedForGood;
import dev.baton.platform.mail.SmtpResult.Unknown;
import dev.baton.world.mail.Certificate;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.SmtpAnswer;
import dev.baton.world.mail.SmtpDesk;
import dev.baton.world.mail.SmtpServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each behaviour of a relay means for the mail handed to it. */
class MailRelayTest {

    private static final byte[] MAIL =
            "Subject: x\r\nMessage-ID: <1@a.example>\r\n\r\n.a line with a dot\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final MailRelay.Limits LIMITS =
            new MailRelay.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private static final MailAddress ACME =
            MailAddress.read("orders@acme.example").orElseThrow();
    private static final MailAddress BOSS =
            MailAddress.read("boss@acme.example").orElseThrow();

    private final ScriptedRelay scripted = new ScriptedRelay();

    @AfterEach
    void close() {
        scripted.close();
    }

    private MailRelay relay(String settings) {
        return new MailRelay("smtp://127.0.0.1:" + scripted.port() + settings, "mail@shop.example", null, LIMITS);
    }

    private SmtpResult send() {
        return relay("?starttls=off").send(MAIL, ACME, List.of());
    }

    @Test
    void handsOverTheVeryBytesUnderItsOwnEnvelopeSender() {
        SmtpResult result = send();

        assertThat(result).isEqualTo(new Delivered("250 2.0.0 queued"));
        assertThat(scripted.heard()).contains("MAIL FROM:<mail@shop.example>", "RCPT TO:<orders@acme.example>");
        // dot stuffing is the protocol's, the relay takes it off again
        assertThat(scripted.messages().getFirst())
                .isEqualTo(new String(MAIL, StandardCharsets.US_ASCII).replace("\n.a", "\n..a"));
    }

    @Test
    void aReportOfArrivalIsAskedForWhereItIsWantedAndTheRelayKnowsReports() {
        scripted.answers("EHLO", "250-scripted\r\n250 DSN", "250-scripted\r\n250 DSN");
        relay("?starttls=off").sendReported(MAIL, ACME, List.of());
        relay("?starttls=off").send(MAIL, BOSS, List.of());
        assertThat(scripted.heard())
                .contains(
                        "MAIL FROM:<mail@shop.example> RET=HDRS",
                        "RCPT TO:<orders@acme.example> NOTIFY=SUCCESS,FAILURE,DELAY",
                        "MAIL FROM:<mail@shop.example>",
                        "RCPT TO:<boss@acme.example>");

        scripted.heard().clear();
        relay("?starttls=off").sendReported(MAIL, ACME, List.of());
        assertThat(scripted.heard()).contains("MAIL FROM:<mail@shop.example>", "RCPT TO:<orders@acme.example>");
    }

    @Test
    void whatIsRefusedForNowMayBeSentLater() {
        scripted.answers("RCPT", "451 4.7.1 greylisted, try again");
        assertThat(send()).isInstanceOfSatisfying(NotSent.class, later -> {
            assertThat(later.retryable()).isTrue();
            assertThat(later.why()).contains("greylisted");
        });

        scripted.answers("END", "452 4.3.1 disk full");
        assertThat(send()).isInstanceOf(NotSent.class);
        scripted.answers("CONNECT", "421 too many connections");
        assertThat(send()).isInstanceOf(NotSent.class);
        scripted.answers("MAIL", "450 slow down");
        assertThat(send()).isInstanceOf(NotSent.class);
    }

    @Test
    void aReaderOrMessageRefusedForGoodIsNotTriedAgain() {
        scripted.answers("RCPT", "550 5.1.1 no such user");
        assertThat(send())
                .isInstanceOfSatisfying(
                        RefusedForGood.class,
                        refused -> assertThat(refused.why()).contains("no such user"));

        scripted.answers("END", "554 5.7.1 spam");
        assertThat(send()).isInstanceOf(RefusedForGood.class);
    }

    @Test
    void aSecondReaderThatIsRefusedDoesNotKeepTheFirstFromTheMail() {
        scripted.answers("RCPT", "250 ok", "550 no such boss");

        SmtpResult result = relay("?starttls=off").send(MAIL, ACME, List.of(BOSS));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Delivered.class, taken -> assertThat(taken.reply()).contains("no such boss"));
        assertThat(scripted.messages()).hasSize(1);
    }

    @Test
    void whatASecondReaderHasWasNotRefused() {
        scripted.answers("RCPT", "550 no such clerk", "250 ok");

        SmtpResult result = relay("?starttls=off").send(MAIL, ACME, List.of(BOSS));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.why()).contains("no such clerk"));
        assertThat(scripted.messages()).as("the boss has it").hasSize(1);
    }

    @Test
    void itIsTriedAgainWhereOnlyTheSecondReaderIsRefusedForGood() {
        scripted.answers("RCPT", "451 greylisted", "550 no such boss");

        assertThat(relay("?starttls=off").send(MAIL, ACME, List.of(BOSS)))
                .isInstanceOfSatisfying(
                        NotSent.class, later -> assertThat(later.retryable()).isTrue());
    }

    @Test
    void cutBeforeTheEndOfTheMessageItCertainlyDidNotLeave() {
        scripted.answers("DATA", ScriptedRelay.HANG_UP);

        assertThat(send()).isInstanceOf(NotSent.class);
    }

    @Test
    void cutAfterTheEndOfTheMessageNobodyKnows() {
        scripted.answers("END", ScriptedRelay.HANG_UP);

        assertThat(send()).isInstanceOf(Unknown.class);
        assertThat(scripted.messages()).hasSize(1);
    }

    @Test
    void withoutStarttlsNothingLeavesUnlessTheOperatorSaysSo() {
        SmtpResult result = relay("").send(MAIL, ACME, List.of());

        assertThat(result)
                .isInstanceOfSatisfying(
                        NotSent.class, refused -> assertThat(refused.why()).contains("STARTTLS"));
        assertThat(scripted.heard()).noneMatch(said -> said.startsWith("MAIL"));
        assertThat(relay("?starttls=optional").send(MAIL, ACME, List.of())).isInstanceOf(Delivered.class);
    }

    @Test
    void keepsTheRelaysLimits() {
        MailRelay limited = relay("?starttls=off&perMinute=2&perConnection=1");

        limited.send(MAIL, ACME, List.of());
        limited.send(MAIL, ACME, List.of());

        assertThat(scripted.connections()).isEqualTo(2);
        assertThat(limited.places()).isEqualTo(2);
        assertThat(limited.takePlace()).isEmpty();
        assertThat(limited.takePlace()).isEmpty();
        assertThat(limited.places()).isZero();
        assertThat(limited.takePlace())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    @Test
    void sendsSeveralMailsOverOneConnection() {
        MailRelay open = relay("?starttls=off");

        open.send(MAIL, ACME, List.of());
        open.send(MAIL, ACME, List.of());

        assertThat(scripted.connections()).isEqualTo(1);
        assertThat(scripted.messages()).hasSize(2);
    }

    @Test
    void silenceEndsWithAStepsTimeAndDrippingWithTheWhole() {
        scripted.answers("RCPT", ScriptedRelay.SILENCE);
        assertThat(send()).isInstanceOf(NotSent.class);

        scripted.answers("END", ScriptedRelay.DRIP);
        long began = System.nanoTime();
        assertThat(send()).isInstanceOf(Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void nobodyThereIsNotSent() {
        scripted.close();

        assertThat(send()).isInstanceOf(NotSent.class);
        assertThat(relay("?starttls=off").trouble()).isPresent();
    }

    @Test
    void withoutARelayNothingLeaves() {
        MailRelay none = new MailRelay("", "", null, LIMITS);

        assertThat(none.isSetUp()).isFalse();
        assertThat(none.send(MAIL, ACME, List.of())).isInstanceOf(NotSent.class);
    }

    @Test
    void startsTlsWithWhoeverShowsACertificateItTrusts(@TempDir Path folder) {
        List<Envelope> taken = new CopyOnWriteArrayList<>();
        Certificate certificate = Certificate.in(folder);
        try (SmtpServer server =
                SmtpServer.start(0, new SmtpServer.Login("baton", "secret", certificate), new Taking(taken))) {
            String at = "smtp://baton:secret@localhost:" + server.port();
            MailRelay trusting = new MailRelay(at, "mail@shop.example", trusting(certificate), LIMITS);
            MailRelay untrusting = new MailRelay(at, "mail@shop.example", null, LIMITS);

            assertThat(untrusting.send(MAIL, ACME, List.of())).isInstanceOfSatisfying(NotSent.class, refused -> {
                assertThat(refused.why()).contains("certificate", "localhost");
                assertThat(refused.retryable()).as("until a setting is mended").isFalse();
            });
            assertThat(taken).isEmpty();
            assertThat(trusting.trouble()).isEmpty();
            assertThat(trusting.send(MAIL, ACME, List.of())).isInstanceOf(Delivered.class);
            assertThat(taken).singleElement().satisfies(mail -> {
                assertThat(mail.from()).isEqualTo("mail@shop.example");
                assertThat(mail.content().bytes()).isEqualTo(MAIL);
            });
        }
    }

    /** Takes all mail. */
    private record Taking(List<Envelope> taken) implements SmtpDesk {

        @Override
        public SmtpAnswer recipient(String from, String recipient) {
            return SmtpAnswer.TAKEN;
        }

        @Override
        public SmtpAnswer deliver(Envelope envelope) {
            taken.add(envelope);
            return SmtpAnswer.TAKEN;
        }
    }

    private static SSLSocketFactory trusting(Certificate certificate) {
        return TestCertificate.trusting(certificate.file(), Certificate.PASSWORD, "mail");
    }

    @Test
    void speaksTlsAndSaysWhoItIs() {
        SSLSocketFactory trusting = TestCertificate.trusting();
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        greenMail.setUser("mail@shop.example", "baton", "se cret");
        greenMail.start();
        try {
            String at = "@localhost:" + greenMail.getSmtps().getPort();
            MailRelay good = new MailRelay("smtps://baton:se%20cret" + at, "mail@shop.example", trusting, LIMITS);
            MailRelay wrong = new MailRelay("smtps://baton:guess" + at, "mail@shop.example", trusting, LIMITS);
            MailRelay untrusting = new MailRelay("smtps://baton:se%20cret" + at, "mail@shop.example", null, LIMITS);

            MailRelay otherName = new MailRelay(
                    "smtps://baton:se%20cret@127.0.0.1:" + greenMail.getSmtps().getPort(),
                    "mail@shop.example",
                    trusting,
                    LIMITS);

            for (MailRelay each : List.of(untrusting, otherName)) {
                assertThat(each.send(MAIL, ACME, List.of())).isInstanceOfSatisfying(NotSent.class, refused -> {
                    assertThat(refused.why()).contains("certificate for its name");
                    assertThat(refused.retryable()).isFalse();
                });
            }
            assertThat(wrong.send(MAIL, ACME, List.of())).isInstanceOfSatisfying(NotSent.class, refused -> {
                assertThat(refused.why()).contains("user and password");
                assertThat(refused.retryable()).isFalse();
            });
            assertThat(good.trouble()).isEmpty();
            assertThat(good.send(MAIL, ACME, List.of())).isInstanceOf(Delivered.class);
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        } finally {
            greenMail.stop();
        }
    }
}
