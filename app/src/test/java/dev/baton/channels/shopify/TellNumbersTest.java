package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.SkuDefinition;
import dev.baton.channels.CorrectedNumbers;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.Stores;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.work.Work;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tracking number that changes after the store was told of the shipment (row 6.7). */
class TellNumbersTest {

    private static final String AT = "2026-03-01T10:00:00.5Z";

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final FulfilmentShop shop = new FulfilmentShop(Map.of("11", 3, "12", 2));
    private final Road road = new Road(merchant, Stores.shopify(baton, merchant, shop.server.url()));
    private final UUID shipment = UUID.randomUUID();

    @AfterEach
    void close() {
        shop.server.close();
    }

    @Test
    void theStoreIsToldTheNewNumberAndCarrierOfItsFulfilment() {
        shipped("T1");

        road.correct(shipment, "T2");
        baton.runDue();

        assertThat(shop.made).as("no second fulfilment").hasSize(1);
        assertThat(shop.renumbered).singleElement().satisfies(told -> {
            assertThat(told.path("id").asString()).isEqualTo("gid://shopify/Fulfillment/900");
            assertThat(told.path("tracking").path("number").asString()).isEqualTo("T2");
            assertThat(told.path("tracking").path("company").asString()).isEqualTo("DHL Express");
            assertThat(told.path("notify").asBoolean()).as("the store mails").isTrue();
        });
        assertThat(row().trackingNumbers()).containsExactly("T2");
        assertThat(row().state()).isEqualTo(State.PUSHED);
        assertThat(openWork()).isZero();
    }

    @Test
    void whereBatonMailsTheStoreDoesNot() {
        shipped("T1");
        Store store = baton.in(merchant, () -> baton.bean(MerchantLookup.class).store(merchant, road.store))
                .orElseThrow();
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
                                true));

        road.correct(shipment, "T2");
        baton.runDue();

        assertThat(shop.renumbered.getFirst().path("notify").asBoolean()).isFalse();
    }

    @Test
    void aNumberCorrectedBeforeTheStoreIsToldIsToldRightAtOnce() {
        placed();
        ship("T1");

        road.correct(shipment, "T2");
        baton.runDue();
        later(Duration.ofMinutes(1));

        assertThat(shop.inputs)
                .singleElement()
                .satisfies(input -> assertThat(
                                input.path("trackingInfo").path("number").asString())
                        .isEqualTo("T2"));
        assertThat(shop.renumbered).isEmpty();
        assertThat(openWork()).isZero();
    }

    /** Between the look at the shipment and the word that the store is asked, somebody else took the number in. */
    @Test
    void aNumberCorrectedBetweenLookingAndAskingIsTheOneTheStoreIsTold() throws Exception {
        placed();
        ship("T1");
        UUID planned = row().id();

        Thread teller = Thread.ofPlatform().unstarted(baton::runDue);
        baton.in(merchant, () -> {
            road.correct(shipment, "T2");
            baton.bean(CorrectedNumbers.class).takeInto(merchant, planned);
            teller.start();
            await().until(() -> baton.jdbc()
                            .sql("select count(*) from pg_locks where not granted")
                            .query(Long.class)
                            .single()
                    > 0);
            return planned;
        });
        teller.join();
        later(Duration.ofMinutes(1));

        assertThat(shop.inputs)
                .singleElement()
                .satisfies(input -> assertThat(
                                input.path("trackingInfo").path("number").asString())
                        .isEqualTo("T2"));
        assertThat(shop.made).hasSize(1);
        assertThat(row().state()).isEqualTo(State.PUSHED);
        assertThat(openWork()).isZero();
    }

    @Test
    void aNumberThatChangesWhileTheStoresAnswerIsOutIsToldAfterIt() {
        placed();
        shop.repliesToLose = 1;
        ship("T1");
        baton.runDue();
        assertThat(row().state()).isEqualTo(State.ASKED);

        road.correct(shipment, "T2");
        baton.runDue();
        assertThat(shop.renumbered).isEmpty();
        later(Duration.ofMinutes(5));
        later(Duration.ofMinutes(1));

        assertThat(shop.made).hasSize(1);
        assertThat(numbersTold()).containsExactly("T2");
        assertThat(row().trackingNumbers()).containsExactly("T2");
    }

    @Test
    void changedTwiceTheLastOneStands() {
        shipped("T1");

        road.correct(shipment, "T2");
        road.correct(shipment, "T3");
        baton.runDue();
        road.correct(shipment, "T4");
        baton.runDue();

        assertThat(numbersTold()).containsExactly("T3", "T4");
        assertThat(row().trackingNumbers()).containsExactly("T4");
    }

    @Test
    void anAnswerThatWasLostIsAskedForByTellingItAgain() {
        shipped("T1");
        shop.repliesToLose = 1;

        road.correct(shipment, "T2");
        baton.runDue();
        assertThat(row().trackingNumbers()).containsExactly("T1");
        later(Duration.ofMinutes(5));

        assertThat(numbersTold()).containsExactly("T2", "T2");
        assertThat(row().trackingNumbers()).containsExactly("T2");
        assertThat(openWork()).isZero();
    }

    @Test
    void whatTheStoreDoesNotTakeIsATaskThatNamesTheNumber() {
        shipped("T1");
        shop.refusal = "Fulfillment was cancelled";

        road.correct(shipment, "T2");
        baton.runDue();

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.title()).contains("old tracking number", "5001");
            assertThat(task.detail()).contains("T2", "Fulfillment was cancelled");
        });
        assertThat(openWork()).isZero();

        shop.refusal = "";
        road.correct(shipment, "T3");
        baton.runDue();
        assertThat(tasks()).as("the store shows a right one again").isEmpty();
    }

    /** The parts of a bundle travel apart: the number of the one that waited stands in the other's fulfilment. */
    @Test
    void aPartOfABundleIsCorrectedWhereTheStoreShowsIt() {
        Map<String, LineView> parts = placedCupsWithSaucers();
        LineView cup = Objects.requireNonNull(parts.get("CUP"));
        LineView saucer = Objects.requireNonNull(parts.get("SAUCER"));
        road.ship(shipment, "CUPS", Map.of(cup, cup.quantity()));
        UUID last = UUID.randomUUID();
        road.ship(last, "SAUCERS", Map.of(saucer, saucer.quantity()));
        baton.runDue();
        later(Duration.ofMinutes(1));
        assertThat(shop.made).hasSize(1);

        road.correct(shipment, "CUPS2");
        baton.runDue();
        road.correct(last, "SAUCERS2");
        baton.runDue();

        assertThat(shop.renumbered)
                .extracting(told -> told.path("tracking")
                        .path("numbers")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet()))
                .containsExactly(java.util.Set.of("CUPS2", "SAUCERS"), java.util.Set.of("CUPS2", "SAUCERS2"));
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
        placed();
        return road.order("5001").lines().stream()
                .filter(line -> line.storeLineId().equals("11"))
                .collect(Collectors.toMap(line -> String.valueOf(line.sku()), line -> line));
    }

    private void placed() {
        road.keep("orders/create", Orders.PAID, AT);
        baton.runDue();
    }

    private void shipped(String number) {
        placed();
        ship(number);
        baton.runDue();
        assertThat(row().state()).isEqualTo(State.PUSHED);
    }

    private void ship(String number) {
        LineView line = road.order("5001").lines().stream()
                .filter(each -> each.storeLineId().equals("11"))
                .findFirst()
                .orElseThrow();
        road.ship(shipment, number, Map.of(line, 2));
    }

    private List<String> numbersTold() {
        return shop.renumbered.stream()
                .map(told -> told.path("tracking").path("number").asString())
                .toList();
    }

    private StoreFulfilment row() {
        return road.fulfilments("5001").getFirst();
    }

    private List<Tasks.Task> tasks() {
        return baton.in(merchant, () -> baton.bean(Tasks.class).open(merchant, null, 100)).stream()
                .filter(task -> task.kind().equals("channels.fulfilment"))
                .toList();
    }

    private void later(Duration by) {
        baton.clock().advance(by);
        baton.runDue();
    }

    private long openWork() {
        return baton.<Long>in(merchant, () -> baton.bean(Work.class).countOpen(merchant));
    }
}
