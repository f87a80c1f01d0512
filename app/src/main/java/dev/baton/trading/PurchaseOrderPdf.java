package dev.baton.trading;

import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PaperStyle;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PrintJob;
import dev.baton.platform.pdf.PrintedText;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.Instructions;
import dev.baton.trading.PurchaseOrderPage.Fact;
import dev.baton.trading.PurchaseOrderPage.Line;
import dev.baton.trading.PurchaseOrderPage.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints the purchase order for a supplier who reads it on paper or a phone. The same facts give the same bytes. */
@Component
class PurchaseOrderPdf {

    private static final String TEMPLATE = "trading/purchase-order.jte";

    private final Pages pages;
    private final PdfPrinter printer;

    PurchaseOrderPdf(Pages pages, PdfPrinter printer) {
        this.pages = pages;
        this.printer = printer;
    }

    /**
     * Prints. The caller compares the bytes with the facts ({@link PurchaseOrderPdfCheck}) before they leave.
     *
     * @param language of the supplier, ISO 639-1; English where there are no words in it
     * @param mark stands out at the top and at the foot of every page; null = the purchase order holds
     * @throws dev.baton.platform.pdf.Unprintable when it cannot be printed
     */
    byte[] render(PurchaseOrderFacts facts, String language, PageSize size, @Nullable String mark) {
        PurchaseOrderWords words =
                PurchaseOrderWords.of(language, facts.supplier().zone());
        PurchaseOrderPage page = page(facts, words, size, mark);
        return printer.print(new PrintJob(
                pages.render(TEMPLATE, page),
                title(facts, words.words()),
                words.words().language(),
                facts.order().issuedAt()));
    }

    static String title(PurchaseOrderFacts facts, DocumentWords words) {
        return words.of("title") + " " + facts.order().number();
    }

    private static PurchaseOrderPage page(
            PurchaseOrderFacts facts, PurchaseOrderWords words, PageSize size, @Nullable String mark) {
        ReadyToSend order = facts.order();
        String phone = PrintedText.ofNullable(facts.shipTo().phone());
        String gift = PrintedText.ofNullable(facts.giftMessage());
        return new PurchaseOrderPage(
                words.words(),
                PaperStyle.of(
                        size,
                        mark == null ? order.number() + " · " + PrintedText.of(facts.merchantName()) : mark,
                        words.words()),
                size == PageSize.LABEL ? "label" : "wide",
                mark,
                order.number(),
                head(facts, words),
                addressLines(facts.shipTo(), words).map(PurchaseOrderPdf::text).toList(),
                phone,
                order.lines().stream().map(line -> line(line, facts, words)).toList(),
                String.valueOf(units(order)),
                words.total(totalMinor(order), order.currency()),
                instructions(facts.instructions(), words.words()),
                gift == null ? null : text(gift));
    }

    private static List<Fact> head(PurchaseOrderFacts facts, PurchaseOrderWords words) {
        ReadyToSend order = facts.order();
        List<Fact> head = new ArrayList<>();
        DocumentWords said = words.words();
        add(head, said.of("respondBy") + " (" + words.zone().getId() + ")", words.moment(order.respondBy()), true);
        add(head, said.of("version"), String.valueOf(order.version()), false);
        add(head, said.of("issued"), words.day(order.issuedAt()), false);
        add(head, said.of("from"), facts.merchantName(), false);
        add(head, said.of("storeOrder"), order.storeOrderName(), false);
        add(head, said.of("supplier"), facts.supplier().name(), false);
        add(head, said.of("shipFrom"), order.shipFrom(), false);
        add(head, said.of("shipMethod"), shipMethod(facts), false);
        return head;
    }

    /** Ship method and carrier as both sides agreed; null when nothing was said. */
    static @Nullable String shipMethod(PurchaseOrderFacts facts) {
        ShipMethodCode method =
                ShipMethodCode.of(facts.order().shipMethod(), facts.supplier().shipMethods());
        if (method == null) {
            return null;
        }
        return method.carrier() == null ? method.code() : method.code() + " (" + method.carrier() + ")";
    }

    /** The address as it is printed, line by line; parts that are absent leave no gap. */
    static Stream<String> addressLines(PostalAddress to, PurchaseOrderWords words) {
        return Stream.of(
                        to.name(),
                        to.company(),
                        to.line1(),
                        to.line2(),
                        joined(to.postcode(), to.city()),
                        to.region(),
                        words.country(to.countryCode()))
                .map(PrintedText::ofNullable)
                .flatMap(Stream::ofNullable);
    }

    private static Line line(PurchaseOrderLine line, PurchaseOrderFacts facts, PurchaseOrderWords words) {
        int quantity = line.units().quantity();
        return new Line(
                String.valueOf(line.line()),
                PrintedText.of(line.supplierSku()),
                text(PrintedText.of(line.title())),
                facts.enteredFor(line).entrySet().stream()
                        .map(entry -> text(PrintedText.of(entry.getKey() + ": " + entry.getValue())))
                        .toList(),
                String.valueOf(quantity),
                quantity > 1,
                words.unitCost(line.unitCostMicros(), facts.order().currency()),
                words.cost(line.unitCostMicros(), quantity, facts.order().currency()));
    }

    private static List<Fact> instructions(Instructions said, DocumentWords words) {
        List<Fact> instructions = new ArrayList<>();
        said.said().forEach(each -> add(instructions, words.of(each.kind().word()), each.text(), false));
        return instructions;
    }

    static int units(ReadyToSend order) {
        return order.lines().stream().mapToInt(line -> line.units().quantity()).sum();
    }

    static long totalMinor(ReadyToSend order) {
        return order.lines().stream()
                .mapToLong(line -> PurchaseOrderWords.costMinor(
                        line.unitCostMicros(), line.units().quantity(), order.currency()))
                .reduce(0, Math::addExact);
    }

    private static void add(List<Fact> facts, String word, @Nullable String said, boolean urgent) {
        String text = PrintedText.ofNullable(said);
        if (text != null) {
            facts.add(new Fact(word, text, PrintedText.direction(text), urgent));
        }
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + " " + other;
    }

    private static Text text(String printed) {
        return new Text(printed, PrintedText.direction(printed));
    }
}
