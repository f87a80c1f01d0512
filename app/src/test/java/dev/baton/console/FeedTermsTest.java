package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.FeedGuard;
import dev.baton.merchants.Role;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedView;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is agreed on a feed: shown on its page, changed by a form, and the key of its server only on purpose. */
class FeedTermsTest {

    private static final String FEED = "/console/feeds/" + SuppliersFiles.FEED;
    private static final String TERMS = FEED + "/terms";
    private static final String KEY = "SHA256:" + "a".repeat(43);

    private final ConsoleShop shop = new ConsoleShop();
    private Staffer ada;

    @BeforeEach
    void feed() {
        new SuppliersFiles(shop).feed();
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private FeedDefinition agreed() {
        return shop.baton
                .bean(FeedLookup.class)
                .feed(shop.merchant, SuppliersFiles.FEED)
                .definition();
    }

    private HttpResponse<String> change(Map<String, String> fields) {
        return ada.send(ada.page(TERMS), "#terms", fields);
    }

    @Test
    void aNewFeedSaysWhatIsWrongWhereItStands() {
        String columns = "SKU\nQty";
        Document sample =
                ada.form(ada.upload(ada.page("/console/new-feed"), "#example", "stock.csv", "SKU;Qty\nA-1;5\n"));
        assertThat(sample.select("input[name=column]").eachAttr("value")).containsExactly("SKU", "Qty");

        Document taken = ada.form(ada.send(
                sample,
                "#define",
                Map.of("column", columns, "code", SuppliersFiles.FEED, "hours", "12", "stale", "stop")));
        assertThat(taken.select("#code-wrong").text()).contains("There is a feed " + SuppliersFiles.FEED);
        assertThat(taken.select("#code").attr("aria-describedby")).isEqualTo("code-wrong");
        assertThat(taken.select("#hours").val()).isEqualTo("12");
        assertThat(taken.select("#stale option[selected]").val()).isEqualTo("stop");
        assertThat(taken.select("#quantity option[selected]").text()).isEqualTo("Qty");

        Document hours =
                ada.form(ada.send(taken, "#define", Map.of("column", columns, "code", "acme-second", "hours", "0")));
        assertThat(hours.select(".field__why").eachText())
                .containsExactly(hours.select("#hours-wrong").text());
        Document url = ada.form(ada.send(
                hours, "#define", Map.of("column", columns, "hours", "12", "url", "https://ada@acme.example")));
        assertThat(url.select("#url-wrong").text()).contains("https://host/path");
        assertThat(ada.send(url, "#define", Map.of("column", columns, "url", ""))
                        .statusCode())
                .isEqualTo(303);

        Document none = ada.form(ada.upload(ada.page("/console/new-feed"), "#example", "stock.csv", ""));
        assertThat(none.select("#file-wrong").text()).isNotEmpty();
    }

    @Test
    void whatAnExampleTaughtIsKept() {
        Document sample = ada.form(ada.upload(
                ada.page("/console/new-feed"),
                "#example",
                "stock.csv",
                "SKU;Stock EAST;Stock WEST\nA-1;1.250,5;2\nA-2;3;4\n"));
        assertThat(sample.select("#quantities").text()).contains("Stock EAST", "Stock WEST");

        assertThat(ada.send(
                                sample,
                                "#define",
                                Map.of("column", "SKU\nStock EAST\nStock WEST", "code", "acme-places", "hours", "12"))
                        .statusCode())
                .isEqualTo(303);

        ColumnMapping mapping = shop.baton
                .bean(FeedLookup.class)
                .feed(shop.merchant, "acme-places")
                .definition()
                .mapping();
        assertThat(mapping.quantities())
                .extracting(ColumnMapping.QuantityColumn::column)
                .containsExactly("Stock EAST", "Stock WEST");
        assertThat(mapping.decimalMark()).isEqualTo(DecimalMark.COMMA);
    }

    @Test
    void nothingChangesUnlessItIsTyped() {
        FeedDefinition before = agreed();

        assertThat(change(Map.of()).statusCode()).isEqualTo(303);

        assertThat(agreed()).isEqualTo(before);
    }

    @Test
    void whatIsAgreedIsChangedAndShown() {
        String change = ada.page(FEED).select("[data-change]").attr("href");
        assertThat(change).isEqualTo(TERMS);

        HttpResponse<String> done = change(Map.of(
                "absence", "DISCONTINUED",
                "fromOffers", "7",
                "lost", "30",
                "missing", "20",
                "maxAge", "120",
                "quantities", "qty_ny; NY\nqty_nj\tNJ",
                "words", "plenty; 50",
                "headerRow", "3"));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        FeedDefinition agreed = agreed();
        assertThat(agreed.absence()).isEqualTo(Absence.DISCONTINUED);
        assertThat(agreed.guard()).isEqualTo(new FeedGuard(7, 30, 20));
        assertThat(agreed.maxAgeMinutes()).isEqualTo(120);
        assertThat(agreed.mapping().quantities())
                .containsExactly(new QuantityColumn("qty_ny", "NY"), new QuantityColumn("qty_nj", "NJ"));
        assertThat(agreed.mapping().words()).isEqualTo(Map.of("plenty", 50));
        assertThat(ada.page(done.headers().firstValue("Location").orElseThrow()).text())
                .contains(
                        "It is agreed so from now on",
                        "the supplier dropped it",
                        "more than 30 % of the stock would be gone",
                        "more than 20 % of the items are missing, from 7 offers on",
                        "column qty_ny at NY, column qty_nj at NJ",
                        "2 h old",
                        "in row 3");
    }

    @Test
    void whatCannotBeIsRefusedAndStaysTyped() {
        FeedDefinition before = agreed();
        for (Map.Entry<String, String> wrong : Map.of(
                        "quantities", "a; b; c", "lost", "101", "every", "often", "words", "plenty", "sku", "")
                .entrySet()) {
            Document refused =
                    Jsoup.parse(change(Map.of(wrong.getKey(), wrong.getValue())).body());

            assertThat(refused.select("[role=alert]").text())
                    .as(wrong.toString())
                    .isNotEmpty();
            assertThat(refused.select("#terms [name=" + wrong.getKey() + "]").val())
                    .isEqualTo(wrong.getValue());
        }
        assertThat(agreed()).isEqualTo(before);
    }

    @Test
    void theKeyOfAServerIsChangedOnPurposeOnly() {
        assertThat(ada.page(TERMS).select("#host-key")).isEmpty();
        fromAServer();

        assertThat(Jsoup.parse(ada.send(ada.page(TERMS), "#host-key", Map.of("hostKey", "SHA256:short"))
                                .body())
                        .select("[role=alert]")
                        .text())
                .contains("fingerprint");
        assertThat(ada.send(ada.page(TERMS), "#host-key", Map.of("hostKey", KEY))
                        .statusCode())
                .isEqualTo(303);
        assertThat(agreed().source().hostKey()).isEqualTo(KEY);

        assertThat(change(Map.of("lost", "40", "hostKey", "SHA256:" + "b".repeat(43)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(agreed().guard().mostLostPercent()).isEqualTo(40);
        assertThat(agreed().source().hostKey()).isEqualTo(KEY);
        assertThat(ada.page(FEED).text()).contains(KEY);
        assertThat(ada.page(TERMS).select("[data-host-key]").text()).isEqualTo(KEY);
    }

    private void fromAServer() {
        FeedDefinition now = agreed();
        shop.baton
                .bean(DefineFeed.class)
                .define(
                        shop.merchant,
                        shop.acme,
                        SuppliersFiles.FEED,
                        FeedForm.from(
                                now,
                                new FileSource(
                                        FileSource.Kind.SFTP, "sftp://files.invalid/stock.csv", "baton", null, null)),
                        "secret");
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        Staffer viewer = shop.as(Role.VIEWER);

        assertThat(viewer.page(FEED).select("[data-change]")).isEmpty();
        assertThat(viewer.get(TERMS).statusCode()).isEqualTo(403);
    }

    @Test
    void whereFilesComeFromIsChangedAndItsSecretIsToldToNoOtherServer() {
        assertThat(change(Map.of(
                                "url",
                                "https://files.example/stock.csv",
                                "user",
                                "baton",
                                "password",
                                "pw",
                                "every",
                                "30"))
                        .statusCode())
                .isEqualTo(303);
        FileSource source = agreed().source();
        assertThat(source)
                .isEqualTo(
                        new FileSource(FileSource.Kind.HTTPS, "https://files.example/stock.csv", "baton", null, null));
        assertThat(agreed().everyMinutes()).isEqualTo(30);
        assertThat(view().hasSecret()).isTrue();
        assertThat(ada.page(TERMS).html()).doesNotContain("value=\"pw\"");

        Document refused = Jsoup.parse(
                change(Map.of("url", "https://elsewhere.example/stock.csv")).body());
        assertThat(refused.select("#password-wrong").text()).contains("another server");
        assertThat(refused.select("#password").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.select("#url").val()).isEqualTo("https://elsewhere.example/stock.csv");
        assertThat(agreed().source()).isEqualTo(source);

        assertThat(change(Map.of("url", "https://files.example/other.csv")).statusCode())
                .isEqualTo(303);
        assertThat(view().hasSecret()).as("it is the same server").isTrue();
        assertThat(change(Map.of("noSecret", "yes")).statusCode()).isEqualTo(303);
        assertThat(view().hasSecret()).isFalse();
    }

    @Test
    void whatIsWrongWithASourceIsSaidAtItsField() {
        for (Map.Entry<String, Map<String, String>> wrong : Map.of(
                        "url", Map.of("url", "ftp://files.example/stock.csv"),
                        "every", Map.of("url", "https://files.example/stock.csv", "every", "1"),
                        "user", Map.of("url", "https://files.example/stock.csv", "user", "u".repeat(201)),
                        "key", Map.of("url", "sftp://files.example/stock.csv", "key", "no key"),
                        "lost", Map.of("lost", "0"))
                .entrySet()) {
            Document refused = Jsoup.parse(change(wrong.getValue()).body());

            assertThat(refused.select("#" + wrong.getKey() + "-wrong").text())
                    .as(wrong.getKey())
                    .isNotEmpty();
        }
        assertThat(agreed().source()).isEqualTo(FileSource.UPLOAD);
    }

    @Test
    void aServerIsTriedAndSaysWhatItAnswers() {
        try (FeedSite site = FeedSite.open()) {
            Map<String, String> typed = Map.of("url", site.url().toString(), "user", "baton", "password", "pw");
            site.refuse(401);
            assertThat(tried(typed, "bad")).contains("The server answered 401");
            site.lay("sku,qty\nS-I0,3\n1.2E+11,4\n".getBytes(StandardCharsets.UTF_8), "v1");
            assertThat(tried(typed, "well"))
                    .contains("The server sent stock.csv", "Its columns are sku, qty", "Of its 2 rows 1 can be read");
            site.lay("item,stock\nS-I0,3\n".getBytes(StandardCharsets.UTF_8), "v2");
            assertThat(tried(typed, "bad")).contains("The file has no column sku; it has item, stock");
            assertThat(tried(Map.of("url", ""), "refused")).contains("Say first where the file is fetched");
            assertThat(site.asked().getLast().header("authorization")).startsWith("Basic ");
            assertThat(site.asked()).hasSize(3);
        }
        assertThat(agreed().source()).as("nothing is agreed by trying").isEqualTo(FileSource.UPLOAD);
        assertThat(shop.baton.bean(FeedLookup.class).files(shop.merchant, SuppliersFiles.FEED, null, 5))
                .isEmpty();
    }

    @Test
    void aFileServerIsTriedWithTheSecretThatIsKeptAndShowsItsKey(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("stock.csv"), "sku,qty\nS-I0,3\n");
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            String url = "sftp://127.0.0.1:" + server.port() + "/stock.csv";
            assertThat(tried(Map.of("url", url, "user", "baton", "password", "wrong"), "bad"))
                    .contains("refuses the sign-in");
            assertThat(change(Map.of("url", url, "user", "baton", "password", "pw"))
                            .statusCode())
                    .isEqualTo(303);

            assertThat(tried(Map.of(), "well")).contains("stock.csv").contains(server.fingerprint());
            assertThat(tried(Map.of("url", url.replace("stock", "none")), "bad"))
                    .contains("no file none.csv");
        }
    }

    @Test
    void aFeedGetsAnotherName() {
        shop.baton.bean(DefineFeed.class).define(shop.merchant, shop.acme, "taken", agreed(), null);

        Document refused = Jsoup.parse(
                ada.send(ada.page(TERMS), "#name", Map.of("code", "taken")).body());
        assertThat(refused.select("#code-wrong").text()).contains("already");
        assertThat(Jsoup.parse(ada.send(ada.page(TERMS), "#name", Map.of("code", "no spaces"))
                                .body())
                        .select("#code-wrong")
                        .text())
                .contains("letters");
        HttpResponse<String> done = ada.send(ada.page(TERMS), "#name", Map.of("code", "acme-daily"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(ada.page(done.headers().firstValue("Location").orElseThrow()).text())
                .contains("acme-daily");
        assertThat(ada.get(FEED).statusCode()).isEqualTo(404);
    }

    private FeedView view() {
        return shop.baton.bean(FeedLookup.class).feed(shop.merchant, SuppliersFiles.FEED);
    }

    /** What the page says after the button that tries. */
    private String tried(Map<String, String> typed, String how) {
        Document page = ada.page(TERMS);
        page.select("#terms").attr("action", page.select("[data-try]").attr("formaction"));
        return Jsoup.parse(ada.send(page, "#terms", typed).body())
                .select("#tried [data-tried=" + how + "]")
                .text();
    }
}
