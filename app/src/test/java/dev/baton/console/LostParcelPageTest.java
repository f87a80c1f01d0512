package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.PackageId;
import dev.baton.testing.TestShop;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.ScanCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void theListsShowAndCountItAsLostWhateverItsScansSay() {
        PurchaseOrderView first = sent("1", "LAMP×1");
        PurchaseOrderView second = sent("2", "LAMP×2");
        PackageId gone = shop.shop.ship(first.salesOrder(), "UPS", "1Z999AA10123456784", 1);
        PackageId moving = shop.shop.ship(second.salesOrder(), "UPS", "1ZBAT0N10300123458", 2);
        shop.shop.scan("1Z999AA10123456784", ScanCode.IN_TRANSIT, 1, null, null);
        shop.baton.bean(JudgeLost.class).lose(shop.merchant, gone, Because.CARRIER, null);
        Staffer ada = shop.asOwner();

        assertThat(keys(ada, "state=lost")).containsExactly(gone.value().toString());
        assertThat(keys(ada, "state=lost&carrier=dhl")).isEmpty();
        assertThat(keys(ada, "state=underway")).containsExactly(moving.value().toString());
        assertThat(keys(ada, "state=in_transit")).isEmpty();
        assertThat(ada.page("/console/parcels")
                        .select("[data-key=" + gone.value() + "]")
                        .text())
                .contains("Lost");
        assertThat(ada.page("/console/orders").select("[data-row]").text()).contains("1 lost");
        assertThat(ada.page("/console")
                        .select("a[href='/console/parcels?state=lost']")
                        .attr("data-figure"))
                .isEqualTo("1");
        assertThat(ada.page("/console/search?q=1Z999AA101").text()).contains("Lost");

        shop.baton.bean(JudgeLost.class).find(shop.merchant, gone);
        assertThat(keys(ada, "state=lost")).isEmpty();
        assertThat(keys(ada, "state=in_transit")).containsExactly(gone.value().toString());
    }

    @Test
    void aParcelWithAnSsccShowsItItsWeightAndItsLabel() {
        PurchaseOrderView order = sent("1", "LAMP×2");
        PackageId coded = shop.shop.ship(
                order.salesOrder(),
                new NewPackage("UPS", "1Z999AA10123456784", 750, "106141412345678908", List.of(new PackageLine(1, 1))));
        PackageId plain = shop.shop.ship(order.salesOrder(), "UPS", "1ZBAT0N10300123458", 1);
        Staffer ada = shop.asOwner();

        Document page = ada.page("/console/parcels/" + coded.value());
        assertThat(page.select("[data-sscc]").text()).contains("(00) 106141412345678908");
        assertThat(page.select("[data-sscc] img").attr("src")).startsWith("data:image/png;base64,");
        assertThat(page.text()).contains("750 g");
        assertThat(new String(ada.bytes(page.select("[data-sscc] a").attr("href")), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(ada.page("/console/parcels/" + plain.value()).select("[data-sscc]"))
                .isEmpty();
    }

    @Test
    void whatTheSupplierSaysOfAParcelItShouldNotHaveSentIsWrittenDownAndItsFaultStays() {
        PurchaseOrderView order = sent("1", "LAMP×1");
        shop.shop.cancel(order.salesOrder(), -1, 0);
        String at = "/console/purchase-orders/" + order.id().value();
        Staffer ada = shop.asOwner();
        org.awaitility.Awaitility.await()
                .until(() ->
                        !ada.page(at).select("[data-way=it-does-not-ship] form").isEmpty());
        ada.send(ada.page(at), "[data-way=it-does-not-ship] form", Map.of());
        shop.shop.ship(order.salesOrder(), "UPS", "1Z999AA10123456784", 1);
        String task = ada.page("/console/exceptions?kind=shipping.after-cancel")
                .select("[data-row] [data-open]")
                .attr("href");

        assertThat(ada.page(task).select("[data-way=tell-the-customer-after-all]"))
                .isEmpty();
        ada.send(ada.page(task), "[data-way=it-does-neither] form", Map.of("note", "the driver is gone"));

        assertThat(ada.page(at).text()).contains("Does neither", "the driver is gone");
        String supplier = "/console/suppliers/" + shop.acme.value();
        assertThat(ada.page(supplier).select("[data-fault]").text())
                .contains(order.number(), "1 unit, ", "it does nothing about it");
        assertThat(shop.as(Role.FINANCE).page(task).select("[data-way=tell-the-customer-after-all]"))
                .isEmpty();
        Document decided = ada.page(task);
        assertThat(decided.select("[data-way=tell-the-customer-after-all]").text())
                .as("it says what is sent")
                .contains("1 × Title of LAMP, UPS 1Z999AA10123456784");
        assertThat(ada.page("/console/exceptions?kind=shipping.after-cancel")
                        .select("form[action=/console/exceptions/after-all]"))
                .as("nothing is sent that was not read")
                .isEmpty();

        String once = ada.send(decided, "[data-way=tell-the-customer-after-all] form", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String twice = ada.send(decided, "[data-way=tell-the-customer-after-all] form", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(once).contains("told_after_all");
        assertThat(twice).contains("told_before");
        assertThat(ada.page("/console/exceptions?kind=shipping.after-cancel").select("[data-row]"))
                .isEmpty();
        assertThat(ada.page(at).text()).contains("Left to the customer");
        assertThat(ada.page(supplier).select("[data-fault]").text()).contains("left to the customer");
    }

    private static List<String> keys(Staffer ada, String narrowed) {
        return ada.page("/console/parcels?" + narrowed).select("[data-row]").eachAttr("data-key");
    }
}
