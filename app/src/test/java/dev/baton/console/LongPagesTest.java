package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.prices.PriceFileId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that hold rows without being a list, and files of lists, with ten thousand rows. */
class LongPagesTest {

    private static final int MANY = 10_000;
    private static final int HEAVIEST_BYTES = 150_000;

    private static ConsoleShop shop;
    private static SuppliersFiles files;
    private static Staffer ada;

    @BeforeAll
    static void tenThousandOfEach() throws SQLException {
        shop = new ConsoleShop();
        files = new SuppliersFiles(shop);
        files.offers();
        files.feed(Absence.ZERO);
        files.priceList();
        write(superuser -> LongLists.fill(superuser, shop, MANY));
        ada = shop.asOwner();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private interface Writing {
        void on(Connection superuser) throws SQLException;
    }

    private static void write(Writing writing) throws SQLException {
        try (Connection superuser = shop.baton.database().connectAsSuperuser()) {
            writing.on(superuser);
        }
    }

    private static void run(String sql, Object... parameters) throws SQLException {
        write(superuser -> {
            try (PreparedStatement statement = superuser.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.execute();
            }
        });
    }

    private static Document light(String path) {
        String body = ada.get(path).body();
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(HEAVIEST_BYTES);
        return Jsoup.parse(body);
    }

    /** The page of the rows that the figure of that label counts. */
    private static Document opened(Document page, String label, int count) {
        int at = page.select(".sums dt").eachText().indexOf(label);
        Elements figure = page.select(".sums dd").get(at).select("a");
        assertThat(figure.attr("data-figure")).as(label).isEqualTo(String.valueOf(count));
        assertThat(figure.text()).as(label).isEqualTo(Moments.counted(count));
        return light(figure.attr("href"));
    }

    private static String first(Document page, String selector) {
        return page.select(selector).eachText().getFirst();
    }

    private static String last(Document page, String selector) {
        return page.select(selector).eachText().getLast();
    }

    @Test
    void aStockFileShowsWhatWouldFallToNothingAmongWhatItLeavesOut() {
        FeedFileId file = files.stock(7);
        await().until(() -> files.state(file).equals("QUARANTINED"));

        Document page = light(FeedScreen.file(SuppliersFiles.FEED, file.value().toString()));
        Document more = opened(page, "Would have more", 12);
        Document lost = opened(page, "Would fall to 0", MANY - MANY / 7);

        assertThat(more.select("[data-change]")).hasSize(12);
        assertThat(more.select("[data-next]")).isEmpty();
        assertThat(lost.select("[data-change]")).hasSize(FilePage.ROWS);
        assertThat(lost.select("[data-chip]").text()).startsWith("Would fall to 0");
        Document next = light(lost.select("[data-next]").attr("href"));
        assertThat(next.select("[data-chip]").text()).startsWith("Would fall to 0");
        assertThat(first(next, "[data-change]")).isNotEqualTo(first(lost, "[data-change]"));
        assertThat(light(next.select(".pages a").attr("href"))
                        .select("[data-change]")
                        .eachText())
                .isEqualTo(lost.select("[data-change]").eachText());
        assertThat(light(next.select("[data-chip]").attr("href")).select("[data-chip]"))
                .isEmpty();
    }

    @Test
    void aPriceListShowsTheRowsOfEachOutcomeAndItsFaults() throws SQLException {
        PriceFileId file = files.prices();
        await().until(() -> files.state(file).equals("QUARANTINED"));
        run("""
                insert into price_run_row (merchant_id, run_id, supplier_sku, ship_from, since, row_number, outcome,
                                           unit_cost_micros, currency)
                select f.merchant_id, f.run_id, 'L-' || k, '', r.since, 1000 + k, 'UNMATCHED', 12500000, 'EUR'
                from price_list_file f join price_run r on r.merchant_id = f.merchant_id and r.run_id = f.run_id
                cross join generate_series(1, ?) k where f.file_id = ?
                """, MANY, file.value());
        run("""
                insert into price_fault (merchant_id, run_id, row_number, supplier_sku, used, message)
                select merchant_id, run_id, 100000 + k, 'F-' || k, false, 'There is no cost.'
                from price_list_file cross join generate_series(1, ?) k where file_id = ?
                """, MANY, file.value());
        run("""
                update price_run set unmatched = unmatched + ?, faults = faults + ?
                where run_id = (select run_id from price_list_file where file_id = ?)
                """, MANY, MANY, file.value());

        String path = PriceScreen.file(SuppliersFiles.LIST, file.value().toString());
        Document page = light(path);
        Document open = opened(page, "Not offered yet", MANY);

        assertThat(open.select("[data-change]")).hasSize(FilePage.ROWS);
        assertThat(open.select("[data-change] td:last-child").eachText()).containsOnly("not offered yet");
        Document next = light(open.select("[data-next]").attr("href"));
        assertThat(first(next, "[data-change]")).startsWith("L-26 ");
        assertThat(next.select("[data-change] td:last-child").eachText()).containsOnly("not offered yet");
        String last = path + "?outcome=unmatched&change=" + (1000 + MANY - FilePage.ROWS);
        assertThat(last(light(last), "[data-change]")).startsWith("L-10000 ");
        assertThat(light(last).select("section:has(#changes) + .pages [data-next]"))
                .isEmpty();

        assertThat(page.select("#faults").text()).endsWith(Moments.counted(MANY));
        assertThat(page.select("[data-fault]")).hasSize(FilePage.ROWS);
        Document faults = light(path + "?row=" + (100_000 + MANY - 1));
        assertThat(faults.select("[data-fault]").eachText())
                .singleElement(STRING)
                .contains("F-10000");
    }

    @Test
    void theLineForGoodsIsTurnedAndSaysWhoStandsWhere() throws SQLException {
        new HeldOrder(shop, "7001").of("NOBODY-KNOWS").comesIn();
        write(superuser -> Copies.orders(superuser, shop.merchant, MANY - 1));
        UUID goods = LongLists.id(LongLists.GOODS, 1);
        run(
                "update order_line set sku_id = ?, waiting = 1, open = 0 where merchant_id = ?",
                goods,
                shop.merchant.value());

        Document first = light(BackordersScreen.line("lamp-1"));
        assertThat(first.select("[data-row]")).hasSize(50);
        assertThat(first(first, "[data-row] td.wide")).isEqualTo("1");
        Document next = light(first.select("[data-next]").attr("href"));
        assertThat(first(next, "[data-row] td.wide")).isEqualTo("51");

        Document last = light(BackordersScreen.line("lamp-1") + "&after=" + behindTheLastPage());
        assertThat(last.select("[data-row]")).hasSize(50);
        assertThat(last(last, "[data-row] td.wide")).isEqualTo(Moments.counted(MANY));
        assertThat(last.select("[data-next]")).isEmpty();
    }

    private static UUID behindTheLastPage() throws SQLException {
        try (Connection superuser = shop.baton.database().connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery("select line_id from order_line where merchant_id = '"
                        + shop.merchant.value() + "' order by line_id desc offset 50 limit 1")) {
            found.next();
            return found.getObject(1, UUID.class);
        }
    }

    @Test
    void whatFailedOfSomethingDoneToManyIsTurned() throws SQLException {
        UUID run = UUID.randomUUID();
        run("""
                insert into console_bulk_run (merchant_id, run_id, person_id, list, act, query, cursor, state, given,
                        gathered, will, done, failed, undone, kept, cut, asked_at, ended_at)
                select ?, ?, person_id, 'variants', 'confirm', '', '', 'ENDED', '{"schemaVersion":1,"fields":{}}', 20000,
                       10000, 0, 10000, 0, 0, false, now(), now()
                from person where email = ?
                """, shop.merchant.value(), run, shop.owner);
        run("""
                insert into console_bulk_row (merchant_id, run_id, position, key, name, path, state, words, handle)
                select ?, ?, k, 'v-' || k, 'old-lamp-' || k, '/console/products', case when k % 2 = 0 then 'FAILED' else 'NOT' end,
                       'It is known already.', ''
                from generate_series(0, 19999) k
                """, shop.merchant.value(), run);

        Document first = light(BulkRunScreen.PATH + "/" + run);
        assertThat(first.select(".strip").text()).contains("0 done, 0 left, 10,000 failed");
        assertThat(first.select("[data-fate]")).hasSize(100);
        Document next = light(first.select("[data-next]").attr("href"));
        assertThat(first(next, "[data-fate]")).startsWith("old-lamp-200 ");
        assertThat(first(light(next.select(".pages a").attr("href")), "[data-fate]"))
                .startsWith("old-lamp-0 ");
        Document last = light(BulkRunScreen.PATH + "/" + run + "?after=19798");
        assertThat(last.select("[data-fate]")).hasSize(100);
        assertThat(last.select("[data-next]")).isEmpty();
    }

    @Test
    void theWholeListIsTakenAwayAsAFile() throws IOException {
        for (String list : List.of("variants", "stock-alerts", "backorders")) {
            String csv = new String(ada.bytes("/console/export/" + list + "?format=csv"), StandardCharsets.UTF_8);
            assertThat(csv.lines().skip(1).distinct().count()).as(list).isEqualTo(MANY);
        }
        byte[] book = ada.bytes("/console/export/supplier-items?format=xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.getFirstSheet().read();
            assertThat(rows).hasSize(1 + MANY);
            assertThat(rows.getLast().getCellText(0)).isEqualTo("AC-10000");
        }
    }
}
