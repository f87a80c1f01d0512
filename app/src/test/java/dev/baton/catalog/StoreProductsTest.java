package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.RecordStoreProducts.Recorded;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store lists, in whatever order it is told. */
class StoreProductsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final MerchantId merchant = shop.merchant;
    private final Store store = baton.in(
            merchant,
            () -> baton.bean(MerchantLookup.class).store(merchant, shop.store).orElseThrow());
    private final RecordStoreProducts record = baton.bean(RecordStoreProducts.class);

    private static Variant variant(String id, @Nullable String sku, String price) {
        return new Variant(
                id,
                "V" + id,
                "Size: " + id,
                sku,
                "4006381333931",
                new BigDecimal(price),
                "9" + id,
                true,
                false,
                true,
                250);
    }

    private static StoreProduct product(String id, Instant updatedAt, Variant... variants) {
        return new StoreProduct(
                id,
                "Product " + id,
                ListingStatus.ACTIVE,
                null,
                updatedAt,
                updatedAt.plusMillis(300),
                List.of(variants));
    }

    private List<String> listed() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("""
                select variant_id, title, sku, gtin, price_minor, currency, tracked, sells_without_stock
                from listing where removed_at is null order by variant_id
                """)
                        .query((row, number) -> row.getString("variant_id") + " " + row.getString("title") + " "
                                + row.getString("sku") + " " + row.getString("gtin") + " " + row.getLong("price_minor")
                                + " "
                                + row.getString("currency") + " " + row.getObject("tracked") + " "
                                + row.getObject("sells_without_stock"))
                        .list());
    }

    private long count(String sql) {
        return baton.<Long>in(
                merchant, () -> baton.jdbc().sql(sql).query(Long.class).single());
    }

    @Test
    void keepsAProductWithItsVariants() {
        Recorded recorded = record.record(
                merchant,
                store,
                List.of(product("1", NOON, variant("11", "CUP-S", "9.905"), variant("12", null, "10"))));

        assertThat(recorded).isEqualTo(new Recorded(1, 0));
        assertThat(listed())
                .containsExactly(
                        "11 Product 1 – V11 CUP-S 04006381333931 990 EUR true false",
                        "12 Product 1 – V12 null 04006381333931 1000 EUR true false");
    }

    @Test
    void theNewerVersionWinsWhateverComesFirst() {
        List<StoreProduct> versions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            versions.add(product("1", NOON.plusSeconds(i / 2), variant("1" + i % 3, "S" + i, i + ".00")));
        }
        // two of one second are told apart by when the store set them off
        versions.replaceAll(each -> new StoreProduct(
                each.productId(),
                each.title(),
                each.status(),
                null,
                each.updatedAt(),
                NOON.plusMillis(300L * versions.indexOf(each)),
                each.variants()));
        record.record(merchant, store, versions);
        List<String> expected = listed();
        assertThat(expected).hasSize(1).allMatch(row -> row.contains(" S5 "));

        for (long seed = 0; seed < 5; seed++) {
            StoreProductsTest other = new StoreProductsTest();
            List<StoreProduct> shuffled = new ArrayList<>(versions);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(version -> other.record.record(other.merchant, other.store, List.of(version)));
            shuffled.forEach(version -> other.record.record(other.merchant, other.store, List.of(version)));
            assertThat(other.listed()).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void aVariantThatIsNotThereAnyMoreIsRemovedAndComesBack() {
        record.record(merchant, store, List.of(product("1", NOON, variant("11", "A", "1"), variant("12", "B", "1"))));
        record.record(merchant, store, List.of(product("1", NOON.plusSeconds(1), variant("12", "B", "1"))));
        assertThat(listed()).hasSize(1);

        record.record(merchant, store, List.of(product("1", NOON.plusSeconds(2), variant("11", "A", "1"))));

        assertThat(listed()).hasSize(1).allMatch(row -> row.startsWith("11 "));
        assertThat(count("select count(*) from listing")).isEqualTo(2);
    }

    @Test
    void whatIsDeletedStaysDeletedThoughALateMessageTellsOfIt() {
        record.record(merchant, store, List.of(product("1", NOON, variant("11", "A", "1"))));
        record.delete(merchant, store.id(), List.of("1", "2"));
        record.record(
                merchant,
                store,
                List.of(
                        product("1", NOON.plusSeconds(5), variant("11", "A", "1")),
                        product("2", NOON, variant("21", "A", "1"))));

        assertThat(listed()).isEmpty();
    }

    @Test
    void aWholePullRemovesWhatItDoesNotListButNothingToldSinceItBegan() {
        Instant begun = NOON.plusSeconds(100);
        UUID pull = UUID.randomUUID();
        record.record(
                merchant,
                store,
                List.of(
                        product("1", NOON, variant("11", "A", "1")),
                        product("2", NOON, variant("21", "B", "1")),
                        product("3", begun.plusSeconds(1), variant("31", "C", "1"))));
        record.recordPulled(merchant, store, List.of(product("1", NOON, variant("11", "A", "1"))), pull);

        assertThat(record.removeUnlisted(merchant, store.id(), pull, begun)).isEqualTo(1);
        assertThat(record.removeUnlisted(merchant, store.id(), pull, begun)).isZero();
        assertThat(listed()).extracting(row -> row.substring(0, 2)).containsExactly("11", "31");

        // the next night lists it again, in the version that is known
        baton.clock().advance(Duration.ofDays(1));
        StoreProduct again = product("2", NOON, variant("21", "B", "1"));
        record.recordPulled(
                merchant,
                store,
                List.of(new StoreProduct(
                        again.productId(),
                        again.title(),
                        again.status(),
                        null,
                        NOON,
                        baton.clock().instant().plusSeconds(9),
                        again.variants())),
                UUID.randomUUID());
        assertThat(listed()).hasSize(3);
    }

    @Test
    void theSameAgainWritesNothing() {
        List<StoreProduct> products = List.of(product("1", NOON, variant("11", "A", "1")));
        record.record(merchant, store, products);
        long audits = count("select count(*) from audit");

        assertThat(record.record(merchant, store, products)).isEqualTo(new Recorded(0, 1));
        assertThat(count("select count(*) from audit")).isEqualTo(audits);
    }
}
