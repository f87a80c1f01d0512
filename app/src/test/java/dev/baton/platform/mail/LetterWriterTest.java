package dev.baton.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {

    private static Letter letter(String fromName, String to, String subject, String file) {
        return new Letter(
                MailAddress.read("orders@shop.example").orElseThrow(),
                fromName,
                MailAddress.read(to).orElseThrow(),
                List.of(),
                MailAddress.read("help@shop.example").orElseThrow(),
                subject,
                "1001-1.v1.abc@shop.example",
                Instant.parse("2026-03-02T09:00:00Z"),
                Map.of("X-Baton-Document", "1001-1.v1"),
                "Grüße",
                "<p>Grüße</p>",
                List.of(),
                List.of(new Letter.Attachment(file, "text/csv", "a,b".getBytes(StandardCharsets.UTF_8))));
    }

    private static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    @Test
    void writesNamesAndAddressesInAnyScript() throws MessagingException, IOException {
        byte[] bytes =
                LetterWriter.write(letter("Lampen „Müller“, 株式会社", "orders@bücher.example", "Größe 42", "a.csv"));

        MimeMessage message = read(bytes);
        InternetAddress from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Lampen „Müller“, 株式会社");
        assertThat(from.getAddress()).isEqualTo("orders@shop.example");
        assertThat(message.getAllRecipients()[0]).hasToString("orders@xn--bcher-kva.example");
        assertThat(message.getSubject()).isEqualTo("Größe 42");
        assertThat(message.getMessageID()).isEqualTo("<1001-1.v1.abc@shop.example>");
        assertThat(message.getSentDate().toInstant()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(((Multipart) message.getContent()).getCount()).isEqualTo(2);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).chars()).allMatch(c -> c < 127);
    }

    @Test
    void noNameSubjectOrFileBeginsAHeaderOfItsOwn() throws MessagingException {
        String evil = "x\r\nBcc: spy@evil.example\r\n\r\nbody";

        MimeMessage message = read(LetterWriter.write(letter(evil, "a@b.example", evil, evil)));

        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(message.getAllHeaders()))
                .noneMatch(header -> header.getName().equalsIgnoreCase("bcc"));
        assertThat(message.getSubject()).isEqualTo("x  Bcc: spy@evil.example    body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b",
                "a@b@c",
                "a b@c.example",
                "a@b c",
                "a,b@c.example",
                "a@b.example\r\nX: y",
                "<a@b.example>",
                "a@-b.example",
                "ä@b.example"
            })
    void noAddressIsMadeOfSomethingElse(String text) {
        assertThat(MailAddress.isOne(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a", "smtp://user@host", "smtp://h?starttls=no", "smtp://h?perMinute=0", "smtp://h?x=1"})
    void refusesARelayItCannotUse(String url) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> MailUrl.smtp(url));
    }

    @Test
    void readsARelayWithItsSecretsAndNeverShowsThem() {
        MailUrl url = MailUrl.smtp("smtp://u%40x:p%3Aw+d@relay.example?perMinute=30");

        assertThat(url.user()).isEqualTo("u@x");
        assertThat(url.password()).isEqualTo("p:w+d");
        assertThat(url.port()).isEqualTo(587);
        assertThat(url.starttls()).isEqualTo("required");
        assertThat(url).hasToString("smtp://relay.example:587");
    }
}
