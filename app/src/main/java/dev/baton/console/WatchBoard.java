package dev.baton.console;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.TransmissionKind;
import dev.baton.trading.WatchedLookup;
import dev.baton.trading.WatchedLookup.Narrowed;
import dev.baton.trading.WatchedLookup.WouldHaveSent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the page of watch mode shows. */
@Component
class WatchBoard {

    private static final int ROWS = 50;

    private final WatchedLookup watched;
    private final PurchaseOrderLookup purchaseOrders;
    private final OrderBoard orders;
    private final Books books;

    WatchBoard(WatchedLookup watched, PurchaseOrderLookup purchaseOrders, OrderBoard orders, Books books) {
        this.watched = watched;
        this.purchaseOrders = purchaseOrders;
        this.orders = orders;
        this.books = books;
    }

    /** Where stores and suppliers stand. */
    @Component
    record Books(MerchantLookup merchants, SupplierLookup suppliers) {}

    Books books() {
        return books;
    }

    /** The list of what would have been sent to a supplier on a day of the merchant's zone. */
    static String ofDay(LocalDate day, String supplier) {
        return new Where(WatchScreen.PATH, Map.of())
                .with("day", day.toString())
                .with("supplier", supplier)
                .toString();
    }

    WatchViews.Watch read(Staff staff, Typed typed, Frame frame) {
        MerchantId merchant = staff.merchant();
        List<SupplierTerms> suppliers = books.suppliers().all(merchant);
        List<Store> stores = books.merchants().stores(merchant);
        Where here = new Where(WatchScreen.PATH, Map.of())
                .with("supplier", typed.text("supplier"))
                .with("store", typed.text("store"))
                .with("day", typed.text("day"));
        Narrowed narrowed = narrowed(typed, suppliers, stores, frame.moments());
        TransmissionId after = typed.id("after").map(TransmissionId::new).orElse(null);
        List<WouldHaveSent> found = watched.page(merchant, narrowed, after, ROWS + 1);
        List<WouldHaveSent> shown = found.subList(0, Math.min(ROWS, found.size()));
        return new WatchViews.Watch(
                frame,
                parties(merchant, suppliers, stores, false),
                parties(merchant, suppliers, stores, true),
                words(typed, frame.moments()),
                watched.count(merchant, narrowed),
                rows(merchant, shown, suppliers, stores),
                staff.may(Act.GO_LIVE),
                found.size() > ROWS
                        ? here.with("after", shown.getLast().id().value().toString())
                                .toString()
                        : null,
                after == null ? null : here.toString());
    }

    private List<WatchViews.Party> parties(
            MerchantId merchant, List<SupplierTerms> suppliers, List<Store> stores, boolean live) {
        Map<SupplierId, Long> bySupplier = watched.countsBySupplier(merchant, Narrowed.NOT);
        Map<StoreId, Long> byStore = watched.countsByStore(merchant);
        Where all = new Where(WatchScreen.PATH, Map.of());
        List<WatchViews.Party> parties = new ArrayList<>();
        stores.stream()
                .filter(store -> store.live() == live)
                .map(store -> new WatchViews.Party(
                        "store",
                        store.id().value().toString(),
                        store.name(),
                        byStore.getOrDefault(store.id(), 0L),
                        all.with("store", store.code()).toString()))
                .forEach(parties::add);
        suppliers.stream()
                .filter(supplier -> supplier.live() == live)
                .map(supplier -> new WatchViews.Party(
                        "supplier",
                        supplier.id().value().toString(),
                        supplier.name(),
                        bySupplier.getOrDefault(supplier.id(), 0L),
                        all.with("supplier", supplier.code()).toString()))
                .forEach(parties::add);
        return parties;
    }

    private static Narrowed narrowed(Typed typed, List<SupplierTerms> suppliers, List<Store> stores, Moments moments) {
        String supplier = typed.text("supplier");
        String store = typed.text("store");
        LocalDate day = day(typed.text("day"));
        return new Narrowed(
                supplier.isEmpty()
                        ? null
                        : suppliers.stream()
                                .filter(each -> each.code().equals(supplier))
                                .map(SupplierTerms::id)
                                .findFirst()
                                .orElseThrow(() -> nothing("There is no supplier " + supplier + ".")),
                store.isEmpty()
                        ? null
                        : stores.stream()
                                .filter(each -> each.code().equals(store))
                                .map(Store::id)
                                .findFirst()
                                .orElseThrow(() -> nothing("There is no store " + store + ".")),
                day == null ? null : start(day, moments),
                day == null ? null : start(day.plusDays(1), moments));
    }

    private static Instant start(LocalDate day, Moments moments) {
        return day.atStartOfDay(moments.zone()).toInstant();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Write a day as 2026-03-02.", "day");
        }
    }

    private static @Nullable String words(Typed typed, Moments moments) {
        LocalDate day = day(typed.text("day"));
        String words = String.join(
                        " ", typed.text("supplier"), typed.text("store"), day == null ? "" : moments.day(day))
                .strip();
        return words.isEmpty() ? null : words;
    }

    private List<WatchViews.Row> rows(
            MerchantId merchant, List<WouldHaveSent> shown, List<SupplierTerms> suppliers, List<Store> stores) {
        Map<PurchaseOrderId, PurchaseOrderView> heads = purchaseOrders.headsOf(
                merchant,
                shown.stream().map(WouldHaveSent::purchaseOrder).distinct().toList());
        Map<SalesOrderId, String> names =
                orders
                        .of(
                                merchant,
                                heads.values().stream()
                                        .map(PurchaseOrderView::salesOrder)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(OrderRow::id, OrderRow::storeOrderName));
        Map<SupplierId, String> supplierNames =
                suppliers.stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        Map<StoreId, Store> storeOf = stores.stream().collect(Collectors.toMap(Store::id, Function.identity()));
        List<WatchViews.Row> rows = new ArrayList<>();
        for (WouldHaveSent each : shown) {
            PurchaseOrderView head = heads.get(each.purchaseOrder());
            Store store = storeOf.get(each.store());
            rows.add(new WatchViews.Row(
                    each.id().value().toString(),
                    what(each.kind()),
                    each.number(),
                    supplierNames.getOrDefault(each.supplier(), "a supplier"),
                    store == null ? "a store" : store.name(),
                    each.plannedAt(),
                    each.why(),
                    head == null ? null : names.get(head.salesOrder()),
                    head == null
                            ? null
                            : OrdersScreen.PATH + "/" + head.salesOrder().value()));
        }
        return rows;
    }

    private static String what(TransmissionKind kind) {
        return switch (kind) {
            case PURCHASE_ORDER -> "Purchase order";
            case CANCELLATION -> "Cancellation";
            case AMENDMENT -> "Change";
            case PRICE -> "Cost decided";
            case RECALL -> "Recall";
            case REMINDER -> "Reminder";
        };
    }

    private static Problem nothing(String detail) {
        return new Problem(CommonProblem.NOT_FOUND, detail);
    }
}
