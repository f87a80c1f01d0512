package dev.baton.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The page of a supplier's items, on a phone and a desk, and sent without JavaScript. */
class StockCheckInABrowserTest extends PortalInABrowser {

    private static final int ITEMS = 12;

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Handmade oak reading lamp, dimmable, with a linen shade, XXL", false);
        shop.goods("VASE", "Vase", false);
    }

    @Test
    void axeFindsNothing() {
        look(link(), "check", page -> {
            assertThat(page.locator("[data-item]").first()).containsText("Handmade oak reading lamp");
        });
    }

    @Test
    void aPhoneWithoutJavaScriptSaysHowManyThereAre() {
        List<String> troubles = new ArrayList<>();
        try (BrowserContext phone = context(PHONE, ColorScheme.LIGHT, false)) {
            Page page = open(phone, link(), troubles);
            page.locator("input[type=number]").first().fill("12");
            page.getByText("Save this page").click();
            assertThat(page.getByText("You have gone through all items")).isVisible();
        }

        assertThat(troubles).isEmpty();
        assertThat(shop.api("GET", "/api/v1/stock/LAMP", null, Map.of())
                        .path("offers")
                        .path(0)
                        .path("observed")
                        .asInt(-1))
                .isEqualTo(12);
    }

    /** The key Enter saves what was typed; it says nothing of the other items. */
    @Test
    void enterDoesNotSayThatAllOthersAreUnchanged() {
        try (BrowserContext phone = context(PHONE, ColorScheme.LIGHT, false)) {
            Page page = open(phone, link(), new ArrayList<>());
            page.locator("input[type=number]").first().fill("12");
            page.locator("input[type=number]").first().press("Enter");
            assertThat(page.getByText("You have gone through all items")).isVisible();
        }

        assertThat(shop.in(() -> shop.baton
                        .bean(JdbcClient.class)
                        .sql(
                                "select listed from feed_run where merchant_id = :merchant order by feed_run_id desc limit 1")
                        .param("merchant", shop.merchant.value())
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    /** The page that asks about a stock file: open, answered, and when there is nothing to answer any more. */
    @Test
    void axeFindsNothingWhereAStockFileIsAskedAbout() {
        IntStream.range(0, ITEMS).forEach(i -> shop.goods("GLASS" + i, "Glass number " + i, false));
        shop.api("PUT", "/api/v1/feeds/acme-stock", """
                {"supplier": "acme", "mode": "FULL", "maxAgeMinutes": 0, "everyMinutes": 5, "whenStale": "STOP",
                 "mapping": {"sku": "Item", "quantities": [{"column": "Qty"}]}}""", Map.of());
        stockFile(9);
        String zeros = stockFile(0);
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(context, about(zeros, 1), "stock-file");
            look(context, about(zeros, -1), "stock-file-closed");
            look(context, about(zeros, 1), "stock-file-wrong", page -> {
                page.locator("#wrong button").click();
                assertThat(page.locator("h1")).hasText("Thank you");
            });
        }
    }

    private String stockFile(int each) {
        String table = IntStream.range(0, ITEMS)
                .mapToObj(i -> "S-GLASS" + i + "," + each)
                .collect(Collectors.joining("\n", "Item,Qty\n", "\n"));
        JsonNode sent = shop.api("POST", "/api/v1/feeds/acme-stock/files", table, Map.of("Content-Type", "text/csv"));
        String id = sent.path("id").asString();
        await().untilAsserted(() -> assertThat(state(id)).isNotIn("staging", "merging"));
        return id;
    }

    private String state(String file) {
        return shop.api("GET", "/api/v1/feed-files/" + file, null, Map.of())
                .path("state")
                .asString();
    }

    private String about(String file, int days) {
        return StockPage.PATH
                + shop.in(() -> shop.baton
                        .bean(Links.class)
                        .sign(
                                shop.merchant,
                                LinkPurpose.STOCK_FILE,
                                UUID.fromString(file),
                                0,
                                shop.baton.clock().instant().plus(Duration.ofDays(days))));
    }

    private String link() {
        return CheckInDoor.PATH
                + shop.in(() -> shop.baton
                        .bean(Links.class)
                        .sign(
                                shop.merchant,
                                LinkPurpose.STOCK_CHECK,
                                shop.supplierId("acme").value(),
                                0,
                                shop.baton.clock().instant().plus(Duration.ofDays(1))));
    }
}
