package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.Cost;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.DecideCosts;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.catalog.SetMarginFloors;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.OrderView.HoldView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left of a price after the landed cost; every line of the test shop costs the customer 10.00. */
class MarginFloorTest {

    private static final long EURO = 1_000_000;

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final SupplierId acme = shop.supplier("ACME", Netting.GROSS, 200);
    private final PlaceOrders placeOrders = baton.bean(PlaceOrders.class);

    MarginFloorTest() {
        shop.sku("CUP");
        shop.offer("CUP", acme, "A-CUP", "5.00", 100);
        floor(2_000);
        // orders rest an hour before a supplier may see them
        settings("grace_seconds", 3_600);
        settings("duplicate_window_hours", 0);
    }

    private void floor(@Nullable Integer bps) {
        settings("margin_floor_bps", bps);
    }

    private void settings(String column, @Nullable Integer value) {
        baton.in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("update merchant set " + column + " = :value::int where merchant_id = :merchant")
                        .param("value", value)
                        .param("merchant", shop.merchant.value())
                        .update());
    }

    private SalesOrderId place(TestShop.Draft draft) {
        return placeOrders
                .place(shop.merchant, List.of(draft.build()))
                .getFirst()
                .order();
    }

    private OrderView order(SalesOrderId id) {
        return baton.in(shop.merchant, () -> baton.bean(OrderLookup.class).find(shop.merchant, id))
                .orElseThrow();
    }

    private List<HoldKind> held(SalesOrderId id) {
        return order(id).holds().stream()
                .filter(HoldView::open)
                .map(HoldView::kind)
                .toList();
    }

    private void cost(String supplierSku, long micros, Duration in) {
        baton.clock().advance(Duration.ofSeconds(1));
        baton.bean(RecordPriceRows.class)
                .record(
                        shop.merchant,
                        acme,
                        List.of(new PriceRow(supplierSku, Offer.MAIN, null, null, new Cost(micros, "EUR"), null, null)),
                        baton.clock().instant().plus(in));
    }

    private void accept() {
        List<CostProposal> open =
                baton.in(shop.merchant, () -> baton.bean(CostProposals.class).open(shop.merchant, acme, null, 10));
        baton.bean(DecideCosts.class)
                .accept(shop.merchant, open.stream().map(CostProposal::id).toList(), "agreed");
    }

    private long available(String sku) {
        return baton.<Long>in(
                shop.merchant,
                () -> baton.bean(InventoryLookup.class)
                        .explain(
                                shop.merchant,
                                baton.bean(dev.baton.catalog.CatalogLookup.class)
                                        .skuByCode(shop.merchant, sku)
                                        .orElseThrow()
                                        .id())
                        .available());
    }

    @Test
    void aLineThatLeavesEnoughGoes() {
        // 10.00 less 5.00 and 2.00 for the parcel leaves 30 %
        SalesOrderId order = place(shop.order("1", "CUP×1"));

        assertThat(held(order)).isEmpty();
        assertThat(order(order).status()).isEqualTo("allocated");
    }

    @Test
    void aLineThatLeavesTooLittleIsHeldAndClaimsNothing() {
        floor(3_001);
        SalesOrderId order = place(shop.order("1", "CUP×1"));

        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
        assertThat(order(order).holds().getFirst().detail())
                .contains("10.00 EUR")
                .contains("7.00 EUR")
                .contains("30.0 %")
                .contains("30.01 %");
        assertThat(available("CUP")).isEqualTo(100);
        floor(3_000);
        assertThat(held(place(shop.order("2", "CUP×1").by("b@customer.example"))))
                .isEmpty();
    }

    @Test
    void theParcelIsSharedByWhatIsInIt() {
        floor(3_900);
        // two cups for 20.00 cost 10.00 and one parcel of 2.00: 40 % are left
        assertThat(held(place(shop.order("1", "CUP×2")))).isEmpty();
    }

    @Test
    void theOtherLinesGoOnWithoutIt() {
        shop.sku("JAR");
        shop.offer("JAR", acme, "A-JAR", "9.00", 100);
        SalesOrderId order = place(shop.order("1", "CUP×1", "JAR×1"));

        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
        assertThat(order(order).allocations())
                .extracting(AllocationView::supplierSku)
                .containsExactly("A-CUP");
    }

    @Test
    void releasedByAPersonItGoesAndIsNotHeldForThatAgain() {
        floor(5_000);
        SalesOrderId order = place(shop.order("1", "CUP×1"));
        baton.bean(ReleaseHolds.class)
                .release(shop.merchant, order(order).holds().getFirst().id(), "a regular");
        assertThat(order(order).status()).isEqualTo("allocated");

        cost("A-CUP", 6 * EURO, Duration.ZERO);
        baton.runDue();

        assertThat(held(order)).isEmpty();
        assertThat(order(order).status()).isEqualTo("allocated");
    }

    @Test
    void theSkusOwnFloorStandsBeforeTheMerchants() {
        baton.bean(SetMarginFloors.class).set(shop.merchant, List.of(new SetMarginFloors.Floor("CUP", 6_000)));
        assertThat(held(place(shop.order("1", "CUP×1")))).containsExactly(HoldKind.MARGIN_FLOOR);

        baton.bean(SetMarginFloors.class).set(shop.merchant, List.of(new SetMarginFloors.Floor("CUP", 0)));
        floor(9_000);
        assertThat(held(place(shop.order("2", "CUP×1").by("b@customer.example"))))
                .isEmpty();
    }

    @Test
    void withoutAFloorNothingIsHeld() {
        floor(null);
        shop.offer("CUP", acme, "A-CUP", "50.00", 100);

        assertThat(held(place(shop.order("1", "CUP×1")))).isEmpty();
    }

    @Test
    void aBundleIsJudgedByItsPriceAndAllItsParts() {
        shop.sku("SAUCER");
        shop.offer("SAUCER", acme, "A-SAUCER", "1.50", 100);
        shop.bundle("SET", new SkuDefinition.Part("CUP", 1), new SkuDefinition.Part("SAUCER", 1));
        floor(1_600);
        SalesOrderId order = place(shop.order("1", "SET×1"));

        // 10.00 less 6.50 and 2.00 leaves 15 %: both parts wait for one decision
        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR, HoldKind.MARGIN_FLOOR);
        baton.bean(ReleaseHolds.class)
                .release(shop.merchant, order(order).holds().getFirst().id(), "let it go");
        assertThat(held(order)).isEmpty();
        assertThat(order(order).allocations()).hasSize(2);
    }

    @Test
    void aGiftWithoutAPriceIsNotJudged() {
        SalesOrderId order = place(shop.order("1", "CUP×1")
                .lastLine(line -> new StoreLine(
                        line.storeLineId(), line.sku(), line.title(), 1, 1, 0, true, 0, 0, 0, line.properties())));

        assertThat(held(order)).isEmpty();
    }

    @Test
    void aDiscountThatEatsThePriceIsSeen() {
        SalesOrderId order = place(shop.order("1", "CUP×1")
                .lastLine(line -> new StoreLine(
                        line.storeLineId(),
                        line.sku(),
                        line.title(),
                        1,
                        1,
                        0,
                        true,
                        1_000,
                        1_000,
                        0,
                        line.properties())));

        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
        assertThat(order(order).holds().getFirst().detail()).contains("leaves nothing");
    }

    @Test
    void aTaxThatIsInThePriceIsNotTheMerchants() {
        // 10.00 with 1.60 tax: 8.40 less 7.00 leaves 16.7 %
        SalesOrderId order = place(shop.order("1", "CUP×1")
                .lastLine(line -> new StoreLine(
                        line.storeLineId(),
                        line.sku(),
                        line.title(),
                        1,
                        1,
                        0,
                        true,
                        1_000,
                        0,
                        160,
                        line.properties())));

        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
    }

    @Test
    void anUnsentOrderIsHeldWhenItsCostRisesUnderTheFloor() {
        SalesOrderId order = place(shop.order("1", "CUP×1"));
        assertThat(available("CUP")).isEqualTo(99);

        cost("A-CUP", 6_200_000, Duration.ZERO);
        baton.runDue();

        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
        assertThat(order(order).allocations()).extracting(AllocationView::stage).containsExactly("withdrawn");
        assertThat(available("CUP")).isEqualTo(100);
    }

    @Test
    void anUnsentOrderThatStillLeavesEnoughKeepsItsCost() {
        SalesOrderId order = place(shop.order("1", "CUP×1"));

        cost("A-CUP", 5_900_000, Duration.ZERO);
        baton.runDue();

        assertThat(held(order)).isEmpty();
        assertThat(order(order).allocations())
                .singleElement()
                .satisfies(each -> assertThat(each.unitCostMicros()).isEqualTo(5 * EURO));
    }

    @Test
    void aCostOfTomorrowHoldsNobodyToday() {
        SalesOrderId today = place(shop.order("1", "CUP×1"));
        cost("A-CUP", 6_400_000, Duration.ofMinutes(30));
        baton.runDue();
        assertThat(held(today)).isEmpty();

        baton.clock().advance(Duration.ofMinutes(30));
        SalesOrderId after = place(shop.order("2", "CUP×1").by("b@customer.example"));
        assertThat(held(after)).containsExactly(HoldKind.MARGIN_FLOOR);
        baton.runDue();
        assertThat(held(today)).containsExactly(HoldKind.MARGIN_FLOOR);
    }

    @Test
    void whatWasHeldGoesByItselfWhenTheCostComesDown() {
        SalesOrderId order = place(shop.order("1", "CUP×1"));
        cost("A-CUP", 6_200_000, Duration.ZERO);
        baton.runDue();
        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);

        cost("A-CUP", 5_500_000, Duration.ZERO);
        baton.runDue();

        assertThat(held(order)).isEmpty();
        assertThat(order(order).status()).isEqualTo("allocated");
        assertThat(order(order).allocations())
                .extracting(AllocationView::unitCostMicros)
                .contains(5_500_000L);
    }

    @Test
    void aJumpTouchesNoOrderUntilAPersonAcceptsIt() {
        SalesOrderId order = place(shop.order("1", "CUP×1"));
        cost("A-CUP", 9 * EURO, Duration.ZERO);
        baton.runDue();
        assertThat(held(order)).isEmpty();

        accept();
        baton.runDue();
        assertThat(held(order)).containsExactly(HoldKind.MARGIN_FLOOR);
    }

    @Test
    void moreOrdersThanAPageAreAllLookedAt() {
        shop.stock(acme, "A-CUP", 1_000);
        for (int page = 0; page < 2; page++) {
            int from = page * 150;
            placeOrders.place(
                    shop.merchant,
                    java.util.stream.IntStream.range(from, from + 150)
                            .mapToObj(i -> shop.order("M" + i, "CUP×1").build())
                            .toList());
        }
        cost("A-CUP", 6_400_000, Duration.ZERO);
        baton.runDue();

        long held = baton.<Long>in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from hold where kind = 'MARGIN_FLOOR' and released_at is null")
                        .query(Long.class)
                        .single());
        assertThat(held).isEqualTo(300);
    }
}
