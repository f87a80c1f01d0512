package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.StoreProduct;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.channels.IntakeState;
import dev.baton.channels.Reading;
import dev.baton.channels.Stores;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Products as webhooks tell them. */
class ProductHooksTest {

    static final String CUP = """
            {"id": 632910392, "title": "Cup", "status": "active", "updated_at": "2026-03-01T11:00:00+01:00",
             "options": [{"name": "Size"}, {"name": "Colour"}],
             "image": {"src": "https://cdn.example/cup.png"},
             "variants": [
               {"id": 808950810, "title": "S / Red", "price": "12.50", "sku": "CUP-S", "barcode": "4006381333931",
                "inventory_policy": "continue", "inventory_management": "shopify", "inventory_item_id": 39072856,
                "grams": 250, "requires_shipping": true, "option1": "S", "option2": "Red", "option3": null},
               {"id": 49148385, "title": "M / Red", "price": "13.00", "sku": "", "barcode": null,
                "inventory_policy": "deny", "inventory_management": null, "inventory_item_id": 39072857,
                "weight": 0.3, "weight_unit": "kg", "requires_shipping": true, "option1": "M", "option2": "Red"}]}""";

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final ScriptedShop shop = new ScriptedShop();
    private final Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.url()));

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> listed() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                select l.variant_id, l.sku, l.price_minor, l.weight_grams, p.status
                from listing l join store_product p on p.merchant_id = l.merchant_id and p.store_id = l.store_id
                  and p.product_id = l.product_id
                where l.removed_at is null order by l.variant_id
                """)
                        .query((row, number) -> row.getString("variant_id") + " " + row.getString("sku") + " "
                                + row.getLong("price_minor") + " " + row.getInt("weight_grams") + " "
                                + row.getString("status"))
                        .list());
    }

    @Test
    void readsAProductWithItsVariants() {
        Reading reading = HookProduct.read(CUP.getBytes(StandardCharsets.UTF_8), null);

        assertThat(reading).isInstanceOfSatisfying(Reading.Product.class, read -> {
            StoreProduct product = read.product();
            assertThat(product.imageUrl()).isEqualTo("https://cdn.example/cup.png");
            assertThat(product.updatedAt()).isEqualTo("2026-03-01T10:00:00Z");
            assertThat(product.variants())
                    .containsExactly(
                            new Variant(
                                    "808950810",
                                    "S / Red",
                                    "Size: S, Colour: Red",
                                    "CUP-S",
                                    "4006381333931",
                                    new BigDecimal("12.50"),
                                    "39072856",
                                    true,
                                    true,
                                    true,
                                    250),
                            new Variant(
                                    "49148385",
                                    "M / Red",
                                    "Size: M, Colour: Red",
                                    null,
                                    null,
                                    new BigDecimal("13.00"),
                                    "39072857",
                                    false,
                                    false,
                                    true,
                                    300));
        });
    }

    @Test
    void keepsWhatWebhooksTell() {
        UUID created = road.keep("products/create", CUP, "2026-03-01T10:00:00.2Z");
        baton.runDue();
        assertThat(listed()).containsExactly("49148385 null 1300 300 ACTIVE", "808950810 CUP-S 1250 250 ACTIVE");

        road.keep(
                "products/update",
                CUP.replace("12.50", "14").replace("active", "draft").replace("11:00:00+01:00", "11:00:05+01:00"),
                "2026-03-01T10:00:05.2Z");
        // the first message once more, a day late
        road.keep("products/update", CUP, "2026-03-01T10:00:00.1Z");
        baton.runDue();

        assertThat(listed()).containsExactly("49148385 null 1300 300 DRAFT", "808950810 CUP-S 1400 250 DRAFT");
        assertThat(road.intake(created).state()).isEqualTo(IntakeState.NOTED);
        assertThat(road.count("sales_order")).isZero();
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void forgetsWhatTheStoreDeleted() {
        road.keep("products/create", CUP, "2026-03-01T10:00:00.2Z");
        road.keep("products/delete", "{\"id\": 632910392}", "2026-03-01T10:00:07Z");
        baton.runDue();

        assertThat(listed()).isEmpty();
    }

    @Test
    void looksAtAProductWhoseVariantsAreNotAllTold() {
        String many = CUP.replace(
                "\"variants\":",
                "\"variant_gids\": [{\"admin_graphql_api_id\": \"gid://shopify/ProductVariant/1\"}, {}, {}], \"variants\":");
        shop.answers(request -> {
            boolean second = request.body().contains("\"after\":\"c1\"");
            return Reply.data(
                    "{\"product\": {\"id\": \"gid://shopify/Product/632910392\", \"title\": \"Cup\", \"status\":"
                            + " \"ACTIVE\", \"updatedAt\": \"2026-03-01T10:00:00Z\", \"variants\": {\"pageInfo\": {\"hasNextPage\": "
                            + !second + ", \"endCursor\": \"c1\"}, \"nodes\": [{\"id\": \"gid://shopify/ProductVariant/"
                            + (second ? 2 : 1) + "\", \"title\": \"Default Title\", \"sku\": \"A" + (second ? 2 : 1)
                            + "\", \"price\": \"1.00\", \"inventoryPolicy\": \"DENY\"}]}}}");
        });
        road.keep("products/update", many, "2026-03-01T10:00:00.2Z");
        baton.runDue();

        assertThat(listed()).containsExactly("1 A1 100 0 ACTIVE", "2 A2 100 0 ACTIVE");
    }

    @Test
    void aProductTheStoreHasNoMoreIsGone() {
        road.keep("products/create", CUP, "2026-03-01T10:00:00.2Z");
        baton.runDue();
        shop.answers(request -> Reply.data("{\"product\": null}"));
        road.keep(
                "products/update",
                CUP.replaceFirst("(?s)\"variants\": \\[.*\\]", "\"variants\": []"),
                "2026-03-01T10:00:09Z");
        baton.runDue();

        assertThat(listed()).isEmpty();
    }

    @Test
    void asksAgainLaterWhenTheStoreIsBusyAndTellsAPersonWhenItRefuses() {
        String untold = CUP.replaceFirst("(?s)\"variants\": \\[.*\\]", "\"variants\": []");
        shop.answers(request -> new Reply(503, ""));
        UUID kept = road.keep("products/update", untold, "2026-03-01T10:00:09Z");
        baton.runDue();
        assertThat(road.intake(kept).state()).isEqualTo(IntakeState.RECEIVED);

        shop.answers(request -> new Reply(403, ""));
        baton.clock().advance(Duration.ofMinutes(1));
        baton.runDue();
        assertThat(road.tasks()).containsExactly("channels.store-access");

        shop.answers(request -> Reply.data("{\"product\": {\"id\": \"gid://shopify/Product/632910392\"}}"));
        baton.clock().advance(Duration.ofMinutes(5));
        baton.runDue();
        assertThat(road.intake(kept).state()).isEqualTo(IntakeState.REFUSED);
        assertThat(road.intake(kept).reason()).contains("title");
    }

    @Test
    void aProductNobodyCanReadIsATaskAndHoldsUpNoOther() {
        UUID bad = road.keep("products/update", CUP.replace("\"12.50\"", "\"cheap\""), "2026-03-01T10:00:00.2Z");
        road.keep(
                "products/update",
                CUP.replace("632910392", "7").replace("808950810", "8").replace("49148385", "9"),
                "2026-03-01T10:00:00.3Z");
        baton.runDue();

        assertThat(road.intake(bad).state()).isEqualTo(IntakeState.REFUSED);
        assertThat(road.intake(bad).reason()).contains("variants[0].price");
        assertThat(listed()).hasSize(2);
    }

    /** Documents of real libraries, as they stand in their tests. */
    @Test
    void readsRealProducts() throws IOException {
        Path folder = RealDocuments.store().resolve("shopify");
        int read = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().equals("product.json"))
                    .toList()) {
                Reading reading = HookProduct.read(RealDocuments.bytes(file), null);
                assertThat(reading).as(file.toString()).isInstanceOf(Reading.Product.class);
                read++;
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(2);
        for (JsonNode product :
                JsonMapper.shared().readTree(RealDocuments.bytes(folder.resolve("python-api/products.json")))) {
            assertThat(HookProduct.read(product.toString().getBytes(StandardCharsets.UTF_8), null))
                    .isInstanceOf(Reading.Product.class);
        }
    }
}
