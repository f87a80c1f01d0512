package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.Printed;
import dev.baton.testing.Repository;
import dev.baton.testing.TestShop;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages as a printer gets them, from a dark screen: no navigation, nothing to press, black on white. */
class PrintedInABrowserTest extends ConsoleInABrowser {

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/printed");

    private SalesOrderId order;

    PrintedInABrowserTest() {
        shop.shop.goods("LAMP", "Handmade desk lamp with a very long name, 60 characters now", shop.acme);
        order = shop.shop.place(
                "1", new CustomerFacts("Ada Muster", "ada@customer.example", null, "en"), TestShop.BERLIN, "LAMP×3");
    }

    @BeforeEach
    void aDayOfWork() {
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().sentAt() != null);
        shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        shop.tasks("purchasing.unanswered", 60);
        for (int i = 2; i < 60; i++) {
            shop.shop.place(
                    String.valueOf(i),
                    new CustomerFacts("عبد الرحمن بن عبد الله الحسيني", i + "@customer.example", null, "ar"),
                    TestShop.BERLIN,
                    i % 7 == 0 ? "NOTHING×1" : "LAMP×1");
        }
    }

    @Test
    void anOrderAPurchaseOrderAndAParcelArePrintedWithoutWhatOnlyAScreenHas() {
        PurchaseOrderView purchase = shop.shop.purchaseOrders(order).getFirst();
        print("order", OrdersScreen.PATH + "/" + order.value(), "Ada Muster", "Title of LAMP");
        print("purchase-order", PurchaseListing.PATH + "/" + purchase.id().value(), purchase.number(), "What happened");
        print(
                "parcel",
                shop.asOwner()
                        .page("/console/parcels")
                        .select("[data-row] th a")
                        .attr("href"),
                "1Z999AA10123456784");
    }

    @Test
    void listsArePrintedAsTablesWithAllTheirColumns() {
        for (String list : new String[] {"orders", "purchase-orders", "exceptions", "parcels", "products"}) {
            Page page = print("list-" + list, "/console/" + list);
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.list thead')).display"))
                    .as("the head stands on every page")
                    .isEqualTo("table-header-group");
            assertThat(page.locator(".list th[scope=col].wide").all())
                    .as("columns")
                    .allMatch(column -> column.isVisible());
        }
        Page narrowed = print("list-narrowed", "/console/orders?hold=any");
        assertThat(narrowed.locator("[data-chip]").innerText()).doesNotContain("✕");
        assertThat(narrowed.locator("[data-chip]").isVisible())
                .as("what narrows it")
                .isTrue();
    }

    private Page print(String name, String path, String... words) {
        Page page = show(name, path);
        page.setViewportSize(DESK, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        Printed.look(page, PICTURES, name);
        for (String each : words) {
            assertThat(page.locator("main").innerText()).contains(each);
        }
        return page;
    }
}
