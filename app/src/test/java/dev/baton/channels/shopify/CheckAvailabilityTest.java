package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Drift;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The nightly comparison of what a store shows with what it was told. */
class CheckAvailabilityTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop merchant = new TestShop(baton);
    private final KeptStore first = new KeptStore(merchant, "first", 6_000);
    private final KeptStore second = new KeptStore(merchant, "second", 7_000);

    @BeforeEach
    void goods() {
        SupplierId supplier = merchant.supplier("acme", Netting.GROSS, 500);
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

    /** A figure changed by hand is found by night, reported and mended. */
    @Test
    void theNightFindsAndMendsDrift() {
        second.on();
        second.shop.available.put("21", 25);

        baton.clock().advance(Duration.ofHours(25));
        KeptStore.settle(baton);

        assertThat(second.shop.of("21")).isEqualTo(10);
        assertThat(drifts(second)).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo("HIGHER");
            assertThat(drift.expected()).isEqualTo(10);
            assertThat(drift.found()).isEqualTo(25);
            assertThat(drift.mended()).isTrue();
        });
    }

    /** Units missing in the store that no order ever explained are given up after a day, and said to be. */
    @Test
    void unitsNoOrderExplainsAreGivenUpAfterADay() {
        first.on();
        first.shop.sell("11", 4);
        baton.clock().advance(Duration.ofHours(24));
        KeptStore.settle(baton);
        assertThat(drifts(first)).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo("LOWER");
            assertThat(drift.mended()).isTrue();
        });
        assertThat(first.shop.of("11")).isEqualTo(6);

        baton.clock().advance(Duration.ofHours(24));
        KeptStore.settle(baton);
        baton.clock().advance(Duration.ofHours(24));
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(10);
    }

    /** A late order of units that were given up is in the figure already. */
    @Test
    void anOrderOfUnitsThatWereGivenUpIsNotCountedTwice() {
        first.on();
        KeptStore.Sale sale = first.sells("11", "CUP", 4);
        for (int day = 0; day < 3; day++) {
            baton.clock().advance(Duration.ofHours(24));
            KeptStore.settle(baton);
        }
        assertThat(first.shop.of("11")).isEqualTo(10);

        sale.told(0);
        KeptStore.settle(baton);

        assertThat(first.shop.of("11")).isEqualTo(6);
        assertThat(first.figure("11").unseen()).isZero();
    }

    private List<Drift> drifts(KeptStore store) {
        var lookup = baton.bean(AvailabilityLookup.class);
        return baton.in(
                merchant.merchant,
                () -> lookup.drifts(
                        merchant.merchant,
                        lookup.lastComparison(merchant.merchant, store.id)
                                .orElseThrow()
                                .id(),
                        null,
                        50));
    }
}
