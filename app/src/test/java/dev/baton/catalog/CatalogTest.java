package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = new MerchantId(UUID.randomUUID());
    private final SampleCatalog sample = new SampleCatalog(baton, merchant);
    private final DefineSkus defineSkus = baton.bean(DefineSkus.class);
    private final DefineOffers defineOffers = baton.bean(DefineOffers.class);
    private final CatalogLookup lookup = baton.bean(CatalogLookup.class);

    @Test
    void slicesSkusPartsOfBundlesAndTheirOffers() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.skus(List.of("CUP", "PLATE", "POT"));
        sample.bundle("SET", new SkuDefinition.Part("CUP", 4), new SkuDefinition.Part("PLATE", 2));
        OfferId cup = sample.offer(acme, "CUP");
        OfferId plate = sample.offer(acme, "PLATE");

        CatalogSlice slice = slice("SET", "POT", "NOBODY");

        assertThat(slice.byCode()).containsOnlyKeys("SET", "POT");
        Sku set = found(slice, "SET");
        assertThat(set.bundle()).isTrue();
        assertThat(set.parts()).extracting(BundlePart::quantity).containsExactlyInAnyOrder(4, 2);
        assertThat(slice.goods().values()).extracting(Sku::code).containsExactlyInAnyOrder("CUP", "PLATE", "POT");
        assertThat(slice.offers().values().stream().flatMap(List::stream).map(Offer::id))
                .containsExactlyInAnyOrder(cup, plate);
        assertThat(slice.offersOf(found(slice, "POT").id())).isEmpty();
    }

    @Test
    void readsBackAnOfferWhole() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        SkuId cup = sample.sku("CUP");

        OfferId id = defineOffers
                .define(
                        merchant,
                        List.of(new OfferDefinition(
                                "CUP", acme, "A-1", "NORTH", 1_234_567, "USD", 6, 4, Set.of("US", "CA"), 3)))
                .getFirst();

        assertThat(baton.in(merchant, () -> lookup.offers(merchant, List.of(id))))
                .containsEntry(
                        id,
                        new Offer(
                                id,
                                cup,
                                acme,
                                "NORTH",
                                "A-1",
                                1_234_567,
                                "USD",
                                List.of(),
                                6,
                                4,
                                Set.of("US", "CA"),
                                3));
        assertThat(baton.in(merchant, () -> lookup.bySupplierSku(merchant, acme, List.of("A-1", "A-2"))))
                .containsOnlyKeys("A-1");
        assertThat(baton.in(merchant, () -> lookup.skuByCode(merchant, "CUP")))
                .hasValueSatisfying(sku -> assertThat(sku.title()).isEqualTo("Title of CUP"));
    }

    @Test
    void definingTheSameAgainWritesNothing() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        SkuId cup = sample.sku("CUP");
        OfferId offer = sample.offer(acme, "CUP");
        long audits = audits();

        assertThat(sample.sku("CUP")).isEqualTo(cup);
        assertThat(sample.offer(acme, "CUP")).isEqualTo(offer);

        assertThat(audits()).isEqualTo(audits);
    }

    @Test
    void changesASkuAndABundlesParts() {
        sample.skus(List.of("CUP", "PLATE"));
        sample.bundle("SET", new SkuDefinition.Part("CUP", 4));

        defineSkus.define(merchant, List.of(new SkuDefinition("CUP", "Big cup", 700, false, List.of())));
        sample.bundle("SET", new SkuDefinition.Part("PLATE", 3));

        CatalogSlice slice = slice("SET", "CUP");
        assertThat(found(slice, "CUP").title()).isEqualTo("Big cup");
        assertThat(found(slice, "CUP").requiresShipping()).isFalse();
        assertThat(found(slice, "SET").parts()).extracting(BundlePart::quantity).containsExactly(3);
    }

    @Test
    void keepsEveryCostWithItsDate() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.sku("CUP");
        OfferId id = sample.offer(acme, "CUP");

        baton.clock().advance(Duration.ofDays(1));
        defineOffers.define(merchant, List.of(sample.offer(acme, "CUP", Offer.MAIN, 4_000_000)));

        assertThat(baton.in(
                        merchant,
                        () -> baton.jdbc()
                                .sql(
                                        "select unit_cost_micros from offer_cost where merchant_id = :m and offer_id = :o order by since")
                                .param("m", merchant.value())
                                .param("o", id.value())
                                .query(Long.class)
                                .list()))
                .containsExactly(3_500_000L, 4_000_000L);
    }

    @Test
    void refusesWhatIsNotKnown() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.sku("CUP");

        refused(
                () -> sample.bundle("SET", new SkuDefinition.Part("CUP", 1), new SkuDefinition.Part("GONE", 1)),
                CatalogProblem.SKU_UNKNOWN,
                "skus[0].bundle[1].sku");
        refused(() -> sample.offer(acme, "GONE"), CatalogProblem.SKU_UNKNOWN, "offers[0].sku");
        refused(
                () -> sample.offer(new SupplierId(UUID.randomUUID()), "CUP"),
                CatalogProblem.SUPPLIER_UNKNOWN,
                "offers[0].supplier");
    }

    @Test
    void refusesBundlesOfBundlesAndOffersOfBundles() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.skus(List.of("CUP", "PLATE"));
        sample.bundle("SET", new SkuDefinition.Part("CUP", 1));
        sample.offer(acme, "PLATE");

        refused(
                () -> sample.bundle("BOX", new SkuDefinition.Part("SET", 1)),
                CatalogProblem.BUNDLE_NESTED,
                "skus[0].bundle");
        refused(
                () -> sample.bundle("CUP", new SkuDefinition.Part("PLATE", 1)),
                CatalogProblem.BUNDLE_NESTED,
                "skus[0].bundle");
        refused(
                () -> sample.bundle("PLATE", new SkuDefinition.Part("CUP", 1)),
                CatalogProblem.BUNDLE_NESTED,
                "skus[0].bundle");
        refused(() -> sample.offer(acme, "SET"), CatalogProblem.BUNDLE_NESTED, "offers[0].sku");
    }

    @Test
    void refusesASecondSkuForTheSameItemBecauseItsStockWouldCountTwice() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.skus(List.of("CUP", "MUG"));
        sample.offer(acme, "CUP");

        refused(
                () -> defineOffers.define(
                        merchant,
                        List.of(new OfferDefinition("MUG", acme, "S-CUP", Offer.MAIN, 1, "EUR", 1, Set.of(), 0))),
                CatalogProblem.SUPPLIER_SKU_TAKEN,
                "offers[0].supplierSku");
    }

    @Test
    void refusesRowsThatCannotBeAndNamesThem() {
        SupplierId acme = sample.supplier(SampleSupplier.coded("acme"));
        sample.sku("CUP");

        refused(
                () -> defineSkus.define(
                        merchant,
                        List.of(
                                new SkuDefinition("A", "A", 0, true, List.of()),
                                new SkuDefinition(" A", "A", 0, true, List.of()))),
                CatalogProblem.SKU_INVALID,
                "skus[1].sku");
        refused(
                () -> defineSkus.define(merchant, List.of(new SkuDefinition("A", "A", -1, true, List.of()))),
                CatalogProblem.SKU_INVALID,
                "skus[0].weightGrams");
        refused(
                () -> defineOffers.define(
                        merchant,
                        List.of(new OfferDefinition("CUP", acme, "A", Offer.MAIN, 1, "EURO", 1, Set.of(), 0))),
                CatalogProblem.OFFER_INVALID,
                "offers[0].currency");
        refused(
                () -> defineOffers.define(
                        merchant,
                        List.of(sample.offer(acme, "CUP", Offer.MAIN, 1), sample.offer(acme, "CUP", Offer.MAIN, 2))),
                CatalogProblem.OFFER_INVALID,
                "offers[1].sku");
    }

    @Test
    void refusesMoreRowsThanOneTransactionHolds() {
        List<SkuDefinition> many = new ArrayList<>();
        for (int i = 0; i <= DefineSkus.MOST_ROWS; i++) {
            many.add(new SkuDefinition("A" + i, "A", 0, true, List.of()));
        }

        refused(() -> defineSkus.define(merchant, many), CatalogProblem.BATCH_TOO_LARGE, null);
    }

    private static Sku found(CatalogSlice slice, String code) {
        return Objects.requireNonNull(slice.byCode().get(code));
    }

    private CatalogSlice slice(String... codes) {
        return baton.in(merchant, () -> lookup.bySku(merchant, List.of(codes)));
    }

    private long audits() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from audit where merchant_id = :m")
                        .param("m", merchant.value())
                        .query(Long.class)
                        .single());
    }

    private static void refused(ThrowingCallable act, CatalogProblem code, @Nullable String field) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
