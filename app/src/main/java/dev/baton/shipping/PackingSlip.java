package dev.baton.shipping;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.Barcode;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PaperStyle;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.Picture;
import dev.baton.platform.pdf.PrintJob;
import dev.baton.platform.pdf.PrintedText;
import dev.baton.shipping.SlipPage.Item;
import dev.baton.shipping.SlipPage.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the slip that lies in the box, in the brand's face. The same facts give the same bytes. */
@Component
public class PackingSlip {

    private static final String TEMPLATE = "shipping/packing-slip.jte";

    private final Pages pages;
    private final PdfPrinter printer;

    PackingSlip(Pages pages, PdfPrinter printer) {
        this.pages = pages;
        this.printer = printer;
    }

    /**
     * Prints. The caller compares the bytes with the facts ({@link PackingSlipCheck}) before they leave.
     *
     * @throws dev.baton.platform.pdf.Unprintable when it cannot be printed
     */
    public byte[] render(SlipFacts facts, PageSize size) {
        DocumentWords words = words(facts);
        return printer.print(new PrintJob(
                pages.render(TEMPLATE, page(facts, words, size)),
                title(facts, words),
                words.language(),
                facts.dated()));
    }

    static DocumentWords words(SlipFacts facts) {
        return DocumentWords.of("packing_slip", facts.language());
    }

    static String title(SlipFacts facts, DocumentWords words) {
        return words.of("title") + " " + PrintedText.of(facts.orderName());
    }

    /** Which parcel of how many, in the customer's language; null = it is of the whole purchase order. */
    static @Nullable String parcel(SlipFacts facts, DocumentWords words) {
        SlipFacts.Parcel parcel = facts.parcel();
        if (parcel == null) {
            return null;
        }
        return (parcel.of() == null ? words.of("parcel") : words.of("parcelOf"))
                .replace("{0}", String.valueOf(parcel.number()))
                .replace("{1}", String.valueOf(parcel.of()));
    }

    private static SlipPage page(SlipFacts facts, DocumentWords words, PageSize size) {
        SlipBrand brand = facts.brand();
        Picture logo = brand.logo() == null ? null : Picture.of(brand.logo()).orElse(null);
        Barcode barcode = Barcode.of(facts.purchaseOrder());
        return new SlipPage(
                words,
                style(brand, size, words, facts),
                size == PageSize.LABEL ? "label" : "wide",
                PrintedText.direction(words.of("title")),
                textOrNull(facts.mark()),
                text(brand.name()),
                logo == null ? null : logo.address(),
                logo == null ? null : logoStyle(logo, size),
                PrintedText.of(facts.orderName()),
                textOrNull(parcel(facts, words)),
                barcode.address(),
                String.format(Locale.ROOT, "width: %.2fmm", barcode.widthMm(size.roomMm())),
                addressLines(facts.shipTo(), words).map(PackingSlip::text).toList(),
                facts.items().stream().map(PackingSlip::item).toList(),
                textOrNull(facts.giftMessage()),
                textOrNull(brand.returnInstructions()),
                textOrNull(brand.footer()));
    }

    private static String style(SlipBrand brand, PageSize size, DocumentWords words, SlipFacts facts) {
        String foot = facts.mark() == null ? facts.orderName() : facts.mark();
        return PaperStyle.of(size, PrintedText.of(foot), words)
                + ".bar { background-color: %s; }\n.accent { border-color: %s; }\n"
                        .formatted(brand.accentColour(), brand.accentColour());
    }

    /** As large as the head has room for, in its own proportions. */
    private static String logoStyle(Picture logo, PageSize size) {
        double widestMm = size == PageSize.LABEL ? 42 : 60;
        double highestMm = size == PageSize.LABEL ? 12 : 18;
        double scale = Math.min(widestMm / logo.width(), highestMm / logo.height());
        return String.format(Locale.ROOT, "width: %.2fmm; height: %.2fmm", logo.width() * scale, logo.height() * scale);
    }

    /** The address as it is printed, line by line; parts that are absent leave no gap. */
    static Stream<String> addressLines(PostalAddress to, DocumentWords words) {
        return Stream.of(
                        to.name(),
                        to.company(),
                        to.line1(),
                        to.line2(),
                        Stream.of(to.postcode(), to.city())
                                .filter(Objects::nonNull)
                                .reduce((one, other) -> one + " " + other)
                                .orElse(null),
                        to.region(),
                        country(to.countryCode(), words))
                .map(PrintedText::ofNullable)
                .flatMap(Stream::ofNullable);
    }

    static @Nullable String country(@Nullable String code, DocumentWords words) {
        if (code == null || code.length() != 2) {
            return code;
        }
        String name = Locale.of("", code).getDisplayCountry(words.locale());
        return name.isEmpty() ? code : name;
    }

    private static Item item(SlipFacts.Item item) {
        return new Item(
                text(item.title()),
                PrintedText.of(item.sku()),
                item.entered().entrySet().stream()
                        .map(entry -> text(entry.getKey() + ": " + entry.getValue()))
                        .toList(),
                String.valueOf(item.quantity()),
                item.quantity() > 1);
    }

    private static @Nullable Text textOrNull(@Nullable String said) {
        String printed = PrintedText.ofNullable(said);
        return printed == null ? null : text(printed);
    }

    private static Text text(String said) {
        String printed = PrintedText.of(said);
        return new Text(printed, PrintedText.direction(printed));
    }

    /** For the check: everything the customer may read. */
    static List<String> allowed(SlipFacts facts) {
        Stream<@Nullable String> head = Stream.of(
                facts.mark(),
                facts.orderName(),
                facts.brand().name(),
                facts.giftMessage(),
                facts.brand().returnInstructions(),
                facts.brand().footer());
        Stream<String> items = facts.items().stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item.title(), item.sku()),
                        item.entered().entrySet().stream()
                                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))));
        DocumentWords words = words(facts);
        return Stream.of(
                        head,
                        items,
                        Stream.ofNullable(parcel(facts, words)),
                        addressLines(facts.shipTo(), words),
                        words.words().values().stream())
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .toList();
    }
}
