package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.ReleasedOrder.Units;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that waited for a SKU to be known. */
class ReleaseKnownTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);
    private final ReleaseKnown release = baton.bean(ReleaseKnown.class);
    private final PlaceOrders placeOrders = baton.bean(PlaceOrders.class);

    ReleaseKnownTest() {
        shop.sku("CUP");
        shop.sku("SAUCER");
        shop.offer("CUP", acme, "A-CUP", "2.00", 10);
        shop.offer("SAUCER", acme, "A-SAUCER", "1.00", 100);
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

    private void map(String storeSku, String country, SkuMapping.Part... parts) {
        baton.bean(DefineMappings.class)
                .define(
                        shop.merchant,
                        List.of(new SkuMapping(new StoreItem(shop.store, storeSku), country, List.of(parts))));
    }

    private static SkuMapping.Part part(String sku, int quantity) {
        return new SkuMapping.Part(sku, quantity);
    }

    private HeldBy unknown(String storeSku) {
        return new HeldBy(EnumSet.of(HoldKind.UNKNOWN_SKU), List.of(new HeldBy.Goods(shop.store, storeSku)));
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
    void aPackIsSoManyUnitsAndTheStoreHearsOfPacks() {
        map("PACK-6", "", part("CUP", 6));

        OrderView order = order(place(shop.order("1", "PACK-6×1")));

        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("CUP");
            assertThat(line.quantity()).isEqualTo(6);
            assertThat(line.perUnit()).isEqualTo(6);
            assertThat(line.storeQuantity()).isEqualTo(1);
        });
        assertThat(available("CUP")).isEqualTo(4);
    }

    @Test
    void aMappingStandsBeforeASkuOfTheSameCode() {
        map("CUP", "", part("SAUCER", 1));

        assertThat(order(place(shop.order("1", "CUP×1"))).lines())
                .extracting(LineView::sku, LineView::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SAUCER", "Store title of CUP"));
    }

    @Test
    void oneSkuOfTheStoreMayBeSeveralHere() {
        map("TEA", "", part("CUP", 1), part("SAUCER", 2));

        assertThat(order(place(shop.order("1", "TEA×3"))).lines())
                .extracting(LineView::sku, LineView::quantity, LineView::storeLineId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("CUP", 3, "1-1"),
                        org.assertj.core.groups.Tuple.tuple("SAUCER", 6, "1-1"));
    }

    @Test
    void theCountryDecidesWhereThereIsAMappingOfItsOwn() {
        map("TEA", "", part("CUP", 1));
        map("TEA", "AT", part("SAUCER", 1));
        PostalAddress vienna =
                new PostalAddress("Ada Muster", null, "Ring 1", null, "Wien", null, null, "1010", "AT", "+431234567");

        assertThat(order(place(shop.order("1", "TEA×1"))).lines())
                .extracting(LineView::sku)
                .containsExactly("CUP");
        assertThat(order(place(shop.order("2", "TEA×1").to(vienna).by("other@customer.example")))
                        .lines())
                .extracting(LineView::sku)
                .containsExactly("SAUCER");
    }

    @Test
    void aPreviewSaysWhatEachHeldOrderWouldBecomeAndChangesNothing() {
        SalesOrderId first = place(shop.order("1", "PACK-6×1"));
        SalesOrderId second = place(shop.order("2", "PACK-6×1"));
        SalesOrderId unpaid = place(shop.order("3", "PACK-6×1", "SAUCER×1").payment(Payment.PENDING));
        assertThat(order(first).status()).isEqualTo("held");
        long claimed = available("CUP");

        ReleaseKnown.Outcome outcome =
                release.preview(shop.merchant, () -> map("PACK-6", "", part("CUP", 6)), () -> unknown("PACK-6"));

        assertThat(outcome.held()).isEqualTo(2);
        assertThat(outcome.orders()).extracting(ReleasedOrder::order).containsExactly(first, second);
        ReleasedOrder one = outcome.orders().getFirst();
        assertThat(one.status()).isEqualTo("allocated");
        assertThat(one.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("CUP");
            assertThat(line.quantity()).isEqualTo(6);
            assertThat(line.shipped()).containsExactly(new Units(acme, 6));
        });
        // ten are there: the second order gets the rest of none
        assertThat(outcome.orders().get(1).lines().getFirst().waiting()
                        + outcome.orders().get(1).lines().getFirst().shipped().size())
                .isPositive();
        assertThat(order(first).status()).isEqualTo("held");
        assertThat(order(unpaid).status()).isEqualTo("held");
        assertThat(available("CUP")).isEqualTo(claimed);
        assertThat(order(place(shop.order("4", "PACK-6×1"))).status()).isEqualTo("held");
    }

    @Test
    void theReleaseDoesWhatThePreviewSaid() {
        place(shop.order("1", "PACK-6×1"));
        place(shop.order("2", "PACK-6×1"));
        ReleaseKnown.Outcome promised =
                release.preview(shop.merchant, () -> map("PACK-6", "", part("CUP", 6)), () -> unknown("PACK-6"));

        map("PACK-6", "", part("CUP", 6));
        ReleaseKnown.Outcome done = release.release(shop.merchant, unknown("PACK-6"), "mapped");

        assertThat(done).usingRecursiveComparison().isEqualTo(promised);
        assertThat(order(done.orders().getFirst().order()).status()).isEqualTo("allocated");
        assertThat(release.release(shop.merchant, unknown("PACK-6"), "mapped").held())
                .isZero();
    }

    @Test
    void whatStillCannotGoIsHeldAgainAndSaysWhy() {
        SalesOrderId order = place(shop.order("1", "JAR×1"));
        shop.sku("JAR");

        ReleaseKnown.Outcome outcome = release.release(shop.merchant, unknown("JAR"), "defined");

        assertThat(outcome.orders()).singleElement().satisfies(each -> {
            assertThat(each.order()).isEqualTo(order);
            assertThat(each.stillHeld()).containsExactly(HoldKind.NO_SUPPLIER);
            assertThat(each.lines().getFirst().detail()).contains("No supplier offers JAR");
        });
    }

    @Test
    void ordersOfAnotherStoreOrAnotherSkuStayHeld() {
        TestShop other = new TestShop(baton);
        place(shop.order("1", "JAR×1"));
        SalesOrderId vase = place(shop.order("2", "VASE×1"));
        shop.sku("JAR");

        assertThat(release.release(
                                shop.merchant,
                                new HeldBy(
                                        EnumSet.of(HoldKind.UNKNOWN_SKU),
                                        List.of(new HeldBy.Goods(other.store, "JAR"))),
                                "mapped")
                        .held())
                .isZero();
        release.release(shop.merchant, unknown("JAR"), "defined");
        assertThat(order(vase).status()).isEqualTo("held");
    }

    @Test
    void moreOrdersThanAPageAreReleasedByThemselves() {
        shop.sku("MUG");
        shop.offer("MUG", acme, "A-MUG", "2.00", 1_000);
        List<StoreOrder> orders = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            orders.add(shop.order("M" + i, "BECHER×1").build());
            if (orders.size() == PlaceOrders.MOST_ORDERS) {
                placeOrders.place(shop.merchant, orders);
                orders.clear();
            }
        }
        placeOrders.place(shop.merchant, orders);
        map("BECHER", "", part("MUG", 1));

        ReleaseKnown.Outcome outcome = release.release(shop.merchant, unknown("BECHER"), "mapped");
        assertThat(outcome.held()).isEqualTo(230);
        assertThat(outcome.orders()).hasSize(200);
        assertThat(outcome.more()).isTrue();
        baton.runDue();

        assertThat(available("MUG")).isEqualTo(770);
        assertThat(release.release(shop.merchant, unknown("BECHER"), "again").held())
                .isZero();
    }

    @Test
    void aRehearsalInsideATransactionIsRefused() {
        assertThatThrownBy(() ->
                        baton.in(shop.merchant, () -> release.preview(shop.merchant, () -> {}, () -> unknown("JAR"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBundlesCodeIsReleasedAsItsParts() {
        SalesOrderId order = place(shop.order("1", "SET×1"));
        shop.bundle("SET", new SkuDefinition.Part("CUP", 1), new SkuDefinition.Part("SAUCER", 1));

        ReleaseKnown.Outcome outcome = release.release(shop.merchant, unknown("SET"), "defined");

        assertThat(outcome.orders().getFirst().lines()).hasSize(2);
        assertThat(order(order).status()).isEqualTo("allocated");
    }
}
