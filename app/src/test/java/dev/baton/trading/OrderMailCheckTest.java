package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.Letter.Attachment;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.MailChannel;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that says anything else than was meant does not leave. */
class OrderMailCheckTest {

    private static final MailAddress OWN =
            MailAddress.read("post@baton.example").orElseThrow();
    private static final MailAddress STRANGER =
            MailAddress.read("else@acme.example").orElseThrow();
    private static final List<Attachment> FILES =
            List.of(new Attachment("a.csv", "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8)));

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final PurchaseOrderFacts facts = SampleFacts.engraved(
            SampleFacts.of(
                    SampleFacts.address(),
                    "Für Ada <3",
                    SampleFacts.line(1, "A-1", "Lamp & shade", 3, 12_500_000),
                    SampleFacts.line(2, "B-2", "Bulb", 1, 1_000_000)),
            Map.of("Engraving", "A & O"));
    private final Envelope envelope = new Envelope(
            merchant,
            "1001-1.v1",
            brand(),
            OWN,
            new MailChannel("orders@acme.example", "second@acme.example"),
            TestClock.START);
    private final String link = link(facts.order().id());
    private final MailFacts meant = new MailFacts(facts, null, brand(), link, null);
    private final OrderMail mail = OrderMails.of(meant, envelope.replies(), FILES);
    private final String text = MailText.of(mail);
    private final String html = baton.bean(Pages.class).render("trading/order.jte", mail);

    private Brand brand() {
        return baton.in(
                merchant,
                () -> baton.bean(BrandLookup.class)
                        .byCode(merchant, Brand.DEFAULT)
                        .orElseThrow());
    }

    private String link(PurchaseOrderId order) {
        return baton.in(
                merchant,
                () -> baton.bean(OrderLinks.class)
                        .of(merchant, order, TestClock.START)
                        .orElseThrow());
    }

    private Optional<String> differences(String shownText, String shownHtml, List<Attachment> files) {
        return differences(envelope.letter(mail.head().title(), shownText, shownHtml, files), meant);
    }

    private Optional<String> differences(Letter written, MailFacts wanted) {
        return OrderMailCheck.differences(
                LetterWriter.write(written),
                wanted,
                FILES,
                new Addressed(facts.order().id(), envelope, baton.bean(OrderLinks.class)));
    }

    @Test
    void findsNothingInAMailThatSaysWhatWasMeant() {
        assertThat(differences(text, html, FILES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10623, 10624",
        "A-1, A-2",
        "Straße, Strasse",
        "Plain box, Printed box",
        "'Monday, March 2', 'Tuesday, March 3'"
    })
    void findsWhatIsOtherInTheHtmlOrInTheText(String right, String wrong) {
        assertThat(html).contains(right);
        assertThat(text).contains(right);

        assertThat(differences(text, html.replace(right, wrong), FILES)).isPresent();
        assertThat(differences(text.replace(right, wrong), html, FILES)).isPresent();
    }

    @Test
    void findsALineThatIsMissingOrAQuantityThatIsOther() {
        assertThat(differences(text.replaceFirst("(?m)^1\\) \\d+", "1) 77"), html, FILES))
                .isPresent();
        assertThat(differences(text, html.replaceFirst("data-line=\"1\"", "data-other=\"1\""), FILES))
                .isPresent();
    }

    @Test
    void findsALinkToAnotherPurchaseOrder() {
        String other = link(new PurchaseOrderId(new UUID(0, 2)));
        MailFacts strange = new MailFacts(facts, null, brand(), other, null);
        OrderMail written = OrderMails.of(strange, envelope.replies(), FILES);
        Letter letter = envelope.letter(
                written.head().title(),
                MailText.of(written),
                baton.bean(Pages.class).render("trading/order.jte", written),
                FILES);

        assertThat(differences(text, html.replaceFirst(Pattern.quote(link), other), FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("its links"));
        assertThat(differences(text.replace(link, other), html, FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the text"));
        assertThat(differences(letter, strange))
                .hasValueSatisfying(said -> assertThat(said).contains("the purchase order a link opens"));
    }

    @Test
    void findsAnotherReaderSenderOrSubjectAndASentenceMore() {
        Letter right = envelope.letter(mail.head().title(), text, html, FILES);

        assertThat(differences(right, meant)).isEmpty();
        assertThat(differences(with(right, STRANGER, right.cc(), right.from(), null, right.subject()), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("the recipient"));
        assertThat(differences(with(right, right.to(), List.of(), right.from(), null, right.subject()), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("the recipient"));
        assertThat(differences(with(right, right.to(), right.cc(), STRANGER, OWN, right.subject()), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("the sender"));
        assertThat(differences(with(right, right.to(), right.cc(), right.from(), STRANGER, right.subject()), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("who reads its answers"));
        assertThat(differences(with(right, right.to(), right.cc(), right.from(), null, "1001-1 is cancelled"), meant))
                .hasValueSatisfying(said -> assertThat(said).contains("the subject"));
        assertThat(differences(text + "Ship two of each.\r\n", html, FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the text"));
        assertThat(differences(text, html.replace("</h1>", "</h1><p>Ship two of each.</p>"), FILES))
                .hasValueSatisfying(said -> assertThat(said).contains("the HTML"));
    }

    private static Letter with(
            Letter letter,
            MailAddress to,
            List<MailAddress> cc,
            MailAddress from,
            @Nullable MailAddress replyTo,
            String subject) {
        return new Letter(
                from,
                letter.fromName(),
                to,
                cc,
                replyTo,
                subject,
                letter.messageId(),
                letter.date(),
                letter.headers(),
                letter.text(),
                letter.html(),
                letter.pictures(),
                letter.attachments());
    }

    @Test
    void findsAFileThatIsOtherOrMissing() {
        assertThat(differences(text, html, List.of())).isPresent();
        assertThat(differences(
                        text,
                        html,
                        List.of(new Attachment("a.csv", "text/csv", "a,c\n".getBytes(StandardCharsets.UTF_8)))))
                .isPresent();
    }

    @Test
    void aMailIsOfItsFactsAndOfNoOthers() {
        MailFacts withoutLink = new MailFacts(facts, null, brand(), null, null);
        MailFacts plain = new MailFacts(
                SampleFacts.engraved(facts, Map.of("Engraving", "A & B")),
                null,
                brand(),
                "https://baton.example/t/x",
                null);
        Drafts drafts = new Drafts();
        drafts.write(meant, new byte[] {1});

        assertThat(drafts.of(meant)).isPresent();
        assertThat(drafts.of(withoutLink)).isEmpty();
        assertThat(drafts.of(plain)).isEmpty();
    }
}
