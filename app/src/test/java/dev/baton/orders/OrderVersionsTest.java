package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Placement.Changed;
import dev.baton.suppliers.Netting;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of versions that are not simply the newest. */
class OrderVersionsTest {

    private final TestBaton baton = TestBaton.shared();
    private final PlaceOrders placeOrders = baton.bean(PlaceOrders.class);
    private TestShop shop;

    @BeforeEach
    void open() {
        shop = new TestShop(baton);
        shop.sku("LAMP");
        shop.offer("LAMP", shop.supplier("ACME", Netting.GROSS, 500), "A-LAMP", "10.00", 5);
    }

    @Test
    void aSecondLookAppliesWhereTheTimesDoNotTell() {
        placeOrders.place(shop.merchant, List.of(shop.order("1", "LAMP×2").build()));

        Placement seen = placeOrders.placeSeenAgain(
                shop.merchant, shop.order("1", "LAMP×3").build());
        Placement again = placeOrders.placeSeenAgain(
                shop.merchant, shop.order("1", "LAMP×3").build());

        assertThat(seen).isInstanceOf(Changed.class);
        assertThat(again).isInstanceOf(Placement.Unchanged.class);
        assertThat(baton.in(
                                shop.merchant,
                                () -> baton.bean(OrderLookup.class)
                                        .find(shop.merchant, seen.order())
                                        .orElseThrow())
                        .lines()
                        .getFirst()
                        .quantity())
                .isEqualTo(3);
    }

    @Test
    void everyMessageOfAnOrderIsLinkedToItsPerson() {
        StoreOrder first = shop.order("1", "LAMP×2").build();
        StoreOrder second = shop.order("1", "LAMP×1")
                .updatedAt(baton.clock().instant().minusSeconds(1))
                .build();
        StoreOrder stale = shop.order("1", "LAMP×1")
                .updatedAt(baton.clock().instant().minusSeconds(5))
                .build();
        StoreOrder unchanged = shop.order("1", "LAMP×2").build();

        placeOrders.place(shop.merchant, List.of(first, second));
        placeOrders.place(shop.merchant, List.of(stale));
        placeOrders.place(shop.merchant, List.of(unchanged));

        List<UUID> linked = baton.in(
                shop.merchant,
                () -> baton.jdbc()
                        .sql("select document_id from subject_document")
                        .query((row, number) -> row.getObject("document_id", UUID.class))
                        .list());
        assertThat(linked)
                .contains(
                        first.document().value(),
                        second.document().value(),
                        stale.document().value(),
                        unchanged.document().value());
    }
}
