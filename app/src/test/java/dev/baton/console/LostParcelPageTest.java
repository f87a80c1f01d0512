package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestShop;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A parcel a person says is lost, on its page. */
class LostParcelPageTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private PurchaseOrderView sent(String id, String line) {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        SalesOrderId order = shop.shop.place(
                id, new CustomerFacts("Ada Muster", "ada@customer.example", null, "en"), TestShop.BERLIN, line);
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().anyMatch(each -> each.sentAt() != null));
        return shop.shop.purchaseOrders(order).getFirst();
    }

    @Test
    void aParcelIsTakenToBeLostAndTurnsUp() {
        PurchaseOrderView first = sent("1", "LAMP×1");
        String path = "/console/parcels/"
                + shop.shop
                        .ship(first.salesOrder(), "UPS", "1Z999AA10123456784", 1)
                        .value();
        Staffer ada = shop.asOwner();

        ada.send(ada.page(path), "#lost", Map.of("because", "CUSTOMER", "note", "not at the neighbour's"));

        Document lost = ada.page(path);
        assertThat(lost.select("[data-lost]").text())
                .contains("the customer says that it did not come: not at the neighbour's");
        assertThat(lost.select(".axes").text()).contains("Lost");
        assertThat(lost.select("#lost")).isEmpty();
        assertThat(ada.page("/console/orders/" + first.salesOrder().value())
                        .select("[data-parcel]")
                        .text())
                .contains("Lost");
        assertThat(shop.as(Role.VIEWER).page(path).select("#found, #lost")).isEmpty();
        ada.send(lost, "#found", Map.of());
        assertThat(ada.page(path).select("[data-lost]")).isEmpty();
    }
}
