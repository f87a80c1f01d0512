package dev.baton.world.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Json;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a shop tells when its merchant edits an order or pays a part of it back. */
class ShopEditTest {

    private static final long ORDER = 5001;
    private static final long MUG = 11;

    private final List<ShopEvent> told = new ArrayList<>();
    private final Shop shop = new Shop(
            new ShopProfile(
                    "main",
                    "Shop",
                    "shop.myshopify.com",
                    "USD",
                    "client",
                    "secret",
                    null,
                    ShopProfile.ALL_SCOPES,
                    true,
                    "hook-secret",
                    7),
            Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC),
            told::add);

    @BeforeEach
    void place() {
        Address home = new Address(
                "Ada",
                "Example",
                null,
                "1 Test St",
                null,
                "New York",
                "New York",
                "NY",
                "10001",
                "United States",
                "US",
                "+12125550100");
        shop.stock(71, "MUG", true, 9);
        shop.place(new NewShopOrder(
                ORDER,
                1001,
                new Buyer(1, "Ada", "Example", "ada@example.org", "+12125550100", "en-US"),
                home,
                List.of(new NewShopOrder.Line(MUG, "MUG", "Mug", 3, 10_00, 0, 0, 400)),
                "USD",
                "standard",
                5_90,
                null,
                null,
                true));
        told.clear();
    }

    private JsonNode order() {
        return Json.read(shop.snapshot(ORDER).bytes());
    }

    private List<String> topics() {
        return told.stream().map(ShopEvent::topic).toList();
    }

    @Test
    void putsUnitsOnALine() {
        shop.addUnits(ORDER, MUG, 2);

        JsonNode line = order().at("/line_items/0");
        assertThat(line.path("quantity").intValue()).isEqualTo(5);
        assertThat(line.path("current_quantity").intValue()).isEqualTo(5);
        assertThat(line.path("fulfillable_quantity").intValue()).isEqualTo(5);
        assertThat(order().path("total_price").asString()).isEqualTo("55.90");
        assertThat(shop.available("MUG")).isEqualTo(4);
        assertThat(topics()).containsExactly("orders/edited", "orders/updated");
        JsonNode items = Json.read(told.getFirst().body().bytes()).at("/order_edit/line_items");
        assertThat(items.at("/additions/0/id").longValue()).isEqualTo(MUG);
        assertThat(items.at("/additions/0/delta").intValue()).isEqualTo(2);
        assertThat(items.path("removals")).isEmpty();
    }

    @Test
    void addsALine() {
        shop.addLine(ORDER, new NewShopOrder.Line(12, "JAR", "Jar", 2, 4_00, 0, 0, 100));

        assertThat(order().path("line_items")).hasSize(2);
        assertThat(order().at("/line_items/1/sku").asString()).isEqualTo("JAR");
        assertThat(order().path("total_price").asString()).isEqualTo("43.90");
        assertThat(topics()).containsExactly("orders/edited", "orders/updated");
    }

    @Test
    void writesANote() {
        shop.note(ORDER, "Call first");

        assertThat(order().path("note").asString()).isEqualTo("Call first");
        assertThat(topics()).containsExactly("orders/updated");
    }

    @ParameterizedTest
    @CsvSource({"cancel, 2", "no_restock, 3", "return, 3"})
    void takesUnitsOffOnlyWhereTheRefundCancelsThem(String restock, int left) {
        switch (restock) {
            case "cancel" -> shop.refundUnits(ORDER, Map.of(MUG, 1), 10_00);
            case "return" -> shop.refundReturned(ORDER, Map.of(MUG, 1), 10_00);
            default -> shop.refundKept(ORDER, Map.of(MUG, 1), 10_00);
        }

        assertThat(order().at("/refunds/0/refund_line_items/0/restock_type").asString())
                .isEqualTo(restock);
        assertThat(order().at("/line_items/0/current_quantity").intValue()).isEqualTo(left);
        assertThat(topics()).containsExactly("refunds/create", "orders/updated");
    }
}
