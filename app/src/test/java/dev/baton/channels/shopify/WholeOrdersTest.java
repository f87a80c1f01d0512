package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.IntakeState;
import dev.baton.channels.IntakeView;
import dev.baton.channels.OrderSource;
import dev.baton.channels.Stores;
import dev.baton.channels.UnreadableDocument;
import dev.baton.channels.shopify.RealDocuments.Row;
import dev.baton.orders.OrderFilter;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.documents.DocumentId;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestClock;
import dev.baton.testing.TestShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every whole order of the real documents goes the whole road in, to a merchant who knows each of its SKUs. The table
 * says what becomes of it: accepted, which holds, or refused and why. An order the table does not know fails.
 */
class WholeOrdersTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OrderFilter EVERY = new OrderFilter(null, null, null, null, null);
    private static final Path SEEDS = Path.of("fivetran-seeds");

    /** File and the order's place in it | what becomes of it. */
    private static final String TABLE = """
            go-shopify/order.json 1                         | accepted: cancelled
            go-shopify/order_with_transaction.json 1        | accepted: cancelled
            go-shopify/orders.json 1                        | accepted: cancelled
            python-api/order.json 1                         | accepted: allocated
            python-api/orders.json 1                        | refused: the document is no whole order: it has no line_items
            fivetran-seeds/shopify_order_data.csv 1         | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_data.csv 2         | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_data.csv 3         | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_data.csv 4         | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_data.csv 5         | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_data.csv 6         | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_data.csv 7         | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_data.csv 8         | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_bq_json_data.csv 1 | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_bq_json_data.csv 2 | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_bq_json_data.csv 3 | held: BAD_ADDRESS
            fivetran-seeds/shopify_order_bq_json_data.csv 4 | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_bq_json_data.csv 5 | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_bq_json_data.csv 6 | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_bq_json_data.csv 7 | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_order_bq_json_data.csv 8 | refused: line_items is empty: an order without lines cannot be shipped
            fivetran-seeds/shopify_gql_order_data.csv 1     | held: BAD_ADDRESS
            fivetran-seeds/shopify_gql_order_data.csv 2     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 3     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 4     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 5     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 6     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 7     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 8     | accepted: cancelled
            fivetran-seeds/shopify_gql_order_data.csv 9     | accepted: cancelled
            """;

    @Test
    void theTableSaysWhatBecomesOfEveryWholeOrder() throws IOException {
        Path folder = RealDocuments.store().resolve("shopify");
        Map<String, String> became = new LinkedHashMap<>();
        for (Map.Entry<String, String> order : wholeOrders(folder).entrySet()) {
            became.put(order.getKey(), onTheRoad(order.getValue()));
        }
        for (Map.Entry<String, String> order : graphOrders(folder).entrySet()) {
            became.put(order.getKey(), byPoll(order.getValue()));
        }

        assertThat(table(became)).isEqualTo(TABLE.strip());
    }

    private static String table(Map<String, String> became) {
        int widest = became.keySet().stream().mapToInt(String::length).max().orElse(1);
        return became.entrySet().stream()
                .map(row -> ("%-" + widest + "s | %s").formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** By file and place: whatever has a financial status and a total is an order, wherever it stands. */
    private static Map<String, String> wholeOrders(Path folder) throws IOException {
        Map<String, String> orders = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                int place = 0;
                for (JsonNode order : ordersIn(RealDocuments.bytes(file))) {
                    orders.put(folder.relativize(file) + " " + ++place, order.toString());
                }
            }
        }
        List<Row> lines = RealDocuments.csv(folder.resolve(SEEDS).resolve("shopify_order_line_data.csv"));
        for (String name : List.of("shopify_order_data.csv", "shopify_order_bq_json_data.csv")) {
            int place = 0;
            for (Row row : RealDocuments.csv(folder.resolve(SEEDS).resolve(name))) {
                orders.put(SEEDS.resolve(name) + " " + ++place, ExtractRow.order(row, lines));
            }
        }
        return orders;
    }

    private static Map<String, String> graphOrders(Path folder) {
        Map<String, String> orders = new LinkedHashMap<>();
        List<Row> lines = RealDocuments.csv(folder.resolve(SEEDS).resolve("shopify_gql_order_line_data.csv"));
        String name = "shopify_gql_order_data.csv";
        int place = 0;
        for (Row row : RealDocuments.csv(folder.resolve(SEEDS).resolve(name))) {
            orders.put(SEEDS.resolve(name) + " " + ++place, ExtractRow.graphOrder(row, lines));
        }
        return orders;
    }

    private static List<JsonNode> ordersIn(byte[] json) {
        List<JsonNode> found = new ArrayList<>();
        try {
            collect(JSON.readTree(json), found);
        } catch (JacksonException broken) {
            // told by StoreDocumentsTest
        }
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        if (node.has("financial_status") && node.has("total_price")) {
            found.add(node);
        } else {
            node.forEach(inside -> collect(inside, found));
        }
    }

    private static String onTheRoad(String order) {
        TestBaton baton = TestBaton.shared();
        TestShop shop = new TestShop(baton);
        Road road = new Road(shop.merchant, Stores.shopify(baton, shop.merchant, null));
        SupplierId supplier = shop.supplier("acme", Netting.GROSS, 490);
        skus(order).forEach(sku -> {
            shop.sku(sku);
            shop.offer(sku, supplier, "A-" + sku, "1.00", 1_000);
        });
        UUID kept = road.keep("orders/create", order, "2026-03-01T10:00:00Z");
        baton.runDue();
        IntakeView intake = road.intake(kept);
        if (intake.state() != IntakeState.APPLIED) {
            return intake.state().name().toLowerCase(java.util.Locale.ROOT) + ": " + intake.reason();
        }
        return outcome(shop);
    }

    private static String outcome(TestShop shop) {
        TestBaton baton = shop.baton;
        List<String> holds = baton.in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("select distinct kind from hold where merchant_id = :merchant order by kind")
                        .param("merchant", shop.merchant.value())
                        .query(String.class)
                        .list());
        String status = baton.in(
                shop.merchant,
                () -> baton.bean(OrderLookup.class)
                        .list(shop.merchant, EVERY, 1)
                        .getFirst()
                        .status());
        return holds.isEmpty() ? "accepted: " + status : "held: " + String.join(", ", holds);
    }

    private static Set<String> skus(String order) {
        Set<String> skus = new TreeSet<>();
        JSON.readTree(order)
                .path("line_items")
                .forEach(line -> skus.add(line.path("sku").asString("").strip()));
        skus.remove("");
        return skus;
    }

    /** As the poll does with an answer: read, then place. */
    private static String byPoll(String order) {
        TestBaton baton = TestBaton.shared();
        TestShop shop = new TestShop(baton);
        SupplierId supplier = shop.supplier("acme", Netting.GROSS, 490);
        JSON.readTree(order).path("lineItems").path("nodes").forEach(line -> {
            String sku = line.path("sku").asString("").strip();
            if (!sku.isEmpty()) {
                shop.sku(sku);
                shop.offer(sku, supplier, "A-" + sku, "1.00", 1_000);
            }
        });
        OrderSource source = new OrderSource(shop.store, new DocumentId(new UUID(2, 2)), TestClock.START);
        byte[] answer = ("{\"data\": {\"order\": " + order + "}}").getBytes(StandardCharsets.UTF_8);
        try {
            StoreOrder read = GraphOrder.read(answer, source).order();
            baton.bean(PlaceOrders.class).place(shop.merchant, List.of(read));
        } catch (UnreadableDocument refusal) {
            return "refused: " + refusal.reason();
        }
        return outcome(shop);
    }
}
