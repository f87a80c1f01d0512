package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.address.PostalAddress;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mapping that changes, or a country that does, while nobody has the goods yet. */
class MappedAnewTest {

    private static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Ring 1", null, "Wien", null, null, "1010", "AT", "+431234567");

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);

    MappedAnewTest() {
        shop.sku("CUP");
        shop.sku("CUP-AT");
        baton.bean(DefineOffers.class)
                .define(
                        shop.merchant,
                        List.of(new OfferDefinition("CUP", acme, "A-1", "MAIN", 2_000_000, "EUR", 1, Set.of("DE"), 1)));
        shop.stock(acme, "A-1", 10);
        shop.offer("CUP-AT", acme, "A-2", "2.00", 10);
        map("");
    }

    private void map(String country) {
        define(country, new SkuMapping.Part(country.isEmpty() ? "CUP" : "CUP-" + country, 1));
    }

    private void define(String country, SkuMapping.Part... parts) {
        baton.bean(DefineMappings.class)
                .define(
                        shop.merchant,
                        List.of(new SkuMapping(new StoreItem(shop.store, "TEA"), country, List.of(parts))));
    }

    private static HeldBy mapped(TestShop shop) {
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER), List.of(new HeldBy.Goods(shop.store, "TEA")));
    }

    private SalesOrderId place(TestShop.Draft draft) {
        return baton.bean(PlaceOrders.class)
                .place(shop.merchant, List.of(draft.build()))
                .getFirst()
                .order();
    }

    private OrderView order(SalesOrderId id) {
        return baton.in(shop.merchant, () -> baton.bean(OrderLookup.class).find(shop.merchant, id))
                .orElseThrow();
    }

    private String line(SalesOrderId id) {
        LineView line = order(id).lines().getFirst();
        return line.sku() + " "
                + order(id).holds().stream()
                        .filter(OrderView.HoldView::open)
                        .map(hold -> hold.kind().name())
                        .toList();
    }

    @Test
    void anOrderNobodyCouldSupplyGoesByTheMappingOfItsCountry() {
        SalesOrderId vienna = place(shop.order("1", "TEA×1").to(VIENNA));
        SalesOrderId berlin = place(shop.order("2", "TEA×1").by("b@customer.example"));
        assertThat(line(vienna)).isEqualTo("CUP [NO_SUPPLIER]");
        ReleaseKnown release = baton.bean(ReleaseKnown.class);

        ReleaseKnown.Outcome preview = release.preview(shop.merchant, () -> map("AT"), () -> mapped(shop));
        assertThat(preview.orders())
                .singleElement()
                .satisfies(each -> assertThat(each.lines().getFirst().sku()).isEqualTo("CUP-AT"));
        assertThat(line(vienna)).as("nothing is changed").isEqualTo("CUP [NO_SUPPLIER]");

        map("AT");
        ReleaseKnown.Outcome done = release.release(shop.merchant, mapped(shop), "the SKU was mapped");

        assertThat(done.held()).isEqualTo(1);
        assertThat(line(vienna)).isEqualTo("CUP-AT []");
        assertThat(line(berlin)).as("a supplier has it already").isEqualTo("CUP []");
    }

    @Test
    void aMappingOfACountryThatIsForgottenLeavesTheOneOfAll() {
        map("AT");
        shop.stock(acme, "A-2", 0);
        define("AT");
        define("DE", new SkuMapping.Part("CUP-AT", 1));
        SalesOrderId berlin = place(shop.order("1", "TEA×1"));
        assertThat(line(berlin)).startsWith("CUP-AT");

        define("DE");
        baton.bean(ReleaseKnown.class).release(shop.merchant, mapped(shop), "the SKU was mapped");

        assertThat(line(berlin))
                .as("what waits for stock is promised and stays")
                .startsWith("CUP-AT");
        assertThat(line(place(shop.order("2", "TEA×2").by("b@customer.example"))))
                .isEqualTo("CUP []");
    }

    @Test
    void anotherCountryIsPlannedByItsOwnMapping() {
        map("AT");
        SalesOrderId order = place(shop.order("1", "TEA×1"));
        assertThat(line(order)).isEqualTo("CUP []");
        baton.clock().advance(Duration.ofMinutes(1));

        place(shop.order("1", "TEA×1").to(VIENNA));
        OrderView.HoldView hold = order(order).holds().stream()
                .filter(OrderView.HoldView::open)
                .findFirst()
                .orElseThrow();
        assertThat(hold.kind()).isEqualTo(HoldKind.COUNTRY_CHANGED);
        baton.bean(ReleaseHolds.class).release(shop.merchant, hold.id(), "postage is paid");

        assertThat(line(order)).isEqualTo("CUP-AT []");
    }
}
