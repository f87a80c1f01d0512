package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.Workbook;
import dev.baton.trading.sources.FileSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was left out comes back mended, wherever the names of the columns stood and however numbers were written. */
class MendedFilesTest {

    private final FeedShop shop = new FeedShop();

    @Test
    void belowALetterheadTheErrorFileHasItsNamesInItsFirstRow() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        OfferId jug = shop.offer("JUG");
        define("sku", "qty", null, 4);
        FeedFileId file = shop.send("Acme Ltd\nStock of Monday\n\nsku,qty\nS-CUP,3\nS-POT,many\nS-JUG,lots\n");
        shop.work();
        assertThat(shop.stock(cup).observed()).isEqualTo(3);

        FeedFileId again =
                sendAgain(file, shop.errors(file).replace("many", "4").replace("lots", "5"));

        assertThat(shop.state(again)).isEqualTo("MERGED");
        assertThat(List.of(
                        shop.stock(cup).observed(),
                        shop.stock(pot).observed(),
                        shop.stock(jug).observed()))
                .containsExactly(3, 4, 5);
    }

    @Test
    void whatTheSupplierItselfMendsMayHaveItsLetterhead() {
        OfferId pot = shop.offer("POT");
        define("sku", "qty", null, 2);
        FeedFileId file = shop.send("Acme Ltd\nsku,qty\nS-POT,many\n");
        shop.work();

        FeedFileId again = sendAgain(file, "Acme Ltd\nsku,qty\nS-POT,4\n");

        assertThat(shop.state(again)).isEqualTo("MERGED");
        assertThat(shop.stock(pot).observed()).isEqualTo(4);
    }

    @Test
    void withoutNamesTheErrorFileHasThoseOfASpreadsheet() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        define("A", "B", null, 0);
        FeedFileId file = shop.send("S-CUP,3\nS-POT,many\n");
        shop.work();
        String errors = shop.errors(file);
        assertThat(errors.lines()).first().asString().contains("A,B,");

        FeedFileId again = sendAgain(file, errors.replace("many", "4"));

        assertThat(shop.stock(cup).observed()).isEqualTo(3);
        assertThat(shop.stock(pot).observed()).isEqualTo(4);
        assertThat(shop.errors(again).lines()).as("nothing is left out").hasSize(1);
    }

    @Test
    void numbersOfASheetMeanTheSameWhateverSignItsWordsUse() {
        OfferId cup = shop.offer("CUP");
        OfferId pot = shop.offer("POT");
        define("sku", "qty", DecimalMark.COMMA, null);
        Workbook book = new Workbook()
                .sheet(
                        "Stock",
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>sku</t></is></c>"
                                + "<c r=\"B1\" t=\"inlineStr\"><is><t>qty</t></is></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>S-CUP</t></is></c>"
                                + "<c r=\"B2\"><v>2.125</v></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>S-PAN</t></is></c>"
                                + "<c r=\"B3\"><v>3.125</v></c></row>");
        FeedFileId file = shop.send(book.bytes(), false, null);
        shop.work();
        assertThat(shop.stock(cup).observed()).as("two, not two thousand").isEqualTo(2);
        String errors = shop.errors(file);
        assertThat(errors).contains("\"3,125\"");

        sendAgain(file, errors.replace("S-PAN", "S-POT"));

        assertThat(shop.stock(pot).observed()).isEqualTo(3);
    }

    private FeedFileId sendAgain(FeedFileId file, String text) {
        shop.later(Duration.ofMinutes(5));
        FeedFileId again = shop.send(text.getBytes(StandardCharsets.UTF_8), false, file);
        shop.work();
        return again;
    }

    private void define(String sku, String quantity, @Nullable DecimalMark mark, @Nullable Integer headerRow) {
        FeedDefinition usual = FeedShop.definition(FileSource.UPLOAD, StalePolicy.KEEP);
        shop.baton
                .bean(DefineFeed.class)
                .define(
                        shop.merchant,
                        shop.supplier,
                        FeedShop.FEED,
                        new FeedDefinition(
                                null,
                                FeedMode.DELTA,
                                null,
                                0,
                                new ColumnMapping(
                                        sku,
                                        null,
                                        List.of(new ColumnMapping.QuantityColumn(quantity, null)),
                                        Map.of(),
                                        null,
                                        mark,
                                        headerRow,
                                        null),
                                usual.guard(),
                                FileSource.UPLOAD,
                                60,
                                StalePolicy.KEEP,
                                2),
                        null);
    }
}
