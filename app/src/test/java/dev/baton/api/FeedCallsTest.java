package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedCallsTest {

    private static final String FEED = """
            {"supplier": "acme", "mode": "FULL", "mapping": {"sku": "Item", "quantities": [{"column": "Qty"}]},
             "source": {"kind": "HTTPS", "url": "https://acme.example/stock.csv", "user": "baton", "secret": "s3cret"}}""";

    private static final String UPLOADED = """
            {"supplier": "acme", "mode": "FULL", "mapping": {"sku": "Item", "quantities": [{"column": "Qty"}]}}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void shop() {
        SetUp.shop(admin);
    }

    @Test
    void definesAFeedAndNeverShowsItsSecret() {
        ApiClient.Reply defined = admin.put("/api/v1/feeds/acme-stock", FEED);

        assertThat(defined.at("/version")).isEqualTo("1");
        assertThat(defined.json().at("/hasSecret").asBoolean()).isTrue();
        assertThat(defined.at("/definition/guard/fromOffers")).isEqualTo("10");
        assertThat(defined.at("/freshness")).isEqualTo("fresh");
        assertThat(defined.text()).doesNotContain("s3cret");
        assertThat(admin.get("/api/v1/feeds").text()).contains("acme-stock").doesNotContain("s3cret");
        assertThat(admin.put("/api/v1/feeds/acme-stock", FEED).at("/version")).isEqualTo("2");
        SetUp.good(admin.send("DELETE", "/api/v1/feeds/acme-stock", null, Map.of()));
        assertThat(admin.get("/api/v1/feeds/acme-stock").at("/code")).isEqualTo("FEED_UNKNOWN");
    }

    @Test
    void namesTheFieldThatCannotBe() {
        ApiClient.Reply refused = admin.put("/api/v1/feeds/x", FEED.replace("https://", "ftp://"));
        ApiClient.Reply missing = admin.put("/api/v1/feeds/x", FEED.replace("\"sku\": \"Item\", ", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/field")).isEqualTo("source.url");
        assertThat(missing.at("/field")).isEqualTo("mapping.sku");
    }

    @Test
    void learnsAMappingFromAnExample() {
        ApiClient.Reply learned = admin.send(
                "POST",
                "/api/v1/feed-mappings",
                "Artikelnummer;Bestand\nA-1;3,0\nA-2;12,5\n",
                Map.of("content-type", "text/csv"));

        SetUp.good(learned);
        assertThat(learned.at("/mapping/sku")).isEqualTo("Artikelnummer");
        assertThat(learned.at("/mapping/quantities/0/column")).isEqualTo("Bestand");
        assertThat(learned.at("/delimiter")).isEqualTo(";");
    }

    @Test
    void takesAFormWithAFile() {
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", UPLOADED));
        String form = """
                --edge\r
                Content-Disposition: form-data; name="note"\r
                \r
                hello\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="monday.csv"\r
                Content-Type: text/csv\r
                \r
                Item,Qty
                A-1,33
                A-2,44
                \r
                --edge--\r
                """;

        ApiClient.Reply sent = admin.send(
                "POST",
                "/api/v1/feeds/acme-stock/files?preview=true",
                form,
                Map.of("content-type", "multipart/form-data; boundary=edge"));

        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(ended(sent.at("/id"))).isEqualTo("proposed");
        ApiClient.Reply file = admin.get("/api/v1/feed-files/" + sent.at("/id"));
        assertThat(file.at("/name")).isEqualTo("monday.csv");
        assertThat(file.json().at("/changes/lowered").asInt()).isEqualTo(2);
        SetUp.good(admin.post("/api/v1/feed-files/" + sent.at("/id") + "/accept", ""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(admin.get("/api/v1/feed-files/" + sent.at("/id"))
                                .at("/state"))
                        .isEqualTo("merged"));
        assertThat(admin.get("/api/v1/stock/LAMP").at("/offers/0/observed")).isEqualTo("33");
        assertThat(admin.send(
                                "POST",
                                "/api/v1/feeds/acme-stock/files",
                                "--edge--\r\n",
                                Map.of("content-type", "multipart/form-data; boundary=edge"))
                        .at("/code"))
                .isEqualTo("MALFORMED");
    }

    @Test
    void givesBackWhatWasLeftOutAsATable() {
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", UPLOADED));
        String id = send(admin, "/api/v1/feeds/acme-stock/files", "Item,Qty\nA-1,33\nA-2,?\n");
        ended(id);

        assertThat(admin.get("/api/v1/feed-files/" + id + "/faults").at("/items/0/row"))
                .isEqualTo("3");
        ApiClient.Reply errors = admin.get("/api/v1/feed-files/" + id + "/errors");
        assertThat(errors.header("content-type")).startsWith("text/csv");
        assertThat(errors.text()).contains("Item,Qty,Baton: what is wrong").contains("A-2,?,");
        assertThat(admin.get("/api/v1/feed-files/" + id + "/changes").status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/feeds/acme-stock/files").at("/items/0/id"))
                .isEqualTo(id);

        SetUp.good(admin.send(
                "POST",
                "/api/v1/feeds/acme-stock/files?mends=" + id,
                errors.text().replace("?", "55"),
                Map.of("content-type", "text/csv")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(admin.get("/api/v1/stock/BULB").at("/offers/0/observed"))
                        .isEqualTo("55"));
    }

    @Test
    void refusesWhatAPersonRefuses() {
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", UPLOADED));
        String id = send(admin, "/api/v1/feeds/acme-stock/files?preview=true", "Item,Qty\nA-1,1\nA-2,1\n");
        ended(id);

        ApiClient.Reply refused = admin.post("/api/v1/feed-files/" + id + "/refuse", "{\"reason\": \"not today\"}");

        assertThat(refused.at("/state")).isEqualTo("refused");
        assertThat(refused.at("/reason")).isEqualTo("not today");
        assertThat(admin.post("/api/v1/feed-files/" + id + "/accept", "").at("/code"))
                .isEqualTo("FEED_DECIDED");
        assertThat(admin.get("/api/v1/feed-files/nonsense").at("/code")).isEqualTo("FEED_FILE_UNKNOWN");
    }

    @Test
    void aSupplierSendsAndSeesItsOwnFilesOnly() {
        SetUp.good(admin.put("/api/v1/suppliers/bolt", SetUp.SUPPLIER));
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", UPLOADED));
        SetUp.good(admin.put("/api/v1/feeds/bolt-stock", UPLOADED.replace("acme", "bolt")));
        ApiClient acme = admin.withKey(
                admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"k\"}").at("/key"));
        String own = send(acme, "/api/v1/supplier/feeds/acme-stock/files", "Item,Qty\nA-1,33\nA-2,4\n");
        String others = send(admin, "/api/v1/feeds/bolt-stock/files", "Item,Qty\nB,1\n");

        assertThat(acme.get("/api/v1/supplier/feed-files/" + own).status()).isEqualTo(200);
        assertThat(acme.get("/api/v1/supplier/feed-files/" + others).status()).isEqualTo(404);
        assertThat(acme.get("/api/v1/supplier/feeds/bolt-stock/files").status()).isEqualTo(404);
        assertThat(acme.send(
                                "POST",
                                "/api/v1/supplier/feeds/bolt-stock/files",
                                "Item,Qty\nB,1\n",
                                Map.of("content-type", "text/csv"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysThatATimeCannotBeRead() {
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", UPLOADED));

        assertThat(admin.send(
                                "POST",
                                "/api/v1/feeds/acme-stock/files?observedAt=yesterday",
                                "Item,Qty\n",
                                Map.of("content-type", "text/csv"))
                        .at("/field"))
                .isEqualTo("observedAt");
    }

    private static String send(ApiClient by, String path, String table) {
        ApiClient.Reply sent = by.send("POST", path, table, Map.of("content-type", "text/csv"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.at("/id");
    }

    private String ended(String file) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(admin.get("/api/v1/feed-files/" + file).at("/state"))
                                .isNotIn("staging", "merging"));
        return admin.get("/api/v1/feed-files/" + file).at("/state");
    }
}
