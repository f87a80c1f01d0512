package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.EraseCustomer;
import dev.baton.orders.SalesOrderId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a supplier's key sends is kept byte for byte, whatever it is answered, for its merchant to read (D19). */
class SupplierRequestCallsTest {

    private static final long ORDER = 5001;
    private static final String REQUESTS = "/api/v1/suppliers/acme/requests";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Whitespace and characters of every length that a reader might put straight. */
    private static final String ODD = "\r\n\t \"text\": \"Grüße, 中文, \uD83D\uDCA1\u2028 \\u00e9 <b>&amp;\" \t\r\n\r\n";

    private final ShopJourney journey = new ShopJourney(0);
    private final ApiClient admin = journey.admin;
    private final ApiClient acme = journey.supplier();

    @AfterEach
    void close() {
        journey.close();
    }

    private String sent() {
        journey.buys(ORDER, "LAMP×3");
        journey.tellAll();
        journey.planned(ORDER);
        journey.passGrace();
        return journey.sent(ORDER);
    }

    private static String of(String number, String what) {
        return "/api/v1/supplier/purchase-orders/" + number + "/" + what;
    }

    private static String accepts(String reference) {
        return "  {\"reference\" :\"" + reference + "\",\"lines\":[ {\"line\":1,\"action\":\"ACCEPT\",\"quantity\":3,"
                + ODD + "}\n]\t}\n\n";
    }

    /** Sends the bytes by the supplier's key; null = no word about what they are. */
    private int send(String path, @Nullable String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        admin.baton().baseUrl().resolve(path))
                .header("authorization", "Bearer " + acme.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("content-type", type);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private JsonNode newest() {
        return admin.get(REQUESTS + "?limit=1").json().at("/items/0");
    }

    private byte[] body(String id) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(admin.baton().baseUrl().resolve(REQUESTS + "/" + id + "/body"))
                                .header("authorization", "Bearer " + admin.key())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void isKept(byte[] body, String path, int status, @Nullable String code) throws Exception {
        JsonNode newest = newest();
        assertThat(newest.path("path").asString()).isEqualTo(path);
        assertThat(newest.path("method").asString()).isEqualTo("POST");
        assertThat(newest.path("httpStatus").intValue()).isEqualTo(status);
        assertThat(newest.path("problemCode").asString("")).isEqualTo(code == null ? "" : code);
        assertThat(newest.path("kept").asString()).isEqualTo("here");
        assertThat(newest.path("bytes").intValue()).isEqualTo(body.length);
        assertThat(body(newest.path("id").asString())).isEqualTo(body);
    }

    private void sendsAndKeeps(String path, String text, int status, @Nullable String code) throws Exception {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        assertThat(send(path, "application/json", body)).isEqualTo(status);
        isKept(body, path, status, code);
    }

    @Test
    void whatIsTakenIsKeptAsItCame() throws Exception {
        String number = sent();
        sendsAndKeeps(of(number, "acknowledgement"), accepts("A1"), 200, null);
        assertThat(newest().path("purchaseOrder").asString()).isEqualTo(number);
        SetUp.good(
                admin.post("/api/v1/orders/" + journey.at(ORDER, "/id") + "/cancel", "{\"reason\": \"not any more\"}"));
        journey.until(() -> !journey.documents("purchase_order.cancellation").isEmpty());
        String question = journey.documents("purchase_order.cancellation")
                .getFirst()
                .path("cancellationId")
                .asString();

        sendsAndKeeps(
                of(number, "cancellation-answer"),
                "{\"cancellationId\":\"" + question + "\" ,\"accepted\":false," + ODD.replace("\"text\"", "\"reason\"")
                        + "}",
                200,
                null);
        sendsAndKeeps(
                of(number, "shipments"),
                "\n{\"reference\":\"S-ü\",\"shippedAt\":\"2026-03-02T10:00:00Z\",\"packages\":[{\"carrier\":\"\",\t"
                        + "\"trackingNumber\":\"\",\"lines\":[{\"line\":1,\"quantity\":3}]}]}\r\n",
                201,
                null);
        sendsAndKeeps(
                "/api/v1/supplier/stock",
                "{\"mode\":\"DELTA\",\r\n\"rows\":[{\"supplierSku\":\"A-1\",\"quantity\":7}]}   \n",
                201,
                null);
        assertThat(newest().path("purchaseOrder").isNull()).isTrue();
        sendsAndKeeps(of(number, "messages"), "{" + ODD + "}", 200, null);
    }

    @Test
    void whatIsRefusedIsKeptWithWhy() throws Exception {
        String number = sent();
        String path = of(number, "acknowledgement");

        sendsAndKeeps(path, accepts("A1").replace("\"line\":1", "\"line\":9"), 422, "UNKNOWN_LINE");
        sendsAndKeeps(path, accepts("A1").replace("ACCEPT", "MAYBE"), 422, "INVALID_FIELD");
        sendsAndKeeps(path, "{\"reference\": \"A1\",\n ", 400, "MALFORMED");
        byte[] garbage = {'{', (byte) 0xff, 0, (byte) 0xfe, '"', (byte) 0xc3};
        assertThat(send(path, "application/json", garbage)).isEqualTo(400);
        isKept(garbage, path, 400, "MALFORMED");
        assertThat(send(path, "text/plain", "yes, all".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(415);
        isKept("yes, all".getBytes(StandardCharsets.UTF_8), path, 415, "UNSUPPORTED_MEDIA_TYPE");
        byte[] form = "reference=A1&line=%31".getBytes(StandardCharsets.UTF_8);
        assertThat(send(path + "?x=1", "application/x-www-form-urlencoded", form))
                .isEqualTo(415);
        isKept(form, path, 415, "UNSUPPORTED_MEDIA_TYPE");
        sendsAndKeeps("/api/v1/orders", "{\"store\": 1}", 403, "FORBIDDEN");
        sendsAndKeeps("/api/v1/supplier/nothing", "{ }", 404, "NOT_FOUND");
        sendsAndKeeps(of("none-1", "shipments"), "{}\n", 422, "INVALID_FIELD");
        assertThat(newest().path("purchaseOrder").isNull()).isTrue();
    }

    @Test
    void theSameAgainIsCountedAndAnotherAnswerIsKeptBeside() throws Exception {
        String number = sent();
        String left = "{\"reference\":\"S\",\"shippedAt\":\"2026-03-02T10:00:00Z\",\"packages\":[{\"carrier\":\"\","
                + "\"trackingNumber\":\"\",\"lines\":[{\"line\":1,\"quantity\":3}]}]}";
        sendsAndKeeps(of(number, "shipments"), left, 201, null);
        sendsAndKeeps(of(number, "shipments"), left, 200, null);
        sendsAndKeeps(of(number, "shipments"), left, 200, null);

        JsonNode items = admin.get(REQUESTS).json().path("items");
        assertThat(items.valueStream().map(one -> one.path("httpStatus").intValue() + " " + one.path("repeats")))
                .containsExactly("200 1", "201 0");
        assertThat(items.at("/0/repeatedAt").asString("")).isNotEmpty();
        assertThat(count("select count(*) from document d join supplier_request r using (merchant_id, document_id)"
                        + " where d.merchant_id = '" + admin.merchant().value() + "'"))
                .as("rows that share a document")
                .isEqualTo(2);
        assertThat(count("select count(distinct document_id) from supplier_request where merchant_id = '"
                        + admin.merchant().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatIsTakenIsKeptAsTheFileAndARefusedOneHere() throws Exception {
        SetUp.good(admin.put("/api/v1/feeds/acme-stock", """
                {"supplier": "acme", "mode": "FULL", "mapping": {"sku": "Item", "quantities": [{"column": "Qty"}]}}"""));
        byte[] file = "Item,Qty\nA-1,3\n".getBytes(StandardCharsets.UTF_8);

        assertThat(send("/api/v1/supplier/feeds/acme-stock/files?name=monday.csv", "text/csv", file))
                .isEqualTo(202);
        assertThat(newest().path("kept").asString()).isEqualTo("as_file");
        assertThat(newest().path("bytes").intValue()).isEqualTo(file.length);
        assertThat(admin.get(REQUESTS + "/" + newest().path("id").asString() + "/body")
                        .status())
                .isEqualTo(404);
        assertThat(send("/api/v1/supplier/feeds/nobodys/files", "text/csv", file))
                .isEqualTo(404);
        isKept(file, "/api/v1/supplier/feeds/nobodys/files", 404, "FEED_UNKNOWN");
    }

    @Test
    void aLargeFeedIsKeptWholeAndOneBeyondTheLimitIsNoted() throws Exception {
        StringBuilder rows = new StringBuilder("{\"mode\":\"DELTA\",\"rows\":[");
        for (int i = 0; i < 30_000; i++) {
            rows.append(i == 0 ? "" : ",\n ")
                    .append("{\"supplierSku\":\"X-")
                    .append(i * 7919L % 30_011)
                    .append("\",\"quantity\":")
                    .append(i % 97)
                    .append('}');
        }
        sendsAndKeeps("/api/v1/supplier/stock", rows.append("]}\n").toString(), 201, null);

        byte[] beyond = new byte[LimitedBody.MOST_BYTES + 1];
        assertThat(send("/api/v1/supplier/stock", "application/json", beyond)).isEqualTo(413);
        JsonNode noted = newest();
        assertThat(noted.path("problemCode").asString()).isEqualTo("TOO_LARGE");
        assertThat(noted.path("kept").asString()).isEqualTo("too_large");
        assertThat(noted.path("bytes").intValue()).isEqualTo(beyond.length);
    }

    @Test
    void aListIsReadPageByPageNewestFirst() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.addFirst("{\"text\": " + i + "}");
            send("/api/v1/supplier/stock", "application/json", sent.getFirst().getBytes(StandardCharsets.UTF_8));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            ApiClient.Reply page = admin.get(REQUESTS + "?limit=2" + cursor);
            for (JsonNode item : page.json().path("items")) {
                read.add(new String(body(item.path("id").asString()), StandardCharsets.UTF_8));
            }
            cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
        } while (!cursor.isEmpty());

        assertThat(read).containsExactlyElementsOf(sent);
        assertThat(newest().path("correlationId").asString()).isNotEmpty();
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        SetUp.good(admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        sendsAndKeeps("/api/v1/supplier/nothing", "{ }", 404, "NOT_FOUND");
        String id = newest().path("id").asString();
        String body = REQUESTS + "/" + id + "/body";
        ApiClient stranger = ApiClient.admin();
        SetUp.good(stranger.put("/api/v1/suppliers/acme", SetUp.SUPPLIER));

        assertThat(admin.withScopes("read").get(body).status()).isEqualTo(200);
        assertThat(stranger.get(body).status()).isEqualTo(404);
        assertThat(stranger.get(REQUESTS).json().path("items")).isEmpty();
        assertThat(admin.get(body.replace("acme", "other")).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/suppliers/other/requests").json().path("items"))
                .isEmpty();
        assertThat(acme.get(body).status()).isEqualTo(403);
        assertThat(acme.get(REQUESTS).status()).isEqualTo(403);
        assertThat(admin.withScopes("stock").get(REQUESTS).status()).isEqualTo(403);
    }

    @Test
    void anotherSuppliersPurchaseOrderIsNotTakenForItsOwn() throws Exception {
        String number = sent();
        SetUp.good(admin.put("/api/v1/suppliers/other", SetUp.SUPPLIER));
        ApiClient other = admin.withKey(admin.post("/api/v1/suppliers/other/keys", "{\"name\": \"Other\"}")
                .at("/key"));

        assertThat(other.post(of(number, "messages"), "{\"text\": \"hello\"}").status())
                .isEqualTo(404);

        JsonNode kept = admin.get("/api/v1/suppliers/other/requests").json().at("/items/0");
        assertThat(kept.path("path").asString()).isEqualTo(of(number, "messages"));
        assertThat(kept.path("purchaseOrder").isNull()).isTrue();
    }

    @Test
    void whatWasWrittenOfACustomerIsErasedWithTheCustomer() throws Exception {
        String number = sent();
        sendsAndKeeps(of(number, "messages"), "{\"text\": \"Erika Muster is not at home\"}", 200, null);
        String id = newest().path("id").asString();

        admin.baton()
                .bean(EraseCustomer.class)
                .erase(admin.merchant(), new SalesOrderId(UUID.fromString(journey.at(ORDER, "/id"))));

        assertThat(admin.get(REQUESTS + "/" + id + "/body").status()).isEqualTo(404);
        assertThat(newest().path("id").asString()).isEqualTo(id);
    }

    @Test
    void nothingIsAnsweredBeforeItIsKeptAndARepeatIsKnown() throws Exception {
        String number = sent();
        String said = accepts("A1");
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        run("alter table supplier_request add constraint planted check (merchant_id <> '"
                + admin.merchant().value() + "') not valid");
        try {
            assertThat(send(of(number, "acknowledgement"), "application/json", body))
                    .isEqualTo(500);
            assertThat(admin.get(REQUESTS).json().path("items")).isEmpty();
        } finally {
            run("alter table supplier_request drop constraint planted");
        }

        ApiClient.Reply again = acme.post(of(number, "acknowledgement"), said);

        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        isKept(body, of(number, "acknowledgement"), 200, null);
    }

    @Test
    void whoOnlyAsksSendsNothing() {
        SetUp.good(acme.send("GET", "/api/v1/supplier/purchase-orders", null, Map.of()));

        assertThat(admin.get(REQUESTS).json().path("items")).isEmpty();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = admin.baton().database().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = admin.baton().database().connectAsSuperuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
