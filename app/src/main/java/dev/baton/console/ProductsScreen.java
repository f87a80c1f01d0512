package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.MappedTo;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferCost;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.OrderViews.Mark;
import dev.baton.inventory.InventoryLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    private static final int COSTS = 10;
    private static final int MOST = 200;

    private final ProductListing listing;
    private final Books books;
    private final InventoryLookup inventory;
    private final Names names;
    private final MapGoods mapping;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    ProductsScreen(
            ProductListing listing,
            Books books,
            InventoryLookup inventory,
            Names names,
            MapGoods mapping,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.books = books;
        this.inventory = inventory;
        this.names = names;
        this.mapping = mapping;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** Where goods and costs stand. */
    @Component
    record Books(CatalogLookup catalog, CostProposals proposals, MappedTo mapped) {}

    /** What stores and suppliers are called. */
    @Component
    record Names(MerchantLookup merchants, SupplierLookup suppliers) {}

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
        Store store = tenancy.inTransaction(
                        merchant, () -> names.merchants().storeByCode(merchant, typed.text("store")))
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
        List<Store> stores = names.merchants().stores(merchant);
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
                parts(merchant, sku),
                offers(staff, sku, frame.moments()),
                variants(merchant, sku, stores),
                stores.stream()
                        .map(store -> new Option(store.code(), store.name()))
                        .toList(),
                staff.may(Act.MAP_GOODS),
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

    private List<ProductViews.Offer> offers(Staff staff, Sku sku, Moments moments) {
        MerchantId merchant = staff.merchant();
        Map<SupplierId, SupplierTerms> known = names.suppliers().all(merchant).stream()
                .collect(Collectors.toMap(SupplierTerms::id, Function.identity()));
        List<ProductViews.Offer> offers = new ArrayList<>();
        for (Offer offer : books.catalog().offersOf(merchant, List.of(sku.id())).getOrDefault(sku.id(), List.of())) {
            SupplierTerms supplier = known.get(offer.supplier());
            offers.add(new ProductViews.Offer(
                    supplier == null ? "" : supplier.name(),
                    supplier == null
                            ? ""
                            : SuppliersScreen.PATH + "/" + supplier.id().value(),
                    offer.supplierSku(),
                    offer.shipFrom(),
                    moments.micros(offer.unitCostMicros(), offer.currency()),
                    offer.packSize() == 1 ? "" : "in packs of " + offer.packSize(),
                    offer.countries().isEmpty()
                            ? "everywhere"
                            : String.join(
                                    ", ", offer.countries().stream().sorted().toList()),
                    offer.leadTimeDays() == 1 ? "1 working day" : offer.leadTimeDays() + " working days",
                    history(merchant, offer, moments),
                    jumps(staff, offer, moments)));
        }
        return offers;
    }

    private List<ProductViews.Cost> history(MerchantId merchant, Offer offer, Moments moments) {
        List<OfferCost> costs = books.catalog().costs(merchant, offer.id(), COSTS);
        Instant now = moments.now();
        Instant inForce = costs.stream()
                .map(OfferCost::since)
                .filter(since -> !since.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return costs.stream()
                .map(cost -> new ProductViews.Cost(
                        moments.micros(cost.cost().micros(), cost.cost().currency()),
                        cost.since(),
                        cost.since().isAfter(now)
                                ? new Mark("Cost", "From then on", "warn")
                                : cost.since().equals(inForce)
                                        ? new Mark("Cost", "Now", "good")
                                        : new Mark("Cost", "Before", "none")))
                .toList();
    }

    private List<ProductViews.Jump> jumps(Staff staff, Offer offer, Moments moments) {
        return books.proposals().open(staff.merchant(), offer.supplier(), null, MOST).stream()
                .filter(jump -> jump.offer().equals(offer.id()))
                .map(jump -> jump(staff, jump, moments))
                .toList();
    }

    private static ProductViews.Jump jump(Staff staff, CostProposal jump, Moments moments) {
        return new ProductViews.Jump(
                jump.id().toString(),
                moments.micros(jump.before().micros(), jump.before().currency()),
                moments.micros(jump.proposed().micros(), jump.proposed().currency()),
                jump.since(),
                staff.may(Act.DECIDE_COSTS));
    }

    private List<ProductViews.Variant> variants(MerchantId merchant, Sku sku, List<Store> stores) {
        Map<StoreId, String> called = stores.stream().collect(Collectors.toMap(Store::id, Store::name));
        return books.mapped().of(merchant, sku.id(), MOST).stream()
                .map(row -> new ProductViews.Variant(
                        called.getOrDefault(row.item().store(), ""),
                        row.item().sku(),
                        row.country().isEmpty() ? "everywhere" : row.country(),
                        row.quantity() + " in one"))
                .toList();
    }
}
