package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfPrinter;
import dev.baton.platform.pdf.PdfReading;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PurchaseOrderPdfTest {

    private final PurchaseOrderPdf pdf = new PurchaseOrderPdf(new Pages(), new PdfPrinter());

    @Test
    void readsBackAsItWasMeant() throws Exception {
        PurchaseOrderFacts facts = SampleFacts.of(
                SampleFacts.address(),
                "Alles Gute, Opa! \uD83C\uDF82",
                SampleFacts.line(1, "L-100", "Lampe „Mond“ 40 W", 2, 12_345_600),
                SampleFacts.line(3, "L-200", "Schirm", 1, 5_000_000));

        long t = System.nanoTime();
        byte[] printed = pdf.render(facts, "de", PageSize.A4);
        System.out.println("ms " + (System.nanoTime() - t) / 1_000_000);
        Files.write(Path.of("/tmp/p-x/po.pdf"), printed);
        for (int i = 0; i < 8; i++) {
        t = System.nanoTime();
        pdf.render(facts, "de", PageSize.A4);
        System.out.println("ms " + (System.nanoTime() - t) / 1_000_000);
        }
        t = System.nanoTime();
        PdfReading.of(printed);
        System.out.println("read ms " + (System.nanoTime() - t) / 1_000_000);
        assertThat(PurchaseOrderPdfCheck.differences(printed, facts, "de")).isEmpty();
    }
}
