package dev.baton.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.merchants.Keys;
import dev.baton.orders.SalesOrderId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the pages look on which something can be done: tasks, purchase orders, suppliers' terms, short lists. */
class WaysInABrowserTest extends ConsoleInABrowser {

    private final StagedTasks staged = new StagedTasks(shop);
    private final SuppliersFiles files = new SuppliersFiles(shop);

    @Test
    void whatCanBeDoneAboutAPurchaseOrderIsSound() {
        staged.of("purchasing.unanswered", "purchase_order");
        shop.contacts();
        SalesOrderId order = staged.sent();
        String answers = "/api/v1/supplier/purchase-orders/"
                + shop.shop.purchaseOrders(order).getFirst().number() + "/acknowledgement";
        shop.sends(
                answers,
                "{\"reference\": \"A\", \"lines\": [{\"line\": 9,\n  \"action\": \"ACCEPT\", \"quantity\": 1}]}");
        shop.sends(answers, "<order>" + "no-word-ends-here".repeat(200) + "</order>");
        shop.sends("/api/v1/supplier/stock", "{\"mode\": \"DELTA\", \"rows\": []}");
        Staffer ada = shop.asOwner();
        look(
                "exception-unanswered",
                ada.page("/console/exceptions?kind=purchasing.unanswered")
                        .select("[data-row] [data-open]")
                        .attr("href"));
        look(
                "purchase-order-ways",
                "/console/purchase-orders/"
                        + shop.shop.purchaseOrders(order).getFirst().id().value());
        look("order-ways", "/console/orders/" + order.value());
        look("supplier-sent", "/console/suppliers/" + shop.acme.value());
        look(
                "request",
                shop.asOwner()
                        .page("/console/suppliers/" + shop.acme.value())
                        .select("[data-request] a")
                        .get(1)
                        .attr("href"));
        for (int width : new int[] {PHONE, DESK}) {
            try (BrowserContext context = signedIn(width, ColorScheme.LIGHT)) {
                Page page = open(context, "/console/orders/" + order.value());
                page.locator("[data-purchase] summary").click();
                picture(page, "order-ways-open", width, ColorScheme.LIGHT);
            }
        }
    }

    @Test
    void aTaskThatLeadsElsewhereIsSound() {
        staged.of("tracking.exception", "package");
        look(
                "exception-parcel",
                shop.asOwner()
                        .page("/console/exceptions?kind=tracking.exception")
                        .select("[data-row] [data-open]")
                        .attr("href"));
    }

    @Test
    void listsOfGoodsFilesAndKeysAreSound() {
        files.offers();
        files.feed();
        files.priceList();
        files.prices();
        shop.baton.bean(Keys.class).create(shop.merchant, "warehouse", Set.of("stock", "read"), null);
        look("products-many", "/console/products");
        look("products-none", "/console/products?q=nothing");
        look("feeds-one", "/console/feeds");
        look("price-lists-one", "/console/price-lists");
        look("keys-one", "/console/settings/keys");
        look("brands-list", "/console/settings/brands");
        look("people-list", "/console/people");
        look("supplier-terms", "/console/suppliers/" + shop.acme.value());
        look("setup-offers", "/console/setup?step=offers");
    }
}
