package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.inventory.StagedAlerts;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.Tenancy;
import dev.baton.world.feeds.FeedSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages that are not a list, an order or a setting: looked at in both themes and widths, with axe. */
class OtherPagesInABrowserTest extends ConsoleInABrowser {

    private final SuppliersFiles files = new SuppliersFiles(shop);

    @Test
    void whatIsSaidOfStockIsSound() {
        files.offers();
        look("empty-alerts", "/console/stock/alerts");
        look("empty-thresholds", "/console/stock/alerts/thresholds");
        Sku sku = shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton.bean(CatalogLookup.class).skuByCode(shop.merchant, "I1"))
                .orElseThrow();
        new StagedAlerts(type -> shop.baton.bean(type))
                .raise(
                        shop.merchant,
                        Kind.LOW,
                        sku.id(),
                        6,
                        null,
                        null,
                        shop.baton.bean(Clock.class).instant());
        Staffer ada = shop.asOwner();
        for (Map<String, String> word : java.util.List.of(
                Map.of("about", "all", "low", "10", "stale", "2"),
                Map.of("about", "supplier", "supplier", shop.acme.value().toString(), "low", "0"),
                Map.of("about", "sku", "sku", "I1", "low", "1"))) {
            ada.send(ada.page(ThresholdsScreen.PATH), "#threshold", new HashMap<>(word));
        }
        look("alerts", "/console/stock/alerts");
        look("thresholds", "/console/stock/alerts/thresholds");
    }

    @Test
    void suppliersFilesAndTheirTermsAreSound() {
        files.offers();
        files.feed();
        files.stock(50);
        files.priceList();
        files.prices();
        String feed = first("/console/feeds");
        look("feed", feed);
        look("feed-file", first(feed, "a[href*='/files/']"));
        look("feed-terms", feed + "/terms");
        String prices = first("/console/price-lists");
        look("price-list", prices);
        look("price-file", first(prices, "a[href*='/files/']"));
    }

    @Test
    void aServerIsTriedWhileWhatIsTypedStaysAndAMistakeIsShownAtItsField() {
        files.feed();
        String terms = FeedTermsScreen.path(SuppliersFiles.FEED);
        try (FeedSite site = FeedSite.open()) {
            site.lay("sku,qty\nS-I0,3\n1.2E+11,4\n".getBytes(StandardCharsets.UTF_8), "v1");
            for (int width : new int[] {PHONE, DESK}) {
                ColorScheme colours = width == PHONE ? ColorScheme.DARK : ColorScheme.LIGHT;
                try (BrowserContext context = signedIn(width, colours)) {
                    Page page = open(context, terms);
                    page.locator("#url").fill(site.url().toString());
                    page.locator("#password").fill("typed");
                    page.locator("[data-try]").click();
                    assertThat(page.locator("#tried [data-tried=well]").innerText())
                            .contains("sku, qty");
                    assertThat(page.locator("#password").inputValue()).isEqualTo("typed");
                    picture(page, "feed-tried", width, colours);

                    page.locator("#url").fill("ftp://files.example/stock.csv");
                    page.locator("#terms .button--main").click();
                    assertThat(page.locator("#url-wrong").innerText()).contains("https://");
                    picture(page, "feed-wrong", width, colours);
                }
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void whatIsToldToPackersAndTheStoresStockAreSound() {
        files.offers();
        look("instructions-product", InstructionsScreen.ofProduct("I1"));
        look("instructions-brand", InstructionsScreen.ofBrand("main"));
        look("store-stock", first("/console/stores") + "/stock");
        look("empty-drift", "/console/stores/drift");
    }

    @Test
    void theProgressOfABulkActIsSound() {
        shop.tasks("purchasing.unanswered", 60);
        Staffer ada = shop.asOwner();
        Document list = ada.page("/console/exceptions");
        Map<String, String> form = new HashMap<>(Map.of("act", "close", "all", "on", "back", ""));
        form.put("form-token", list.select("input[name=form-token]").val());
        HttpResponse<String> begun = ada.post("/console/bulk/exceptions", form);
        String run = begun.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
        look("bulk-run", run);
        look("tasks-under-way", "/console/exceptions");
    }

    @Test
    void theWayInIsSound() {
        look("signed-in-already", "/console/sign-in");
        look("forgotten", "/console/forgotten");
        look("reset-gone", "/console/reset/nothing");
    }

    private String first(String list) {
        return first(list, "[data-row] th a");
    }

    private String first(String page, String selector) {
        String href = shop.asOwner().page(page).select(selector).attr("href");
        assertThat(href).as("a link of " + page).isNotEmpty();
        return href;
    }
}
