package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of parcels, sent by whoever came in through the supplier's door. */
class TableDoorTest {

    private static final String NUMBER = "1Z999AA10123456784";

    private final PortalShop shop = new PortalShop("de");
    private final String door = "/suppliers/" + shop.merchant.hex();
    private PurchaseOrderView order;
    private Map<String, String> inside;

    @BeforeEach
    void comeIn() {
        shop.goods("LAMP", "Desk lamp", true);
        order = shop.sent("1", "LAMP×2");
        String session = shop.in(() -> shop.baton.bean(Sessions.class).begin(shop.merchant, List.of(order.supplier())));
        inside = Map.of("Cookie", Doorway.COOKIE + "=" + session);
    }

    @Test
    void theTableToFillInIsDownloadedFilledInAndSent() {
        Reply list = shop.get(door, inside);
        Reply template = shop.get(list.page().select("#table a").attr("href"), inside);
        assertThat(template.header("Content-Disposition")).contains("attachment", "shipments.csv");
        String table = template.response().body();
        assertThat(table).contains(order.number());

        Reply told = send(table.replaceFirst("(?m)(,2),,,", "$1,UPS," + NUMBER + ","), inside);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.page().select("[data-told]").text()).contains("1 Paket wurde erfasst.");
        assertThat(numbers()).containsExactly(NUMBER);
        assertThat(send(table.replaceFirst("(?m)(,2),,,", "$1,UPS," + NUMBER + ","), inside)
                        .page()
                        .select("[data-told]")
                        .text())
                .contains("0 Pakete wurden erfasst.", "Schon gemeldet, nichts geändert: 1.");
        assertThat(numbers()).hasSize(1);
    }

    @Test
    void wrongRowsAreSaidInTheSuppliersLanguageAndComeBackAsATable() {
        Reply told = send(
                "purchase order,sku,quantity,tracking number\n" + order.number() + ",LAMP,none," + NUMBER + "\n",
                inside);

        assertThat(told.page().select("[data-told] li").text()).contains("Zeile 2", "keine Menge");
        String address = told.page().select("[data-errors]").attr("href");
        assertThat(new String(
                        Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)),
                        StandardCharsets.UTF_8))
                .contains("tracking number,Baton: what is wrong", order.number() + ",LAMP,none," + NUMBER);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefusedWithWords() {
        Reply told = send("%PDF-1.7", inside);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().select("[data-told]").text()).contains("konnte nicht gelesen werden");
    }

    @Test
    void nobodyFromOutsideSendsOrGetsATable() {
        String table = "purchase order,sku,quantity,tracking number\n" + order.number() + ",LAMP,1," + NUMBER + "\n";

        assertThat(send(table, Map.of()).status()).isEqualTo(303);
        assertThat(shop.get(door + "/shipments/template").status()).isEqualTo(303);
        assertThat(send(table, Map.of("Cookie", inside.get("Cookie"), "Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(numbers()).isEmpty();
    }

    private Reply send(String table, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=edge");
        return shop.request(
                "POST",
                door + "/shipments",
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + table + "\r\n--edge--\r\n",
                all);
    }

    private List<String> numbers() {
        return shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, order.id()).stream()
                .flatMap(shipment -> shipment.packages().stream())
                .map(parcel -> parcel.trackingNumber())
                .toList());
    }
}
