package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.channels.UnreadableDocument;
import dev.baton.channels.shopify.RealDocuments.Row;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.address.PostalAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Real documents of Shopify's clients and extracts: each is read, or refused in words; nothing else happens. */
class StoreDocumentsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "python-api/order.json,                 450789469, #1001, AUTHORIZED,         3, 40994, US",
        "python-api/orders.json,                450789469, #1001, PARTIALLY_REFUNDED, 0, 59894, US",
        "go-shopify/order.json,                 123456,    #9999, VOIDED,             2, 1000,  US",
        "go-shopify/order_with_transaction.json, 123456,   #9999, VOIDED,             2, 1000,  US",
        "go-shopify/orders.json,                123456,    #9999, VOIDED,             2, 1000,  US",
    })
    void everyWholeOrderIsRead(
            String file, String id, String name, String payment, int lines, long totalMinor, String country)
            throws IOException {
        JsonNode root = JSON.readTree(RealDocuments.bytes(RealDocuments.store().resolve("shopify/" + file)));
        JsonNode order =
                root.has("order") ? root.get("order") : root.get("orders").get(0);
        if (lines == 0) {
            assertThatExceptionOfType(UnreadableDocument.class)
                    .isThrownBy(() -> Orders.hook(order.toString()))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("line_items"));
            return;
        }

        StoreOrder read = Orders.hook(order.toString()).order();

        assertThat(read.storeOrderId()).isEqualTo(id);
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.payment().name()).isEqualTo(payment);
        assertThat(read.lines()).hasSize(lines);
        assertThat(read.money().totalMinor()).isEqualTo(totalMinor);
        assertThat(read.shipTo()).extracting(PostalAddress::countryCode).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python-api", "go-shopify", "../woocommerce", "../amazon-sp-api"})
    void whatIsNoOrderIsRefusedInWordsAndNothingThrows(String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found =
                Files.list(RealDocuments.store().resolve("shopify").resolve(folder))) {
            files = found.filter(file -> file.toString().endsWith(".json")).toList();
        }

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = RealDocuments.bytes(file);
            assertThatCode(() -> readOrRefuse(bytes)).as(file.toString()).doesNotThrowAnyException();
            inside(bytes)
                    .forEach(part -> assertThatCode(() -> readOrRefuse(part))
                            .as("inside " + file)
                            .doesNotThrowAnyException());
        }
    }

    private static void readOrRefuse(byte[] json) {
        try {
            HookOrder.read(json, Orders.SOURCE);
        } catch (UnreadableDocument refusal) {
            assertThat(refusal.reason()).isNotBlank();
        }
    }

    /** What a webhook would carry: the wrapped thing by itself. */
    private static List<byte[]> inside(byte[] json) {
        try {
            return JSON.readTree(json)
                    .valueStream()
                    .filter(JsonNode::isObject)
                    .map(node -> node.toString().getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (tools.jackson.core.JacksonException invalid) {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "properties_empty_object.json, 0, ''",
        "properties_ommited.json,      0, ''",
        "properties_object.json,       1, ''",
        "valid.json,                   2, ''",
        "properties_invalid1.json,     0, line_items[0].properties.name",
        "properties_invalid2.json,     0, line_items[0].properties[0].name",
    })
    void propertiesOfALineAreReadInEveryForm(String file, int properties, String refusedField) {
        Path path = RealDocuments.store().resolve("shopify/go-shopify").resolve(file);
        ObjectNode order = (ObjectNode) JSON.readTree(Orders.PAID);
        ObjectNode line = (ObjectNode) order.get("line_items").get(0);
        JsonNode given = JSON.readTree(RealDocuments.bytes(path)).get("properties");
        line.remove("properties");
        if (given != null) {
            line.set("properties", given);
        }

        if (refusedField.isEmpty()) {
            StoreLine read = Orders.hook(order.toString()).order().lines().getFirst();
            assertThat(read.properties()).hasSize(properties);
        } else {
            assertThatExceptionOfType(UnreadableDocument.class)
                    .isThrownBy(() -> Orders.hook(order.toString()))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(refusedField));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid__fixtures_shippinglines.json",
                "requested_fulfillment_service_id_null.json",
                "requested_fulfillment_service_id_number.json",
            })
    void aShippingLineGivesTheMethodByItsCode(String file) {
        Path path = RealDocuments.store().resolve("shopify/go-shopify").resolve(file);
        ObjectNode order = (ObjectNode) JSON.readTree(Orders.PAID);
        order.putArray("shipping_lines").add(JSON.readTree(RealDocuments.bytes(path)));

        assertThat(Orders.hook(order.toString()).order().shipMethod()).isEqualTo("INT.TP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties_invalid0.json", "requested_fulfillment_service_id_invalid.json"})
    void brokenJsonIsRefusedWithThePlace(String file) {
        byte[] bytes = RealDocuments.bytes(
                RealDocuments.store().resolve("shopify/go-shopify").resolve(file));

        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> HookOrder.read(bytes, Orders.SOURCE))
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("the document is not JSON near line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify_order_data.csv", "shopify_order_bq_json_data.csv"})
    void everyOrderOfAnExtractIsReadOnceItsLinesAreJoined(String file) {
        Path folder = RealDocuments.store().resolve("shopify/fivetran-seeds");
        List<Row> lines = RealDocuments.csv(folder.resolve("shopify_order_line_data.csv"));
        int read = 0;
        for (Row row : RealDocuments.csv(folder.resolve(file))) {
            String json = ExtractRow.order(row, lines);
            if (lines.stream().anyMatch(line -> line.get("order_id").equals(row.get("id")))) {
                StoreOrder order = Orders.hook(json).order();
                assertThat(order.storeOrderId()).isEqualTo(row.get("id"));
                assertThat(order.lines()).isNotEmpty();
                read++;
            } else {
                assertThatExceptionOfType(UnreadableDocument.class)
                        .isThrownBy(() -> Orders.hook(json))
                        .satisfies(refusal -> assertThat(refusal.reason()).startsWith("line_items is empty"));
            }
        }
        assertThat(read).isEqualTo(3);
    }

    @Test
    void anExtractOfTheOtherApiReadsLikeAnAnswerOfIt() {
        Path folder = RealDocuments.store().resolve("shopify/fivetran-seeds");
        List<Row> lines = RealDocuments.csv(folder.resolve("shopify_gql_order_line_data.csv"));

        for (Row row : RealDocuments.csv(folder.resolve("shopify_gql_order_data.csv"))) {
            String answer = ExtractRow.graphOrder(row, lines);
            assertThatCode(() -> readOrRefuseGraph(answer)).as(row.get("id")).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuseGraph(String order) {
        try {
            Orders.graph(order);
        } catch (UnreadableDocument refusal) {
            assertThat(refusal.reason()).isNotBlank();
        }
    }
}
