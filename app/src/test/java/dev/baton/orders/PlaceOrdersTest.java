package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.Placement.Changed;
import dev.baton.orders.Placement.Placed;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaceOrdersTest {

    private final TestBaton baton = TestBaton.shared();
    private final PlaceOrders placeOrders = baton.bean(PlaceOrders.class);
    private final OrderLookup lookup = baton.bean(OrderLookup.class);

    private TestShop shop;
    private SupplierId acme;
    private SupplierId bolt;

    @BeforeEach
    void open() {
        shop = new TestShop(baton);
        acme = shop.supplier("ACME", Netting.GROSS, 500);
        bolt = shop.supplier("BOLT", Netting.NET, 700);
        shop.sku("LAMP");
        shop.sku("SHADE");
        shop.offer("LAMP", acme, "A-LAMP", "10.00", 5);
        shop.offer("LAMP", bolt, "B-LAMP", "12.00", 5);
        shop.offer("SHADE", bolt, "B-SHADE", "3.00", 5);
    }

    @Test
    void givesTheOrderToTheCheapestSupplierAndClaimsItsStock() {
        Placed placed = place(shop.order("1", "LAMP×2"));

        OrderView order = order(placed.order());
        assertThat(placed.holds()).isEmpty();
        assertThat(order.status()).isEqualTo("allocated");
        assertThat(order.allocations()).singleElement().satisfies(a -> {
            assertThat(a.supplier()).isEqualTo(acme);
            assertThat(a.quantity()).isEqualTo(2);
        });
        assertThat(available("LAMP")).isEqualTo(8);
    }

    @Test
    void shipsAllFromOneSupplierWhereThatIsCheaperInTotal() {
        OrderView order = order(place(shop.order("1", "LAMP×1", "SHADE×1")).order());

        assertThat(order.allocations()).extracting(AllocationView::supplier).containsOnly(bolt);
    }

    @Test
    void explodesABundleIntoItsPartsAndKeepsTheStoresLine() {
        shop.bundle("SET", new SkuDefinition.Part("LAMP", 1), new SkuDefinition.Part("SHADE", 2));

        OrderView order = order(place(shop.order("1", "SET×2")).order());

        assertThat(order.lines()).extracting(LineView::sku).containsExactlyInAnyOrder("LAMP", "SHADE");
        assertThat(order.lines()).extracting(LineView::storeLineId).containsOnly("1-1");
        assertThat(order.lines())
                .filteredOn(line -> "SHADE".equals(line.sku()))
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(4));
    }

    @Test
    void placesAnOrderOnceHoweverOftenAndInWhateverTransportItComes() {
        StoreOrder order = shop.order("1", "LAMP×2").build();

        List<Placement> together = placeOrders.place(shop.merchant, List.of(order, order));
        Placement again = placeOrders.place(shop.merchant, List.of(order)).getFirst();

        assertThat(together.getFirst()).isInstanceOf(Placed.class);
        assertThat(together.get(1).order()).isEqualTo(together.getFirst().order());
        assertThat(again).isEqualTo(new Placement.Unchanged(together.getFirst().order()));
        assertThat(available("LAMP")).isEqualTo(8);
    }

    @Test
    void leavesAnOlderVersionAndATieAlone() {
        StoreOrder late = shop.order("1", "LAMP×2").build();
        Placed placed = (Placed) placeOrders.place(shop.merchant, List.of(late)).getFirst();
        StoreOrder older = shop.order("1", "LAMP×1")
                .updatedAt(baton.clock().instant().minusSeconds(5))
                .build();
        StoreOrder tie = shop.order("1", "LAMP×3").build();

        assertThat(placeOrders.place(shop.merchant, List.of(older)))
                .containsExactly(new Placement.Stale(placed.order()));
        assertThat(placeOrders.place(shop.merchant, List.of(tie))).containsExactly(new Placement.Tie(placed.order()));
        assertThat(order(placed.order()).lines().getFirst().quantity()).isEqualTo(2);
    }

    @Test
    void holdsALineWithAnUnknownSkuAndLetsTheOthersGo() {
        Placed placed = place(shop.order("1", "LAMP×1", "NOPE×1"));

        OrderView order = order(placed.order());
        assertThat(placed.holds()).containsExactly(HoldKind.UNKNOWN_SKU);
        assertThat(order.allocations()).hasSize(1);
        assertThat(order.status()).isEqualTo("held");

        shop.sku("NOPE");
        shop.offer("NOPE", acme, "A-NOPE", "1.00", 3);
        baton.bean(ReleaseHolds.class)
                .release(shop.merchant, order.holds().getFirst().id(), "defined it");

        assertThat(order(placed.order()).allocations()).hasSize(2);
        assertThat(order(placed.order()).status()).isEqualTo("allocated");
    }

    @Test
    @DisplayName("No supplier for an item: the order sits with no error (odoo #8774)")
    void holdsALineNobodyOffers() {
        shop.sku("LONELY");

        assertThat(place(shop.order("1", "LONELY×1")).holds()).containsExactly(HoldKind.NO_SUPPLIER);
    }

    @Test
    void holdsAnUnpaidOrderUntilTheStoreSaysPaid() {
        Placed placed = place(shop.order("1", "LAMP×1").payment(Payment.PENDING));
        assertThat(placed.holds()).containsExactly(HoldKind.UNPAID);
        assertThat(available("LAMP")).isEqualTo(10);

        baton.clock().advance(Duration.ofSeconds(1));
        Changed changed = change(shop.order("1", "LAMP×1"));

        assertThat(changed.holds()).isEmpty();
        assertThat(order(placed.order()).status()).isEqualTo("allocated");
    }

    @Test
    void holdsAnOrderWithoutAGoodAddress() {
        PostalAddress noPostcode =
                new PostalAddress("Ada", null, "Probestraße 1", null, "Berlin", null, null, null, "DE", null);

        assertThat(place(shop.order("1", "LAMP×1").to(noPostcode)).holds()).containsExactly(HoldKind.BAD_ADDRESS);
        assertThat(place(shop.order("2", "LAMP×2").to(null)).holds()).containsExactly(HoldKind.BAD_ADDRESS);
        assertThat(place(shop.order("3", "LAMP×3").withheld()).holds())
                .containsExactly(HoldKind.PERSONAL_DATA_WITHHELD);
    }

    @Test
    void holdsAnOrderOverTheValueLimit() {
        baton.in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("update merchant set value_limit_minor = 10000 where merchant_id = :m")
                        .param("m", shop.merchant.value())
                        .update());

        assertThat(place(shop.order("1", "LAMP×1").total(10_000)).holds()).isEmpty();
        assertThat(place(shop.order("2", "LAMP×2").total(10_001)).holds()).containsExactly(HoldKind.VALUE_LIMIT);
    }

    @Test
    void claimsTheStockOfAPossibleDuplicateButSendsNothing() {
        place(shop.order("1", "LAMP×2").by("ada@customer.example"));

        Placed second = place(shop.order("2", "LAMP×2").by("ADA@customer.example "));

        assertThat(second.holds()).containsExactly(HoldKind.POSSIBLE_DUPLICATE);
        assertThat(available("LAMP")).isEqualTo(6);
        OrderView held = order(second.order());
        assertThat(held.allocations()).extracting(AllocationView::stage).containsOnly("reserved");
        baton.bean(ReleaseHolds.class)
                .release(shop.merchant, held.holds().getFirst().id(), "both are meant");
        assertThat(order(second.order()).allocations())
                .extracting(AllocationView::stage)
                .containsOnly("allocated");
    }

    @Test
    void ordersOfDifferentDaysThatComeTogetherRepeatNothing() {
        Instant now = baton.clock().instant();
        place(shop.order("1", "LAMP×1").by("ada@customer.example").updatedAt(now.minus(Duration.ofDays(4))));

        Placed later = place(shop.order("2", "LAMP×1").by("ada@customer.example"));
        Placed twin = place(shop.order("3", "LAMP×1")
                .by("ada@customer.example")
                .updatedAt(now.minus(Duration.ofDays(4)).plus(Duration.ofHours(1))));

        assertThat(later.holds()).as("ordered four days apart").isEmpty();
        assertThat(twin.holds())
                .as("ordered within the hour, whenever it comes")
                .containsExactly(HoldKind.POSSIBLE_DUPLICATE);
    }

    @Test
    void letsTheLastUnitGoToOneOrderAndTheOtherWait() {
        Placed first = place(shop.order("1", "SHADE×5"));
        Placed second = place(shop.order("2", "SHADE×1"));

        assertThat(order(first.order()).status()).isEqualTo("allocated");
        assertThat(order(second.order()).status()).isEqualTo("waiting");
        assertThat(second.holds()).isEmpty();
    }

    @Test
    void servesWhatWaitsWhenStockComesTheOldestFirst() {
        place(shop.order("0", "SHADE×5"));
        Placed older = place(shop.order("1", "SHADE×2"));
        baton.clock().advance(Duration.ofSeconds(1));
        Placed younger = place(shop.order("2", "SHADE×3"));

        baton.clock().advance(Duration.ofSeconds(1));
        shop.stock(bolt, "B-SHADE", 8);
        baton.runDue();

        assertThat(order(older.order()).status()).isEqualTo("allocated");
        assertThat(order(younger.order()).status()).isEqualTo("waiting");
    }

    /** medusa #16502: each line passed against the same undiminished stock. */
    @Test
    void twoLinesOfOneOrderShareAnItemAndItsStock() {
        OrderView order = order(place(shop.order("1", "SHADE×3", "SHADE×3")).order());

        assertThat(order.allocations().stream()
                        .mapToInt(AllocationView::quantity)
                        .sum())
                .isLessThanOrEqualTo(5);
        assertThat(order.lines()).anyMatch(line -> line.units().containsKey(Bucket.WAITING));
    }

    @Test
    void neverSendsALineRemovedByAnEditOrAnOrderFullyRefunded() {
        Placed edited = place(shop.order("1", "LAMP×1").line("SHADE", 2, 0));
        Placed refunded = place(shop.order("2", "LAMP×3").payment(Payment.REFUNDED));
        Placed cancelled = place(shop.order("3", "LAMP×3").cancelled());

        assertThat(order(edited.order()).allocations()).hasSize(1);
        assertThat(order(refunded.order()).allocations()).isEmpty();
        assertThat(order(refunded.order()).status()).isEqualTo("cancelled");
        assertThat(order(cancelled.order()).status()).isEqualTo("cancelled");
        assertThat(available("LAMP")).isEqualTo(9);
    }

    @Test
    void plansAnewWhatChangedBeforeTheSend() {
        Placed placed = place(shop.order("1", "LAMP×4"));
        baton.clock().advance(Duration.ofSeconds(1));

        change(shop.order("1").line("LAMP", 4, 1).line("SHADE", 1));

        OrderView order = order(placed.order());
        assertThat(order.lines().getFirst().units())
                .containsEntry(Bucket.ALLOCATED, 1)
                .containsEntry(Bucket.CANCELLED, 3);
        assertThat(order.lines().get(1).units()).containsEntry(Bucket.ALLOCATED, 1);
        assertThat(available("LAMP")).isEqualTo(9);
    }

    @Test
    void anyOrderOfVersionsEndsInTheSameState() {
        List<StoreOrder> versions = new ArrayList<>();
        var start = baton.clock().instant();
        versions.add(shop.order("1", "LAMP×3")
                .payment(Payment.PENDING)
                .updatedAt(start)
                .build());
        versions.add(shop.order("1", "LAMP×3").updatedAt(start.plusSeconds(1)).build());
        versions.add(shop.order("1")
                .line("LAMP", 3, 2)
                .updatedAt(start.plusSeconds(2))
                .build());
        versions.add(shop.order("1")
                .line("LAMP", 3, 1)
                .updatedAt(start.plusSeconds(3))
                .build());
        for (int seed = 0; seed < 6; seed++) {
            TestShop other = new TestShop(baton);
            SupplierId only = other.supplier("ONLY", Netting.GROSS, 100);
            other.sku("LAMP");
            other.offer("LAMP", only, "O-LAMP", "1.00", 9);
            List<StoreOrder> shuffled = new ArrayList<>();
            versions.forEach(version -> shuffled.add(at(other, version)));
            shuffled.addAll(List.copyOf(shuffled));
            Collections.shuffle(shuffled, new Random(seed));

            List<SalesOrderId> ids = new ArrayList<>();
            for (StoreOrder version : shuffled) {
                ids.add(placeOrders
                        .place(other.merchant, List.of(version))
                        .getFirst()
                        .order());
            }

            SalesOrderId last = ids.getLast();
            assertThat(ids).containsOnly(last);
            OrderView end = baton.in(
                    other.merchant, () -> lookup.find(other.merchant, last).orElseThrow());
            assertThat(end.payment()).isEqualTo(Payment.PAID);
            assertThat(end.lines().getFirst().units()).containsEntry(Bucket.ALLOCATED, 1);
        }
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        StoreOrder order = shop.order("1", "LAMP×1").build();

        assertThatThrownBy(() -> placeOrders.place(shop.merchant, Collections.nCopies(201, order)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private StoreOrder at(TestShop other, StoreOrder order) {
        StoreOrder copy = other.order("1", "LAMP×1").build();
        return new StoreOrder(
                other.store,
                order.storeOrderId(),
                order.name(),
                order.placedAt(),
                order.version(),
                order.payment(),
                order.cancelled(),
                order.cancelReason(),
                order.test(),
                order.currency(),
                order.presentmentCurrency(),
                order.money(),
                order.customer(),
                order.shipTo(),
                order.billTo(),
                order.personalDataWithheld(),
                order.lines(),
                order.refunds(),
                order.shipMethod(),
                order.giftMessage(),
                order.note(),
                order.tags(),
                order.risk(),
                copy.document());
    }

    private Placed place(TestShop.Draft draft) {
        return (Placed) placeOrders.place(shop.merchant, List.of(draft.build())).getFirst();
    }

    private Changed change(TestShop.Draft draft) {
        return (Changed)
                placeOrders.place(shop.merchant, List.of(draft.build())).getFirst();
    }

    private OrderView order(SalesOrderId id) {
        return baton.in(shop.merchant, () -> lookup.find(shop.merchant, id).orElseThrow());
    }

    private int available(String sku) {
        return (int) (long) baton.<Long>in(
                shop.merchant,
                () -> baton.bean(InventoryLookup.class)
                        .explain(
                                shop.merchant,
                                baton.bean(dev.baton.catalog.CatalogLookup.class)
                                        .skuByCode(shop.merchant, sku)
                                        .orElseThrow()
                                        .id())
                        .published());
    }
}
