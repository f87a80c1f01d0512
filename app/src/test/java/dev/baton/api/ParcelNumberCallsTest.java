package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parcel's number is read and corrected by HTTP, by the merchant and by the supplier whose parcel it is. */
class ParcelNumberCallsTest {

    private static final String ORDER = """
            {"store": "wholesale", "id": "W-1", "name": "#W1", "currency": "EUR", "paid": true,
             "customer": {"name": "Erika Muster", "email": "erika@example.org", "phone": null, "locale": "de"},
             "shipTo": {"name": "Erika Muster", "line1": "Torstr. 1", "city": "Berlin", "postcode": "10115",
                        "countryCode": "DE"},
             "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 1, "unitPrice": "30.00"}]}""";

    private static final String FIRST = "1Z5R89390357567127";
    private static final String SECOND = "1Z999AA10123456784";

    private final ApiClient admin = ApiClient.admin();
    private final SupplierEndpoint endpoint = new SupplierEndpoint();
    private ApiClient acme;
    private String shipments;
    private String parcel;

    @BeforeEach
    void ship() {
        SetUp.shop(admin);
        SetUp.good(admin.put("/api/v1/suppliers/acme", endpoint.definition()));
        SetUp.good(admin.send("POST", "/api/v1/orders", ORDER, Map.of("Idempotency-Key", "key-1")));
        String number = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> endpoint.documents().isEmpty()
                                ? ""
                                : endpoint.documents().getFirst().at("/number").asString(),
                        sent -> !sent.isEmpty());
        acme = admin.withKey(admin.post("/api/v1/suppliers/acme/keys", "{\"name\": \"Acme\"}")
                .at("/key"));
        shipments = "/api/v1/supplier/purchase-orders/" + number + "/shipments";
        ApiClient.Reply shipped = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> acme.post(shipments, """
                                {"reference": "S-1", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                                 {"carrier": "ups", "trackingNumber": "%s", "weightGrams": null,
                                  "lines": [{"line": 1, "quantity": 1}]}]}""".formatted(FIRST)),
                        reply -> reply.status() == 201 || reply.status() == 200);
        parcel = "/api/v1/parcels/" + shipped.at("/packages/0/id");
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void theMerchantCorrectsAParcelAndReadsWhatItHadBefore() {
        assertThat(admin.get(parcel).at("/trackingNumber")).isEqualTo(FIRST);

        ApiClient.Reply corrected =
                admin.put(parcel + "/number", "{\"trackingNumber\": \"" + SECOND + "\", \"reason\": \"by telephone\"}");

        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.at("/trackingNumber")).isEqualTo(SECOND);
        assertThat(corrected.at("/carrier")).isEqualTo("ups");
        assertThat(corrected.at("/before/0/trackingNumber")).isEqualTo(FIRST);
        assertThat(admin.get(parcel).at("/before/0/reason")).isEqualTo("by telephone");
    }

    @Test
    void theListHasItAndTheListOfThoseLostOnlyWhileItIsLost() {
        String id = parcel.substring(parcel.lastIndexOf('/') + 1);
        assertThat(admin.get("/api/v1/parcels").at("/items/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/parcels").at("/items/0/trackingNumber")).isEqualTo(FIRST);
        assertThat(admin.get("/api/v1/parcels?lost=true").at("/items/0/id")).isEmpty();

        SetUp.good(admin.post(parcel + "/lost", "{\"because\": \"CARRIER\"}"));
        assertThat(admin.get("/api/v1/parcels?lost=true").at("/items/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/v1/parcels?lost=true").at("/items/0/lostAt")).isNotEmpty();

        SetUp.good(admin.post(parcel + "/found", "{}"));
        assertThat(admin.get("/api/v1/parcels?lost=true").at("/items/0/id")).isEmpty();
    }

    @Test
    void theSupplierTellsOfParcelsByATableAndTheirSsccIsShown() {
        ApiClient.Reply template = acme.get("/api/v1/supplier/shipments/template");
        assertThat(template.text()).contains("purchase order,sku,quantity,carrier,tracking number,sscc");
        String number = shipments.replaceAll(".*/purchase-orders/|/shipments$", "");
        String table = "purchase order,sku,quantity,carrier,tracking number,sscc\n"
                + number + ",LAMP,1,UPS," + SECOND + ",106141412345678908\n"
                + number + ",LAMP,0,UPS,1Z5R89390357567127,\n";

        ApiClient.Reply told =
                acme.send("POST", "/api/v1/supplier/shipments", table, Map.of("content-type", "text/csv"));

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.at("/recorded")).isEqualTo("1");
        assertThat(told.at("/wrong/0/row")).isEqualTo("3");
        assertThat(told.at("/errors")).contains("Baton: what is wrong");
        assertThat(admin.get("/api/v1/parcels").at("/items/0/sscc")).isEqualTo("106141412345678908");
        assertThat(admin.send("POST", "/api/v1/supplier/shipments", table, Map.of("content-type", "text/csv"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anSsccWithAWrongCheckDigitIsRefusedByItsField() {
        ApiClient.Reply refused = acme.post(shipments, """
                {"reference": "S-9", "shippedAt": "2026-03-02T10:00:00Z", "packages": [
                 {"carrier": "ups", "trackingNumber": "%s", "weightGrams": null, "sscc": "106141412345678907",
                  "lines": [{"line": 1, "quantity": 1}]}]}""".formatted(SECOND));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/field")).isEqualTo("packages[0].sscc");
    }

    @Test
    void theSupplierCorrectsItsOwnByItsReference() {
        String body = "{\"carrier\": \"UPS\", \"trackingNumber\": \"" + SECOND + "\"}";

        ApiClient.Reply first = acme.put(shipments + "/S-1/packages/1/number", body);
        ApiClient.Reply again = acme.put(shipments + "/S-1/packages/1/number", body);
        ApiClient.Reply none = acme.put(shipments + "/S-1/packages/2/number", body);

        assertThat(first.at("/corrected")).as(first.text()).isEqualTo("true");
        assertThat(again.at("/corrected")).isEqualTo("false");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.at("/detail")).contains("no package 2", "S-1");
        assertThat(admin.get(parcel).at("/trackingNumber")).isEqualTo(SECOND);
    }

    @Test
    void whatIsNoNumberNamesItsField() {
        ApiClient.Reply empty = admin.put(parcel + "/number", "{\"trackingNumber\": \" \"}");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.at("/field")).isEqualTo("trackingNumber");
        assertThat(admin.put("/api/v1/parcels/nothing/number", "{\"trackingNumber\": \"1\"}")
                        .at("/field"))
                .isEqualTo("id");
        assertThat(acme.put(parcel + "/number", "{\"trackingNumber\": \"1\"}").status())
                .as("a supplier's key is no merchant's")
                .isEqualTo(403);
    }
}
