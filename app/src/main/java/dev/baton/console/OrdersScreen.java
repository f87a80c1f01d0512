package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Row;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderFilter;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderQuery;
import dev.baton.orders.OrderRow;
import dev.baton.orders.Payment;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of orders: what narrows it stands in its address. */
@RestController
class OrdersScreen implements Listing<Row> {

    static final String PATH = "/console/orders";

    private static final Called CALLED =
            new Called("orders", PATH, "Orders", "", StaffDesk.Place.ORDERS, Act.SEE_ORDERS);
    private static final String ANY = "any";
    private static final String TODAY = "today";
    private static final int AXES = 5;
    private static final int HOURS = 24;

    private final OrderBoard board;
    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final OrderMarks marks;
    private final OrderBulk bulk;
    private final ListDesk lists;

    OrdersScreen(
            OrderBoard board,
            OrderLookup orders,
            MerchantLookup merchants,
            OrderMarks marks,
            OrderBulk bulk,
            ListDesk lists) {
        this.board = board;
        this.orders = orders;
        this.merchants = merchants;
        this.marks = marks;
        this.bulk = bulk;
        this.lists = lists;
    }

    @Does(Act.SEE_ORDERS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return lists.page(staff, typed, this, "");
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                Column.of(
                        "order",
                        "Order",
                        row -> new Cell.Name(
                                row.storeName(), row.path(), row.storeName() + ", here " + row.number(), false)),
                Column.of("customer", "Customer", row -> Cell.of(row.customer())),
                Column.<Row>of("store", "Store", row -> Cell.of(row.store())).onlyWide(),
                Column.of("received", "Came in", row -> Cell.at(row.received()))));
        List<String> axes = List.of("Goods", "Parcels", "Money", "Holds", "Supplier");
        for (int i = 0; i < AXES; i++) {
            int axis = i;
            columns.add(Column.of(
                    axes.get(i).toLowerCase(Locale.ROOT),
                    axes.get(i),
                    row -> axis < row.marks().size() ? Cell.state(row.marks().get(axis)) : Cell.NONE));
        }
        columns.add(Column.<Row>of("total", "Total", Row::total).amounts());
        columns.add(Column.<Row>of("number", "Number here", row -> Cell.of(row.number()))
                .onlyChosen());
        columns.add(Column.<Row>of("country", "Country", row -> Cell.of(row.country()))
                .onlyChosen());
        return columns;
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("", "Newest first", "received", false), new Sort("oldest", "Oldest first", "received", true));
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        List<ListFilter> filters = new ArrayList<>();
        filters.add(ListFilter.text("q", "Number or name"));
        filters.add(ListFilter.choice(
                "state",
                "Goods",
                OrderFilter.STATUSES.stream()
                        .map(state -> new Choice(state, OrderMarks.goods(state).word()))
                        .toList()));
        filters.add(ListFilter.choice(
                "payment",
                "Money",
                Stream.of(Payment.values())
                        .map(each ->
                                new Choice(word(each), OrderMarks.money(each).word()))
                        .toList()));
        List<Choice> holds = new ArrayList<>(List.of(new Choice(ANY, "Any hold")));
        Stream.of(HoldKind.values()).forEach(kind -> holds.add(new Choice(word(kind), HoldWords.title(kind))));
        filters.add(ListFilter.choice("hold", "Holds", holds));
        filters.add(ListFilter.choice("since", "Came in", List.of(new Choice(TODAY, "Today"))));
        filters.add(ListFilter.choice(
                "hour",
                "Came in today at",
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> new Choice(String.valueOf(hour), hour + ":00"))
                        .toList()));
        List<Store> stores = merchants.stores(staff.merchant());
        if (stores.size() > 1) {
            filters.add(ListFilter.choice(
                    "store",
                    "Store",
                    stores.stream()
                            .map(store -> new Choice(store.code(), store.name()))
                            .toList()));
        }
        return filters;
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        List<Store> stores = merchants.stores(merchant);
        if (asked.has("q")) {
            List<OrderRow> named =
                    board.named(merchant, stores.stream().map(Store::id).toList(), asked.text("q"));
            return new Slice<>(rows(merchant, stores, named, asked.moments()), null, false);
        }
        OrderBoard.Found page = board.page(merchant, query(asked, stores), limit);
        SalesOrderId after = page.after();
        return new Slice<>(
                rows(merchant, stores, page.rows(), asked.moments()),
                after == null ? null : after.value().toString(),
                after != null && page.rows().size() < limit);
    }

    private static OrderQuery query(Asked asked, List<Store> stores) {
        UUID after = asked.afterId();
        int hour = asked.has("hour") ? Integer.parseInt(asked.text("hour")) : -1;
        return new OrderQuery(
                stores.stream()
                        .filter(store -> store.code().equals(asked.orNull("store")))
                        .map(Store::id)
                        .findFirst()
                        .orElse(null),
                asked.word("payment", Payment.values()).orElse(null),
                asked.orNull("state"),
                asked.has("hold"),
                asked.word("hold", HoldKind.values()).orElse(null),
                hour >= 0 ? hour(asked.moments(), hour) : asked.has("since") ? startOfDay(asked.moments()) : null,
                hour >= 0 ? hour(asked.moments(), hour + 1) : null,
                asked.has("sort"),
                after == null ? null : new SalesOrderId(after));
    }

    /** When an hour of the merchant's day begins; 24 = the day after. */
    static Instant hour(Moments moments, int hour) {
        LocalDate today = moments.now().atZone(moments.zone()).toLocalDate();
        return today.atStartOfDay().plusHours(hour).atZone(moments.zone()).toInstant();
    }

    /** When the merchant's day began. */
    static Instant startOfDay(Moments moments) {
        return moments.now()
                .atZone(moments.zone())
                .toLocalDate()
                .atStartOfDay(moments.zone())
                .toInstant();
    }

    /** Counted where counting is cheap: what is held, and what came in today. */
    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        if (asked.narrowedOnlyBy("hold")) {
            return board.countHeld(
                    staff.merchant(), asked.word("hold", HoldKind.values()).orElse(null));
        }
        return asked.narrowedOnlyBy("since") ? board.countSince(staff.merchant(), startOfDay(asked.moments())) : null;
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    @Override
    public List<BulkAct> bulk() {
        return bulk.all();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such orders", "No order matches what you asked for.", "Show all orders", PATH)
                : new Empty(
                        "No orders yet",
                        "Orders appear here the moment a store sends one. Connect a store to begin.",
                        "Connect a store",
                        SetupPage.PATH + "?step=store");
    }

    private List<Row> rows(MerchantId merchant, List<Store> stores, List<OrderRow> rows, Moments moments) {
        Map<StoreId, String> names = stores.stream().collect(Collectors.toMap(Store::id, Store::name));
        Map<UUID, ShipTo> people = orders.shipTo(
                merchant, rows.stream().map(OrderRow::customerRecord).toList());
        Map<SalesOrderId, List<Mark>> marked = marks.of(merchant, rows);
        return rows.stream()
                .map(order -> new Row(
                        order.id().value().toString(),
                        PATH + "/" + order.id().value(),
                        order.number(),
                        order.storeOrderName(),
                        name(people.get(order.customerRecord())),
                        names.getOrDefault(order.store(), ""),
                        order.shipCountry(),
                        order.receivedAt(),
                        marked.getOrDefault(order.id(), List.of()),
                        moments.amount(order.totalMinor(), order.currency())))
                .toList();
    }

    /** Whom people mean by an order: who ordered, else who gets it. */
    static String name(@Nullable ShipTo person) {
        if (person == null) {
            return "";
        }
        return Stream.of(
                        person.customer().name(),
                        person.address() == null ? null : person.address().name(),
                        person.address() == null ? null : person.address().company())
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
