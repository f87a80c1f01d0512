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
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that says anything else than was meant does not leave. */
class OrderMailCheckTest {

    private static final MailAddress ANN = MailAddress.read("ann@acme.example").orElseThrow();
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
    private final MailFacts meant = new MailFacts(facts, null, brand(), "https://baton.example/t/x", null);
    private final OrderMail mail = OrderMails.of(meant, ANN, FILES);
    private final String text = MailText.of(mail);
    private final String html = baton.bean(Pages.class).render("trading/order.jte", mail);

    private Brand brand() {
        return baton.in(
                merchant,
                () -> baton.bean(BrandLookup.class)
                        .byCode(merchant, Brand.DEFAULT)
                        .orElseThrow());
    }

    private java.util.Optional<String> differences(String shownText, String shownHtml, List<Attachment> files) {
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
        return OrderMailCheck.differences(bytes, facts, FILES);
    }

    @Test
    void findsNothingInAMailThatSaysWhatWasMeant() {
        assertThat(differences(text, html, FILES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10623, 10624", "A-1, A-2", "Straße, Strasse", "Plain box, Printed box"})
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
