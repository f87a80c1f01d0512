package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question or reminder by mail that says anything else than was meant does not leave. */
class NoticeMailCheckTest {

    private static final MailAddress ANN = MailAddress.read("ann@acme.example").orElseThrow();
    private static final List<Attachment> FILES =
            List.of(new Attachment("a.pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)));

    private final NoticeMail mail = new NoticeMail(
            new MailHead(
                    "en",
                    "Please ship 1001-1 elsewhere",
                    "Lantern",
                    "#112233",
                    "#ffffff",
                    List.of(),
                    "Please use the buttons above.",
                    "Please use the links.",
                    "Replies are read by a person.",
                    null),
            "The customer has moved.",
            List.of(
                    new NoticeMail.Row(1, "3", "A-1", "Lamp & shade", List.of(new MailEntry("Engraving", "A & O"))),
                    new NoticeMail.Row(2, "1", "B-2", "Bulb", List.of())),
            new NoticeMail.Delivery(
                    "Ship to",
                    List.of(new OrderMail.Part("line1", "Probestraße 1"), new OrderMail.Part("city", "10115 Berlin")),
                    "Shipping method",
                    "EXPRESS",
                    "Gift note",
                    "For Ada"),
            "A unit costs 12.50 EUR.",
            "moved house",
            "Please answer by Monday, 14:00.",
            null);
    private final String text = MailText.of(mail);
    private final String html = TestBaton.shared().bean(Pages.class).render("trading/notice.jte", mail);

    private Optional<String> differences(String shownText, String shownHtml, List<Attachment> files) {
        byte[] bytes = LetterWriter.write(new Letter(
                ANN,
                "Ann",
                ANN,
                List.of(),
                null,
                mail.head().title(),
                "x@acme.example",
                TestClock.START,
                Map.of(),
                shownText,
                shownHtml,
                List.of(),
                files));
        return NoticeMailCheck.differences(bytes, mail, FILES);
    }

    @Test
    void findsNothingInANoticeThatSaysWhatWasMeant() {
        assertThat(differences(text, html, FILES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10115, 10116", "A-1, A-2", "EXPRESS, STANDARD", "For Ada, For Bob", "Monday, Tuesday", "Bulb, Bulbs"})
    void findsWhatIsOtherInTheHtmlOrInTheText(String right, String wrong) {
        assertThat(html).contains(right);
        assertThat(text).contains(right);

        assertThat(differences(text, html.replace(right, wrong), FILES)).isPresent();
        assertThat(differences(text.replace(right, wrong), html, FILES)).isPresent();
    }

    @Test
    void findsALineThatIsMissingAndPapersThatAreNotThere() {
        String withoutLine = html.replaceAll("(?s)<tr data-line=\"2\">.*?</tr>", "");
        assertThat(withoutLine).isNotEqualTo(html);

        assertThat(differences(text, withoutLine, FILES)).isPresent();
        assertThat(differences(text, html, List.of())).isPresent();
    }
}
