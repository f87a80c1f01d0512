package dev.baton.console;

import static org.awaitility.Awaitility.await;

import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestShop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is given to another supplier, the list by send-by time, and a parcel with its slip, looked at. */
class GivingAwayInABrowserTest extends ConsoleInABrowser {

    private static final CustomerFacts ADA = new CustomerFacts("Ada Muster", "ada@customer.example", null, "en");

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
    }

    @Test
    void whatIsGivenToAnotherIsSound() {
        shop.shop.goods("LAMP", "Desk lamp", shop.supplier("DEARER"));
        SalesOrderId order = shop.shop.place("1", ADA, TestShop.BERLIN, "LAMP×2");
        PurchaseOrderView first = shop.shop.purchaseOrders(order).getFirst();
        String path = "/console/purchase-orders/" + first.id().value();
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().status() == PurchaseOrderStatus.SENT);
        look("purchase-order-to-give", path);
        Staffer ada = shop.asOwner();
        ada.send(
                ada.page(path),
                "[data-way=give-it-to-another-supplier] form",
                Map.of("reason", "you have not answered since Tuesday"));
        look("purchase-order-asked-for-others", path);
        look("purchase-orders-by-send-by", "/console/purchase-orders?sort=send-by");
    }

    @Test
    void aParcelWithItsSlipIsSound() {
        SalesOrderId order = shop.shop.place("2", ADA, TestShop.BERLIN, "LAMP×3");
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().status() == PurchaseOrderStatus.SENT);
        shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        look(
                "parcel-with-slip",
                shop.asOwner()
                        .page("/console/parcels")
                        .select("[data-row] th a")
                        .attr("href"));
    }
}
