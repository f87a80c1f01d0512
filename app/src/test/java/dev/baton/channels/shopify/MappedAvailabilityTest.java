package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.inventory.BufferRule;
import dev.baton.inventory.BufferScope;
import dev.baton.inventory.SetBuffers;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stores show of listings that are mapped to other goods than those of their code. */
class MappedAvailabilityTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop merchant = new TestShop(baton);
    private final KeptStore first = new KeptStore(merchant, "first", 6_000);
    private final KeptStore second = new KeptStore(merchant, "second", 7_000);
    private SupplierId supplier = new SupplierId(new java.util.UUID(0, 0));

    @BeforeEach
    void goods() {
        supplier = merchant.supplier("acme", Netting.GROSS, 500);
        merchant.sku("CUP");
        merchant.offer("CUP", supplier, "A-CUP", "4.00", 13);
        first.lists("11", "CUP", 3);
        second.lists("22", "SIX", 99);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void aPackShowsHowManyWholeOnesThereAre() {
        maps("", new SkuMapping.Part("CUP", 6));
        second.on();

        assertThat(second.shop.of("22")).isEqualTo(2);
        assertThat(second.figure("22").limitedBy()).isEqualTo("CUP");
        merchant.stock(supplier, "A-CUP", 5);
        KeptStore.settle(baton);

        assertThat(second.shop.of("22")).isZero();
    }

    @Test
    void aSaleOfAPackLowersEveryStoreAndIsNotSubtractedTwice() {
        maps("", new SkuMapping.Part("CUP", 6));
        first.on();
        second.on();

        second.sells("22", "SIX", 1).told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(7);
        assertThat(second.shop.of("22")).isEqualTo(1);
        assertThat(second.figure("22").unseen()).isZero();
    }

    @Test
    void aMappingThatComesLaterIsToldAtOnceAndOneThatGoesIsLeftAlone() {
        second.on();
        assertThat(second.shop.of("22")).as("nothing of ours").isEqualTo(99);

        maps("", new SkuMapping.Part("CUP", 6));
        KeptStore.settle(baton);
        assertThat(second.shop.of("22")).isEqualTo(2);

        maps("", new SkuMapping.Part("CUP", 4));
        KeptStore.settle(baton);
        assertThat(second.shop.of("22")).isEqualTo(3);

        maps("");
        merchant.stock(supplier, "A-CUP", 5);
        KeptStore.settle(baton);
        assertThat(second.shop.of("22")).isEqualTo(3);
    }

    @Test
    void whereCountriesAreMappedDifferentlyTheDearestCounts() {
        maps("", new SkuMapping.Part("CUP", 2));
        maps("US", new SkuMapping.Part("CUP", 6));
        second.on();

        assertThat(second.shop.of("22")).isEqualTo(2);
    }

    @Test
    void aMappedBundleIsItsParts() {
        merchant.sku("TEE");
        merchant.offer("TEE", supplier, "A-TEE", "4.00", 9);
        merchant.bundle("SET", new SkuDefinition.Part("CUP", 2), new SkuDefinition.Part("TEE", 1));
        maps("", new SkuMapping.Part("SET", 3));
        second.on();

        assertThat(second.shop.of("22"))
                .as("13 cups are six to a unit, 9 tees three")
                .isEqualTo(2);
        merchant.stock(supplier, "A-TEE", 3);
        KeptStore.settle(baton);
        assertThat(second.shop.of("22")).isEqualTo(1);
    }

    /** Units of an order that a hold stops before it is taken apart are not for sale under any name. */
    @Test
    void unitsOfAHeldPackAreNotForSale() {
        maps("", new SkuMapping.Part("CUP", 6));
        first.on();
        second.on();
        KeptStore.Sale sale = second.sells("22", "SIX", 1);
        sale.bodies.set(
                0,
                sale.bodies.getFirst().replace("\"financial_status\": \"paid\"", "\"financial_status\": \"pending\""));

        sale.told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(7);
        assertThat(second.shop.of("22")).isEqualTo(1);
    }

    private void maps(String country, SkuMapping.Part... to) {
        baton.bean(DefineMappings.class)
                .define(
                        merchant.merchant,
                        List.of(new SkuMapping(new StoreItem(second.store().id(), "SIX"), country, List.of(to))));
    }

    @Test
    void aStoreIsShownWhatIsLeftOfAllThatMayBeSold() {
        maps("", new SkuMapping.Part("CUP", 6));
        first.on();
        second.on();
        SetBuffers buffers = baton.bean(SetBuffers.class);

        buffers.set(merchant.merchant, List.of(new BufferRule(new BufferScope.OfStore(second.id, null), 2)));
        KeptStore.settle(baton);
        assertThat(first.shop.of("11")).isEqualTo(13);
        assertThat(second.shop.of("22")).as("11 cups are six to a unit").isEqualTo(1);

        buffers.set(merchant.merchant, List.of(new BufferRule(new BufferScope.OfStore(second.id, cup()), 0)));
        buffers.set(merchant.merchant, List.of(new BufferRule(new BufferScope.OfSupplier(supplier), 3)));
        KeptStore.settle(baton);
        assertThat(first.shop.of("11")).isEqualTo(10);
        assertThat(second.shop.of("22")).isEqualTo(1);

        buffers.set(merchant.merchant, List.of(new BufferRule(new BufferScope.OfSupplier(supplier), null)));
        KeptStore.settle(baton);
        assertThat(second.shop.of("22")).isEqualTo(2);
    }

    private SkuId cup() {
        return baton.in(
                merchant.merchant,
                () -> baton.bean(CatalogLookup.class)
                        .skuByCode(merchant.merchant, "CUP")
                        .orElseThrow()
                        .id());
    }
}
