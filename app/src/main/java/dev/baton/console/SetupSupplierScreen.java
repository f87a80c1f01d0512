package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.NewFeedRun;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.SendTestOrder;
import dev.baton.trading.WatchedSide;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting up: suppliers, what they offer, and going live. */
@RestController
class SetupSupplierScreen {

    /** A supplier's mail has styles of its own; nothing in it runs, loads or leads anywhere. */
    static final String PREVIEW_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final SetupPage page;
    private final Partners partners;
    private final Goods goods;
    private final SendTestOrder tests;
    private final WatchScreen watch;
    private final Tenancy tenancy;

    SetupSupplierScreen(
            SetupPage page, Partners partners, Goods goods, SendTestOrder tests, WatchScreen watch, Tenancy tenancy) {
        this.page = page;
        this.partners = partners;
        this.goods = goods;
        this.tests = tests;
        this.watch = watch;
        this.tenancy = tenancy;
    }

    /** Suppliers, and what is agreed with them. */
    @Component("setupPartners")
    record Partners(DefineSupplier define, SupplierLookup lookup, AgreeDigest digests, NewSupplier fresh) {}

    /** What they offer. */
    @Component("setupOffers")
    record Goods(CatalogLookup catalog, DefineSkus skus, DefineOffers offers, ApplyFeed feeds, Clock clock) {}

    /** Makes a supplier known, in watch mode, with everything defaulted that nobody knows on the first day. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/supplier")
    ResponseEntity<String> supplier(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        try {
            tenancy.run(merchant, () -> {
                SupplierId id =
                        partners.define().define(merchant, partners.fresh().of(merchant, typed));
                partners.digests().agree(merchant, id, typed.text("digest").equals("yes"));
            });
            return Answer.seeOther(SetupPage.at("supplier", "supplier"));
        } catch (Problem refused) {
            return page.refused(staff, "supplier", typed, refused);
        }
    }

    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/test-order")
    ResponseEntity<String> test(Staff staff, Typed typed) {
        tests.begin(staff.merchant(), supplier(typed));
        return Answer.seeOther(SetupPage.at("supplier", "order"));
    }

    /** What the supplier sees on its phone. */
    @Does(Act.SEE_SETUP)
    @GetMapping(SetupPage.PATH + "/preview")
    ResponseEntity<String> preview(Staff staff, Typed typed, HttpServletResponse response) {
        String html = tests.preview(staff.merchant(), supplier(typed));
        response.setHeader("Content-Security-Policy", PREVIEW_POLICY);
        return Answer.page(200, html);
    }

    /** Keeps offers, SKU by SKU or many at once, with what the supplier has of each now. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/offers")
    ResponseEntity<String> offers(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        try {
            List<PastedOffers.Row> rows = PastedOffers.read(typed.text("rows"));
            SupplierId supplier = supplier(typed);
            tenancy.run(merchant, () -> keep(merchant, terms(merchant, supplier), rows));
            goods.feeds()
                    .apply(
                            merchant,
                            new NewFeedRun(
                                    supplier,
                                    FeedMode.DELTA,
                                    goods.clock().instant(),
                                    null,
                                    rows.stream()
                                            .map(row -> new FeedRow(row.supplierSku(), null, row.stock()))
                                            .toList()));
            return Answer.seeOther(SetupPage.at("", "offers"));
        } catch (Problem refused) {
            return page.refused(staff, "offers", typed, refused);
        }
    }

    /** A SKU nobody knows yet becomes one; what is known keeps its title. */
    private void keep(MerchantId merchant, SupplierTerms supplier, List<PastedOffers.Row> rows) {
        Map<String, dev.baton.catalog.Sku> known = goods.catalog()
                .skus(merchant, rows.stream().map(PastedOffers.Row::sku).toList());
        goods.skus()
                .define(
                        merchant,
                        rows.stream()
                                .map(PastedOffers.Row::sku)
                                .distinct()
                                .filter(sku -> !known.containsKey(sku))
                                .map(sku -> new SkuDefinition(sku, sku, 0, true, List.of()))
                                .toList());
        goods.offers()
                .define(
                        merchant,
                        rows.stream()
                                .map(row -> new OfferDefinition(
                                        row.sku(),
                                        supplier.id(),
                                        row.supplierSku(),
                                        Offer.MAIN,
                                        row.costMicros(),
                                        supplier.currency(),
                                        1,
                                        Set.of(),
                                        1))
                                .toList());
    }

    /** Goes live, with what waits. */
    @Does(Act.GO_LIVE)
    @PostMapping(SetupPage.PATH + "/live")
    ResponseEntity<String> live(Staff staff, Typed typed) {
        WatchedSide side = typed.word("side", WatchedSide.values()).orElseThrow(SetupSupplierScreen::nothing);
        UUID subject = typed.id("id").orElseThrow(SetupSupplierScreen::nothing);
        watch.goLive(staff.merchant(), side, subject, typed.text("what").equals("all"));
        return Answer.seeOther(SetupPage.at("live", "live"));
    }

    private SupplierTerms terms(MerchantId merchant, SupplierId id) {
        SupplierTerms terms = partners.lookup().terms(merchant, List.of(id)).get(id);
        if (terms == null) {
            throw nothing();
        }
        return terms;
    }

    private static SupplierId supplier(Typed typed) {
        return typed.id("id").map(SupplierId::new).orElseThrow(SetupSupplierScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such supplier.");
    }
}
