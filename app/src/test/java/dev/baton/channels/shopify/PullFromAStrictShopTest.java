package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.CataloguePull.State;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.ProductReads;
import dev.baton.channels.PullCatalogue;
import dev.baton.channels.Stores;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import dev.baton.world.http.MiniServer;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.AdminApi;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProduct;
import dev.baton.world.shopify.ShopProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Products of the world's shop, which refuses every field and argument that its schema does not know. */
class PullFromAStrictShopTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final Shop shop = new Shop(
            new ShopProfile(
                    "main",
                    "Main",
                    Stores.DOMAIN,
                    "EUR",
                    "client",
                    "secret",
                    "shpat_test",
                    ShopProfile.ALL_SCOPES,
                    true,
                    "hook-secret",
                    7),
            baton.clock(),
            event -> {});
    private final MiniServer server =
            MiniServer.start(0, new AdminApi(shop, new Ledger(baton.clock()), baton.clock(), ShopMood.calm())::handle);
    private final Road road =
            new Road(merchant, Stores.shopify(baton, merchant, server.url().toString()));
    private final Store store = baton.in(
            merchant,
            () -> baton.bean(MerchantLookup.class).store(merchant, road.store).orElseThrow());

    @AfterEach
    void close() {
        server.close();
    }

    private void lists(long id, int variants) {
        shop.list(new ShopProduct(
                id,
                "Cup " + id,
                "ACTIVE",
                Instant.parse("2026-03-01T10:00:00Z"),
                IntStream.rangeClosed(1, variants)
                        .mapToObj(v -> new ShopProduct.Variant(
                                id * 1_000 + v, "Size " + v, "CUP-" + id + "-" + v, null, "9.95", 250))
                        .toList()));
    }

    private void pull() {
        baton.bean(PullCatalogue.class).begin(merchant, store);
        for (int i = 0; i < 10; i++) {
            baton.runDue();
            baton.clock().advance(Duration.ofSeconds(61));
        }
        assertThat(baton.in(merchant, () -> baton.bean(CataloguePulls.class).latest(merchant, store.id())))
                .hasValueSatisfying(
                        pull -> assertThat(pull.state()).as(pull.reason()).isEqualTo(State.DONE));
    }

    private List<String> listed() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                select sku, weight_grams, price_minor from listing where removed_at is null order by variant_id
                """)
                        .query((row, number) -> row.getString("sku") + " " + row.getInt("weight_grams") + " "
                                + row.getLong("price_minor"))
                        .list());
    }

    @Test
    void readsWhatAStrictShopSellsAndFollowsIt() {
        lists(1, 2);
        lists(2, 1);
        pull();
        assertThat(listed()).containsExactly("CUP-1-1 250 995", "CUP-1-2 250 995", "CUP-2-1 250 995");

        shop.delist(2);
        lists(3, 1);
        pull();
        assertThat(listed()).containsExactly("CUP-1-1 250 995", "CUP-1-2 250 995", "CUP-3-1 250 995");
    }

    @Test
    void readsOneProductOfManyVariantsPageByPage() {
        lists(1, 230);

        ProductReads.Answer answer = baton.bean(ProductReads.class).read(merchant, store.id(), "1");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProductReads.Answer.Found.class,
                        found -> assertThat(found.product().variants()).hasSize(230));
        assertThat(baton.bean(ProductReads.class).read(merchant, store.id(), "9"))
                .isInstanceOf(ProductReads.Answer.Gone.class);
    }
}
