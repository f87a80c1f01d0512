package dev.baton.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.shipping.SlipFacts.Item;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackingSlipTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final String SIXTY = "Handblown glass pendant lamp with brass fitting and 2 m cord";
    private static final Item LAMP = SampleSlips.item(SIXTY, "M-100", 12, Map.of("Engraving", "Für Opa, in Liebe"));
    private static final Item SHIRT = SampleSlips.item("قميص قطني أزرق", "M-200", 1, Map.of());
    private static final Item CUP = SampleSlips.item("陶瓷茶杯 日本製の湯呑み 찻잔", "M-300", 2, Map.of());

    private final PackingSlip slips = new PackingSlip(new Pages(), PRINTER);

    private byte[] checked(SlipFacts facts, PageSize size) {
        byte[] printed = slips.render(facts, size);
        assertThat(PackingSlipCheck.differences(printed, facts, SampleSlips.SECRETS))
                .isEmpty();
        return printed;
    }

    private static SlipFacts german(String gift, Item... items) {
        return SampleSlips.of(SampleSlips.GERMAN, "de", gift, items);
    }

    static Stream<Arguments> sizesAndLanguages() {
        return Stream.of(PageSize.values())
                .flatMap(size -> Stream.of("en", "de", "fr", "es", "it", "nl", "ar", "zh", "ja", "pt-BR")
                        .map(language -> Arguments.of(size, language)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndLanguages")
    void readsBackAsItWasMeant(PageSize size, String language) {
        checked(
                SampleSlips.of(SampleSlips.GERMAN, language, "Alles Gute, Opa! \uD83C\uDF82\nZoë ♥", LAMP, SHIRT, CUP),
                size);
        checked(
                SampleSlips.with(
                        SampleSlips.of(SampleSlips.ARABIC, language, "كل عام وأنت بخير يا جدي 2026\nمع حبي", SHIRT),
                        SampleSlips.brand(SampleSlips.logo())),
                size);
        checked(SampleSlips.of(SampleSlips.CHINESE, language, "生日快乐, Grandpa! كل عام", CUP), size);
        checked(
                SampleSlips.in(
                        SampleSlips.of(SampleSlips.GERMAN, language, null, SHIRT, CUP), new SlipFacts.Parcel(2, 3)),
                size);
        checked(
                SampleSlips.in(
                        SampleSlips.of(SampleSlips.ARABIC, language, null, LAMP), new SlipFacts.Parcel(12, null)),
                size);
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void hasABarcodeThatDecodesToThePurchaseOrder(PageSize size) throws Exception {
        for (String number : List.of("1001-1", "A1234567-12", "9999999999-123")) {
            SlipFacts facts = german("x", LAMP);
            SlipFacts numbered = new SlipFacts(
                    facts.brand(), number, "#1", facts.shipTo(), facts.items(), null, "de", facts.dated(), null);

            Result read = scan(slips.render(numbered, size));

            assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
            assertThat(read.getText()).isEqualTo(number);
        }
    }

    private static Result scan(byte[] slip) throws Exception {
        try (PDDocument document = Loader.loadPDF(slip)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))),
                            // a barcode in a corner of the page is looked for only so
                            Map.of(DecodeHintType.TRY_HARDER, true));
        }
    }

    @Test
    void refusesANumberNoBarcodeHolds() {
        SlipFacts facts = german("x", LAMP);
        SlipFacts chinese = new SlipFacts(
                facts.brand(), "訂單", "#1", facts.shipTo(), facts.items(), null, "de", facts.dated(), null);

        assertThatThrownBy(() -> slips.render(chinese, PageSize.A4)).hasMessageContaining("barcode");
    }

    @Test
    void writesTheSameFactsAsTheSameBytesAlsoAtTheSameTime() {
        SlipFacts facts = SampleSlips.with(german("x", LAMP, SHIRT, CUP), SampleSlips.brand(SampleSlips.logo()));
        byte[] first = slips.render(facts, PageSize.LABEL);

        List<byte[]> others = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> slips.render(facts, PageSize.LABEL))
                .toList();

        assertThat(others).allSatisfy(other -> assertThat(other).isEqualTo(first));
    }

    @Test
    void staysBlindWhateverTheNamesAre() {
        byte[] printed = checked(german("x", LAMP), PageSize.A4);
        SlipFacts meant = german("x", LAMP);

        assertThat(PdfReading.of(printed).everything())
                .doesNotContain("1001-1")
                .doesNotContainIgnoringCase("acme")
                .doesNotContain("+49301");
        assertThat(leak(printed, meant, "Handblown glass", "x1"))
                .as("said by the title")
                .isEmpty();
        assertThat(leak(printed, meant, "Lieferschein", "Menge"))
                .as("words of the form")
                .isEmpty();
    }

    private static String leak(byte[] slip, SlipFacts meant, String name, String code) {
        return PackingSlipCheck.differences(
                        slip, meant, new SlipSecrets(name, code, Set.of(), Set.of(), ShopPrices.NONE, null, null))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "gift", "name", "footer"})
    void keepsASlipThatTellsTooMuchFromLeaving(String where) {
        String told = "From ACME GmbH, sku L-100, 12,34 EUR, zoe@customer.example, +49 30 999, 1.029,90 €";
        SlipFacts innocent = german("x", SampleSlips.item("Lamp", "M-1", 1, Map.of()));
        SlipBrand footer = new SlipBrand("Mondlicht", "#000000", null, null, told);
        SlipFacts telling = switch (where) {
            case "title" -> german("x", SampleSlips.item(told, "M-1", 1, Map.of()));
            case "gift" -> german(told, SampleSlips.item("Lamp", "M-1", 1, Map.of()));
            case "name" ->
                SampleSlips.of(
                        new PostalAddress(told, null, "Main St 1", null, null, null, null, null, "DE", null),
                        "de",
                        "x",
                        SampleSlips.item("Lamp", "M-1", 1, Map.of()));
            default -> SampleSlips.with(innocent, footer);
        };
        PdfReading slip = PdfReading.of(slips.render(telling, PageSize.A4));
        List<String> allowed = PackingSlip.allowed(innocent);

        assertThat(leak(slip, allowed, "Acme GmbH", "none", "none", "none", "none"))
                .hasValueSatisfying(said -> assertThat(said).contains("supplier is"));
        assertThat(leak(slip, allowed, "none", "acme", "none", "none", "none")).isPresent();
        assertThat(leak(slip, allowed, "none", "none", "L-100", "none", "none"))
                .hasValueSatisfying(said -> assertThat(said).contains("calls the goods"));
        assertThat(leak(slip, allowed, "none", "none", "none", "12.34", "none"))
                .hasValueSatisfying(said -> assertThat(said).contains("cost"));
        assertThat(priced(102_990).leak(slip, allowed))
                .hasValueSatisfying(said -> assertThat(said).contains("cost in the store"));
        assertThat(priced(2_990).leak(slip, allowed)).as("part of a price").isEmpty();
        assertThat(priced(102_990).leak(slip, PackingSlip.allowed(telling))).isEmpty();
        assertThat(leak(slip, allowed, "none", "none", "none", "none", "Zoe@Customer.example"))
                .hasValueSatisfying(said -> assertThat(said).contains("mail"));
        assertThat(leak(slip, allowed, "Acm", "gmb", "100-L", "2.34", "oe@customer.example"))
                .as("parts of words")
                .isEmpty();
        assertThat(leak(slip, PackingSlip.allowed(telling), "Acme GmbH", "acme", "L-100", "12.34", "none"))
                .as("what was meant to be said")
                .isEmpty();
    }

    private static SlipSecrets priced(long minor) {
        return new SlipSecrets(
                "none", "none", Set.of(), Set.of(), new ShopPrices("EUR", "de", Set.of(minor), Set.of(1)), null, null);
    }

    private static Optional<String> leak(
            PdfReading slip, List<String> allowed, String name, String code, String sku, String cost, String mail) {
        return new SlipSecrets(name, code, Set.of(sku), Set.of(cost), ShopPrices.NONE, mail, null).leak(slip, allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR | de | 1999    | Es kostet 19,99 EUR
            EUR | de | 123450  | 1.234,50 € im Laden
            EUR | fr | 123450  | 1 234,50 €
            EUR | fr | 123450  | 2 x 1 234,50
            USD | en | 123450  | $1,234.50
            EUR | de | 4000    | nur 40 €
            EUR | de | 4000    | EUR 40
            CAD | en | 4000    | CA$40
            CAD | fr | 4000    | 40 $
            JPY | ja | 1200    | ￥1,200
            JPY | en | 1200    | 1200 JPY
            KWD | en | 12345   | 12.345
            SAR | ar | 1999    | ١٩٫٩٩
            """)
    void knowsAPriceOfTheStoreHoweverItIsWritten(String currency, String language, long minor, String told) {
        ShopPrices prices = new ShopPrices(currency, language, Set.of(minor), Set.of(1));

        assertThat(prices.isTold(ReadText.plain(told), "")).isTrue();
        assertThat(prices.isTold(ReadText.plain(told), ReadText.plain("Gift: " + told + "!")))
                .as("what was meant to be said")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "2 10 3",
                "10 European plugs",
                "10 EUR plug adapters",
                "10117 Berlin",
                "10.00.1",
                "2010.0",
                "110,00 €",
                "10,001",
                "version 1.10.00",
                "D:20261000090010+00'00'"
            })
    void takesNoOtherNumberForAPrice(String said) {
        ShopPrices prices = new ShopPrices("EUR", "en", Set.of(1_000L), Set.of(10, 2));

        assertThat(prices.isTold(ReadText.plain(said), "")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void printsHostileTextAsText(PageSize size) {
        String hostile =
                "<b>x</b> &lt; ]]> \u202Egnp.exe\u202C \u0000\uD83D\uDE00\uD83D \uD83D\uDC68\u200D\uD83D\uDC69 é e\u0301 ";
        SlipFacts facts = SampleSlips.of(
                new PostalAddress(null, hostile, hostile, null, null, null, null, null, null, null),
                "de",
                hostile.repeat(5_000 / hostile.length()) + "y".repeat(300),
                SampleSlips.item(hostile, "M".repeat(64), 1_000_000, Map.of(hostile, "word ".repeat(1_200))),
                LAMP);

        byte[] printed = checked(facts, size);

        assertThat(PdfReading.of(printed).pages()).isGreaterThan(1);
    }

    @Test
    void goesWithoutALogoThatIsNoPictureAndWithoutAnythingThatIsAbsent() {
        SlipBrand bare = new SlipBrand("Mondlicht", "#000000", new byte[] {1, 2, 3}, null, null);
        SlipFacts facts = SampleSlips.with(SampleSlips.of(SampleSlips.GERMAN, "??", null, LAMP), bare);

        assertThat(PdfReading.of(checked(facts, PageSize.A4)).blocks()).contains("Mondlicht", "Packing slip");
        assertThatThrownBy(() -> new SlipBrand("x", "red; } body { display: none", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noticesWhatReadsOtherwise() {
        byte[] printed = slips.render(german("x", LAMP, SHIRT), PageSize.A4);

        assertThat(differences(printed, german("x", LAMP, CUP))).contains("item 2 quantity");
        assertThat(differences(printed, german("x", LAMP))).contains("number of items");
        assertThat(differences(printed, german("y", LAMP, SHIRT))).contains("giftMessage");
        assertThat(differences(printed, SampleSlips.of(SampleSlips.CHINESE, "de", "x", LAMP, SHIRT)))
                .contains("shipTo.name");
        assertThat(differences(new byte[3], german("x", LAMP))).contains("cannot be read back");
    }

    private static String differences(byte[] printed, SlipFacts meant) {
        return PackingSlipCheck.differences(printed, meant, SampleSlips.SECRETS).orElse("");
    }
}
