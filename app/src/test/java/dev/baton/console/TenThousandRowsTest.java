package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Pages of a merchant with ten thousand of everything stay small, and say how much there is. */
class TenThousandRowsTest extends ConsoleInABrowser {

    private static final int MANY = 10_000;
    private static final int HEAVIEST_BYTES = 150_000;

    @Test
    void pagesStaySmallAndSayHowMuchThereIs() {
        shop.heldOrders(MANY);
        shop.tasks("purchasing.unanswered", MANY);
        Staffer ada = shop.asOwner();

        for (String path : List.of(
                "/console",
                "/console/orders",
                "/console/orders?hold=any",
                "/console/exceptions?of=hold",
                "/console/exceptions?of=task")) {
            assertThat(ada.get(path).body().getBytes(StandardCharsets.UTF_8).length)
                    .as(path)
                    .isLessThan(HEAVIEST_BYTES);
        }
        assertThat(ada.page("/console/orders?hold=any").select("[data-count]").attr("data-count"))
                .isEqualTo("10000");
        assertThat(ada.page("/console/exceptions?kind=bad_address")
                        .select("[data-count]")
                        .attr("data-count"))
                .isEqualTo("10000");
        assertThat(ada.page("/console/orders").select("[data-row]")).hasSize(50);
        Document unlucky = ada.page("/console/orders?state=delivered");
        assertThat(unlucky.select("[data-row]")).isEmpty();
        assertThat(unlucky.select("[data-looked]")).as("so far it was looked").hasSize(1);
        Document last = unlucky;
        for (int page = 0; page < MANY && !last.select("[data-next]").isEmpty(); page++) {
            last = ada.page(last.select("[data-next]").attr("href"));
        }
        assertThat(last.select("[data-empty]").text()).contains("No order matches what you asked for");
        look("many-orders", "/console/orders");
        look("many-tasks", "/console/exceptions");
    }

    @Test
    void allThatABrowserLoadsForAListIsLight() {
        shop.heldOrders(60);
        try (BrowserContext context = signedIn(DESK, ColorScheme.LIGHT)) {
            Page page = open(context, "/console/orders");
            Object bytes = page.evaluate(
                    "performance.getEntries().filter(e => e.transferSize).reduce((n, e) => n + e.transferSize, 0)");

            assertThat(((Number) bytes).longValue()).isBetween(1_000L, (long) HEAVIEST_BYTES);
        }
    }
}
