package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.Match.Reason;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a store sells and what suppliers offer, beside the SKUs of the merchant. */
class MatchingTest {

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final MerchantId merchant = shop.merchant;
    private final Store store = baton.in(
            merchant,
            () -> baton.bean(MerchantLookup.class).store(merchant, shop.store).orElseThrow());
    private final DefineSkus defineSkus = baton.bean(DefineSkus.class);
    private final DefineMappings defineMappings = baton.bean(DefineMappings.class);
    private final ListingLookup listings = baton.bean(ListingLookup.class);

    private void sku(String code, String title, @Nullable String gtin) {
        defineSkus.define(merchant, List.of(new SkuDefinition(code, title, 100, true, List.of(), gtin)));
    }

    private List<Match> suggest(@Nullable String code, @Nullable String gtin, String title) {
        return baton.in(
                        merchant,
                        () -> baton.bean(SuggestMatches.class)
                                .suggest(merchant, List.of(new Wanted(code, Gtin.of(gtin), title))))
                .getFirst();
    }

    private void lists(String id, @Nullable String sku, String title, @Nullable String barcode) {
        Instant at = baton.clock().instant();
        baton.bean(RecordStoreProducts.class)
                .record(
                        merchant,
                        store,
                        List.of(new StoreProduct(
                                id,
                                title,
                                ListingStatus.ACTIVE,
                                null,
                                at,
                                at,
                                List.of(new Variant(
                                        id, null, null, sku, barcode, BigDecimal.TEN, null, null, null, true, 90)))));
    }

    private static SkuMapping mapping(StoreId store, String sku, String country, SkuMapping.Part... parts) {
        return new SkuMapping(new StoreItem(store, sku), country, List.of(parts));
    }

    private static SkuMapping.Part part(String sku, int quantity) {
        return new SkuMapping.Part(sku, quantity);
    }

    @Test
    void suggestsByBarcodeCodeAndTitleTheSurestFirst() {
        sku("CUP-01", "Blue cup", "4006381333931");
        sku("CUP.02", "Green cup", null);
        sku("JAR-9", "Red cup with handle", null);

        assertThat(suggest("cup 02", "04006381333931", "Red cup with a handle"))
                .extracting(Match::code, Match::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CUP-01", Reason.SAME_GTIN),
                        org.assertj.core.groups.Tuple.tuple("CUP.02", Reason.SAME_CODE),
                        org.assertj.core.groups.Tuple.tuple("JAR-9", Reason.SIMILAR_TITLE));
        assertThat(suggest(null, null, "Red cup with two handles"))
                .first()
                .satisfies(match -> assertThat(match.likeness().percent()).isBetween(70, 90));
    }

    @Test
    void isNotSureOfOneCodeWithTwoBarcodes() {
        sku("1001", "Mug", "4006381333931");

        assertThat(suggest("1001", "00012345678905", "Lamp")).singleElement().satisfies(match -> {
            assertThat(match.reason()).isEqualTo(Reason.CODE_NOT_GTIN);
            assertThat(match.sure()).isFalse();
        });
        assertThat(suggest("1001", null, "Lamp"))
                .singleElement()
                .satisfies(match -> assertThat(match.reason()).isEqualTo(Reason.SAME_CODE));
    }

    @Test
    void suggestsNothingForWhatIsLikeNothing() {
        sku("CUP-01", "Blue cup", "4006381333931");

        assertThat(suggest("X", "4006381333932", "Coffee grinder")).isEmpty();
        assertThat(suggest(null, null, "")).isEmpty();
    }

    @Test
    void findsTheRightOneAmongManyOfTheSameWord() {
        List<SkuDefinition> many = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            many.add(new SkuDefinition("LAMP-" + i, "Lamp model" + i + " colour" + i % 7, 1, true, List.of()));
        }
        defineSkus.define(merchant, many);

        assertThat(suggest(null, null, "model417 lamp"))
                .first()
                .satisfies(match -> assertThat(match.code()).isEqualTo("LAMP-417"));
    }

    @Test
    void findsTheRightVariantAmongTenThousandWhoseEveryWordIsCommon() {
        List<String> colours =
                words("amber", "black", "coral", "denim", "ecru", "fawn", "green", "honey", "ivory", "jade");
        List<String> goods =
                words("shirt", "jacket", "trousers", "skirt", "jumper", "coat", "dress", "vest", "scarf", "hat");
        List<String> made =
                words("cotton", "linen", "wool", "silk", "hemp", "jersey", "velvet", "tweed", "fleece", "mesh");
        List<String> sizes = words("32", "34", "36", "38", "40", "42", "44", "46", "48", "50");
        List<SkuDefinition> all = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (String colour : colours) {
            for (String good : goods) {
                for (String material : made) {
                    for (String size : sizes) {
                        String code = colour + "-" + good + "-" + material + "-" + size;
                        String title = material + " " + good + " " + colour + " size " + size;
                        all.add(new SkuDefinition(code, title, 1, true, List.of()));
                        if (all.size() % 53 == 0) {
                            wanted.add(new Wanted(
                                    null, null, "Mens " + good + " " + size + " in " + colour + ", " + material));
                        }
                    }
                }
            }
        }
        defineSkus.define(merchant, all.subList(0, 5_000));
        defineSkus.define(merchant, all.subList(5_000, 10_000));

        List<List<Match>> found =
                baton.in(merchant, () -> baton.bean(SuggestMatches.class).suggest(merchant, wanted));

        assertThat(wanted).hasSize(188);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i)).as(wanted.get(i).title()).isNotEmpty();
            assertThat(found.get(i).getFirst().title())
                    .as(wanted.get(i).title())
                    .isEqualTo(all.get(53 * (i + 1) - 1).title());
            assertThat(found.get(i).getFirst().sure()).isFalse();
        }
        List<SimilarTitles.Found> compared = baton.in(
                merchant,
                () -> baton.bean(SimilarTitles.class)
                        .find(merchant, wanted.stream().map(Wanted::title).toList()));
        assertThat(compared).as("few are compared letter by letter").hasSizeLessThanOrEqualTo(30 * wanted.size());
    }

    private static List<String> words(String... words) {
        return List.of(words);
    }

    @Test
    void forgetsTheWordsOfATitleThatChanged() {
        sku("CUP-01", "Blue cup", null);
        sku("CUP-01", "Green saucer", null);

        assertThat(suggest(null, null, "Blue cup")).isEmpty();
        assertThat(suggest(null, null, "Green saucer")).hasSize(1);
    }

    @Test
    void keepsABarcodeUntilAnotherIsStated() {
        sku("CUP-01", "Blue cup", "4006381333931");
        sku("CUP-01", "Blue cup", null);
        assertThat(suggest(null, "4006381333931", "x")).hasSize(1);

        sku("CUP-01", "Blue cup", "036000291452");
        assertThat(suggest(null, "4006381333931", "x")).isEmpty();
        assertThat(suggest(null, "0036000291452", "x")).hasSize(1);
    }

    @Test
    void refusesABarcodeWithAWrongCheckDigit() {
        assertThatThrownBy(() -> sku("CUP-01", "Blue cup", "4006381333932"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(CatalogProblem.SKU_INVALID);
                    assertThat(problem.field()).isEqualTo("skus[0].gtin");
                });
    }

    @Test
    void countsWhatIsMatchedAndWhatIsNot() {
        sku("CUP-01", "Blue cup", null);
        lists("1", "CUP-01", "Blue cup", null);
        lists("2", "PACK-6", "Six blue cups", null);
        lists("3", "JAR", "Jar", null);
        lists("4", null, "Something", null);
        defineMappings.define(merchant, List.of(mapping(shop.store, "PACK-6", "", part("CUP-01", 6))));

        Map<Listing.State, Long> counts = baton.in(merchant, () -> listings.counts(merchant, shop.store));

        assertThat(counts)
                .containsEntry(Listing.State.SAME_CODE, 1L)
                .containsEntry(Listing.State.MAPPED, 1L)
                .containsEntry(Listing.State.UNMATCHED, 1L)
                .containsEntry(Listing.State.WITHOUT_SKU, 1L);
        for (Listing.State state : Listing.State.values()) {
            assertThat(baton.in(merchant, () -> listings.list(merchant, shop.store, state, null, 10)))
                    .as(state.name())
                    .hasSize(counts.getOrDefault(state, 0L).intValue());
        }
        List<Listing> all = baton.in(merchant, () -> listings.list(merchant, shop.store, null, null, 10));
        assertThat(baton.in(
                        merchant,
                        () -> listings.list(
                                merchant, shop.store, null, all.get(1).id(), 10)))
                .hasSize(2);
    }

    @Test
    void takesWhatTheStoreSellsIntoTheCatalogue() {
        lists("1", "CUP-01", "Blue cup", "4006381333931");
        lists("2", "CUP-01", "Blue cup again", null);
        lists("3", null, "Something", null);

        AdoptListings.Adopted adopted = baton.bean(AdoptListings.class).adopt(merchant, shop.store);

        assertThat(adopted.skus()).containsExactly("CUP-01");
        assertThat(adopted.more()).isFalse();
        Sku sku = baton.in(merchant, () -> baton.bean(CatalogLookup.class).skuByCode(merchant, "CUP-01"))
                .orElseThrow();
        assertThat(sku.title()).isEqualTo("Blue cup");
        assertThat(sku.weightGrams()).isEqualTo(90);
        assertThat(sku.gtin()).isEqualTo("04006381333931");
        assertThat(baton.bean(AdoptListings.class).adopt(merchant, shop.store).skus())
                .isEmpty();
    }

    @Test
    void aMappingIsTakenApartToGoodsAndByCountry() {
        sku("CUP", "Cup", null);
        sku("SAUCER", "Saucer", null);
        shop.bundle("SET", new SkuDefinition.Part("CUP", 1), new SkuDefinition.Part("SAUCER", 2));
        defineMappings.define(
                merchant,
                List.of(
                        mapping(shop.store, "TEA", "", part("SET", 3), part("CUP", 1)),
                        mapping(shop.store, "TEA", "GB", part("CUP", 2))));

        CatalogSlice slice = baton.in(
                merchant,
                () -> baton.bean(CatalogLookup.class)
                        .bySku(merchant, List.of("SET"), List.of(new StoreItem(shop.store, "TEA"))));

        StoreItem tea = new StoreItem(shop.store, "TEA");
        assertThat(slice.mappedTo(tea, "DE"))
                .extracting(each ->
                        Objects.requireNonNull(slice.goods().get(each.sku())).code() + " " + each.quantity())
                .containsExactlyInAnyOrder("CUP 4", "SAUCER 6");
        assertThat(slice.mappedTo(tea, "GB")).extracting(BundlePart::quantity).containsExactly(2);
        assertThat(slice.mappedTo(new StoreItem(new StoreId(UUID.randomUUID()), "TEA"), "DE"))
                .isEmpty();
        assertThat(Objects.requireNonNull(slice.byCode().get("SET")).parts()).hasSize(2);
    }

    @Test
    void aMappingIsReplacedWholeAndForgottenWithoutParts() {
        sku("CUP", "Cup", null);
        sku("SAUCER", "Saucer", null);
        defineMappings.define(merchant, List.of(mapping(shop.store, "TEA", "", part("CUP", 1))));
        defineMappings.define(merchant, List.of(mapping(shop.store, "TEA", "", part("SAUCER", 2))));
        assertThat(count()).isEqualTo(1);

        defineMappings.define(merchant, List.of(mapping(shop.store, "TEA", "")));
        assertThat(count()).isZero();
    }

    private long count() {
        return baton.<Long>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from sku_mapping")
                        .query(Long.class)
                        .single());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', CUP, 1, mappings[0].storeSku",
        "' X', '', CUP, 1, mappings[0].storeSku",
        "X, QQ, CUP, 1, mappings[0].country",
        "X, '', CUP, 0, mappings[0].to",
        "X, '', CUP, 10001, mappings[0].to",
        "X, '', NOPE, 1, mappings[0].to[0].sku"
    })
    void refusesAMappingNobodyCouldBuyBy(String item, String country, String sku, int quantity, String field) {
        sku("CUP", "Cup", null);

        assertThatThrownBy(() -> defineMappings.define(
                        merchant, List.of(mapping(shop.store, item, country, part(sku, quantity)))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
        assertThat(count()).isZero();
    }

    @Test
    void refusesTheSameSkuTwice() {
        sku("CUP", "Cup", null);
        SkuMapping one = mapping(shop.store, "TEA", "", part("CUP", 1));

        assertThatThrownBy(() -> defineMappings.define(merchant, List.of(one, one)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("mappings[1].storeSku"));
    }
}
