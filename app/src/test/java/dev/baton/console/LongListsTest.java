package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.StatementsHeard;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of what is not copied from orders, with ten thousand rows: small, in few statements, whole from end to end. */
class LongListsTest {

    private static final int MANY = 10_000;
    private static final int ROWS = 50;
    private static final int HEAVIEST_BYTES = 150_000;

    /** With what a page asks of itself: who is in, their views, their bulk acts. A row of its own has none. */
    private static final int MOST_STATEMENTS = 20;

    private static ConsoleShop shop;
    private static Staffer ada;
    private static StatementsHeard statements;

    @BeforeAll
    static void tenThousandOfEach() throws SQLException {
        shop = new ConsoleShop();
        try (Connection superuser = shop.baton.database().connectAsSuperuser()) {
            LongLists.fill(superuser, shop, MANY);
        }
        ada = shop.asOwner();
        statements = StatementsHeard.ofRequests();
    }

    @AfterAll
    static void close() {
        statements.close();
        shop.close();
    }

    private static Document light(String path, int most) {
        statements.heard();
        String body = ada.get(path).body();
        List<String> heard = statements.heard();
        assertThat(heard).as(path).isNotEmpty().hasSizeLessThanOrEqualTo(most);
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(HEAVIEST_BYTES);
        return Jsoup.parse(body);
    }

    private static Document light(String path) {
        return light(path, MOST_STATEMENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "/console/products/variants, " + LongLists.VARIANT + ", '10,000 in all', " + MANY,
        "/console/products/items, " + LongLists.ITEM + ", '10,000 in all', " + MANY,
        "/console/stock/alerts, " + LongLists.ALERT + ", '10,000 in all', " + MANY,
        "/console/stores/variants, " + LongLists.FIGURE + ", '10,000 in all', " + MANY,
        "/console/stores/drift, " + LongLists.DRIFT + ", '10,000 in all', " + MANY,
        "/console/backorders, " + LongLists.GOODS + ", '10,000 in all', " + MANY,
    })
    void bothEndsOfAListAreThere(String path, int kind, String said, String counted) {
        Document first = light(path);
        assertThat(first.select("p[data-count]").attr("data-count")).isEqualTo(counted);
        assertThat(first.select("p[data-count]").text()).startsWith(said);
        assertThat(first.select("[data-row]")).hasSize(ROWS);
        assertThat(first.select("[data-row]").eachText().getFirst())
                .contains("-1 ")
                .contains("00001");

        String second = first.select("[data-next]").attr("href");
        assertThat(second).endsWith("after=" + LongLists.id(kind, ROWS));
        assertThat(light(second).select("[data-row]").eachText().getFirst()).contains("00051");

        // a page that is full to its last row is the last one
        Document last = light(path + "?after=" + LongLists.id(kind, MANY - ROWS));
        assertThat(last.select("[data-row]")).hasSize(ROWS);
        assertThat(last.select("[data-row]").eachText().getLast()).contains("10000");
        assertThat(last.select("[data-next]")).isEmpty();

        Document before = light(path + "?after=" + LongLists.id(kind, MANY - ROWS - 1));
        String onward = before.select("[data-next]").attr("href");
        assertThat(light(onward).select("[data-row]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/console/products/variants?state=unmatched, 2000",
        "/console/products/variants?state=without_sku, 1000",
        "/console/products/variants?state=same_code, 5000",
        "/console/products/variants?state=mapped, 2000",
        "/console/stock/alerts?kind=low, 5000",
        "/console/stock/alerts?kind=stale, 0",
        "/console/stores/variants?show=warned, 2500",
    })
    void whatIsNarrowedCountsWhatItLists(String path, String counted) {
        Document page = light(path);

        assertThat(page.select("p[data-count]").attr("data-count")).isEqualTo(counted);
        assertThat(page.select("[data-row]")).hasSize(Math.min(ROWS, Integer.parseInt(counted)));
        assertThat(page.select("[data-next]").isEmpty()).isEqualTo(counted.equals("0"));
    }

    /** Each stretch of these is looked through in a few statements of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/console/products/variants?match=", "/console/products/items?match="})
    void whatSomethingMayBeIsLookedForInFewStatements(String path) {
        assertThat(light(path + "title", 30).select("[data-row]")).hasSize(ROWS);
        for (String rare : List.of("none", "sure")) {
            Document page = light(path + rare, 30);
            assertThat(page.select("[data-row]")).isEmpty();
            assertThat(page.select("[data-looked]")).hasSize(1);
            assertThat(page.select("[data-next]")).hasSize(1);
        }
    }

    @Test
    void alertsOfOneSupplierAndItemsOfOneAreCountedAsListed() {
        for (String path : List.of("/console/stock/alerts?supplier=", "/console/products/items?supplier=")) {
            Document page = light(path + shop.acme.value());
            assertThat(page.select("p[data-count]").attr("data-count")).isEqualTo("10000");
            assertThat(page.select("[data-row]")).hasSize(ROWS);
        }
    }
}
