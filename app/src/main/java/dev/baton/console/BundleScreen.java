package dev.baton.console;

import dev.baton.catalog.BundlePart;
import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SkuId;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a bundle is made of: several products sold as one, each of which may come from another supplier. */
@RestController
class BundleScreen {

    static final String PATH = ProductsScreen.PATH + "/bundle";

    private static final String CODE = "code";
    private static final String TITLE = "title";

    private final CatalogLookup catalog;
    private final DefineSkus defineSkus;
    private final ReleaseKnown releaseKnown;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    BundleScreen(
            CatalogLookup catalog, DefineSkus defineSkus, ReleaseKnown releaseKnown, Tenancy tenancy, StaffDesk desk) {
        this.catalog = catalog;
        this.defineSkus = defineSkus;
        this.releaseKnown = releaseKnown;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** The page of one; empty = of a new one. */
    static String path(String code) {
        return new Where(PATH, Map.of()).with(CODE, code).toString();
    }

    @Does(Act.MAP_GOODS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        Preview preview = typed.has("see") || typed.has("remove") ? preview(staff.merchant(), typed) : null;
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                "What a bundle is made of",
                "",
                "console/bundle.jte",
                frame -> page(staff, typed, preview, frame));
    }

    /** Makes it so, and lets go what waited because nothing here had its code. */
    @Does(Act.MAP_GOODS)
    @PostMapping(PATH)
    ResponseEntity<String> define(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        tenancy.run(merchant, () -> {
            SkuDefinition stated = stated(merchant, typed);
            defineSkus.define(merchant, List.of(stated));
            releaseKnown.release(merchant, heldBy(stated), "the bundle was defined");
        });
        return (typed.has("remove") ? Done.UNBUNDLED : Done.BUNDLED).at(ProductsScreen.path(typed.text(CODE)));
    }

    private Preview preview(MerchantId merchant, Typed typed) {
        try {
            SkuDefinition stated = tenancy.inTransaction(merchant, () -> stated(merchant, typed));
            ReleaseKnown.Outcome outcome = releaseKnown.preview(
                    merchant, () -> defineSkus.define(merchant, List.of(stated)), () -> heldBy(stated));
            return new Preview(
                    summary(stated) + MapGoods.waits(outcome), MapGoods.orders(outcome), confirm(typed, stated), null);
        } catch (Problem refused) {
            return new Preview("", List.of(), null, refused.detail());
        }
    }

    private static String summary(SkuDefinition stated) {
        return stated.bundle().isEmpty()
                ? stated.sku() + " is sold as one product by itself: it needs an offer of its own. "
                : "One " + stated.sku() + " is made of "
                        + stated.bundle().stream()
                                .map(part -> part.quantity() + " × " + part.sku())
                                .collect(Collectors.joining(" + "))
                        + ". Orders that stand keep what they were made of. ";
    }

    private static Way confirm(Typed typed, SkuDefinition stated) {
        Map<String, String> carried = new LinkedHashMap<>(PartsForm.of(typed).carried());
        carried.put(CODE, stated.sku());
        carried.put(TITLE, stated.title());
        if (stated.bundle().isEmpty()) {
            carried.put("remove", "yes");
            return Way.act("Make it one product", "", PATH, "It is no bundle", carried)
                    .bad();
        }
        return Way.act("Make it so", "", PATH, "Keep the bundle", carried).main();
    }

    /** What is known of it besides its parts stays as it is. */
    private SkuDefinition stated(MerchantId merchant, Typed typed) {
        Sku known = catalog.skuByCode(merchant, typed.text(CODE)).orElse(null);
        List<SkuDefinition.Part> parts = typed.has("remove")
                ? List.of()
                : PartsForm.of(typed).stated().stream()
                        .map(part -> new SkuDefinition.Part(part.sku(), part.quantity()))
                        .toList();
        String title = typed.text(TITLE);
        return new SkuDefinition(
                typed.text(CODE),
                title.isEmpty() && known != null ? known.title() : title,
                known == null ? 0 : known.weightGrams(),
                known == null || known.requiresShipping(),
                parts);
    }

    private static HeldBy heldBy(SkuDefinition stated) {
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER), List.of(new HeldBy.Goods(null, stated.sku())));
    }

    private CatalogViews.Bundle page(Staff staff, Typed typed, @Nullable Preview preview, Frame frame) {
        MerchantId merchant = staff.merchant();
        String code = typed.text(CODE);
        Sku known = code.isEmpty() ? null : catalog.skuByCode(merchant, code).orElse(null);
        PartsForm form = PartsForm.isIn(typed) ? PartsForm.of(typed) : as(merchant, known);
        Map<String, Sku> goods = catalog.skus(
                merchant, form.lines().stream().map(PartsForm.Line::sku).toList());
        return new CatalogViews.Bundle(
                frame,
                code,
                ProductsScreen.path(code),
                typed.has(TITLE) ? typed.text(TITLE) : known == null ? "" : known.title(),
                known == null || !known.bundle(),
                known != null,
                form.shown(
                        typed.has("more"),
                        each -> goods.containsKey(each)
                                ? Objects.requireNonNull(goods.get(each)).title()
                                : ""),
                preview);
    }

    private PartsForm as(MerchantId merchant, @Nullable Sku bundle) {
        if (bundle == null) {
            return new PartsForm(List.of());
        }
        Map<SkuId, String> codes = catalog.codes(
                merchant, bundle.parts().stream().map(BundlePart::sku).toList());
        return new PartsForm(bundle.parts().stream()
                .map(part -> new PartsForm.Line(codes.getOrDefault(part.sku(), "?"), String.valueOf(part.quantity())))
                .toList());
    }
}
