package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.PurchaseOrderLine;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseOrderPdfTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final String SIXTY = "Handblown glass pendant lamp with brass fitting and 2 m cord";

    private final PurchaseOrderPdf pdf = new PurchaseOrderPdf(new Pages(), PRINTER);

    private static PurchaseOrderFacts facts() {
        return SampleFacts.engraved(
                SampleFacts.of(
                        SampleFacts.address(),
                        "Alles Gute, Opa! \uD83C\uDF82\nDeine Zoë",
                        SampleFacts.line(1, "L-100", SIXTY, 12, 12_345_600),
                        SampleFacts.line(3, "قميص-٢", "قميص قطني أزرق (مقاس 42)", 1, 5_000_000),
                        SampleFacts.line(4, "CN-7", "陶瓷茶杯 日本製の湯呑み 찻잔 Ωμέγα Жук עברית", 2, 333_333)),
                Map.of("Gravur", "Für Opa", "Farbe", "grün"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "xx"})
    void readsBackAsItWasMeantInEveryLanguage(String language) {
        assertThat(PurchaseOrderPdfCheck.differences(
                        pdf.render(facts(), language, PageSize.A4, null), facts(), language, null))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void readsBackAsItWasMeantOnEveryPaper(PageSize size) {
        assertThat(PurchaseOrderPdfCheck.differences(pdf.render(facts(), "de", size, null), facts(), "de", null))
                .isEmpty();
    }

    @Test
    void writesTheSameFactsAsTheSameBytes() {
        byte[] first = pdf.render(facts(), "fr", PageSize.LETTER, null);

        assertThat(pdf.render(facts(), "fr", PageSize.LETTER, null)).isEqualTo(first);
        assertThat(new PurchaseOrderPdf(new Pages(), new PdfPrinter()).render(facts(), "fr", PageSize.LETTER, null))
                .isEqualTo(first);
    }

    @Test
    void saysAmountsAndTimesAsTheSupplierReadsThem() {
        PdfReading read = PdfReading.of(pdf.render(facts(), "de", PageSize.A4, null));

        assertThat(read.blocks()).contains("Bestellung 1001-1", "Montag, 2. März 2026, 14:00", "153,82\u00a0EUR", "15");
        assertThat(read.rows().getFirst()).startsWith("1", "12", "L-100").endsWith("12,3456", "148,15");
        assertThat(PdfReading.of(pdf.render(facts(), "en", PageSize.A4, null)).blocks())
                .contains("Monday, 2 March 2026, 14:00", "153.82\u00a0EUR", "Germany (DE)");
    }

    @ParameterizedTest
    @CsvSource({
        "en, '1,234.5025', '14,814.03 EUR'",
        "de, '1.234,5025', '14.814,03 EUR'",
        "fr, '1 234,5025', '14 814,03 EUR'",
        "es, '1.234,5025', '14.814,03 EUR'"
    })
    void writesDearGoodsAsTheLanguageWritesMoneyAlsoOnALabel(String language, String each, String total) {
        PurchaseOrderFacts dear = SampleFacts.of(
                SampleFacts.address(), null, SampleFacts.line(1, "L-100", "Kronleuchter", 12, 1_234_502_500));
        for (PageSize size : PageSize.values()) {
            byte[] printed = pdf.render(dear, language, size, null);

            assertThat(PurchaseOrderPdfCheck.differences(printed, dear, language, null))
                    .isEmpty();
            assertThat(PdfReading.of(printed).rows().getFirst().get(4).replace('\u00a0', ' '))
                    .isEqualTo(each);
            assertThat(PdfReading.of(printed).blocks()).contains(total.replace(' ', '\u00a0'));
        }
    }

    @Test
    void repeatsTheHeadOfTheTableOverAHundredLines() throws Exception {
        PurchaseOrderFacts hundred = SampleFacts.of(
                SampleFacts.address(),
                null,
                IntStream.rangeClosed(1, 100)
                        .mapToObj(line -> SampleFacts.line(line, "L-" + line, SIXTY, line % 13 + 1, 1_000_000))
                        .toArray(PurchaseOrderLine[]::new));

        byte[] printed = pdf.render(hundred, "en", PageSize.A4, null);

        assertThat(PurchaseOrderPdfCheck.differences(printed, hundred, "en", null))
                .isEmpty();
        try (PDDocument document = Loader.loadPDF(printed)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document))
                        .contains("Your SKU", "Unit cost", "Page " + page + " of " + pages, "1001-1");
            }
        }
    }

    @Test
    void namesNobodyInWhatIsSaidAboutTheFile() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.render(facts(), "en", PageSize.A4, null))) {
            assertThat(document.getDocumentInformation().getMetadataKeys())
                    .containsExactlyInAnyOrder("Title", "CreationDate");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void noticesWhatReadsOtherwiseAndNamesThePlaceOnly() {
        byte[] printed = pdf.render(facts(), "de", PageSize.A4, null);
        PurchaseOrderFacts meant = facts();
        List<PurchaseOrderLine> lines = meant.order().lines();

        PurchaseOrderFacts fewer = SampleFacts.of(meant.shipTo(), meant.giftMessage(), lines.get(0), lines.get(1));
        PurchaseOrderFacts otherQuantity = SampleFacts.engraved(
                SampleFacts.of(
                        meant.shipTo(),
                        meant.giftMessage(),
                        SampleFacts.line(1, "L-100", SIXTY, 2, 12_345_600),
                        lines.get(1),
                        lines.get(2)),
                Map.of("Gravur", "Für Opa", "Farbe", "grün"));
        PurchaseOrderFacts otherArabic = SampleFacts.engraved(
                SampleFacts.of(
                        meant.shipTo(),
                        meant.giftMessage(),
                        lines.get(0),
                        SampleFacts.line(3, "قميص-٢", "قميص قطني أحمر (مقاس 42)", 1, 5_000_000),
                        lines.get(2)),
                Map.of("Gravur", "Für Opa", "Farbe", "grün"));

        assertThat(PurchaseOrderPdfCheck.differences(printed, fewer, "de", null))
                .hasValue("number of lines reads otherwise than it was meant");
        assertThat(PurchaseOrderPdfCheck.differences(printed, otherQuantity, "de", null))
                .hasValue("line 1 quantity reads otherwise than it was meant");
        assertThat(PurchaseOrderPdfCheck.differences(printed, otherArabic, "de", null))
                .hasValue("line 3 title or properties reads otherwise than it was meant");
        assertThat(PurchaseOrderPdfCheck.differences(
                        printed,
                        SampleFacts.of(
                                new PostalAddress(
                                        "Zoë Müller-Øst",
                                        null,
                                        "Straße des 17. Juni 136",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "DE",
                                        null),
                                meant.giftMessage(),
                                lines.toArray(PurchaseOrderLine[]::new)),
                        "de",
                        null))
                .hasValue("shipTo.line1 reads otherwise than it was meant");
        assertThat(PurchaseOrderPdfCheck.differences(new byte[] {1, 2, 3}, meant, "de", null))
                .hasValue("the document cannot be read back");
    }

    @Test
    void keepsALetterNoFontHasFromLeavingAsSomethingElse() {
        PurchaseOrderFacts tibetan = SampleFacts.of(
                new PostalAddress("བཀྲ་ཤིས", null, "Main St 1", null, null, null, null, null, "CN", null),
                null,
                SampleFacts.line(1, "X", "X", 1, 1));

        assertThat(PurchaseOrderPdfCheck.differences(pdf.render(tibetan, "en", PageSize.A4, null), tibetan, "en", null))
                .hasValue("shipTo.name reads otherwise than it was meant");
    }

    @Test
    void printsHostileTextAsText() {
        String hostile =
                "<script>alert(1)</script> &amp; \" ' ]]> <img src=\"file:///etc/passwd\"/> ${1+1} \u202Egnp.exe\u202C \u0000\uD83D \uD83D\uDE00 end";
        PurchaseOrderFacts facts = SampleFacts.engraved(
                SampleFacts.of(
                        new PostalAddress(hostile, hostile, hostile, null, null, null, null, null, "DE", null),
                        (hostile + "\n").repeat(40) + "x".repeat(600),
                        SampleFacts.line(1, "x".repeat(80), hostile.repeat(3), 1, 1)),
                Map.of(hostile, hostile));

        byte[] printed = pdf.render(facts, "en", PageSize.LABEL, null);
        assertThat(PurchaseOrderPdfCheck.differences(printed, facts, "en", null))
                .isEmpty();
        assertThat(PdfReading.of(printed).blocks())
                .anySatisfy(block -> assertThat(block).contains("<script>alert(1)</script> &amp;", "[grinning face]"));
    }

    @Test
    void refusesAPageLongerThanADocumentMayBe() {
        PurchaseOrderFacts endless =
                SampleFacts.of(SampleFacts.address(), "x ".repeat(2_100_000), SampleFacts.line(1, "X", "X", 1, 1));

        assertThatThrownBy(() -> pdf.render(endless, "en", PageSize.A4, null)).hasMessageContaining("longer");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnlyProposedSaysSoAboveEverything(PageSize size) {
        String mark = "Proposed change to 1001-1: valid once you agree";
        byte[] proposed = pdf.render(facts(), "en", size, mark);

        assertThat(PdfReading.of(proposed).blocks().getFirst()).isEqualTo(mark);
        assertThat(PdfReading.size(proposed)).isEqualTo(size);
        assertThat(PurchaseOrderPdfCheck.differences(proposed, facts(), "en", mark))
                .isEmpty();
        assertThat(PurchaseOrderPdfCheck.differences(pdf.render(facts(), "en", size, null), facts(), "en", mark))
                .hasValue("the mark reads otherwise than it was meant");
    }
}
