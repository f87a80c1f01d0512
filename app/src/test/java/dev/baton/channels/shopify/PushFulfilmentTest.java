package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.Stores;
import dev.baton.merchants.ChooseSenders;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telling a store of shipments, against a shop that keeps count. */
class PushFulfilmentTest {

    private static final String AT = "2026-03-01T10:00:00.5Z";

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final FulfilmentShop shop = new FulfilmentShop(Map.of("11", 3, "12", 2));
    private final Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.server.url()));

    @AfterEach
    void close() {
        shop.server.close();
    }

    @Test
    void tellsTheStoreOfUnitsNumberAndCompany() {
        placed();

        ship(UUID.randomUUID(), "1Z999AA10123456784", Map.of("11", 2));
        baton.runDue();

        assertThat(shop.inputs).singleElement().satisfies(input -> {
            assertThat(input.path("notifyCustomer").asBoolean()).isTrue();
            assertThat(input.path("trackingInfo").path("company").asString()).isEqualTo("UPS");
            assertThat(input.path("trackingInfo").path("number").asString()).isEqualTo("1Z999AA10123456784");
        });
        assertThat(shop.remaining).containsEntry("11", 1).containsEntry("12", 2);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.PUSHED);
            assertThat(row.pushed().getFirst().fulfilmentId()).isEqualTo("900");
        });
        assertThat(openWork()).isZero();
    }

    /** An order that changes while its shipment waits to be told asks for it a second time. */
    @Test
    void whatIsAskedForTwiceIsToldOnceAndLeavesNoWork() {
        placed();
        ship(UUID.randomUUID(), "T1", Map.of("11", 2));
        StoreFulfilment planned = rows().getFirst();
        NewWork again = new NewWork(
                "store:" + planned.store().value(),
                StoreFulfilments.WORK,
                planned.id(),
                baton.clock().instant(),
                false);
        baton.bean(Tenancy.class).run(merchant, () -> baton.bean(Work.class).add(merchant, List.of(again)));

        baton.runDue();

        assertThat(shop.made).hasSize(1);
        assertThat(openWork()).isZero();
    }

    /** I13: a shipment reaches the store once, also when the store's answer is lost. */
    @Test
    void anAnswerThatWasLostMakesNoSecondFulfilment() {
        placed();
        shop.repliesToLose = 1;

        ship(UUID.randomUUID(), "T1", Map.of("11", 2));
        baton.runDue();
        assertThat(rows().getFirst().state()).isEqualTo(State.ASKED);
        later(Duration.ofMinutes(5));

        assertThat(shop.made).hasSize(1);
        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
        assertThat(rows().getFirst().pushed().getFirst().fulfilmentId()).isEqualTo("900");
    }

    @Test
    void anAnswerThatWasLostIsFoundWithoutATrackingNumberToo() {
        placed();
        shop.repliesToLose = 1;

        ship(UUID.randomUUID(), "", Map.of("12", 2));
        baton.runDue();
        later(Duration.ofMinutes(5));

        assertThat(shop.made).hasSize(1);
        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
    }

    /** Two tellers of the same news: supplier's answer replayed, listener run twice. */
    @Test
    void theSameShipmentToldTwiceIsOneRowAndOneFulfilment() {
        placed();
        UUID shipment = UUID.randomUUID();

        ship(shipment, "T1", Map.of("11", 1));
        ship(shipment, "T1", Map.of("11", 1));
        baton.runDue();

        assertThat(rows()).hasSize(1);
        assertThat(shop.made).hasSize(1);
    }

    /** One order, many parcels, many numbers (odoo #80636). */
    @Test
    void partShipmentsAreToldEachWithItsOwnUnits() {
        placed();

        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        ship(UUID.randomUUID(), "T2", Map.of("11", 2, "12", 1));
        ship(UUID.randomUUID(), "T3", Map.of("12", 1));
        baton.runDue();

        assertThat(shop.made).hasSize(3);
        assertThat(shop.remaining).containsEntry("11", 0).containsEntry("12", 0);
        assertThat(rows()).allMatch(row -> row.state() == State.PUSHED);
    }

    @Test
    void waitsAsLongAsTheStoreNeedsWhenItIsThrottled() {
        placed();
        shop.throttles = 1;

        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();
        assertThat(shop.made).isEmpty();
        later(Duration.ofSeconds(2));
        assertThat(shop.made).isEmpty();
        later(Duration.ofSeconds(2));

        assertThat(shop.made).hasSize(1);
    }

    /** Waits and refusals are counted apart: an order that was moved between asking and telling is asked for again. */
    @Test
    void aFirstRefusalAfterManyWaitsIsTriedAgain() {
        placed();
        shop.throttles = 4;
        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();
        for (int wait = 0; wait < 4; wait++) {
            shop.refusal = "The fulfillment order is closed.";
            later(Duration.ofSeconds(4));
        }

        assertThat(shop.throttles).isZero();
        assertThat(rows().getFirst().state()).isEqualTo(State.ASKED);
        shop.refusal = "";
        later(Duration.ofSeconds(4));

        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
        assertThat(road.tasks()).doesNotContain("channels.fulfilment");
    }

    /** What is begun must end before the lease does, for after it another node may begin the same. */
    @Test
    void tellsTheStoreNothingWhenTooLittleTimeIsLeft() {
        placed();
        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        UUID row = rows().getFirst().id();
        LeasedWork nearlyOver = baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select id, queue, kind, fence from work where merchant_id = :m and subject_id = :row")
                        .param("m", merchant.value())
                        .param("row", row)
                        .query((found, number) -> new LeasedWork(
                                found.getObject("id", UUID.class),
                                merchant,
                                found.getString("queue"),
                                found.getString("kind"),
                                row,
                                1,
                                found.getLong("fence"),
                                System.nanoTime() + Duration.ofSeconds(5).toNanos()))
                        .single());

        baton.bean(PushFulfilment.class).push(merchant, nearlyOver, row);

        assertThat(shop.made).isEmpty();
        baton.runDue();
        assertThat(shop.made).hasSize(1);
        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
    }

    @Test
    void aRefusalOfTheStoreIsATaskInItsOwnWords() {
        placed();
        shop.refusal = "The item is not stocked at this location.";

        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();
        later(Duration.ofSeconds(5));
        later(Duration.ofSeconds(5));

        assertThat(rows().getFirst().state()).isEqualTo(State.REFUSED);
        assertThat(rows().getFirst().reason()).contains("The item is not stocked at this location.");
        assertThat(road.tasks()).contains("channels.fulfilment");
        assertThat(openWork()).isZero();
    }

    @Test
    void anOrderOnHoldInTheStoreWaitsAndGoesOnWhenItIsReleased() {
        placed();
        shop.status = "ON_HOLD";
        shop.hold = "Awaiting payment";

        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();
        assertThat(road.tasks()).contains("channels.fulfilment");
        shop.status = "OPEN";
        shop.hold = "";
        later(Duration.ofMinutes(20));

        assertThat(shop.made).hasSize(1);
        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
        assertThat(road.tasks()).doesNotContain("channels.fulfilment");
    }

    @Test
    void unitsSomebodyFulfilledByHandAreNotFulfilledAgain() {
        placed();
        shop.remaining.put("11", 0);

        ship(UUID.randomUUID(), "T1", Map.of("11", 2));
        baton.runDue();

        assertThat(shop.made).isEmpty();
        assertThat(rows().getFirst().state()).isEqualTo(State.DONE_BY_STORE);
        assertThat(road.tasks()).contains("channels.fulfilment");
    }

    @Test
    void nothingIsToldInWatchMode() {
        placed();
        baton.in(
                merchant,
                () -> baton.jdbc().sql("update store set live = false").update());

        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();

        assertThat(rows().getFirst().state()).isEqualTo(State.NOT_LIVE);
        assertThat(shop.server.requests()).isEmpty();
    }

    @Test
    void goingLiveTellsTheStoreWhatItWasNotToldInWatchMode() {
        placed();
        var merchants = baton.bean(MerchantLookup.class);
        Store store =
                baton.in(merchant, () -> merchants.store(merchant, road.store).orElseThrow());
        define(store, false);
        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.runDue();
        assertThat(rows().getFirst().state()).isEqualTo(State.NOT_LIVE);

        define(store, true);
        baton.runDue();

        assertThat(shop.made).hasSize(1);
        assertThat(rows().getFirst().state()).isEqualTo(State.PUSHED);
        // this store leaves the customer's mail to Baton
        assertThat(shop.inputs.getFirst().path("notifyCustomer").asBoolean()).isFalse();
    }

    @Test
    void theOneWhoseTurnItWasWhenTheGoodsLeftTellsTheCustomer() {
        placed();
        ChooseSenders senders = baton.bean(ChooseSenders.class);
        senders.choose(merchant, road.store, Map.of(MessageKind.SHIPPED, MailSender.BATON));
        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        senders.choose(merchant, road.store, Map.of());
        baton.runDue();
        ship(UUID.randomUUID(), "T2", Map.of("11", 1));
        baton.runDue();

        assertThat(shop.inputs)
                .extracting(input -> input.path("notifyCustomer").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void aShipmentOfBeforeThatWasKeptFollowsTheStoresSettingOfToday() {
        placed();
        ship(UUID.randomUUID(), "T1", Map.of("11", 1));
        baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("update store_fulfilment set store_tells = null")
                        .update());
        baton.bean(ChooseSenders.class).choose(merchant, road.store, Map.of(MessageKind.SHIPPED, MailSender.BATON));

        baton.runDue();

        assertThat(shop.inputs.getFirst().path("notifyCustomer").asBoolean()).isFalse();
    }

    private void define(Store store, boolean live) {
        baton.bean(DefineStore.class)
                .define(
                        merchant,
                        new StoreDefinition(
                                store.code(),
                                store.kind(),
                                store.name(),
                                store.currency(),
                                store.zone(),
                                store.brand(),
                                MailSender.BATON,
                                live));
    }

    @Test
    void whatWeFulfilledIsNotTakenForAStrangersWorkButAHandMadeFulfilmentIs() {
        placed();
        ship(UUID.randomUUID(), "T1", Map.of("11", 2));
        baton.runDue();

        road.keep("orders/updated", Orders.afterFulfilment(2, 0), "2026-03-01T12:00:00.5Z");
        baton.runDue();
        String ours = road.state("5001");
        road.keep("orders/updated", Orders.afterFulfilment(2, 2), "2026-03-01T13:00:00.5Z");
        baton.runDue();

        assertThat(ours).doesNotContain("DELIVERED");
        assertThat(road.state("5001")).contains("12=2 ordered, {DELIVERED=2}");
    }

    private void placed() {
        road.keep("orders/create", Orders.PAID, AT);
        baton.runDue();
    }

    private void ship(UUID shipment, String number, Map<String, Integer> byStoreLine) {
        Map<LineView, Integer> units = new LinkedHashMap<>();
        for (LineView line : road.order("5001").lines()) {
            Integer quantity = byStoreLine.get(line.storeLineId());
            if (quantity != null) {
                units.put(line, quantity);
            }
        }
        road.ship(shipment, number, units);
    }

    private void later(Duration by) {
        baton.clock().advance(by);
        baton.runDue();
    }

    private List<StoreFulfilment> rows() {
        return road.fulfilments("5001");
    }

    private long openWork() {
        return baton.<Long>in(merchant, () -> baton.bean(Work.class).countOpen(merchant));
    }
}
