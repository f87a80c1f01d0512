package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Sku;
import dev.baton.inventory.OfferWhy;
import dev.baton.inventory.StockLedger;
import dev.baton.inventory.StockStep;
import dev.baton.inventory.StockWhy;
import dev.baton.inventory.Waiting;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be sold, and why it is that much: now or at an earlier moment. */
@RestController
class StockScreen {

    static final String PATH = "/console/stock";

    private static final String WHY = PATH + "/why";

    private final StockListing listing;
    private final AlertListing alerts;
    private final CatalogLookup catalog;
    private final StockBooks books;
    private final OrderLookup orders;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    StockScreen(
            StockListing listing,
            AlertListing alerts,
            CatalogLookup catalog,
            StockBooks books,
            OrderLookup orders,
            Tenancy tenancy,
            StaffDesk desk,
            ListDesk lists) {
        this.listing = listing;
        this.alerts = alerts;
        this.catalog = catalog;
        this.books = books;
        this.orders = orders;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** Where the sums and the names in them are read. */
    @Component
    record StockBooks(
            StockLedger ledger, Waiting waiting, SupplierLookup suppliers, OrderBoard orders, KeptBack kept) {}

    @Does(Act.SEE_STOCK)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, "");
    }

    @Does(Act.SEE_STOCK)
    @GetMapping(AlertListing.PATH)
    ResponseEntity<String> alerts(Staff staff, Typed typed) {
        return lists.page(staff, typed, alerts, "");
    }

    /** The page that says why a SKU has what it has. */
    static String why(String code) {
        return new Where(WHY, Map.of()).with("sku", code).toString();
    }

    @Does(Act.SEE_STOCK)
    @GetMapping(WHY)
    ResponseEntity<String> explain(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.STOCK,
                "Why " + typed.text("sku"),
                Done.sentence(typed),
                "console/stock-why.jte",
                frame -> explain(staff, typed.text("sku"), typed.text("at"), frame));
    }

    /** States how many units are kept back of a SKU, in the layers that were typed. */
    @Does(Act.KEEP_BACK)
    @PostMapping(WHY + "/kept")
    ResponseEntity<String> keepBack(Staff staff, Typed typed) {
        Sku sku = tenancy.inTransaction(staff.merchant(), () -> sku(staff.merchant(), typed.text("sku-code")));
        books.kept().state(staff.merchant(), sku.id(), typed);
        return Done.KEPT_BACK.at(why(sku.code()));
    }

    private Sku sku(MerchantId merchant, String code) {
        return catalog.skuByCode(merchant, code)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no SKU " + code + "."));
    }

    private StockViews.Why explain(Staff staff, String code, String at, Frame frame) {
        MerchantId merchant = staff.merchant();
        Sku sku = sku(merchant, code);
        StockWhy why = at.isEmpty()
                ? books.ledger().why(merchant, sku.id())
                : books.ledger().whyAt(merchant, sku.id(), moment(at, frame.moments()));
        boolean waited = books.waiting().of(merchant, List.of(sku.id())).getOrDefault(sku.id(), 0L) > 0;
        Map<SupplierId, SupplierTerms> terms = books.suppliers()
                .terms(merchant, why.offers().stream().map(OfferWhy::supplier).collect(Collectors.toSet()));
        Map<AllocationId, SalesOrderId> orderOf = orders.orderOfAllocations(
                merchant,
                why.offers().stream()
                        .flatMap(offer -> offer.claims().stream())
                        .map(claim -> new AllocationId(claim.claim()))
                        .toList());
        Map<SalesOrderId, String> names =
                books.orders().of(merchant, orderOf.values().stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(OrderRow::id, OrderRow::storeOrderName));
        return new StockViews.Why(
                frame,
                sku.code(),
                sku.title(),
                why.published(),
                why.at(),
                at,
                waited ? BackordersScreen.line(sku.code()) : null,
                steps(why.steps()),
                why.offers().stream()
                        .map(offer -> offer(offer, terms.get(offer.supplier()), orderOf, names))
                        .toList(),
                at.isEmpty() && staff.may(Act.KEEP_BACK) && !sku.bundle()
                        ? books.kept().of(merchant, sku.id())
                        : List.of());
    }

    private static Instant moment(String typed, Moments moments) {
        Instant at;
        try {
            at = LocalDateTime.parse(typed).atZone(moments.zone()).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Write a day and a time, as 2026-03-02T09:30.", "at");
        }
        if (at.isAfter(moments.now())) {
            throw new Problem(CommonProblem.INVALID_FIELD, "That moment lies ahead: choose an earlier one.", "at");
        }
        return at;
    }

    private static List<StockViews.Step> steps(List<StockStep> steps) {
        return steps.stream()
                .map(step -> new StockViews.Step(signed(step.units()), step.words()))
                .toList();
    }

    private static String signed(long units) {
        return units < 0 ? "−" + Moments.counted(-units) : Moments.counted(units);
    }

    private static StockViews.Offer offer(
            OfferWhy offer,
            @Nullable SupplierTerms supplier,
            Map<AllocationId, SalesOrderId> orderOf,
            Map<SalesOrderId, String> names) {
        return new StockViews.Offer(
                supplier == null ? "A supplier" : supplier.name(),
                offer.shipFrom(),
                offer.supplierSku(),
                offer.available(),
                offer.exact(),
                offer.effectiveAt(),
                offer.discontinued(),
                steps(offer.steps()),
                offer.claims().stream()
                        .map(claim -> promise(claim, orderOf.get(new AllocationId(claim.claim())), names))
                        .toList(),
                offer.observations().stream().map(StockScreen::said).toList());
    }

    private static StockViews.Promise promise(
            OfferWhy.OpenClaim claim, @Nullable SalesOrderId order, Map<SalesOrderId, String> names) {
        String words = claim.deducted() == 0
                ? "still in the supplier's figure"
                : claim.deducted() + " of " + claim.quantity() + " have left the supplier's figure";
        return new StockViews.Promise(
                claim.uncovered(),
                order == null ? "an order" : "Order " + names.getOrDefault(order, ""),
                words,
                claim.claimedAt(),
                order == null ? null : OrdersScreen.PATH + "/" + order.value());
    }

    private static StockViews.Said said(OfferWhy.Observed said) {
        String source = said.source().equals("rejection") ? "Refused an order: " : "Said ";
        String end = said.applied() ? ", was " + said.was() : ", older than what was known and not used";
        return new StockViews.Said(said.effectiveAt(), source + said.quantity() + end + ".");
    }
}
