package dev.baton.console;

import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.console.CatalogViews.Guess;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.SourceViews.Fact;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One item of a supplier's price list that is no offer yet: what it says, and which product it is. */
@RestController
class ItemScreen {

    private static final String ONE = ItemListing.PATH + "/one";

    private final Books books;
    private final SupplierLookup suppliers;
    private final Suggested suggested;
    private final MatchGoods matching;
    private final StaffDesk desk;

    ItemScreen(Books books, SupplierLookup suppliers, Suggested suggested, MatchGoods matching, StaffDesk desk) {
        this.books = books;
        this.suppliers = suppliers;
        this.suggested = suggested;
        this.matching = matching;
        this.desk = desk;
    }

    /** Where items stand, and where they came from. */
    @Component("itemBooks")
    record Books(SupplierItems items, CostSources sources) {}

    static String path(UUID item) {
        return new Where(ONE, Map.of()).with("item", item.toString()).toString();
    }

    /** The page of one with what it would do to say that it is that product. */
    static String preview(UUID item, String sku) {
        return new Where(ONE, Map.of())
                .with("item", item.toString())
                .with("sku", sku)
                .toString();
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        SupplierItem item = desk.inTransaction(merchant, () -> find(merchant, typed));
        String sku = typed.text("sku");
        Preview preview =
                sku.isEmpty() || !staff.may(Act.MAP_GOODS) ? null : matching.preview(merchant, item, sku, ONE);
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                item.supplierSku(),
                Done.sentence(typed),
                "console/item.jte",
                frame -> page(staff, item, sku, preview, frame));
    }

    /** Makes an offer of it and lets go what waited. */
    @Does(Act.MAP_GOODS)
    @PostMapping(ONE)
    ResponseEntity<String> match(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        SupplierItem item = desk.inTransaction(merchant, () -> find(merchant, typed));
        matching.apply(merchant, List.of(new ItemMatch(item.id(), typed.text("sku"))));
        return Done.MATCHED.at(ProductsScreen.path(typed.text("sku")));
    }

    private SupplierItem find(MerchantId merchant, Typed typed) {
        return typed.id("item")
                .flatMap(id -> books.items().of(merchant, List.of(id)).stream().findFirst())
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no such item any more: it may be an offer by now."));
    }

    private CatalogViews.Item page(Staff staff, SupplierItem item, String sku, @Nullable Preview preview, Frame frame) {
        MerchantId merchant = staff.merchant();
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(item.supplier())).get(item.supplier());
        return new CatalogViews.Item(
                frame,
                item.id().toString(),
                item.supplierSku(),
                item.title(),
                supplier == null ? "" : supplier.name(),
                SuppliersScreen.PATH + "/" + item.supplier().value(),
                facts(item, frame.moments()),
                books.sources().one(merchant, item.listed()),
                suggested.of(merchant, List.of(item), ItemListing::wanted).getOrDefault(item, List.of()).stream()
                        .map(match -> new Guess(
                                match.code(),
                                match.title(),
                                SuggestionWords.why(match),
                                preview(item.id(), match.code())))
                        .toList(),
                sku,
                staff.may(Act.MAP_GOODS),
                preview);
    }

    private static List<Fact> facts(SupplierItem item, Moments moments) {
        return Stream.of(
                        new Fact(
                                "Cost",
                                CostWords.of(item.cost(), moments)
                                        + (item.since().isAfter(moments.now())
                                                ? " from " + moments.at(item.since())
                                                : "")),
                        new Fact("Barcode", Objects.requireNonNullElse(item.gtin(), "")),
                        new Fact("Ships from", item.shipFrom()),
                        new Fact("In packs of", item.packSize() == 1 ? "" : String.valueOf(item.packSize())),
                        new Fact(
                                "At least",
                                item.minimumQuantity() == null || item.minimumQuantity() == 1
                                        ? ""
                                        : item.minimumQuantity() + " in a line"),
                        new Fact("Lead time", ProductOffers.days(item.leadTimeDays())),
                        new Fact("Weight", item.weightGrams() == null ? "" : item.weightGrams() + " g"))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
