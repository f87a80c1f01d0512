package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.PullCatalogue;
import dev.baton.channels.Stores;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.Netting;
import dev.baton.testing.OpenTransactions;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** While a store is spoken to, no transaction of Baton is open. */
@DisplayName("Outside I/O in a state-machine callback inside a transaction: a store")
class StoreCallTransactionsTest {

    private static final String AT = "2026-03-01T10:00:00.5Z";

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();

    /** How many were open, at each call. */
    private final List<Integer> open = new CopyOnWriteArrayList<>();

    @Test
    void aStoreIsPolledOutsideOfEveryTransaction() {
        try (ScriptedShop shop = new ScriptedShop()) {
            shop.meanwhile(this::look);
            shop.answers(request -> request.asks("OrdersUpdated")
                    ? Reply.data("{\"orders\": {\"pageInfo\": {\"hasNextPage\": false}, \"nodes\": ["
                            + "{\"id\": \"gid://shopify/Order/5001\", \"updatedAt\": \"2026-03-01T10:00:00Z\"}]}}")
                    : Reply.data("{\"order\": " + GraphOrderTest.PAID + "}"));
            Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.url()));
            Stores.connect(baton, merchant, road.store, shop.url(), List.of(Stores.SECRET), 60);
            baton.runDue();
            assertThat(road.count("sales_order")).isOne();
            int polled = open.size();
            Stores.connect(baton, merchant, road.store, shop.url(), List.of(Stores.SECRET), 0);

            // an edit does not say everything: the order is read from the store
            road.keep("orders/edited", "{\"order_edit\": {\"id\": 7, \"order_id\": 5001, \"line_items\": {}}}", AT);
            baton.runDue();

            assertThat(polled).as("the list and the order").isGreaterThanOrEqualTo(2);
            assertThat(open).hasSizeGreaterThan(polled).containsOnly(0);
        }
    }

    @Test
    void aStoreIsToldOfShipmentsOutsideOfEveryTransaction() {
        FulfilmentShop shop = new FulfilmentShop(Map.of("11", 3, "12", 2));
        try (ScriptedShop server = shop.server) {
            server.meanwhile(this::look);
            Road road = new Road(merchant, Stores.shopify(baton, merchant, server.url()));
            road.keep("orders/create", Orders.PAID, AT);
            baton.runDue();
            UUID shipment = UUID.randomUUID();
            Map<LineView, Integer> units = new LinkedHashMap<>();
            road.order("5001").lines().forEach(line -> units.put(line, 1));
            shop.repliesToLose = 1;
            road.ship(shipment, "1Z999AA10123456784", units);
            baton.runDue();
            baton.clock().advance(Duration.ofMinutes(5));
            baton.runDue();
            int told = open.size();
            road.correct(shipment, "00340434161094042557");
            baton.runDue();

            assertThat(shop.made).hasSize(1);
            assertThat(shop.renumbered).hasSize(1);
            assertThat(told).as("asked, told without an answer, asked again").isGreaterThanOrEqualTo(3);
            assertThat(open).hasSizeGreaterThan(told).containsOnly(0);
        }
    }

    @Test
    void aStoreIsToldWhatMayBeSoldOutsideOfEveryTransaction() {
        TestShop goods = new TestShop(baton);
        try (KeptStore kept = new KeptStore(goods, "kept", 6_000)) {
            goods.sku("CUP");
            goods.offer("CUP", goods.supplier("acme", Netting.GROSS, 500), "A-CUP", "4.00", 10);
            kept.lists("11", "CUP", 3);
            kept.shop.server.meanwhile(this::look);

            kept.on();

            assertThat(kept.shop.of("11")).isEqualTo(10);
            assertThat(open).isNotEmpty().containsOnly(0);
        }
    }

    @Test
    void theProductsOfAStoreArePulledOutsideOfEveryTransaction() {
        try (BulkShop shop = new BulkShop()) {
            shop.meanwhile = this::look;
            shop.file = BulkShop.products(1, 3, 2);
            Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.url()));
            Daytime.of(baton)
                    .bean(PullCatalogue.class)
                    .begin(
                            merchant,
                            baton.in(
                                    merchant,
                                    () -> baton.bean(MerchantLookup.class)
                                            .store(merchant, road.store)
                                            .orElseThrow()));
            for (int i = 0; i < 10; i++) {
                baton.runDue();
                baton.clock().advance(Duration.ofSeconds(61));
            }

            assertThat(road.count("listing")).isEqualTo(6);
            assertThat(open)
                    .as("begun, asked for, read")
                    .hasSizeGreaterThanOrEqualTo(3)
                    .containsOnly(0);
        }
    }

    private void look() {
        open.add(OpenTransactions.of(baton));
    }
}
