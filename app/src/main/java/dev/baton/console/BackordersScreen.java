package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.Backorder;
import dev.baton.orders.BackorderLookup;
import dev.baton.orders.BackorderPlan;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.ServeBackorders;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for stock and until when; its release, rehearsed before it is done. */
@RestController
class BackordersScreen {

    static final String PATH = "/console/backorders";

    private static final String LINE = PATH + "/line";
    private static final int ROWS = 50;

    private final BackorderLookup backorders;
    private final ServeBackorders serve;
    private final Names names;
    private final BackorderListing listing;
    private final StaffDesk desk;
    private final ListDesk lists;

    BackordersScreen(
            BackorderLookup backorders,
            ServeBackorders serve,
            Names names,
            BackorderListing listing,
            StaffDesk desk,
            ListDesk lists) {
        this.backorders = backorders;
        this.serve = serve;
        this.names = names;
        this.listing = listing;
        this.desk = desk;
        this.lists = lists;
    }

    /** Where goods and suppliers have their names from. */
    @Component
    record Names(Tenancy tenancy, CatalogLookup catalog, SupplierLookup suppliers, MerchantLookup merchants) {

        SkuId sku(MerchantId merchant, String code) {
            return tenancy.inTransaction(merchant, () -> catalog.skuByCode(merchant, code))
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no SKU " + code + "."))
                    .id();
        }

        Map<SupplierId, SupplierTerms> of(MerchantId merchant, Collection<SupplierId> ids) {
            return suppliers.terms(merchant, ids);
        }
    }

    @Does(Act.SEE_STOCK)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(staff, typed, listing, "");
    }

    /** The page of a SKU's line. */
    static String line(String code) {
        return new Where(LINE, Map.of()).with("sku", code).toString();
    }

    @Does(Act.SEE_STOCK)
    @GetMapping(LINE)
    ResponseEntity<String> line(Staff staff, Typed typed) {
        String code = typed.text("sku");
        SkuId sku = names.sku(staff.merchant(), code);
        BackorderPlan plan = typed.text("rehearse").equals("yes") ? serve.rehearse(staff.merchant(), sku) : null;
        String done = typed.text("done").equals("released") ? "Released as rehearsed." : "";
        return desk.page(
                staff,
                StaffDesk.Place.BACKORDERS,
                "Waiting for " + code,
                done,
                "console/backorder.jte",
                frame -> line(staff, new Asked(code, sku, typed.id("after").orElse(null)), plan, frame));
    }

    private record Asked(String code, SkuId sku, @Nullable UUID after) {}

    @Does(Act.SERVE_BACKORDERS)
    @PostMapping(LINE)
    ResponseEntity<String> release(Staff staff, Typed typed) {
        String code = typed.text("sku");
        serve.release(staff.merchant(), names.sku(staff.merchant(), code), typed.text("token"));
        return Answer.seeOther(new Where(LINE, Map.of())
                .with("sku", code)
                .with("done", "released")
                .toString());
    }

    private StockViews.Line line(Staff staff, Asked asked, @Nullable BackorderPlan plan, Frame frame) {
        MerchantId merchant = staff.merchant();
        @Nullable UUID after = asked.after();
        List<Backorder.InLine> found =
                backorders.line(merchant, asked.sku(), after == null ? null : new OrderLineId(after), ROWS + 1);
        List<Backorder.InLine> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<SupplierId, SupplierTerms> terms = names.of(merchant, suppliers(shown, plan));
        Where here = new Where(LINE, Map.of()).with("sku", asked.code());
        String book = names.merchants().settings(merchant).bookCurrency();
        return new StockViews.Line(
                frame,
                asked.code(),
                StockScreen.why(asked.code()),
                shown.stream().map(row -> inLine(row, terms, frame.moments())).toList(),
                found.size() > ROWS
                        ? here.with("after", shown.getLast().line().value().toString())
                                .toString()
                        : null,
                after == null ? null : here.toString(),
                plan == null ? null : print(plan, terms, frame.moments(), book),
                staff.may(Act.SERVE_BACKORDERS));
    }

    private static Set<SupplierId> suppliers(List<Backorder.InLine> shown, @Nullable BackorderPlan plan) {
        Set<SupplierId> suppliers = new HashSet<>();
        for (Backorder.InLine row : shown) {
            Backorder.Promised promised = row.promised();
            if (promised != null && promised.supplier() != null) {
                suppliers.add(promised.supplier());
            }
        }
        if (plan != null) {
            plan.orders().forEach(order -> order.supplies().forEach(supply -> suppliers.add(supply.supplier())));
        }
        return suppliers;
    }

    private static StockViews.InLine inLine(
            Backorder.InLine row, Map<SupplierId, SupplierTerms> terms, Moments moments) {
        return new StockViews.InLine(
                OrdersScreen.PATH + "/" + row.order().value(),
                row.storeOrderName(),
                row.title(),
                row.units(),
                row.position(),
                row.since(),
                promised(row.promised(), terms, moments));
    }

    private static String promised(
            Backorder.@Nullable Promised promised, Map<SupplierId, SupplierTerms> terms, Moments moments) {
        if (promised == null) {
            return "";
        }
        return switch (promised.source()) {
            case STOCK -> "a supplier has it now";
            case SUPPLIER -> moments.day(promised.on()) + ", said " + name(terms, promised.supplier());
            case MERCHANT -> moments.day(promised.on()) + ", your own word";
        };
    }

    private static StockViews.Plan print(
            BackorderPlan plan, Map<SupplierId, SupplierTerms> terms, Moments moments, String book) {
        return new StockViews.Plan(
                plan.token(),
                plan.units(),
                plan.more(),
                plan.orders().stream()
                        .map(order -> new StockViews.Planned(
                                OrdersScreen.PATH + "/" + order.order().value(),
                                order.storeOrderName(),
                                order.served(),
                                order.waiting(),
                                order.supplies().stream()
                                        .map(supply -> supply(supply, terms, moments, book))
                                        .toList(),
                                order.heldBy().stream().map(HoldWords::title).collect(Collectors.joining(", "))))
                        .toList());
    }

    private static String supply(
            BackorderPlan.Supply supply, Map<SupplierId, SupplierTerms> terms, Moments moments, String book) {
        return supply.quantity() + " × " + (supply.sku() == null ? "an item" : supply.sku()) + " from "
                + name(terms, supply.supplier()) + ", " + moments.micros(supply.unitCostMicros(), supply.currency())
                + " each, " + moments.micros(supply.besideMicros(), book) + " for fee and shipping";
    }

    static String name(Map<SupplierId, SupplierTerms> terms, @Nullable SupplierId supplier) {
        SupplierTerms known = supplier == null ? null : terms.get(supplier);
        return known == null ? "a supplier" : known.name();
    }
}
