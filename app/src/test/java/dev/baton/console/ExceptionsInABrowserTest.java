package dev.baton.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.orders.Payment;
import dev.baton.orders.SalesOrderId;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exceptions as a person meets them: opened from the list, settled on their page, and shipped; and how it all looks. */
class ExceptionsInABrowserTest extends ConsoleInABrowser {

    private static final String LONG = "Handmade desk lamp with a very long name, 60 characters now";

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", LONG, shop.acme);
    }

    @Test
    void anUnknownSkuIsMappedAndShipped() {
        SalesOrderId order = order().of("STRANGE").comesIn();
        settle("unknown_sku", page -> {
            page.getByLabel("Your SKU").fill("LAMP");
            page.locator("[data-way=say-what-it-is] button").click();
            assertThat(page.locator("[data-preview]")).containsText("STRANGE becomes 1 × LAMP");
            page.locator("[data-preview] button").click();
            assertThat(page.locator("[data-notice]")).containsText("The product is known now");
        });
        shipped(order);
    }

    @Test
    void anUnpaidOrderIsReleasedAndShipped() {
        SalesOrderId order = order().payment(Payment.PENDING).comesIn();
        settle(
                "unpaid",
                page -> page.locator("[data-way=ship-it-unpaid] button").click());
        shipped(order);
    }

    @Test
    void aBadAddressIsMendedAndShipped() {
        SalesOrderId order = order().to(null).comesIn();
        settle("bad_address", page -> {
            page.getByLabel("Street and number").fill("Probestraße 1");
            page.getByLabel("Postcode").fill("10115");
            page.getByLabel("Town").fill("Berlin");
            page.getByLabel("Country, two letters").fill("DE");
            page.locator("[data-way=mend-the-address] button").click();
            assertThat(page.locator("[data-notice]")).containsText("The address is mended");
        });
        shipped(order);
    }

    @Test
    void anOrderOverTheLimitIsLetGoAndShipped() {
        HeldOrder.set(shop, now -> HeldOrder.settings(now, 4_000, 3, 0, Set.of(), null));
        SalesOrderId order = order().comesIn();
        settle(
                "value_limit",
                page -> page.locator("[data-way=let-it-go] button").click());
        shipped(order);
    }

    @Test
    void aPossibleDuplicateIsWantedAndShipped() {
        new HeldOrder(shop, "1000").comesIn();
        SalesOrderId order = order().comesIn();
        settle(
                "possible_duplicate",
                page -> page.locator("[data-way=both-are-wanted] button").click());
        shipped(order);
    }

    @Test
    void thePagesAreSound() {
        look("empty-exceptions", "/console/exceptions");
        order().of("STRANGE").comesIn();
        new HeldOrder(shop, "1002").to(null).comesIn();
        new HeldOrder(shop, "1003").payment(Payment.PENDING).comesIn();
        look("exceptions", "/console/exceptions");
        Staffer ada = shop.asOwner();
        String strange = ada.page("/console/exceptions?kind=unknown_sku")
                .select("[data-row] [data-open]")
                .attr("href");
        look("exception-sku", strange);
        look("exception-preview", strange + "?sku=LAMP&quantity=1");
        look("exception-wrong", strange + "?sku=NOWHERE&quantity=1");
        look(
                "exception-address",
                ada.page("/console/exceptions?kind=bad_address")
                        .select("[data-row] [data-open]")
                        .attr("href"));
        look("search", "/console/search?q=10");
        look("search-nothing", "/console/search?q=nowhere");
    }

    @Test
    void settingsAndProductsAreSound() {
        look("settings", "/console/settings");
        look("brands", "/console/settings/brands");
        look("brand", "/console/settings/brands/one?code=main");
        look("messages", "/console/settings/messages");
        look("keys", "/console/settings/keys");
        look("products", "/console/products");
        look("product", "/console/products/sku?code=LAMP");
        look("empty-price-lists", "/console/price-lists");
        look("empty-feeds", "/console/feeds");
        look("new-feed", "/console/new-feed");
    }

    private HeldOrder order() {
        return new HeldOrder(shop, "1001");
    }

    private void settle(String kind, Consumer<Page> act) {
        try (BrowserContext context = signedIn(DESK, ColorScheme.LIGHT)) {
            Page page = open(context, "/console/exceptions?kind=" + kind);
            page.locator("[data-row] [data-open]").click();
            assertThat(page.locator("#ways")).isVisible();
            act.accept(page);
            assertThat(page.locator("[data-notice]")).isVisible();
            org.assertj.core.api.Assertions.assertThat(troubles).isEmpty();
        }
    }

    private void shipped(SalesOrderId order) {
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().anyMatch(each -> each.sentAt() != null));
        shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        org.assertj.core.api.Assertions.assertThat(shop.asOwner()
                        .page("/console/orders/" + order.value())
                        .select(".axes li")
                        .eachText()
                        .getFirst())
                .contains("Shipped");
    }
}
