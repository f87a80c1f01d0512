package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.OfferForm.About;
import dev.baton.console.OfferViews.Instead;
import dev.baton.console.OrderViews.Option;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One offer: who ships a product from where, at which cost and on which terms; made and changed. */
@RestController
class OfferScreen {

    static final String PATH = ProductsScreen.PATH + "/offer";

    private static final String OFFER = "offer";
    private static final String SKU = "sku";
    private static final String END = "end";
    private static final String SUPPLIER = "supplier";

    private final Books books;
    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final OfferEffect effect;
    private final Clock clock;
    private final StaffDesk desk;

    OfferScreen(
            Books books,
            MerchantLookup merchants,
            SupplierLookup suppliers,
            OfferEffect effect,
            Clock clock,
            StaffDesk desk) {
        this.books = books;
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.effect = effect;
        this.clock = clock;
        this.desk = desk;
    }

    /** Where offers, their costs and what happened to them stand. */
    @Component("offerBooks")
    record Books(CatalogLookup catalog, ProductOffers offers, OrderStory story, OfferEnding ending) {}

    /** The form of an offer there is. */
    static String path(OfferId offer) {
        return new Where(PATH, Map.of()).with(OFFER, offer.value().toString()).toString();
    }

    /** The form of a new offer of a product; empty = of any. */
    static String of(String sku) {
        return new Where(PATH, Map.of()).with(SKU, sku).toString();
    }

    /** The form of a new offer of a supplier, which leads back to the supplier. */
    static String by(SupplierId supplier) {
        return new Where(PATH, Map.of())
                .with(SUPPLIER, supplier.value().toString())
                .and(Back.FIELD, SuppliersScreen.PATH + "/" + supplier.value())
                .toString();
    }

    /** The form of an offer there is, which leads back to its supplier. */
    static String change(OfferId offer, SupplierId supplier) {
        return Back.with(path(offer), Back.FIELD, SuppliersScreen.PATH + "/" + supplier.value());
    }

    /** What the form says besides what was typed. */
    private record Said(
            Map<String, String> wrong,
            @Nullable String trouble,
            @Nullable Instead instead,
            @Nullable Preview preview) {

        static final Said NOTHING = new Said(Map.of(), null, null, null);
    }

    @Does(Act.DEFINE_OFFERS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        About about = desk.inTransaction(staff.merchant(), () -> about(staff.merchant(), typed));
        Offer offer = about.offer();
        if (offer == null) {
            return page(staff, typed, about, OfferForm.fresh(typed, about.supplier()), Said.NOTHING);
        }
        Map<String, String> values = OfferForm.values(offer);
        return page(staff, typed, about, values, typed.has(END) ? ending(staff, typed, about, values) : Said.NOTHING);
    }

    /** What ending it would do, or what is wrong with the day. */
    private Said ending(Staff staff, Typed typed, About about, Map<String, String> values) {
        Moments moments = moments(staff.merchant());
        values.put(OfferEnding.UNTIL, typed.text(OfferEnding.UNTIL));
        values.put("why", typed.text("why"));
        String wrong = OfferEnding.day(typed, moments).wrong();
        return wrong == null
                ? new Said(Map.of(), null, null, books.ending().preview(staff.merchant(), about, typed, moments))
                : new Said(Map.of(OfferEnding.UNTIL, wrong), null, null, null);
    }

    private Moments moments(MerchantId merchant) {
        return desk.inTransaction(
                merchant,
                () -> new Moments(clock.instant(), merchants.settings(merchant).zone()));
    }

    /** Ends it, as it was looked at. */
    @Does(Act.DEFINE_OFFERS)
    @PostMapping(OfferEnding.PATH)
    ResponseEntity<String> end(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        About about = desk.inTransaction(merchant, () -> about(merchant, typed));
        Offer offer = about.offer();
        if (offer == null) {
            throw nothing();
        }
        OfferEnding.Day day = OfferEnding.day(typed, moments(merchant));
        if (day.wrong() != null) {
            return page(
                    staff,
                    typed,
                    about,
                    OfferForm.values(offer),
                    new Said(Map.of(OfferEnding.UNTIL, day.wrong()), null, null, null));
        }
        books.ending().end(merchant, offer, typed, day.at());
        return (day.at() == null ? Done.OFFER_ENDED : Done.OFFER_ENDS).backTo(typed, productOf(about));
    }

    /** Has it go on. */
    @Does(Act.DEFINE_OFFERS)
    @PostMapping(OfferEnding.RESUME)
    ResponseEntity<String> resume(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        About about = desk.inTransaction(merchant, () -> about(merchant, typed));
        Offer offer = about.offer();
        if (offer == null) {
            throw nothing();
        }
        books.ending().resume(merchant, offer, Objects.requireNonNull(about.sku()));
        return Done.OFFER_GOES_ON.backTo(typed, productOf(about));
    }

    private static String productOf(About about) {
        return ProductsScreen.path(Objects.requireNonNull(about.sku()).code());
    }

    /** Makes or changes it; where that does more than it says, a person sees so first. */
    @Does(Act.DEFINE_OFFERS)
    @PostMapping(PATH)
    ResponseEntity<String> state(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        About about = desk.inTransaction(merchant, () -> about(merchant, typed));
        Moments moments = moments(merchant);
        OfferForm.Reading read = OfferForm.read(typed, about, moments);
        OfferDefinition stated = read.stated();
        if (stated == null) {
            return page(staff, typed, about, typed.fields(), new Said(read.wrong(), null, null, null));
        }
        Said inTheWay = desk.inTransaction(merchant, () -> inTheWay(merchant, stated, about));
        if (inTheWay != null) {
            return page(staff, typed, about, typed.fields(), inTheWay);
        }
        try {
            if (!OfferForm.seen(about.offer()).equals(typed.text("seen"))) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "The offer was changed while you looked at it: look at it as it is now.");
            }
            Preview preview = typed.has("sure") ? null : effect.preview(merchant, stated, about, typed, moments);
            if (preview != null) {
                return page(staff, typed, about, typed.fields(), new Said(Map.of(), null, null, preview));
            }
            effect.apply(merchant, stated, about.offer());
        } catch (Problem refused) {
            return refused(staff, typed, refused);
        }
        return (about.offer() == null ? Done.OFFERED : Done.OFFER_STATED)
                .backTo(typed, ProductsScreen.path(stated.sku()));
    }

    /** What was typed stays, beside the offer as it is now. */
    private ResponseEntity<String> refused(Staff staff, Typed typed, Problem refused) {
        About now = desk.inTransaction(staff.merchant(), () -> about(staff.merchant(), typed));
        String field = OfferForm.field(refused.field());
        if (!field.isEmpty()) {
            return page(staff, typed, now, typed.fields(), new Said(Map.of(field, refused.detail()), null, null, null));
        }
        Offer offer = now.offer();
        String stands = offer == null
                ? ""
                : " It costs " + Micros.format(offer.unitCostMicros()) + " " + offer.currency()
                        + " now. What you typed is below: send it again to have it so.";
        return page(staff, typed, now, typed.fields(), new Said(Map.of(), refused.detail() + stands, null, null));
    }

    private About about(MerchantId merchant, Typed typed) {
        if (!typed.text(OFFER).isEmpty()) {
            OfferId id = typed.id(OFFER).map(OfferId::new).orElseThrow(OfferScreen::nothing);
            Offer offer = books.catalog().offers(merchant, List.of(id)).get(id);
            if (offer == null) {
                throw nothing();
            }
            String code = books.catalog().codes(merchant, List.of(offer.sku())).getOrDefault(offer.sku(), "");
            return new About(
                    offer, books.catalog().skuByCode(merchant, code).orElse(null), terms(merchant, offer.supplier()));
        }
        String sku = typed.text(SKU);
        return new About(
                null,
                sku.isEmpty() ? null : books.catalog().skuByCode(merchant, sku).orElse(null),
                typed.id(SUPPLIER)
                        .map(id -> terms(merchant, new SupplierId(id)))
                        .orElse(null));
    }

    private @Nullable SupplierTerms terms(MerchantId merchant, SupplierId supplier) {
        return suppliers.terms(merchant, List.of(supplier)).get(supplier);
    }

    /** Another offer of the same supplier that this one would be, or whose stock it would count again. */
    private @Nullable Said inTheWay(MerchantId merchant, OfferDefinition stated, About about) {
        Offer own = about.offer();
        SkuId sku = Objects.requireNonNull(about.sku()).id();
        String supplier = Objects.requireNonNull(about.supplier()).name();
        for (Offer other : books.catalog().everyOfferOf(merchant, List.of(sku)).getOrDefault(sku, List.of())) {
            if (own == null
                    && other.supplier().equals(stated.supplier())
                    && other.shipFrom().equals(stated.shipFrom())) {
                return instead(
                        SKU,
                        supplier + " offers " + stated.sku() + " from " + stated.shipFrom()
                                + " already: change that offer, or say another place it ships from.",
                        stated.sku() + " from " + other.shipFrom(),
                        other);
            }
        }
        for (Offer other : books.catalog()
                .bySupplierSku(merchant, stated.supplier(), List.of(stated.supplierSku()))
                .getOrDefault(stated.supplierSku(), List.of())) {
            if (other.shipFrom().equals(stated.shipFrom())
                    && (own == null || !other.id().equals(own.id()))) {
                String code =
                        books.catalog().codes(merchant, List.of(other.sku())).getOrDefault(other.sku(), "");
                return instead(
                        "supplierSku",
                        stated.supplierSku() + " is the supplier's code of " + code
                                + " already, and its stock would count"
                                + " twice: write another code, or change that offer first.",
                        code + " from " + other.shipFrom(),
                        other);
            }
        }
        return null;
    }

    private static Said instead(String field, String why, String name, Offer other) {
        return new Said(Map.of(field, why), null, new Instead("Change " + name, path(other.id())), null);
    }

    private ResponseEntity<String> page(Staff staff, Typed typed, About about, Map<String, String> values, Said said) {
        return desk.page(
                staff,
                StaffDesk.Place.PRODUCTS,
                about.offer() == null ? "New offer" : "Change an offer",
                "",
                "console/offer.jte",
                frame -> view(staff, typed, about, new HashMap<>(values), said, frame));
    }

    private OfferViews.Page view(
            Staff staff, Typed typed, About about, Map<String, String> values, Said said, Frame frame) {
        MerchantId merchant = staff.merchant();
        Offer offer = about.offer();
        Sku sku = about.sku();
        SupplierTerms supplier = about.supplier();
        if (offer != null) {
            values.put("place", offer.shipFrom());
        }
        return new OfferViews.Page(
                frame,
                offer == null ? "" : offer.id().value().toString(),
                OfferForm.seen(offer),
                typed.text(Back.FIELD),
                sku == null ? "" : sku.code(),
                sku == null ? "" : sku.title(),
                sku == null ? "" : ProductsScreen.path(sku.code()),
                supplier == null ? "" : supplier.name(),
                supplier == null
                        ? ""
                        : SuppliersScreen.PATH + "/" + supplier.id().value(),
                supplier == null ? "" : supplier.currency(),
                suppliers.all(merchant).stream()
                        .sorted(Comparator.comparing(SupplierTerms::name))
                        .map(each -> new Option(
                                each.id().value().toString(),
                                each.name(),
                                supplier != null && each.id().equals(supplier.id())))
                        .toList(),
                values,
                said.wrong(),
                said.trouble(),
                said.instead(),
                OfferForm.lines(values),
                OfferForm.shown(values),
                offer == null ? List.of() : books.offers().history(merchant, offer, frame.moments()),
                offer == null
                        ? List.of()
                        : books.story().events(merchant, Map.of(offer.id().value(), "")),
                offer == null ? null : books.ending().of(merchant, offer.id()),
                said.preview());
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such offer.");
    }
}
