package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.Placement.Placed;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketsInvariantTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final BucketsInvariant invariant = baton.bean(BucketsInvariant.class);

    @Test
    void findsUnitsThatNoAllocationExplains() throws Exception {
        SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);
        shop.sku("LAMP");
        shop.offer("LAMP", acme, "A-LAMP", "10.00", 9);
        Placed first = (Placed) baton.bean(PlaceOrders.class)
                .place(shop.merchant, List.of(shop.order("1", "LAMP×2").build()))
                .getFirst();
        baton.bean(PlaceOrders.class)
                .place(shop.merchant, List.of(shop.order("2", "LAMP×3").build()));
        assertThat(invariant.breaches(shop.merchant, 10)).isEmpty();

        try (Connection superuser = baton.database().connectAsSuperuser();
                PreparedStatement planted = superuser.prepareStatement(
                        "update allocation set quantity = 1 where merchant_id = ? and sales_order_id = ?")) {
            planted.setObject(1, shop.merchant.value());
            planted.setObject(2, first.order().value());
            assertThat(planted.executeUpdate()).isEqualTo(1);
        }

        assertThat(invariant.breaches(shop.merchant, 10))
                .singleElement()
                .asString()
                .contains("line 1-1: ordered 2, found 2; with suppliers 2, allocations say 1");
    }
}
