package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.FeedGuard;
import dev.baton.merchants.Role;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.sources.FileSource;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
