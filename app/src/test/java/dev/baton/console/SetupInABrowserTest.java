package dev.baton.console;

import dev.baton.merchants.WatchStore;
import dev.baton.orders.CustomerFacts;
import dev.baton.testing.TestShop;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The checklist and watch mode in a real browser, in both widths and themes. */
class SetupInABrowserTest extends ConsoleInABrowser {

    @Test
    void everyStepAndWhatWouldHaveBeenSentIsSound() {
        look("empty-watch", "/console/watch");
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.baton.bean(WatchStore.class).watch(shop.merchant, shop.shop.store().id());
        shop.shop.place(
                "1006",
                new CustomerFacts("Dora Muster", "people@customer.example", null, "en"),
                TestShop.BERLIN,
                "LAMP×6");
        Awaitility.await()
                .until(() -> shop.asOwner()
                                .page("/console/watch")
                                .select("[data-waits]")
                                .size()
                        == 1);
        look("watch", "/console/watch");
        for (String step : new String[] {"business", "mail", "store", "supplier", "offers", "live"}) {
            look("setup-" + step, "/console/setup?step=" + step);
        }
        look("account", "/console/account");
    }
}
