package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceFileCallsTest {

    private static final String LIST = """
            {"supplier": "acme", "mapping": {"sku": "Item", "unitCost": "Net", "title": "Name"}}""";

    private final ApiClient admin = ApiClient.admin();

    @BeforeEach
    void shop() {
        SetUp.shop(admin);
        SetUp.good(admin.put("/api/v1/price-lists/acme-2026", LIST));
    }

    @Test
    void definesAListShowsItAndTakesItOutOfUse() {
        ApiClient.Reply defined = admin.put("/api/v1/price-lists/acme-2026", LIST);

        assertThat(defined.at("/version")).isEqualTo("2");
        assertThat(defined.at("/definition/supplier")).isEqualTo("acme");
        assertThat(defined.at("/definition/mapping/unitCost")).isEqualTo("Net");
        assertThat(admin.get("/api/v1/price-lists").at("/items/0/code")).isEqualTo("acme-2026");
        assertThat(admin.get("/api/v1/price-lists/acme-2026").at("/version")).isEqualTo("2");
        SetUp.good(admin.send("DELETE", "/api/v1/price-lists/acme-2026", null, Map.of()));
        assertThat(admin.get("/api/v1/price-lists/acme-2026").at("/code")).isEqualTo("PRICE_LIST_UNKNOWN");
        ApiClient.Reply refused = admin.put(
                "/api/v1/price-lists/x", LIST.replace("{\"supplier\"", "{\"currency\": \"EURO\", \"supplier\""));
        assertThat(refused.at("/field")).isEqualTo("currency");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void keepsWhereAListIsFetchedFromAndShowsNoSecret() {
        String fetched = LIST.replace(
                "{\"supplier\"",
                "{\"source\": {\"kind\": \"SFTP\", \"url\": \"sftp://127.0.0.1:1/prices-*.csv\", \"user\": \"baton\","
                        + " \"secret\": \"pass-word\"}, \"everyMinutes\": 720, \"supplier\"");
        ApiClient.Reply defined = admin.put("/api/v1/price-lists/acme-2026", fetched);

        SetUp.good(defined);
        assertThat(defined.at("/definition/source/kind")).isEqualTo("SFTP");
        assertThat(defined.at("/definition/everyMinutes")).isEqualTo("720");
        assertThat(defined.at("/hasSecret")).isEqualTo("true");
        assertThat(defined.text()).doesNotContain("pass-word");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                admin.get("/api/v1/price-lists/acme-2026").at("/trouble"))
                        .contains("127.0.0.1"));
        assertThat(admin.put("/api/v1/price-lists/acme-2026", fetched.replace("sftp:", "ftp:"))
                        .at("/field"))
                .isEqualTo("source.url");
        SetUp.good(admin.put("/api/v1/price-lists/acme-2026", LIST));
        assertThat(admin.get("/api/v1/price-lists/acme-2026").text()).contains("\"source\":null");
    }

    @Test
    void learnsAMappingFromAnExample() {
        ApiClient.Reply learned = admin.send(
                "POST",
                "/api/v1/price-list-mappings",
                "Artikelnummer;Bezeichnung;EK netto\nA-1;Lampe;12,40\n",
                Map.of("content-type", "text/csv"));

        SetUp.good(learned);
        assertThat(learned.at("/mapping/sku")).isEqualTo("Artikelnummer");
        assertThat(learned.at("/mapping/unitCost")).isEqualTo("EK netto");
        assertThat(learned.at("/mapping/decimalMark")).isEqualTo("COMMA");
        assertThat(learned.at("/delimiter")).isEqualTo(";");
        assertThat(learned.at("/sample/0/1")).isEqualTo("Lampe");
    }

    @Test
    void showsWhatAFileWouldChangeAndAcceptsIt() {
        String before = unitCost();
        String id = send(admin, "/api/v1/price-lists/acme-2026/files?preview=true&name=march.csv", before + "1");

        assertThat(ended(id)).isEqualTo("proposed");
        assertThat(unitCost()).isEqualTo(before);
        ApiClient.Reply file = admin.get("/api/v1/price-list-files/" + id);
        assertThat(file.at("/name")).isEqualTo("march.csv");
        assertThat(file.at("/rows/applied")).isEqualTo("1");
        assertThat(file.at("/rows/unmatched")).isEqualTo("1");
        ApiClient.Reply changes = admin.get("/api/v1/price-list-files/" + id + "/changes?limit=1");
        assertThat(changes.at("/items/0/before")).isEqualTo(before);
        assertThat(changes.at("/items/0/unitCost")).isEqualTo(before + "1");
        assertThat(changes.at("/items/0/outcome")).isEqualTo("applied");
        assertThat(changes.at("/next")).isEqualTo("2");
        assertThat(admin.get("/api/v1/price-list-files/" + id + "/changes?outcome=unmatched")
                        .at("/items/0/supplierSku"))
                .isEqualTo("NEW");

        SetUp.good(admin.post("/api/v1/price-list-files/" + id + "/accept", ""));
        assertThat(ended(id)).isIn("applied", "proposed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unitCost()).isEqualTo(before + "1"));
        assertThat(admin.get("/api/v1/suppliers/acme/items").at("/items/0/title"))
                .isEqualTo("Something new");
        assertThat(admin.get("/api/v1/price-lists/acme-2026/files").at("/items/0/id"))
                .isEqualTo(id);
        ApiClient.Reply costs = admin.get("/api/v1/catalog/costs?sku=LAMP");
        assertThat(costs.at("/items/0/history/0/listed/priceList")).isEqualTo("acme-2026");
        assertThat(costs.at("/items/0/history/0/listed/file")).isEqualTo(id);
        assertThat(costs.at("/items/0/history/0/listed/name")).isEqualTo("march.csv");
        assertThat(costs.at("/items/0/history/0/listed/row")).isEqualTo("2");
        assertThat(admin.get("/api/v1/suppliers/acme/items").at("/items/0/listed/row"))
                .isEqualTo("3");
    }

    private String unitCost() {
        return admin.get("/api/v1/catalog/costs?sku=LAMP").at("/items/0/unitCost");
    }

    @Test
    void givesBackWhatWasLeftOutAsATable() {
        String id = send(admin, "/api/v1/price-lists/acme-2026/files", "ask us");
        ended(id);

        assertThat(admin.get("/api/v1/price-list-files/" + id + "/faults").at("/items/0/row"))
                .isEqualTo("2");
        ApiClient.Reply errors = admin.get("/api/v1/price-list-files/" + id + "/errors");
        assertThat(errors.header("content-type")).startsWith("text/csv");
        assertThat(errors.text()).contains("Item,Name,Net,Baton: what is wrong").contains("A-1,Lamp,ask us,");
        assertThat(admin.get("/api/v1/tasks").text()).contains("trading.price-list-rows");
    }

    @Test
    void refusesWhatAPersonRefuses() {
        String id = send(admin, "/api/v1/price-lists/acme-2026/files?preview=true", "12");
        ended(id);

        ApiClient.Reply refused =
                admin.post("/api/v1/price-list-files/" + id + "/refuse", "{\"reason\": \"not today\"}");

        assertThat(refused.at("/state")).isEqualTo("refused");
        assertThat(refused.at("/reason")).isEqualTo("not today");
        assertThat(admin.post("/api/v1/price-list-files/" + id + "/accept", "").at("/code"))
                .isEqualTo("PRICE_LIST_DECIDED");
        assertThat(admin.get("/api/v1/price-list-files/nonsense").at("/code")).isEqualTo("PRICE_FILE_UNKNOWN");
        assertThat(admin.send(
                                "POST",
                                "/api/v1/price-lists/acme-2026/files?since=tomorrow",
                                "Item,Net,Name\n",
                                Map.of("content-type", "text/csv"))
                        .at("/field"))
                .isEqualTo("since");
    }

    @Test
    void aSupplierSendsAndSeesItsOwnFilesOnly() {
        SetUp.good(admin.put("/api/v1/suppliers/bolt", SetUp.SUPPLIER));
        SetUp.good(admin.put("/api/v1/price-lists/bolt-2026", LIST.replace("acme", "bolt")));
        ApiClient acme = admin.withKey(
                admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"k\"}").at("/key"));
        String own = send(acme, "/api/v1/supplier/price-lists/acme-2026/files", "12");
        String others = send(admin, "/api/v1/price-lists/bolt-2026/files", "12");

        assertThat(acme.get("/api/v1/supplier/price-list-files/" + own).status())
                .isEqualTo(200);
        assertThat(acme.get("/api/v1/supplier/price-list-files/" + others).status())
                .isEqualTo(404);
        assertThat(acme.get("/api/v1/supplier/price-lists/bolt-2026/files").status())
                .isEqualTo(404);
        assertThat(acme.get("/api/v1/price-list-files/" + own + "/changes").status())
                .isEqualTo(403);
    }

    private static String send(ApiClient by, String path, String cost) {
        ApiClient.Reply sent = by.send(
                "POST",
                path,
                "Item,Name,Net\nA-1,Lamp," + cost + "\nNEW,Something new,3.20\n",
                Map.of("content-type", "text/csv"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        return sent.at("/id");
    }

    private String ended(String file) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                admin.get("/api/v1/price-list-files/" + file).at("/state"))
                        .isNotIn("judging", "applying"));
        return admin.get("/api/v1/price-list-files/" + file).at("/state");
    }
}
