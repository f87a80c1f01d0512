package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a purchase order's page tells of what was sent, and its link, taken back and sent anew. */
class PurchaseLinksTest {

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theLinkOfAPurchaseOrderIsTakenBackOnce() {
        PurchaseOrderView view = sent();
        String path = "/console/purchase-orders/" + view.id().value();
        Staffer ada = shop.asOwner();
        Document page = ada.page(path);
        String form = "[data-way=take-the-link-back] form";

        assertThat(ada.page(ada.send(page, form, Map.of())
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .text())
                .contains("The link is taken back");
        assertThat(ada.page(ada.send(page, form, Map.of())
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .text())
                .as("pressed twice")
                .contains("was taken back already");

        Document after = ada.page(path);
        assertThat(after.select("[data-timeline]").text()).containsOnlyOnce("Link taken back");
        assertThat(after.text()).contains("Link taken back");
        assertThat(ada.send(after, "[data-way=send-a-new-link] form", Map.of()).body())
                .as("a supplier without a mail address")
                .contains("has no mail address");
        Staffer viewer = shop.as(Role.VIEWER);
        assertThat(viewer.page(path).select("[data-way=take-the-link-back], [data-way=send-a-new-link]"))
                .isEmpty();
        String token = viewer.page(path).select("input[name=form-token]").val();
        for (String act : List.of("take-back", "send")) {
            assertThat(viewer.post(path + "/link/" + act, Map.of("form-token", token, "round", "1"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(ada.post(
                                path + "/link/take-back",
                                Map.of(
                                        "form-token",
                                        page.select("input[name=form-token]").val(),
                                        "round",
                                        "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasSentAndWhatWasRepliedIsReadByteByByte() {
        shop.endpoint.answers(200, "Thank you, number 17");
        PurchaseOrderView view = sent();
        Staffer ada = shop.asOwner();
        Document page = ada.page("/console/purchase-orders/" + view.id().value());

        assertThat(ada.bytes(page.select("[data-sent]").attr("href")))
                .isEqualTo(shop.endpoint.got().getFirst().body());
        assertThat(new String(ada.bytes(page.select("[data-reply]").attr("href")), StandardCharsets.UTF_8))
                .isEqualTo("Thank you, number 17");
        String none = page.select("[data-sent]").attr("href").replace("/document", "/attempts/9/reply");
        assertThat(ada.get(none).statusCode()).isEqualTo(404);
        assertThat(ada.get("/console/transmissions/nothing/document").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheSupplierSentIsReadEscapedCutAndByteByByte() {
        PurchaseOrderView view = sent();
        String path = "/api/v1/supplier/purchase-orders/" + view.number() + "/acknowledgement";
        String small = "\n\n {\"reference\": \"<script>alert('ü')</script>\",\t\"lines\": []}";
        String large = "{\"reference\": \"" + "&lt;".repeat(40_000) + "\"";
        assertThat(shop.sends(path, small)).isEqualTo(422);
        assertThat(shop.sends(path, large)).isEqualTo(400);
        assertThat(shop.sends(path, "")).isEqualTo(400);
        assertThat(shop.sends(path, "\0")).isEqualTo(400);
        Staffer ada = shop.asOwner();

        Document page = ada.page("/console/purchase-orders/" + view.id().value());
        List<String> links = page.select("[data-request] a").eachAttr("href");
        assertThat(page.select("[data-request]").eachText())
                .first()
                .asString()
                .contains("POST purchase-orders/" + view.number() + "/acknowledgement", "Refused, 400 MALFORMED");
        assertThat(ada.page("/console/suppliers/" + shop.acme.value())
                        .select("[data-request] a")
                        .eachAttr("href"))
                .isEqualTo(links);

        assertThat(ada.page(links.get(0)).select("[data-why]").text()).contains("no text");
        assertThat(ada.page(links.get(1)).select("[data-why]").text()).contains("empty");
        Document cut = ada.page(links.get(2));
        assertThat(cut.select("[data-why]").text()).contains("its beginning");
        assertThat(cut.select("[data-body]").getFirst().wholeText()).isEqualTo(large.substring(0, 64 * 1024));
        assertThat(new String(ada.bytes(cut.select("[data-download]").attr("href")), StandardCharsets.UTF_8))
                .isEqualTo(large);
        Document whole = ada.page(links.get(3));
        assertThat(whole.select("[data-body]").getFirst().wholeText()).isEqualTo(small);
        assertThat(whole.select("[data-body] script")).isEmpty();
        assertThat(whole.text()).contains("Acme Ltd", "Purchase order " + view.number(), "422 INVALID_FIELD");
        assertThat(new String(ada.bytes(whole.select("[data-download]").attr("href")), StandardCharsets.UTF_8))
                .isEqualTo(small);

        try (ConsoleShop stranger = new ConsoleShop(shop.baton)) {
            Staffer eve = stranger.asOwner();
            assertThat(eve.get(links.get(3)).statusCode()).isEqualTo(404);
            assertThat(eve.get(links.get(3) + "/body").statusCode()).isEqualTo(404);
        }
        assertThat(ada.get("/console/requests/nothing").statusCode()).isEqualTo(404);
    }

    private PurchaseOrderView sent() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        SalesOrderId order = shop.shop.place(
                "1", new CustomerFacts("Ada Muster", "ada@customer.example", null, "en"), TestShop.BERLIN, "LAMP×2");
        await().until(() -> shop.shop.purchaseOrders(order).getFirst().sentAt() != null);
        return shop.shop.purchaseOrders(order).getFirst();
    }
}
