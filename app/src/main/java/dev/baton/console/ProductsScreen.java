package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.MappedTo;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.inventory.InventoryLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is sold: who offers it at what cost, and what stores call it. */
@RestController
class ProductsScreen {

    static final String PATH = "/console/products";
    private static final String ONE = PATH + "/sku";

    private static final int MOST = 200;

    private final ProductListing listing;
    private final Books books;
    private final InventoryLookup inventory;
    private final MerchantLookup merchants;
    private final MapGoods mapping;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    ProductsScreen(
            ProductListing listing,
            Books books,
            InventoryLookup inventory,
            MerchantLookup merchants,
            MapGoods mapping,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.books = books;
        this.inventory = inventory;
        this.merchants = merchants;
        this.mapping = mapping;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** Where goods and costs stand. */
    @Component
    record Books(CatalogLookup catalog, ProductOffers offers, MappedTo mapped) {}

    /** The page of one. */
    static String path(String code) {
        return new Where(ONE, Map.of()).with("code", code).toString();
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, Done.sentence(typed));
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        String code = typed.text("code");
        Preview preview = typed.text("store-sku").isEmpty() || !staff.may(Act.MAP_GOODS)
                ? null
                : mapping.preview(
                        merchant,
                        () -> stated(merchant, typed),
                        ONE + "/map",
                        Map.of(
                                "code", code,
                                "store", typed.text("store"),
                                "store-sku", typed.text("store-sku"),
                                "quantity", typed.text("quantity"),
                                "country", typed.text("country")));
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                code,
                Done.sentence(typed),
                "console/product.jte",
                frame -> product(staff, code, preview, frame));
    }

    /** Says that a store's SKU is made of this one, and lets go what waited for it. */
    @Does(Act.MAP_GOODS)
    @PostMapping(ONE + "/map")
    ResponseEntity<String> map(Staff staff, Typed typed) {
        mapping.apply(staff.merchant(), stated(staff.merchant(), typed));
        return Done.MAPPED.at(path(typed.text("code")));
    }

    private SkuMapping stated(MerchantId merchant, Typed typed) {
        Store store = tenancy.inTransaction(merchant, () -> merchants.storeByCode(merchant, typed.text("store")))
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose the store.", "store"));
        return new SkuMapping(
                new StoreItem(store.id(), typed.text("store-sku")),
                typed.text("country").toUpperCase(Locale.ROOT),
                List.of(new SkuMapping.Part(typed.text("code"), MapGoods.quantity(typed))));
    }

    private ProductViews.Product product(Staff staff, String code, @Nullable Preview preview, Frame frame) {
        MerchantId merchant = staff.merchant();
        Sku sku = books.catalog()
                .skuByCode(merchant, code)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such product."));
        List<Store> stores = merchants.stores(merchant);
        return new ProductViews.Product(
                frame,
                sku.code(),
                sku.title(),
                Objects.requireNonNullElse(sku.gtin(), ""),
                sku.weightGrams() == 0 ? "" : sku.weightGrams() + " g",
                sku.bundle()
                        ? null
                        : inventory.sellable(merchant, List.of(sku.id())).getOrDefault(sku.id(), 0L),
                StockScreen.why(sku.code()),
                InstructionsScreen.ofProduct(sku.code()),
                sku.bundle() && staff.may(Act.MAP_GOODS) ? BundleScreen.path(sku.code()) : "",
                parts(merchant, sku),
                books.offers().of(staff, sku, frame.moments()),
                sku.bundle() || !staff.may(Act.DEFINE_OFFERS) ? "" : OfferScreen.of(sku.code()),
                variants(merchant, sku, stores),
                stores.stream()
                        .map(store -> new Option(store.code(), store.name()))
                        .toList(),
                staff.may(Act.MAP_GOODS),
                MappingScreen.with(sku.code()),
                preview);
    }

    private List<String> parts(MerchantId merchant, Sku sku) {
        Map<SkuId, Sku> goods =
                books.catalog().bySku(merchant, List.of(sku.code())).goods();
        return sku.parts().stream()
                .map(part -> part.quantity() + " × "
                        + (goods.containsKey(part.sku())
                                ? Objects.requireNonNull(goods.get(part.sku())).code()
                                : "?"))
                .toList();
    }

    private List<ProductViews.Variant> variants(MerchantId merchant, Sku sku, List<Store> stores) {
        Map<StoreId, Store> known = stores.stream().collect(Collectors.toMap(Store::id, store -> store));
        return books.mapped().of(merchant, sku.id(), MOST).stream()
                .map(row -> variant(row, known.get(row.item().store())))
                .toList();
    }

    private static ProductViews.Variant variant(SkuMapping row, @Nullable Store store) {
        return new ProductViews.Variant(
                store == null ? "" : store.name(),
                row.item().sku(),
                row.country().isEmpty() ? "every country without its own" : "to " + row.country(),
                MapGoods.parts(row),
                MappingScreen.path(store == null ? "" : store.code(), row.item().sku(), row.country()));
    }
}
