package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.SkuDefinition;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.Stores;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the store knows as one thing leaves in parts. */
class BundleFulfilmentTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final FulfilmentShop shop = new FulfilmentShop(Map.of("11", 3, "12", 2));
    private final Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.server.url()));

    @AfterEach
    void close() {
        shop.server.close();
    }

    @Test
    void aPartThatLeftIsShownWhenTheRestOfItsBundleIsCancelledAfterwards() {
        Map<String, LineView> parts = placedCupsWithSaucers();
        road.ship(UUID.randomUUID(), "CUPS", Map.of(parts.get("CUP"), 3));
        baton.runDue();
        assertThat(road.fulfilments("5001").getFirst().state()).isEqualTo(State.WAITS_FOR_BUNDLE);

        LineView saucers = Objects.requireNonNull(parts.get("SAUCER"));
        baton.bean(CancelOrders.class)
                .cancel(
                        merchant,
                        road.order("5001").id(),
                        new CancelRequest("broken at the supplier's", Map.of(saucers.id(), saucers.quantity())));
        baton.runDue();

        assertThat(road.fulfilments("5001")).allMatch(row -> row.state() == State.PUSHED);
        assertThat(shop.inputs)
                .singleElement()
                .satisfies(input -> assertThat(
                                input.path("trackingInfo").path("number").toString())
                        .isEqualTo("\"CUPS\""));
    }

    private Map<String, LineView> placedCupsWithSaucers() {
        baton.bean(DefineSkus.class)
                .define(
                        merchant,
                        List.of(
                                new SkuDefinition("CUP", "Cup", 100, true, List.of()),
                                new SkuDefinition("SAUCER", "Saucer", 100, true, List.of()),
                                new SkuDefinition(
                                        "MUG-RED",
                                        "Cup with two saucers",
                                        300,
                                        true,
                                        List.of(
                                                new SkuDefinition.Part("CUP", 1),
                                                new SkuDefinition.Part("SAUCER", 2)))));
        road.keep("orders/create", Orders.PAID, "2026-03-01T10:00:00.5Z");
        baton.runDue();
        Map<String, LineView> parts = new LinkedHashMap<>();
        road.order("5001").lines().stream()
                .filter(line -> line.storeLineId().equals("11"))
                .forEach(line -> parts.put(String.valueOf(line.sku()), line));
        assertThat(parts).containsOnlyKeys("CUP", "SAUCER");
        return parts;
    }

    @Test
    void aBundleIsShownWhenItsLastPartHasLeftWithAllNumbers() {
        Map<String, LineView> parts = placedCupsWithSaucers();

        road.ship(UUID.randomUUID(), "CUPS", Map.of(parts.get("CUP"), 3));
        baton.runDue();
        assertThat(road.fulfilments("5001").getFirst().state()).isEqualTo(State.WAITS_FOR_BUNDLE);
        assertThat(shop.made).isEmpty();
        road.ship(UUID.randomUUID(), "SAUCERS", Map.of(parts.get("SAUCER"), 5));
        baton.runDue();

        assertThat(shop.inputs)
                .singleElement()
                .satisfies(input -> assertThat(
                                input.path("trackingInfo").path("numbers").toString())
                        .isEqualTo("[\"SAUCERS\",\"CUPS\"]"));
        assertThat(shop.remaining).containsEntry("11", 1);
        assertThat(road.fulfilments("5001")).allMatch(row -> row.state() == State.PUSHED);
    }
}
