package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.ListingStatus;
import dev.baton.catalog.RecordStoreProducts;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.StoreProduct;
import dev.baton.channels.Stores;
import dev.baton.channels.SwitchAvailability;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.world.http.Body;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.shopify.AdminApi;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores that refuse whatever Shopify's schema does not have sell the same goods, alone and in a bundle. */
class TwoStrictStoresTest {

    private static final Address BERLIN = new Address(
            "Ada", "Beispiel", null, "Musterweg 1", null, "Berlin", null, null, "10115", "Germany", "DE", "+4930123");

    private final TestBaton baton = TestBaton.shared();
    private final TestShop merchant = new TestShop(baton);
    private final Ledger ledger = new Ledger(baton.clock());
    private SupplierId supplier = new SupplierId(new java.util.UUID(0, 0));
    private StrictStore first = new StrictStore("first", 6_000);
    private StrictStore second = new StrictStore("second", 7_000);

    @BeforeEach
    void goods() {
        supplier = merchant.supplier("acme", Netting.GROSS, 500);
        merchant.sku("CUP");
        merchant.sku("TEE");
        merchant.offer("CUP", supplier, "A-CUP", "4.00", 10);
        merchant.offer("TEE", supplier, "A-TEE", "4.00", 4);
        merchant.bundle("SET", new SkuDefinition.Part("CUP", 2), new SkuDefinition.Part("TEE", 1));
        for (StrictStore store : List.of(first, second)) {
            store.lists(11, "CUP", 99);
            store.lists(12, "TEE", 0);
            store.lists(13, "SET", 1);
            store.on();
        }
    }

    @AfterEach
    void close() {
        first.server.close();
        second.server.close();
    }

    @Test
    void aBundleShowsTheLeastOfItsPartsInBoth() {
        assertThat(first.shown()).isEqualTo(Map.of("CUP", 10, "TEE", 4, "SET", 4));
        assertThat(second.shown()).isEqualTo(first.shown());

        merchant.stock(supplier, "A-CUP", 5);
        withinFiveSeconds(() -> second.shown("SET") == 2 && first.shown("SET") == 2);

        assertThat(first.shown()).isEqualTo(Map.of("CUP", 5, "TEE", 4, "SET", 2));
        assertThat(second.shown()).isEqualTo(first.shown());
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    @Test
    void aSaleInOneLowersTheOtherWithinFiveSecondsAndIsNotTakenOffTwice() {
        int told = ledger.facts(Fact.StockSet.class).size();

        first.sells("CUP", 4);
        withinFiveSeconds(() -> second.shown("CUP") == 6 && second.shown("SET") == 3 && first.shown("SET") == 3);

        assertThat(first.shown()).isEqualTo(Map.of("CUP", 6, "TEE", 4, "SET", 3));
        assertThat(second.shown()).isEqualTo(first.shown());
        assertThat(ledger.facts(Fact.StockSet.class).size()).isGreaterThan(told);
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    @Test
    void aBundleSoldInOneLowersItsPartsInBothWithinFiveSeconds() {
        second.sells("SET", 2);
        withinFiveSeconds(() -> first.shown("CUP") == 6
                && first.shown("TEE") == 2
                && second.shown("CUP") == 6
                && first.shown("SET") == 2);

        assertThat(first.shown()).isEqualTo(Map.of("CUP", 6, "TEE", 2, "SET", 2));
        assertThat(second.shown()).isEqualTo(first.shown());
        assertThat(ledger.facts(Fact.StoreCallRefused.class)).isEmpty();
    }

    /**
     * Does what is due, the clock going from one due time of the stores' work to the next, until it is so: Baton may wait
     * for nothing that is due later than five seconds, whatever the machine takes to do it.
     */
    private void withinFiveSeconds(BooleanSupplier shown) {
        assertThat(shown.getAsBoolean()).as("before anything was done").isFalse();
        Instant until = baton.clock().instant().plusSeconds(5);
        baton.runDue();
        while (!shown.getAsBoolean()) {
            Instant next = nextDue();
            assertThat(next)
                    .as("the stores show %s and %s, and wait", first.shown(), second.shown())
                    .isBefore(until);
            baton.clock().set(next);
            baton.runDue();
        }
    }

    /** When the next work of the stores is due; what they lack is lost when there is none. */
    private Instant nextDue() {
        return baton.in(
                merchant.merchant,
                () -> baton.jdbc()
                        .sql("""
                                select min(due_at) as due from work
                                where merchant_id = :merchant and due_at > :now
                                  and kind in ('channels.availability-plan', 'channels.availability-push')
                                """)
                        .param("merchant", merchant.merchant.value())
                        .param("now", SqlArrays.instant(baton.clock().instant()))
                        .query((row, number) -> row.getTimestamp("due"))
                        .optional()
                        .orElseThrow()
                        .toInstant());
    }

    /** A store of the world: its server, its own figures, its customers. */
    private final class StrictStore {

        final ScriptedShop server = new ScriptedShop();
        private final List<ShopEvent> events = new ArrayList<>();
        private final Shop shop;
        private final StoreId id;
        private long nextOrder;

        StrictStore(String code, long firstOrder) {
            shop = new Shop(
                    new ShopProfile(
                            code,
                            code,
                            Stores.DOMAIN,
                            "EUR",
                            "client",
                            "secret",
                            "shpat_test",
                            ShopProfile.ALL_SCOPES,
                            true,
                            Stores.SECRET,
                            77),
                    baton.clock(),
                    events::add);
            AdminApi api = new AdminApi(shop, ledger, baton.clock(), ShopMood.calm());
            server.answers(request -> {
                Reply.Answer answer = (Reply.Answer) api.handle(new Request(
                        "POST",
                        request.path(),
                        "",
                        Map.of("x-shopify-access-token", List.of(request.token())),
                        Body.of(request.body())));
                return new ScriptedShop.Reply(answer.status(), answer.body().text());
            });
            id = Stores.plain(baton, merchant.merchant, code, "shopify");
            Stores.connect(baton, merchant.merchant, id, server.url(), List.of(Stores.SECRET), 0);
            nextOrder = firstOrder;
        }

        void lists(long item, String sku, int shown) {
            shop.stock(item, sku, true, shown);
            String name = Long.toString(item);
            Instant at = baton.clock().instant();
            baton.bean(RecordStoreProducts.class)
                    .record(
                            merchant.merchant,
                            store(),
                            List.of(new StoreProduct(
                                    "9" + name,
                                    "Product " + name,
                                    ListingStatus.ACTIVE,
                                    null,
                                    at,
                                    at,
                                    List.of(new StoreProduct.Variant(
                                            name,
                                            null,
                                            null,
                                            sku,
                                            null,
                                            new BigDecimal("9.00"),
                                            name,
                                            true,
                                            false,
                                            true,
                                            100)))));
        }

        private Store store() {
            return baton.in(
                    merchant.merchant,
                    () -> baton.bean(MerchantLookup.class)
                            .store(merchant.merchant, id)
                            .orElseThrow());
        }

        void on() {
            baton.bean(SwitchAvailability.class).on(merchant.merchant, store(), "77");
            KeptStore.settle(baton);
        }

        /** A customer buys, and the store tells of it by webhook. */
        void sells(String sku, int units) {
            long order = nextOrder++;
            shop.place(new NewShopOrder(
                    order,
                    (int) order,
                    new Buyer(order, "Ada", "Beispiel", "ada" + order + "@example.org", "+4930123", "de"),
                    BERLIN,
                    List.of(new NewShopOrder.Line(order * 10, sku, sku, units, 1_000, 0, 0, 100)),
                    "EUR",
                    "standard",
                    0,
                    null,
                    null,
                    true));
            Road road = new Road(merchant.merchant, id);
            events.forEach(event -> road.keep(
                    event.topic(), event.body().text(), event.triggeredAt().toString()));
            events.clear();
        }

        int shown(String sku) {
            return Objects.requireNonNull(shop.available(sku));
        }

        Map<String, Integer> shown() {
            return Map.of("CUP", shown("CUP"), "TEE", shown("TEE"), "SET", shown("SET"));
        }
    }
}
