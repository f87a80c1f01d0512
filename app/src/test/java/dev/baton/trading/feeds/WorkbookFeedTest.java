package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.OfferId;
import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRunLookup;
import dev.baton.platform.tables.Workbook;
import dev.baton.trading.sources.FetchFiles;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock files that are Excel sheets, by every way files come: as their cells show, never as a spreadsheet spoilt them. */
class WorkbookFeedTest {

    private final FeedShop shop = new FeedShop();

    @TempDir
    Path folder;

    private OfferId offer(String supplierSku) {
        shop.catalog.sku("OF-" + supplierSku);
        return shop.baton
                .bean(DefineOffers.class)
                .define(
                        shop.merchant,
                        List.of(new OfferDefinition(
                                "OF-" + supplierSku,
                                shop.supplier,
                                supplierSku,
                                "MAIN",
                                3_500_000,
                                "EUR",
                                1,
                                Set.of("DE"),
                                2)))
                .getFirst();
    }

    @Test
    void aSheetIsReadAsItsCellsShow() {
        OfferId text = offer("A-1");
        OfferId number = offer("4006381333931");
        OfferId zeros = offer("00123");
        OfferId summed = offer("A-2");
        shop.define();

        FeedFileId file = shop.send(
                sheet(
                        row(2, text("A2", "A-1"), text("B2", "7")),
                        row(3, number("A3", "4.006381333931E12"), number("B3", "8")),
                        row(4, "<c r=\"A4\" s=\"1\"><v>123</v></c>", number("B4", "9.0")),
                        row(5, text("A5", "A-2"), "<c r=\"B5\"><f>4+6</f><v>10</v></c>")),
                false,
                null);
        shop.work();

        assertThat(shop.state(file)).isEqualTo("MERGED");
        assertThat(Map.of(
                        "text", shop.stock(text).observed(),
                        "number", shop.stock(number).observed(),
                        "zeros", shop.stock(zeros).observed(),
                        "summed", shop.stock(summed).observed()))
                .isEqualTo(Map.of("text", 7, "number", 8, "zeros", 9, "summed", 10));
    }

    @Test
    void whatASpreadsheetSpoiltIsRefusedWithItsRowNamedAndMendedByTheErrorFile() {
        OfferId good = offer("A-1");
        OfferId spoilt = offer("123456789012345678");
        OfferId dated = offer("A-3");
        shop.define();

        FeedFileId file = shop.send(
                sheet(
                        row(2, text("A2", "A-1"), number("B2", "7")),
                        row(3, number("A3", "1.2345678901234568E+17"), number("B3", "8")),
                        row(4, text("A4", "A-3"), "<c r=\"B4\" s=\"2\"><v>46000</v></c>")),
                false,
                null);
        shop.work();

        assertThat(shop.stock(good).observed()).isEqualTo(7);
        Map<Long, String> faults =
                shop
                        .baton
                        .bean(StagedRunLookup.class)
                        .faults(shop.merchant, shop.file(file).run().id(), 0, 10)
                        .stream()
                        .collect(Collectors.toMap(StagedFault::row, StagedFault::message));
        assertThat(faults).containsOnlyKeys(3L, 4L);
        assertThat(faults.get(3L)).contains("digits");
        assertThat(faults.get(4L)).contains("2025-12-09");

        String errors = shop.errors(file);
        assertThat(errors.lines().findFirst().orElseThrow()).contains("sku,qty,");
        String mended =
                errors.replace("1.2345678901234568E+17", "123456789012345678").replace("2025-12-09", "12");
        shop.later(Duration.ofMinutes(5));
        FeedFileId again = shop.send(mended.getBytes(StandardCharsets.UTF_8), false, file);
        shop.work();

        assertThat(shop.state(again)).isEqualTo("MERGED");
        assertThat(shop.stock(spoilt).observed()).isEqualTo(8);
        assertThat(shop.stock(dated).observed()).isEqualTo(12);
        assertThat(shop.stock(good).observed()).isEqualTo(7);
    }

    @Test
    void aSheetIsFetchedByHttps() {
        OfferId cup = offer("A-1");
        try (FeedSite site = FeedSite.open()) {
            site.lay(sheet(row(2, text("A2", "A-1"), number("B2", "3"))), "v1");
            shop.define(
                    new FileSource(FileSource.Kind.HTTPS, site.url().toString(), null, null, null),
                    StalePolicy.KEEP,
                    null);
            shop.work();

            assertThat(shop.stock(cup).observed()).isEqualTo(3);
        }
    }

    @Test
    void aSheetIsFetchedBySftpWhenItIsWhole() throws IOException {
        OfferId cup = offer("A-1");
        byte[] whole = sheet(row(2, text("A2", "A-1"), number("B2", "3")));
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            lay(Arrays.copyOf(whole, whole.length / 2), "2026-03-02T08:00:00Z");
            shop.define(
                    new FileSource(
                            FileSource.Kind.SFTP,
                            "sftp://127.0.0.1:" + server.port() + "/stock-*.xlsx",
                            "baton",
                            null,
                            null),
                    StalePolicy.KEEP,
                    "pw");
            shop.work();
            lay(whole, "2026-03-02T08:00:40Z");
            shop.later(FetchFiles.SETTLING);
            shop.work();
            assertThat(shop.files()).isEmpty();
            shop.later(FetchFiles.SETTLING);
            shop.work();

            assertThat(shop.files()).hasSize(1);
            assertThat(shop.stock(cup).observed()).isEqualTo(3);
        }
    }

    private void lay(byte[] bytes, String changedAt) throws IOException {
        Path file = Files.write(folder.resolve("stock-1.xlsx"), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(changedAt)));
    }

    private static byte[] sheet(String... rows) {
        return new Workbook()
                .formats("00000", "yyyy-mm-dd")
                .sheet("Stock", row(1, text("A1", "sku"), text("B1", "qty")) + String.join("", rows))
                .bytes();
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String place, String value) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    private static String number(String place, String value) {
        return "<c r=\"" + place + "\"><v>" + value + "</v></c>";
    }
}
