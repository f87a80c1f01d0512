package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.invariants.DatabaseInside;
import dev.baton.invariants.KilledBaton;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import dev.baton.world.http.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The program killed between two pages of what a person does to every order: it goes on, and no order is done twice. */
@Timeout(180)
class BulkKilledTest {

    private static final int ORDERS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aKillBetweenPagesDoesNoOrderTwice() throws Exception {
        assumeTrue(
                System.getenv("BATON_TEST_DATABASE_URL") == null,
                "kills the program together with the PostgreSQL in its box; another server has nothing to add");
        try (KilledBaton baton = new KilledBaton(folder, Clock.systemUTC().instant(), 1, null).withAnOwner();
                Caller caller = new Caller()) {
            baton.start(Set.of("console.bulk-page:2"));
            JsonNode known = baton.keyFileOf();
            heldOrders(
                    new BatonApi(caller, baton.baseUrl(), known.path("adminKey").asString(""), PATIENCE));
            Staffer owner = signedIn(baton, known);
            Document list = owner.page("/console/orders");
            HttpResponse<String> begun = owner.post(
                    "/console/bulk/orders",
                    Map.of("form-token", list.select("input[name=form-token]").val(), "act", "stop", "all", "on"));
            String run = begun.headers().firstValue("Location").orElseThrow();
            owner.send(owner.page(run), "#go", Map.of("reason", "stock is counted"));

            assertThat(baton.awaitHalt(PATIENCE)).isEqualTo("console.bulk-page");
            baton.start(Set.of());
            baton.awaitKey();
            Staffer again = signedIn(baton, known);

            await().atMost(PATIENCE)
                    .until(() -> again.page(run).select("h1").text().equals(ORDERS + " orders are stopped"));
            assertThat(again.page(run).select("[data-strip]").text()).contains(ORDERS + " done, 0 left, 0 failed");
            assertThat(figures("select count(*), count(distinct aggregate_id) from audit where act = 'StopOrders'"))
                    .isEqualTo(ORDERS + "/" + ORDERS);
            assertThat(figures(
                            "select count(*), count(distinct sales_order_id) from hold where kind = 'STOPPED_BY_HAND'"))
                    .isEqualTo(ORDERS + "/" + ORDERS);
        }
    }

    private static Staffer signedIn(KilledBaton baton, JsonNode known) {
        return new Staffer(baton.baseUrl())
                .signIn(
                        known.path("consoleEmail").asString(""),
                        known.path("consolePassword").asString(""));
    }

    /** Nobody knows what they are of: each is held, and can be stopped by hand besides. */
    private static void heldOrders(BatonApi baton) {
        ObjectNode store = Json.object();
        store.put("kind", "api").put("name", "Counter").put("currency", "EUR").put("zone", "Europe/Berlin");
        assertThat(baton.put("/api/v1/stores/counter", store).isGood()).isTrue();
        for (int i = 0; i < ORDERS; i++) {
            ObjectNode order = Json.object();
            order.put("store", "counter").put("id", "K" + i).put("name", "#K" + i);
            order.put("currency", "EUR").put("paid", true).put("total", "24.00");
            order.putObject("customer").put("name", "Ada " + i).put("email", "ada" + i + "@example.com");
            order.putObject("shipTo")
                    .put("name", "Ada " + i)
                    .put("line1", "Probestraße " + i)
                    .put("city", "Berlin")
                    .put("postcode", "10115")
                    .put("countryCode", "DE");
            order.putArray("lines")
                    .addObject()
                    .put("id", "1")
                    .put("sku", "NOTHING")
                    .put("title", "Nothing")
                    .put("quantity", 1)
                    .put("unitPrice", "24.00");
            BatonApi.Answer answer = baton.postOnce("/api/v1/orders", order, "killed-" + i);
            assertThat(answer.isGood()).as(answer.text()).isTrue();
        }
    }

    private String figures(String question) throws Exception {
        try (Connection connection = new DatabaseInside(folder).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1) + "/" + row.getLong(2);
        }
    }
}
