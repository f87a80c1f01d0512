package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Listing;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.MappingLookup;
import dev.baton.catalog.Match;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.console.CatalogViews.Elsewhere;
import dev.baton.console.CatalogViews.Guess;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one unit of a store's SKU is made of: another product, several of it, several products, by country. */
@RestController
class MappingScreen {

    static final String PATH = ProductsScreen.PATH + "/mapping";

    private static final String STORE = "store";
    private static final String STORE_SKU = "store-sku";
    private static final String COUNTRY = "country";
    private static final int MOST_COUNTRIES = 250;

    private final Books books;
    private final MerchantLookup merchants;
    private final Suggested suggested;
    private final MapGoods mapping;
    private final StaffDesk desk;

    MappingScreen(Books books, MerchantLookup merchants, Suggested suggested, MapGoods mapping, StaffDesk desk) {
        this.books = books;
        this.merchants = merchants;
        this.suggested = suggested;
        this.mapping = mapping;
        this.desk = desk;
    }

    /** Where goods, mappings and what stores sell stand. */
    @Component("mappingBooks")
    record Books(CatalogLookup catalog, MappingLookup mappings, ListingLookup listings) {}

    /** The page of one; empty country = every country without a mapping of its own. */
    static String path(String store, String storeSku, String country) {
        return new Where(PATH, Map.of())
                .with(STORE, store)
                .with(STORE_SKU, storeSku)
                .with(COUNTRY, country)
                .toString();
    }

    /** The page of a new one that has one of that product. */
    static String with(String sku) {
        return new Where(PATH, Map.of())
                .with("sku-1", sku)
                .with("quantity-1", "1")
                .toString();
    }

    /** The page of one with what it would do to say that it is one of that product. */
    static String preview(String store, String storeSku, String sku) {
        return new Where(PATH, Map.of())
                .with(STORE, store)
                .with(STORE_SKU, storeSku)
                .with("sku-1", sku)
                .with("quantity-1", "1")
                .with("see", "yes")
                .toString();
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        boolean asks = typed.has("see") || typed.has("remove");
        Preview preview = asks && staff.may(Act.MAP_GOODS)
                ? mapping.preview(staff.merchant(), () -> stated(staff.merchant(), typed), PATH, carried(typed))
                : null;
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                "What a store's SKU is made of",
                Done.sentence(typed),
                "console/mapping.jte",
                frame -> page(staff, typed, preview, frame));
    }

    /** Says it, or takes it back, and lets go what waited for it. */
    @Does(Act.MAP_GOODS)
    @PostMapping(PATH)
    ResponseEntity<String> map(Staff staff, Typed typed) {
        SkuMapping stated = stated(staff.merchant(), typed);
        mapping.apply(staff.merchant(), stated);
        return (stated.parts().isEmpty() ? Done.UNMAPPED : Done.MAPPED)
                .at(path(typed.text(STORE), stated.item().sku(), stated.country()));
    }

    private static Map<String, String> carried(Typed typed) {
        Map<String, String> fields = new LinkedHashMap<>(PartsForm.of(typed).carried());
        fields.put(STORE, typed.text(STORE));
        fields.put(STORE_SKU, typed.text(STORE_SKU));
        fields.put(COUNTRY, typed.text(COUNTRY));
        if (typed.has("remove")) {
            fields.put("remove", "yes");
        }
        return fields;
    }

    private SkuMapping stated(MerchantId merchant, Typed typed) {
        Store store = desk.inTransaction(merchant, () -> merchants.storeByCode(merchant, typed.text(STORE)))
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose the store.", STORE));
        return new SkuMapping(
                new StoreItem(store.id(), typed.text(STORE_SKU)),
                country(typed),
                typed.has("remove")
                        ? List.of()
                        : PartsForm.of(typed).stated().stream()
                                .map(part -> new SkuMapping.Part(part.sku(), part.quantity()))
                                .toList());
    }

    private static String country(Typed typed) {
        return typed.text(COUNTRY).toUpperCase(Locale.ROOT);
    }

    private CatalogViews.Mapping page(Staff staff, Typed typed, @Nullable Preview preview, Frame frame) {
        MerchantId merchant = staff.merchant();
        List<Store> stores = merchants.stores(merchant);
        Store store = stores.stream()
                .filter(each -> each.code().equals(typed.text(STORE)))
                .findFirst()
                .orElse(null);
        String sku = typed.text(STORE_SKU);
        List<SkuMapping> known = store == null || sku.isEmpty()
                ? List.of()
                : books.mappings().page(merchant, store.id(), sku, MappingLookup.Place.START, MOST_COUNTRIES);
        SkuMapping now = known.stream()
                .filter(each -> each.country().equals(country(typed)))
                .findFirst()
                .orElse(null);
        PartsForm form = PartsForm.isIn(typed) ? PartsForm.of(typed) : as(now);
        Map<String, Sku> goods = books.catalog()
                .skus(merchant, form.lines().stream().map(PartsForm.Line::sku).toList());
        Listing variant = store == null || sku.isEmpty()
                ? null
                : books.listings().ofSku(merchant, store.id(), sku).orElse(null);
        return new CatalogViews.Mapping(
                frame,
                stores.stream()
                        .map(each -> new Option(each.code(), each.name()))
                        .toList(),
                typed.text(STORE),
                store == null ? "" : store.name(),
                sku,
                country(typed),
                store != null && !sku.isEmpty() && !typed.has("other"),
                now != null,
                variant == null ? "" : variant.title(),
                form.shown(
                        typed.has("more"),
                        code -> goods.containsKey(code)
                                ? Objects.requireNonNull(goods.get(code)).title()
                                : ""),
                known.stream()
                        .filter(each -> !each.equals(now))
                        .map(each -> elsewhere(typed.text(STORE), each))
                        .toList(),
                now == null && store != null && !sku.isEmpty() ? guesses(merchant, store, sku, variant) : List.of(),
                staff.may(Act.MAP_GOODS),
                preview);
    }

    private static PartsForm as(@Nullable SkuMapping now) {
        return new PartsForm(
                now == null
                        ? List.of()
                        : now.parts().stream()
                                .map(part -> new PartsForm.Line(part.sku(), String.valueOf(part.quantity())))
                                .toList());
    }

    private static Elsewhere elsewhere(String store, SkuMapping each) {
        return new Elsewhere(
                each.country().isEmpty() ? "every other country" : each.country(),
                MapGoods.parts(each),
                path(store, each.item().sku(), each.country()));
    }

    private List<Guess> guesses(MerchantId merchant, Store store, String sku, @Nullable Listing variant) {
        Wanted wanted = variant == null ? new Wanted(sku, null, sku) : VariantListing.wanted(variant);
        List<Match> matches =
                suggested.of(merchant, List.of(wanted), each -> each).getOrDefault(wanted, List.of());
        return matches.stream()
                .map(match -> new Guess(
                        match.code(),
                        match.title(),
                        SuggestionWords.why(match),
                        preview(store.code(), sku, match.code())))
                .toList();
    }
}
