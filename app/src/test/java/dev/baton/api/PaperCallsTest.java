package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchase orders and packing slips as PDF over HTTP. */
class PaperCallsTest {

    private static final String ORDER = """
            {"store": "wholesale", "id": "W-1", "name": "#W1", "currency": "EUR", "paid": true,
             "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": "+49 30 999", "locale": "de"},
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE", "phone": "+49 30 999"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 2, "unitPrice": "30.00",
                        "properties": {"Engraving": "For Opa"}}],
             "shipMethod": "standard", "giftMessage": "Happy birthday"}""";

    private final ApiClient admin = ApiClient.admin();
    private final SupplierEndpoint endpoint = new SupplierEndpoint();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void openTheShop() {
        SetUp.shop(admin);
        SetUp.good(admin.put("/api/v1/suppliers/acme", endpoint.definition()));
    }

    @AfterEach
    void close() {
        endpoint.close();
        http.close();
    }

    private String sent() {
        SetUp.good(admin.send("POST", "/api/v1/orders", ORDER, Map.of("Idempotency-Key", "key-1")));
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> admin.get("/api/v1/purchase-orders?state=sent").at("/items/0/number"),
                        number -> !number.isEmpty());
    }

    private HttpResponse<byte[]> pdf(ApiClient caller, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(caller.baton().baseUrl().resolve(path))
                        .header("authorization", "Bearer " + caller.key())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> reply) throws IOException {
        assertThat(reply.statusCode())
                .as(new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).hasValue("application/pdf");
        try (PDDocument document = Loader.loadPDF(reply.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private ApiClient supplier(String code) {
        return admin.withKey(admin.post("/api/v1/suppliers/" + code + "/keys", "{\"name\": \"Key\"}")
                .at("/key"));
    }

    @Test
    void printsASlipForMerchantAndSupplierThatTellsNothingBetweenThem() throws Exception {
        String number = sent();
        HttpResponse<byte[]> reply =
                pdf(admin.withScopes("read"), "/api/v1/purchase-orders/" + number + "/slip?size=4x6");

        assertThat(text(reply))
                .contains("Erika Muster", "Torstr. 1", "Lamp", "Happy birthday", "Lieferschein", "For Opa")
                .doesNotContainIgnoringCase("acme")
                .doesNotContain("erika@example.org", "+49 30 999");
        assertThat(reply.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"" + number + "-slip.pdf\"");
        HttpResponse<byte[]> own =
                pdf(supplier("acme"), "/api/v1/supplier/purchase-orders/" + number + "/slip?size=4X6");
        assertThat(own.body()).as("the same facts give the same bytes").isEqualTo(reply.body());
    }

    @Test
    void printsTheSlipOfOneParcelForMerchantAndSupplier() throws Exception {
        String number = sent();
        ApiClient acme = supplier("acme");
        String path = "/api/v1/purchase-orders/" + number + "/slip?parcel=";
        assertThat(admin.get(path + "1").at("/code")).isEqualTo("UNKNOWN_PARCEL");
        SetUp.good(acme.post(
                "/api/v1/supplier/purchase-orders/" + number + "/shipments",
                "{\"reference\": \"S\", \"shippedAt\": \"2026-03-02T10:00:00Z\", \"packages\": [{\"carrier\": \"\","
                        + " \"trackingNumber\": \"\", \"lines\": [{\"line\": 1, \"quantity\": 1}]}]}"));

        HttpResponse<byte[]> reply = pdf(admin, path + "1&size=Letter");

        assertThat(text(reply))
                .contains("Erika Muster", "Lamp", "Paket 1")
                .doesNotContainIgnoringCase("acme")
                .doesNotContain("erika@example.org");
        assertThat(reply.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"" + number + "-parcel-1-slip.pdf\"");
        HttpResponse<byte[]> own =
                pdf(acme, "/api/v1/supplier/purchase-orders/" + number + "/slip?parcel=1&size=letter");
        assertThat(own.body()).isEqualTo(reply.body());
        assertThat(admin.get(path + "2").status()).isEqualTo(404);
        assertThat(admin.get(path + "one").status()).isIn(400, 422);
    }

    @Test
    void printsTheLabelOfASuppliersOwnParcelThatHasAnSscc() throws Exception {
        String number = sent();
        ApiClient acme = supplier("acme");
        String path = "/api/v1/supplier/purchase-orders/" + number + "/label?parcel=";
        assertThat(acme.get(path + "1").at("/code")).isEqualTo("UNKNOWN_PARCEL");
        SetUp.good(acme.post("/api/v1/supplier/purchase-orders/" + number + "/shipments", """
                {"reference": "S", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "UPS", "trackingNumber": "1Z999AA10123456784", "sscc": "106141412345678908",
                  "lines": [{"line": 1, "quantity": 1}]},
                 {"carrier": "UPS", "trackingNumber": "1Z999AA10123456795", "lines": [{"line": 1, "quantity": 1}]}]}"""));

        HttpResponse<byte[]> label = pdf(acme, path + "1");

        assertThat(text(label))
                .contains("(00) 106141412345678908", "1Z999AA10123456784")
                .doesNotContain("Erika", "Torstr");
        assertThat(label.headers().firstValue("content-disposition"))
                .hasValue("inline; filename=\"" + number + "-parcel-1-label.pdf\"");
        assertThat(acme.get(path + "2").at("/code")).isEqualTo("NO_LABEL");
        assertThat(acme.get(path + "3").at("/code")).isEqualTo("UNKNOWN_PARCEL");
        assertThat(acme.get(path).status()).isIn(400, 422);
        assertThat(admin.get(path + "1").status()).as("a merchant's key").isEqualTo(403);
        SetUp.good(admin.put("/api/v1/suppliers/other", endpoint.definition()));
        assertThat(supplier("other").get(path + "1").status()).isEqualTo(404);
    }

    @Test
    void printsThePurchaseOrderForMerchantAndSupplier() throws Exception {
        String number = sent();

        HttpResponse<byte[]> reply = pdf(admin, "/api/v1/purchase-orders/" + number + "/document?size=Letter");

        assertThat(text(reply)).contains(number, "Erika Muster", "Happy birthday", "Engraving: For Opa");
        HttpResponse<byte[]> own =
                pdf(supplier("acme"), "/api/v1/supplier/purchase-orders/" + number + "/document?size=letter");
        assertThat(own.body()).isEqualTo(reply.body());
    }

    @Test
    void refusesWhatIsNotThereAndWhoMayNotSeeIt() {
        String number = sent();
        String path = "/api/v1/purchase-orders/" + number;

        assertThat(admin.get(path + "/slip?size=A5").at("/field")).isEqualTo("size");
        assertThat(admin.get("/api/v1/purchase-orders/none-1/slip").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/purchase-orders/none-1/document").status())
                .isEqualTo(404);
        assertThat(admin.withScopes("stock").get(path + "/slip").status()).isEqualTo(403);
        SetUp.good(admin.put("/api/v1/suppliers/other", endpoint.definition()));
        ApiClient other = supplier("other");
        assertThat(other.get("/api/v1/supplier/purchase-orders/" + number + "/slip")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/supplier/purchase-orders/" + number + "/document")
                        .status())
                .isEqualTo(404);
        assertThat(supplier("acme").get(path + "/slip").status()).isEqualTo(403);
    }
}
