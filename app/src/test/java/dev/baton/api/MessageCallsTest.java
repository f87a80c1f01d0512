package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MailSender;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import org.junit.jupiter.api.Test;

/** Mails to customers over HTTP; this Baton has no mail relay, so that they wait. */
class MessageCallsTest {

    private final ApiClient admin = ApiClient.admin();

    private SalesOrderId place(String store, String id, boolean live) {
        return new CustomersShop(admin.baton()::bean, admin.merchant(), store, "#1d4ed8", MailSender.BATON, live)
                .place(
                        id,
                        new CustomerFacts("Ada Muster", id + "@customer.example", null, "de"),
                        TestShop.BERLIN,
                        "LAMP×1");
    }

    @Test
    void listsByOrderAndState() {
        SalesOrderId first = place("blue", "1", true);
        place("blue", "2", true);

        ApiClient.Reply all = admin.get("/api/v1/messages?limit=1");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.at("/items/0/kind")).isEqualTo("confirmed");
        assertThat(all.at("/items/0/state")).isEqualTo("planned");
        ApiClient.Reply rest = admin.get("/api/v1/messages?cursor=" + all.at("/next"));
        assertThat(rest.at("/items/0/order")).isEqualTo(first.value().toString());

        ApiClient.Reply ofOrder = admin.get("/api/v1/messages?order=" + first.value());
        assertThat(ofOrder.json().at("/items")).hasSize(1);
        assertThat(admin.get("/api/v1/status").at("/messages/planned")).isEqualTo("2");
        assertThat(admin.get("/api/v1/messages?state=unknown").json().at("/items"))
                .isEmpty();
        assertThat(admin.get("/api/v1/messages?state=lost").status()).isEqualTo(422);
        assertThat(admin.get("/api/v1/messages?order=x").status()).isEqualTo(422);
    }

    @Test
    void readsOneAndSendsItWhereAPersonSaysSo() {
        place("watched", "3", false);
        String id = admin.get("/api/v1/messages").at("/items/0/id");

        ApiClient.Reply one = admin.get("/api/v1/messages/" + id);
        assertThat(one.at("/message/state")).isEqualTo("withheld");
        assertThat(one.at("/message/reason")).isEqualTo("the store is only watched");
        assertThat(one.json().at("/mail").isNull()).isTrue();

        ApiClient.Reply resent = admin.post("/api/v1/messages/" + id + "/resend", "");
        assertThat(resent.status()).isEqualTo(202);
        assertThat(resent.at("/state")).isEqualTo("planned");
        ApiClient.Reply again = admin.post("/api/v1/messages/" + id + "/resend", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail")).contains("leaves by itself");
    }

    @Test
    void showsAMerchantOnlyItsOwn() {
        place("blue", "4", true);
        String id = admin.get("/api/v1/messages").at("/items/0/id");
        ApiClient other = ApiClient.admin();

        assertThat(other.get("/api/v1/messages").json().at("/items")).isEmpty();
        assertThat(other.get("/api/v1/messages/" + id).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/messages/" + id + "/resend", "").status())
                .isEqualTo(404);
        assertThat(admin.withScopes("stock").get("/api/v1/messages").status()).isEqualTo(403);
        assertThat(admin.withScopes("read")
                        .post("/api/v1/messages/" + id + "/resend", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void setsTheSecretOfEasyPost() {
        ApiClient.Reply set = admin.put("/api/v1/carrier-hooks/easypost", "{\"secret\": \"a secret of ours\"}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.at("/path"))
                .isEqualTo("/hooks/easypost/" + admin.merchant().hex());
        assertThat(set.json().at("/url").isNull()).isTrue();
        assertThat(admin.put("/api/v1/carrier-hooks/easypost", "{\"secret\": \"short\"}")
                        .at("/field"))
                .isEqualTo("secret");
        assertThat(admin.withScopes("stock")
                        .put("/api/v1/carrier-hooks/easypost", "{\"secret\": \"a secret of ours\"}")
                        .status())
                .isEqualTo(403);
    }
}
