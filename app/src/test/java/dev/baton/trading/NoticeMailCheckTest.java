package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailReading;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.MailChannel;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question or reminder by mail that says anything else than was meant does not leave. */
class NoticeMailCheckTest {

    private static final MailAddress OWN =
            MailAddress.read("post@baton.example").orElseThrow();
    private static final PurchaseOrderId ORDER = new PurchaseOrderId(new UUID(0, 1));
    private static final List<Attachment> FILES =
            List.of(new Attachment("a.pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)));

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Envelope envelope = envelope("1001-1.v1.amendment-1", "orders@acme.example");
    private final String link = link(ORDER);
    private final NoticeMail mail = notice(link);

    private static NoticeMail notice(String link) {
        return new NoticeMail(
                new MailHead(
                        "en",
                        "Please ship 1001-1 elsewhere",
                        "1001-1",
                        "Lantern",
                        "#112233",
                        "#ffffff",
                        List.of(new MailButton("open", link + "#amendment", "Answer now", true)),
                        "Please use the button.",
                        "Please use the links.",
                        "Replies are read by a person.",
                        null),
                "The customer has moved.",
                "Quantity",
                "Your article",
                "Goods",
                List.of(
                        new NoticeMail.Row(1, "3", "A-1", "Lamp & shade", List.of(new MailEntry("Engraving", "A & O"))),
                        new NoticeMail.Row(2, "1", "B-2", "Bulb", List.of())),
                new NoticeMail.Delivery(
                        "Ship to",
                        List.of(
                                new OrderMail.Part("line1", "Probestraße 1"),
                                new OrderMail.Part("city", "10115 Berlin")),
                        "Shipping method",
                        "EXPRESS",
                        "Gift note",
                        "For Ada"),
                "A unit costs 12.50 EUR.",
                "moved house",
                "Please answer by Monday, 14:00.",
                null);
    }

    private final String text = MailText.of(mail);
    private final String html = html(mail);

    private String html(NoticeMail of) {
        return baton.bean(Pages.class).render("trading/notice.jte", of);
    }

    private String link(PurchaseOrderId order) {
        return baton.in(
                merchant,
                () -> baton.bean(OrderLinks.class)
                        .of(merchant, order, TestClock.START)
                        .orElseThrow());
    }

    private Envelope envelope(String key, String to) {
        Brand brand = baton.in(
                merchant,
                () -> baton.bean(BrandLookup.class)
                        .byCode(merchant, Brand.DEFAULT)
                        .orElseThrow());
        return new Envelope(merchant, key, brand, OWN, new MailChannel(to, null), TestClock.START);
    }

    private Optional<String> differences(String shownText, String shownHtml, List<Attachment> files) {
        return differences(envelope.letter(mail.head().title(), shownText, shownHtml, files), mail);
    }

    private Optional<String> differences(Letter written, NoticeMail meant) {
        return NoticeMailCheck.differences(
                LetterWriter.write(written),
                meant,
                FILES,
                new Addressed(ORDER, envelope, baton.bean(OrderLinks.class)));
    }

    @Test
    void findsNothingInANoticeThatSaysWhatWasMeant() {
        assertThat(differences(text, html, FILES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Purchase order 1001-1: please stop or take back, Parcels: 1Z5, Answer now",
        "de, Bestellung 1001-1: bitte anhalten oder zurücknehmen, Pakete: 1Z5, Jetzt antworten",
        "fr, Commande 1001-1 : merci d’arrêter ou de reprendre, Colis : 1Z5, Répondre maintenant",
        "es, Pedido 1001-1: deténgalo o recójalo, Paquetes: 1Z5, Responder ahora"
    })
    void asksForWhatShouldNotHaveBeenShippedInTheSuppliersLanguage(
            String language, String subject, String parcels, String button) throws Exception {
        String document = """
                {"type": "purchase_order.recall", "schemaVersion": 1, "number": "1001-1", "version": 1,
                 "recallId": "019cadd8-f1d0-7011-b93b-a4577396caf7", "lines": [{"line": 1, "quantity": 2}],
                 "parcels": [{"carrier": "ups", "trackingNumber": "1Z5"}], "respondBy": "2026-03-02T13:10:03Z"}""";

        WriteNoticeMails.Written written = baton.bean(WriteNoticeMails.class)
                .write(new NoticeMails.Facts(
                        ORDER,
                        document.getBytes(StandardCharsets.UTF_8),
                        SampleFacts.supplier(language),
                        List.of(SampleFacts.line(1, "A-1", "Lamp & shade", 3, 12_502_500)),
                        envelope("1001-1.v1.recall-1", "orders@acme.example"),
                        link,
                        List.of()));

        MailReading read = new MailReading(written.body().bytes());
        assertThat(written.difference()).isEmpty();
        assertThat(read.message().getSubject()).isEqualTo(subject);
        assertThat(read.lines()).anyMatch(line -> line.contains(parcels));
        assertThat(read.texts()).contains(button).anyMatch(shown -> shown.contains(parcels));
        assertThat(read.values("href")).contains(link + "#recall");
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
    void findsALinkToAnotherPurchaseOrder() {
        String other = link(new PurchaseOrderId(new UUID(0, 2)));
        NoticeMail strange = notice(other);
        Letter letter = envelope.letter(strange.head().title(), MailText.of(strange), html(strange), FILES);

        assertThat(differences(text, html.replace(link, other), FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("its links"));
        assertThat(differences(text.replace(link, other), html, FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the text"));
        assertThat(differences(letter, strange))
                .hasValueSatisfying(said -> assertThat(said).contains("the purchase order a link opens"));
    }

    @Test
    void findsAnotherReaderOrSubjectAndASentenceMore() {
        String title = mail.head().title();
        Envelope strange = envelope("1001-1.v1.amendment-1", "else@acme.example");

        assertThat(differences(envelope.letter(title, text, html, FILES), mail)).isEmpty();
        assertThat(differences(strange.letter(title, text, html, FILES), mail))
                .hasValueSatisfying(said -> assertThat(said).contains("the recipient"));
        assertThat(differences(envelope.letter("1001-1 is cancelled", text, html, FILES), mail))
                .hasValueSatisfying(said -> assertThat(said).contains("the subject"));
        assertThat(differences(text + "Ship two of each.\r\n", html, FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the text"));
        assertThat(differences(text, html.replace("</h1>", "</h1><p>Ship two of each.</p>"), FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the HTML"));
    }

    @Test
    void findsALineThatIsMissingAndPapersThatAreNotThere() {
        String withoutLine = html.replaceAll("(?s)<tr data-line=\"2\">.*?</tr>", "");
        assertThat(withoutLine).isNotEqualTo(html);

        assertThat(differences(text, withoutLine, FILES)).isPresent();
        assertThat(differences(text, html, List.of())).isPresent();
    }
}
