package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CustomerFacts;
import dev.baton.orders.EraseCustomer;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.testing.TestShop;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one box: by whatever name somebody calls a thing it is found, and what was erased is not. */
class SearchScreenTest {

    private static final PostalAddress MUNICH = new PostalAddress(
            "Jörg Ångström",
            "Lampenladen GmbH",
            "Probegasse 2",
            null,
            "München",
            null,
            null,
            "80331",
            "DE",
            "089/998877-66");

    private final ConsoleShop shop = new ConsoleShop();
    private Staffer ada;

    @BeforeEach
    void goods() {
        shop.shop.goods("LAMP-1", "Brass desk lamp", shop.acme);
        shop.shop.goods("LAMP-2", "Brass floor lamp", shop.acme);
        shop.shop.goods("CHAIR", "Folding chair", shop.acme);
        ada = shop.asOwner();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private SalesOrderId layla() {
        return shop.shop.place(
                "7001",
                new CustomerFacts("ليلى مثال", "Layla.Example@Customer.example", "+971 4 123 4567", "ar"),
                TestShop.BERLIN,
                "LAMP-1×1");
    }

    private SalesOrderId joerg() {
        return shop.shop.place(
                "7002", new CustomerFacts("Jörg Ångström", "joerg@customer.example", null, "de"), MUNICH, "LAMP-2×1");
    }

    @Test
    void oneExactHitOpensAtOnce() {
        SalesOrderId order = layla();
        String number = shop.shop.order(order).number();
        String page = "/console/orders/" + order.value();

        for (String called : List.of(
                "7001",
                "#7001",
                " #7001 ",
                number,
                "layla.example@customer.EXAMPLE",
                "+97141234567",
                "00971 4 1234567",
                "04 123 45 67")) {
            assertThat(opened(called)).as(called).isEqualTo(page);
        }
        assertThat(opened("LAMP-1")).isEqualTo("/console/products/sku?code=LAMP-1");
        assertThat(opened("S-LAMP-1")).as("the supplier's own code").isEqualTo("/console/products/sku?code=LAMP-1");
        assertThat(opened("acme ltd")).isEqualTo("/console/suppliers/" + shop.acme.value());
        for (String called : List.of("LAMP-1", "acme ltd")) {
            assertThat(ada.get(opened(called)).statusCode()).as(called).isEqualTo(200);
        }
    }

    @Test
    void aBeginningListsWhatBeginsSoByKind() {
        layla();
        joerg();

        assertThat(found("70", "orders")).containsExactlyInAnyOrder("#7001", "#7002");
        assertThat(found("LAMP", "products")).containsExactly("LAMP-1", "LAMP-2");
        assertThat(found("lamp", "products")).as("however it is written").containsExactly("LAMP-1", "LAMP-2");
        assertThat(found("fold", "products")).containsExactly("CHAIR");
        assertThat(found("lamp brass floor", "products")).containsExactly("LAMP-2");
        assertThat(found("acm", "suppliers")).containsExactly("Acme Ltd");
    }

    @Test
    void aCustomerIsFoundByTheWordsOfTheName() {
        layla();
        joerg();

        assertThat(found("ليلى", "orders")).containsExactly("#7001");
        assertThat(found("angstr", "orders")).as("without accents").containsExactly("#7002");
        assertThat(found("ÅNGSTRÖM jörg", "orders")).containsExactly("#7002");
        assertThat(found("angstro", "orders"))
                .as("longer than the beginnings kept")
                .containsExactly("#7002");
        assertThat(found("lampenlad", "orders")).as("the firm").containsExactly("#7002");
        assertThat(found("jo angstrom", "orders")).containsExactly("#7002");
        assertThat(found("ada muster", "orders")).as("who gets it").containsExactly("#7001");
        assertThat(found("jorg muster", "orders")).isEmpty();
        assertThat(found("angstrong", "orders")).isEmpty();
    }

    @Test
    void parcelsAndPurchaseOrdersAreFound() {
        SalesOrderId order = layla();
        org.awaitility.Awaitility.await()
                .until(() -> shop.shop.purchaseOrders(order).stream().allMatch(each -> each.sentAt() != null));
        var parcel = shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
        var purchase = shop.shop.purchaseOrders(order).getFirst();

        assertThat(found("1Z 999 AA1", "parcels")).containsExactly("1Z999AA10123456784");
        assertThat(opened("1z999aa1-0123456784")).isEqualTo("/console/parcels/" + parcel.value());
        assertThat(ada.get(opened("1z999aa1-0123456784")).statusCode()).isEqualTo(200);
        assertThat(opened(purchase.number()))
                .isEqualTo("/console/purchase-orders/" + purchase.id().value());
        assertThat(opened("R1")).as("the supplier's own reference").isEqualTo("/console/orders/" + order.value());
    }

    @Test
    void whoWasErasedIsFoundByNothingButTheNumber() {
        SalesOrderId order = layla();
        joerg();
        assertThat(tokens(order)).isGreaterThan(5);

        shop.baton.bean(EraseCustomer.class).erase(shop.merchant, order);
        shop.baton.bean(EraseCustomer.class).erase(shop.merchant, order);

        assertThat(tokens(order)).isZero();
        for (String gone : List.of("layla.example@customer.example", "+97141234567", "ليلى", "ada muster")) {
            assertThat(found(gone, "orders")).as(gone).isEmpty();
        }
        assertThat(opened("7001")).isEqualTo("/console/orders/" + order.value());
        assertThat(found("angstrom", "orders")).containsExactly("#7002");
    }

    @Test
    void aChangedNameReplacesTheOldOne() {
        SalesOrderId order = shop.shop.place(
                "7003", new CustomerFacts("Bea Beispiel", "bea@customer.example", null, "de"), MUNICH, "LAMP-1×1");
        shop.baton.clock().advance(java.time.Duration.ofMinutes(1));

        shop.shop.place(
                "7003", new CustomerFacts("Cleo Beispiel", "cleo@customer.example", null, "de"), MUNICH, "LAMP-1×1");

        assertThat(opened("cleo@customer.example")).isEqualTo("/console/orders/" + order.value());
        assertThat(found("cleo", "orders")).containsExactly("#7003");
        assertThat(found("bea@customer.example", "orders")).isEmpty();
        assertThat(found("bea", "orders")).as("begins Beispiel? no: b-e-i").isEmpty();
    }

    @Test
    void nothingOfAnotherMerchantAndNothingForNothing() {
        layla();
        ConsoleShop other = new ConsoleShop();
        Staffer stranger = other.asOwner();

        assertThat(stranger.page("/console/search?q=layla.example%40customer.example")
                        .select("[data-row]"))
                .isEmpty();
        assertThat(ada.page("/console/search?q=").text()).contains("What are you looking for?");
        assertThat(ada.page("/console/search?q=%25%27%00%3B--").text()).contains("Nothing is called so");
        assertThat(ada.page("/console/search?q=" + "x".repeat(500)).text()).contains("Nothing is called so");
        other.close();
    }

    private long tokens(SalesOrderId order) {
        return shop.baton
                .bean(dev.baton.platform.Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql(
                                        "select count(*) from customer_token where merchant_id = :m and sales_order_id = :o")
                                .param("m", shop.merchant.value())
                                .param("o", order.value())
                                .query(Long.class)
                                .single());
    }

    private String opened(String text) {
        HttpResponse<String> answer = ada.get("/console/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    private List<String> found(String text, String group) {
        Document page = ada.page("/console/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return page.select("[data-group=" + group + "] [data-open] strong").eachText();
    }
}
