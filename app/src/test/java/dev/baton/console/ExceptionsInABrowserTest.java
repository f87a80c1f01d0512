package dev.baton.console;

import dev.baton.orders.Payment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How exceptions, settings, products and the search look; that holds are settled is HoldsToShippedTest. */
class ExceptionsInABrowserTest extends ConsoleInABrowser {

    private static final String LONG = "Handmade desk lamp with a very long name, 60 characters now";

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", LONG, shop.acme);
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
}
