package dev.baton.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.pages.Pages;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingSlipTest {

    private static final String SIXTY = "Handblown glass pendant lamp with brass fitting and 2 m cord";

    private final PackingSlip slips = new PackingSlip(new Pages(), new PdfPrinter());

    @ParameterizedTest
    @EnumSource(PageSize.class)
    void readsBackInEveryScript(PageSize size) throws Exception {
        SlipFacts.Item[] items = {
            SampleSlips.item(SIXTY, "M-100", 12, Map.of("Engraving", "Für Opa, in Liebe")),
            SampleSlips.item("قميص قطني أزرق", "M-200", 1, Map.of()),
            SampleSlips.item("陶瓷茶杯 日本製の湯呑み 찻잔", "M-300", 2, Map.of())
        };
        check(SampleSlips.of(SampleSlips.GERMAN, "de", "Alles Gute, Opa! \uD83C\uDF82\nDeine Zoë ♥", items), size, "de");
        check(SampleSlips.of(SampleSlips.ARABIC, "ar", "كل عام وأنت بخير يا جدي 2026\nمع حبي", items), size, "ar");
        check(
                SampleSlips.with(
                        SampleSlips.of(SampleSlips.CHINESE, "zh", "生日快乐", items),
                        SampleSlips.brand(SampleSlips.logo())),
                size,
                "zh");
        check(
                SampleSlips.with(
                        SampleSlips.of(SampleSlips.ARABIC, "en", "Happy birthday كل عام وأنت بخير", items[0]),
                        SampleSlips.brand(SampleSlips.logo())),
                size,
                "en");
    }

    private void check(SlipFacts facts, PageSize size, String name) throws Exception {
        byte[] printed = slips.render(facts, size);
        Files.write(Path.of("/tmp/p-x/slip-" + name + "-" + size.word() + ".pdf"), printed);
        if (PackingSlipCheck.differences(printed, facts, SampleSlips.SECRETS).isPresent()) System.out.println(dev.baton.platform.pdf.PdfReading.of(printed));
        assertThat(PackingSlipCheck.differences(printed, facts, SampleSlips.SECRETS))
                .isEmpty();
    }
}
