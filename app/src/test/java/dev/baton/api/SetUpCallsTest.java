package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Settings, rates, suppliers, goods and tasks: a good case and each refusal. */
class SetUpCallsTest {

    private final ApiClient admin = ApiClient.admin();

    @Test
    void replacesTheSettings() {
        SetUp.good(admin.put("/api/v1/settings", SetUp.SETTINGS));

        ApiClient.Reply read = admin.get("/api/v1/settings");
        assertThat(read.at("/name")).isEqualTo("Corner shop");
        assertThat(read.at("/valueLimit")).isEqualTo("500.00");
        assertThat(read.at("/blockedCountries/0")).isEqualTo("KP");
    }

    @Test
    void refusesASettingNothingCouldWorkWith() {
        ApiClient.Reply reply =
                admin.put("/api/v1/settings", SetUp.SETTINGS.replace("\"graceSeconds\": 0", "\"graceSeconds\": -1"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/code")).isEqualTo("SETTING_INVALID");
        assertThat(reply.at("/field")).isEqualTo("graceSeconds");
    }

    @Test
    void writesRatesAndReplacesThoseOfTheSameDay() {
        String rates = """
                {"rates": [{"from": "USD", "to": "EUR", "asOf": "2026-01-31", "rate": "0.92"}]}""";

        assertThat(admin.post("/api/v1/fx-rates", rates).at("/written")).isEqualTo("1");
        SetUp.good(admin.post("/api/v1/fx-rates", rates.replace("0.92", "0.93")));
    }

    @Test
    void refusesARateTwiceOrOfNothing() {
        String twice = """
                {"rates": [{"from": "USD", "to": "EUR", "asOf": "2026-01-31", "rate": "0.92"},
                           {"from": "USD", "to": "EUR", "asOf": "2026-01-31", "rate": "0.93"}]}""";
        String nothing = """
                {"rates": [{"from": "USD", "to": "EUR", "asOf": "2026-01-31", "rate": "0"}]}""";

        assertThat(admin.post("/api/v1/fx-rates", twice).at("/field")).isEqualTo("rates[1]");
        assertThat(admin.post("/api/v1/fx-rates", nothing).at("/field")).isEqualTo("rates[0].rate");
    }

    @Test
    void definesASupplierAndListsIt() {
        ApiClient.Reply defined = admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER);
        SetUp.good(defined);

        ApiClient.Reply list = admin.get("/api/v1/suppliers");
        assertThat(list.at("/items/0/id")).isEqualTo(defined.at("/id"));
        assertThat(list.at("/items/0/code")).isEqualTo("acme");
    }

    @Test
    void refusesATermNoSupplierCanHave() {
        ApiClient.Reply hours = admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER.replace("17:00", "08:00"));
        ApiClient.Reply channel = admin.put(
                "/api/v1/suppliers/acme",
                SetUp.SUPPLIER.replace(
                        "\"live\"", "\"channel\": {\"kind\": \"fax\", \"url\": \"http://127.0.0.1/\"}, \"live\""));

        assertThat(hours.at("/field")).isEqualTo("workingHours");
        assertThat(channel.at("/field")).isEqualTo("channel.kind");
    }

    @Test
    void definesASupplierThatReadsMailInItsLanguage() {
        String mailed = SetUp.SUPPLIER.replace(
                "\"live\"",
                "\"mail\": {\"address\": \"orders@acme.example\", \"cc\": null}, \"language\": \"de\", \"live\"");
        SetUp.good(admin.put("/api/v1/suppliers/acme", mailed));

        assertThat(admin.put("/api/v1/suppliers/acme", mailed.replace("orders@acme", "orders at acme"))
                        .at("/field"))
                .isEqualTo("mail.address");
        assertThat(admin.put("/api/v1/suppliers/acme", mailed.replace("\"de\"", "\"xx\""))
                        .at("/field"))
                .isEqualTo("language");
    }

    @Test
    void pausesAndResumesASupplier() {
        SetUp.good(admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));

        ApiClient.Reply paused = admin.post("/api/v1/suppliers/acme/pause", "{\"reason\": \"fire\"}");
        assertThat(paused.at("/pauseReason")).isEqualTo("fire");
        assertThat(admin.post("/api/v1/suppliers/acme/resume", "{}")
                        .json()
                        .at("/paused")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void saysHowToDefineASupplierThatIsNotThere() {
        assertThat(admin.post("/api/v1/suppliers/nobody/pause", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.post("/api/v1/suppliers/nobody/resume", "{}").at("/detail"))
                .contains("PUT /api/v1/suppliers/nobody");
        assertThat(admin.post("/api/v1/suppliers/nobody/keys", "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void makesAKeyThatActsForTheSupplierOnly() {
        SetUp.good(admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));

        ApiClient.Reply made = admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme's system\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/key")).startsWith("bk_" + admin.merchant().hex() + "_");
        assertThat(admin.withKey(made.at("/key")).get("/api/v1/settings").status())
                .isEqualTo(403);
    }

    @Test
    void refusesAKeyWithoutAName() {
        SetUp.good(admin.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));

        assertThat(admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \" \"}")
                        .at("/field"))
                .isEqualTo("name");
    }

    @Test
    void definesGoodsAndBundles() {
        assertThat(admin.post("/api/v1/catalog/skus", SetUp.SKUS).at("/defined"))
                .isEqualTo("3");
    }

    @Test
    void refusesABundleOfUnknownParts() {
        ApiClient.Reply reply = admin.post(
                "/api/v1/catalog/skus",
                SetUp.SKUS.replace("\"sku\": \"BULB\", \"quantity\"", "\"sku\": \"NONE\", \"quantity\""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/code")).isEqualTo("SKU_UNKNOWN");
    }

    @Test
    void listsOpenTasksAndRefusesToCloseWhatIsNotOpen() {
        assertThat(admin.get("/api/v1/tasks?state=open").json().at("/items")).isEmpty();
        assertThat(admin.get("/api/v1/tasks?state=closed").at("/field")).isEqualTo("state");
        assertThat(admin.get("/api/v1/tasks?cursor=x").at("/field")).isEqualTo("cursor");
        assertThat(admin.get("/api/v1/tasks?limit=0").at("/field")).isEqualTo("limit");
        assertThat(admin.post("/api/v1/tasks/0195a3c2-7b1e-7000-8000-000000000000/close", "{\"note\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.post("/api/v1/tasks/17/close", "{\"note\": \"x\"}").at("/field"))
                .isEqualTo("id");
    }

    @Test
    void describesItselfWithoutAnOutsideHost() {
        ApiClient.Reply description = admin.withKey("").get("/api/openapi.json");
        ApiClient.Reply page = admin.withKey("").get("/swagger-ui/index.html");

        assertThat(description.at("/openapi")).startsWith("3.1");
        assertThat(description.json().at("/paths").has("/api/v1/suppliers/{code}"))
                .isTrue();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("https://");
    }
}
