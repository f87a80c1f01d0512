package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address mended here lets the order go, and stands until the store itself says another. */
class MendAddressTest {

    private static final PostalAddress TORN =
            new PostalAddress("Ada Muster", null, "Probestraße 1", null, null, null, null, null, "DE", null);
    private static final PostalAddress WHOLE =
            new PostalAddress("Ada Muster", null, "Probestraße 1", null, "Berlin", null, null, "10115", "DE", null);
    private static final PostalAddress MOVED =
            new PostalAddress("Ada Muster", null, "Neue Gasse 9", null, "Leipzig", null, null, "04109", "DE", null);

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);

    @BeforeEach
    void goods() {
        shop.sku("LAMP");
        shop.offer("LAMP", shop.supplier("ACME", Netting.GROSS, 500), "A-LAMP", "5.00", 100);
    }

    @Test
    void whatWasHeldForItsAddressGoes() {
        SalesOrderId order = place(shop.order("1", "LAMP×1").to(TORN));
        assertThat(open(order)).containsExactly(HoldKind.BAD_ADDRESS);

        mend(order, WHOLE);
        mend(order, WHOLE);

        assertThat(open(order)).isEmpty();
        assertThat(shipTo(order)).isEqualTo(WHOLE);
        assertThat(look(order).lines().getFirst().units()).containsEntry(Bucket.ALLOCATED, 1);
    }

    @Test
    void theStoresNextVersionWithTheSameAddressUndoesNothing() {
        SalesOrderId order = place(shop.order("1", "LAMP×1").to(TORN));
        mend(order, WHOLE);
        var allocation = look(order).allocations().getFirst().id();

        later();
        place(shop.order("1", "LAMP×1")
                .to(TORN)
                .note("please ring")
                .updatedAt(baton.clock().instant()));

        assertThat(shipTo(order)).isEqualTo(WHOLE);
        assertThat(open(order)).isEmpty();
        assertThat(look(order).allocations().getFirst().id())
                .as("nothing was planned anew")
                .isEqualTo(allocation);
        later();
        place(shop.order("1", "LAMP×2")
                .to(TORN)
                .shippedBy("Express")
                .updatedAt(baton.clock().instant()));
        assertThat(shipTo(order)).as("another method keeps the address").isEqualTo(WHOLE);
        assertThat(look(order).shipMethod()).isEqualTo("Express");
    }

    @Test
    void anotherAddressOfTheStoresCountsAgain() {
        SalesOrderId order = place(shop.order("1", "LAMP×1").to(TORN));
        mend(order, WHOLE);

        later();
        place(shop.order("1", "LAMP×1").to(MOVED).updatedAt(baton.clock().instant()));
        assertThat(shipTo(order)).isEqualTo(MOVED);

        later();
        place(shop.order("1", "LAMP×1").to(TORN).updatedAt(baton.clock().instant()));
        assertThat(open(order)).containsExactly(HoldKind.BAD_ADDRESS);
    }

    @Test
    void anAddressNoParcelCanGoToIsRefused() {
        SalesOrderId order = place(shop.order("1", "LAMP×1").to(TORN));

        assertThatThrownBy(() -> mend(order, TORN))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.field()).isEqualTo("address"));
        assertThat(open(order)).containsExactly(HoldKind.BAD_ADDRESS);
    }

    @Test
    void whatIsOverOrErasedOrNotThereIsNotMended() {
        SalesOrderId cancelled = place(shop.order("1", "LAMP×1").to(TORN));
        baton.bean(CancelOrders.class).cancel(shop.merchant, cancelled, new CancelRequest("no", java.util.Map.of()));
        SalesOrderId erased = place(shop.order("2", "LAMP×1").to(TORN));
        baton.bean(EraseCustomer.class).erase(shop.merchant, erased);

        assertThatThrownBy(() -> mend(cancelled, WHOLE)).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> mend(erased, WHOLE)).hasMessageContaining("erased");
        SalesOrderId nobodys = new SalesOrderId(java.util.UUID.randomUUID());
        assertThatThrownBy(() -> mend(nobodys, WHOLE)).hasMessageContaining("no order");
        assertThatThrownBy(() -> baton.bean(EraseCustomer.class).erase(shop.merchant, nobodys))
                .hasMessageContaining("no order");
    }

    private void later() {
        baton.clock().advance(Duration.ofMinutes(1));
    }

    private void mend(SalesOrderId order, PostalAddress to) {
        baton.bean(MendAddress.class).mend(shop.merchant, order, to);
    }

    private SalesOrderId place(TestShop.Draft draft) {
        return baton.bean(PlaceOrders.class)
                .place(shop.merchant, List.of(draft.build()))
                .getFirst()
                .order();
    }

    private OrderView look(SalesOrderId order) {
        return baton.in(
                shop.merchant,
                () -> baton.bean(OrderLookup.class).find(shop.merchant, order).orElseThrow());
    }

    private PostalAddress shipTo(SalesOrderId order) {
        var record = look(order).customerRecord();
        return baton.in(
                shop.merchant,
                () -> java.util.Objects.requireNonNull(baton.bean(OrderLookup.class)
                                .shipTo(shop.merchant, List.of(record))
                                .get(record))
                        .address());
    }

    private List<HoldKind> open(SalesOrderId order) {
        return look(order).holds().stream()
                .filter(OrderView.HoldView::open)
                .map(OrderView.HoldView::kind)
                .toList();
    }
}
