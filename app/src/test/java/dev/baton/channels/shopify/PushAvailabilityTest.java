package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.SkuDefinition;
import dev.baton.channels.AvailabilityLookup.Standing;
import dev.baton.channels.shopify.InventoryShop.Taken;
import dev.baton.merchants.DefineStore;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be sold, told to stores that keep figures as Shopify does. */
class PushAvailabilityTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop merchant = new TestShop(baton);
    private final KeptStore first = new KeptStore(merchant, "first", 6_000);
    private final KeptStore second = new KeptStore(merchant, "second", 7_000);
    private SupplierId supplier = new SupplierId(new java.util.UUID(0, 0));

    @BeforeEach
    void goods() {
        supplier = merchant.supplier("acme", Netting.GROSS, 500);
        merchant.sku("CUP");
        merchant.offer("CUP", supplier, "A-CUP", "4.00", 10);
        first.lists("11", "CUP", 3);
        second.lists("21", "CUP", 99);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void setsEveryStoreToWhatMayBeSold() {
        first.on();
        second.on();

        assertThat(first.shop.taken).containsExactly(new Taken("11", 10, 3));
        assertThat(second.shop.of("21")).isEqualTo(10);
        assertThat(first.figure("11").standing()).isEqualTo(Standing.IN_STEP);
        assertThat(first.figure("11").limitedBy()).isEqualTo("CUP");
        assertThat(first.road.tasks()).isEmpty();
    }

    /**
     * A sale in one store is shown in the other within five seconds, and not subtracted twice in its own. The clock goes from
     * one due time to the next: Baton may wait for nothing that is due later, whatever the machine takes to do it.
     */
    @Test
    void aSaleInOneStoreLowersTheOther() {
        first.on();
        second.on();
        int calls = first.shop.taken.size();
        Instant sold = baton.clock().instant();

        first.sells("11", "CUP", 2).told(0);
        baton.runDue();
        while (second.shop.of("21") != 8) {
            Instant next = nextDue();
            assertThat(next).as("what the other store waits for").isBefore(sold.plusSeconds(5));
            baton.clock().set(next);
            baton.runDue();
        }

        assertThat(first.shop.of("11")).isEqualTo(8);
        assertThat(first.shop.taken).hasSize(calls);
        assertThat(first.shop.stale + second.shop.stale).isZero();
    }

    /** When the next work of the stores is due; the sale is lost when there is none. */
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

    /** The feed rises while an order of the store is on its way: its units are not given back to it. */
    @Test
    void anOrderOnItsWayIsNotGivenBack() {
        first.on();
        KeptStore.Sale sale = first.sells("11", "CUP", 4);

        merchant.stock(supplier, "A-CUP", 12);
        KeptStore.settle(baton);
        int onItsWay = first.shop.of("11");
        sale.told(0);
        KeptStore.settle(baton);

        assertThat(onItsWay).isEqualTo(8);
        assertThat(first.shop.of("11")).isEqualTo(8);
        assertThat(first.figure("11").unseen()).isZero();
    }

    @Test
    void aBundleShowsWhatItsScarcestPartAllows() {
        merchant.sku("TEE");
        merchant.offer("TEE", supplier, "A-TEE", "4.00", 5);
        merchant.bundle("SET", new SkuDefinition.Part("CUP", 2), new SkuDefinition.Part("TEE", 1));
        first.lists("12", "SET", 0);
        first.on();

        assertThat(first.shop.of("12")).isEqualTo(5);
        merchant.stock(supplier, "A-CUP", 7);
        KeptStore.settle(baton);

        assertThat(first.shop.of("12")).isEqualTo(3);
        assertThat(first.shop.of("11")).isEqualTo(7);
        assertThat(first.figure("12").limitedBy()).isEqualTo("CUP");
    }

    /** The answer is lost after the figure was set: the same call is made again and has no second effect. */
    @Test
    void aLostAnswerIsNotTakenForASale() {
        first.on();
        first.shop.answersToLose = 1;
        merchant.stock(supplier, "A-CUP", 4);
        baton.clock().advance(Duration.ofSeconds(2));
        baton.runDue();
        baton.runDue();
        assertThat(first.shop.of("11")).isEqualTo(4);
        KeptStore.Sale sale = first.sells("11", "CUP", 1);
        KeptStore.settle(baton);
        assertThat(first.figure("11").inStore()).isEqualTo(4);

        merchant.stock(supplier, "A-CUP", 6);
        KeptStore.settle(baton);
        assertThat(first.shop.of("11")).isEqualTo(5);
        sale.told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(5);
        assertThat(first.figure("11").unseen()).isZero();
    }

    @Test
    void waitsWhenTheStoreAsksForTime() {
        first.on();
        first.shop.throttles = 2;
        merchant.stock(supplier, "A-CUP", 4);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(4);
        assertThat(first.road.tasks()).isEmpty();
    }

    /** A held order's units are promised to nobody, and still not for sale again. */
    @Test
    void unitsOfAHeldOrderAreNotForSale() {
        first.on();
        second.on();
        KeptStore.Sale sale = first.sells("11", "CUP", 3);
        sale.bodies.set(
                0,
                sale.bodies.getFirst().replace("\"financial_status\": \"paid\"", "\"financial_status\": \"pending\""));

        sale.told(0);
        KeptStore.settle(baton);

        assertThat(second.shop.of("21")).isEqualTo(7);
        assertThat(first.shop.of("11")).isEqualTo(7);

        var order = first.road.order(Long.toString(sale.id)).id();
        baton.bean(CancelOrders.class).cancel(merchant.merchant, order, new CancelRequest("nobody pays", Map.of()));
        KeptStore.settle(baton);
        assertThat(second.shop.of("21")).isEqualTo(10);
    }

    @Test
    void aCancelledSaleIsForSaleAgainEverywhere() {
        first.on();
        second.on();
        KeptStore.Sale sale = first.sells("11", "CUP", 3);
        sale.told(0);
        KeptStore.settle(baton);
        sale.cancel();
        first.shop.sell("11", -3);

        sale.told(1);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(10);
        assertThat(second.shop.of("21")).isEqualTo(10);
        assertThat(first.figure("11").unseen()).isZero();
    }

    @Test
    void watchModeShowsWhatWouldBeToldAndGoingLiveTellsIt() {
        live(first, false);
        first.on();
        assertThat(first.shop.taken).isEmpty();
        assertThat(first.figure("11").standing()).isEqualTo(Standing.WATCHED);
        assertThat(first.figure("11").toShow()).isEqualTo(10);
        assertThat(first.figure("11").inStore()).isEqualTo(3);

        live(first, true);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(10);
    }

    private void live(KeptStore kept, boolean live) {
        Store store = kept.store();
        baton.bean(DefineStore.class)
                .define(
                        merchant.merchant,
                        new StoreDefinition(
                                store.code(),
                                store.kind(),
                                store.name(),
                                store.currency(),
                                store.zone(),
                                store.brand(),
                                store.notifyCustomer(),
                                live));
    }

    @Test
    void warnsOfVariantsTheStoreDoesNotCountOrSellsOn() {
        first.lists("13", "CUP", 0, false, false);
        first.lists("14", "CUP", 5, true, true);
        first.lists("15", "CUP", 5);
        first.shop.unstocked.put("15", true);
        first.on();

        assertThat(first.road.tasks()).containsExactly("channels.availability");
        assertThat(first.figure("13").warnings()).containsExactly("NOT_TRACKED");
        assertThat(first.figure("14").warnings()).containsExactly("SELLS_ON");
        assertThat(first.figure("15").why()).contains("not stocked");
        assertThat(first.shop.of("13")).isZero();
        assertThat(first.shop.of("14")).isEqualTo(10);
    }

    @Test
    void aVariantWithoutASkuOfOursIsLeftAlone() {
        first.lists("16", "POSTER", 41);
        first.on();

        assertThat(first.shop.of("16")).isEqualTo(41);
        assertThat(first.figure("16").standing()).isEqualTo(Standing.LEFT_ALONE);
    }

    @Test
    void aStoreThatRefusesUsIsATask() {
        first.on();
        first.shop.denied = "Access denied for inventorySetQuantities field. Required access: `write_inventory`";
        merchant.stock(supplier, "A-CUP", 4);
        KeptStore.settle(baton);
        assertThat(first.road.tasks()).containsExactly("channels.store-access");

        first.shop.denied = "";
        baton.clock().advance(Duration.ofHours(1));
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(4);
    }

    @Test
    void aProductThatComesOrGoesIsPlannedAtOnce() {
        first.on();
        first.shop.available.put("39072856", 0);
        merchant.sku("CUP-S");
        merchant.offer("CUP-S", supplier, "A-S", "4.00", 6);

        first.road.keep(
                "products/create", ProductHooksTest.CUP, baton.clock().instant().toString());
        KeptStore.settle(baton);
        assertThat(first.shop.of("39072856")).isEqualTo(6);
        assertThat(first.figure("49148385").standing()).isEqualTo(Standing.LEFT_ALONE);

        first.road.keep(
                "products/delete",
                "{\"id\": 632910392}",
                baton.clock().instant().toString());
        KeptStore.settle(baton);
        assertThat(first.figure("808950810").why()).contains("not sell it any more");
    }

    @Test
    void twoVariantsOfOneSkuAreCountedTogether() {
        first.lists("17", "CUP", 0);
        first.on();
        KeptStore.Sale sale = first.sells("17", "CUP", 3);
        merchant.stock(supplier, "A-CUP", 12);
        KeptStore.settle(baton);
        assertThat(first.shop.of("11")).isLessThanOrEqualTo(12);
        assertThat(first.shop.of("17")).isEqualTo(9);

        sale.told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(9);
        assertThat(first.shop.of("17")).isEqualTo(9);
    }

    /** Its order is here before the store is read: whichever variant was sold, nothing stays unseen. */
    @Test
    void anOrderOfOneOfTwoVariantsIsExplainedByTheNextReading() {
        first.lists("17", "CUP", 0);
        first.on();

        first.sells("17", "CUP", 3).told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(7);
        assertThat(first.shop.of("17")).isEqualTo(7);
        assertThat(first.figures()).allMatch(figure -> figure.unseen() == 0);
    }

    @Test
    void warnsAlsoWhereNothingIsTold() {
        second.lists("21", "CUP", 99, false, false);
        second.on();

        assertThat(second.road.tasks()).containsExactly("channels.availability");
        assertThat(second.shop.taken).isEmpty();
    }

    @Test
    void nothingIsToldOnceItIsSwitchedOff() {
        first.on();
        baton.bean(dev.baton.channels.SwitchAvailability.class).off(merchant.merchant, first.store());

        merchant.stock(supplier, "A-CUP", 2);
        baton.clock().advance(Duration.ofHours(25));
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(10);
        first.on();
        assertThat(first.shop.of("11")).isEqualTo(2);
    }

    /** A call may have 250 figures, a question 100. */
    @Test
    void aLargeStoreIsToldInSeveralCalls() {
        for (int i = 0; i < 300; i++) {
            first.lists(Integer.toString(3_000 + i), "CUP", 1);
        }
        first.on();

        assertThat(first.shop.taken).hasSize(301);
        assertThat(first.shop.calls.stream().filter(size -> size > 250)).isEmpty();
    }
}
