package dev.baton.console;

import dev.baton.console.OrderViews.Chip;
import dev.baton.console.OrderViews.Filter;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Option;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of orders: what narrows it stands in its address. */
@RestController
class OrdersScreen {

    static final String PATH = "/console/orders";

    private static final int ROWS = 50;
    private static final String ANY = "any";
    private static final String TODAY = "today";
    private static final List<String> FIELDS = List.of("store", "state", "payment", "hold", "since", "sort", "after");

    private final OrderBoard board;
    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final OrderMarks marks;
    private final StaffDesk desk;

    OrdersScreen(OrderBoard board, OrderLookup orders, MerchantLookup merchants, OrderMarks marks, StaffDesk desk) {
        this.board = board;
        this.orders = orders;
        this.merchants = merchants;
        this.marks = marks;
        this.desk = desk;
    }

    @Does(Act.SEE_ORDERS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        return desk.page(
                staff,
                StaffDesk.Place.ORDERS,
                "Orders",
                "",
                "console/orders.jte",
                frame -> typed.text("q").isEmpty() ? list(staff, typed, frame) : found(staff, typed, frame));
    }

    private OrderViews.Orders found(Staff staff, Typed typed, Frame frame) {
        List<Store> stores = merchants.stores(staff.merchant());
        String wanted = typed.text("q");
        List<OrderRow> rows =
                board.named(staff.merchant(), stores.stream().map(Store::id).toList(), wanted);
        Where all = new Where(PATH, Map.of());
        return new OrderViews.Orders(
                frame,
                rows(staff.merchant(), stores, rows, frame.moments()),
                wanted,
                filters(stores, all),
                List.of(new Chip("Number or name: " + wanted, PATH)),
                (long) rows.size(),
                null,
                null,
                false,
                "",
                all.with("sort", "oldest").toString());
    }

    private OrderViews.Orders list(Staff staff, Typed typed, Frame frame) {
        List<Store> stores = merchants.stores(staff.merchant());
        Where here = here(typed, stores);
        OrderQuery query = query(typed, here, stores, frame.moments());
        OrderBoard.Found page = board.page(staff.merchant(), query, ROWS);
        SalesOrderId after = page.after();
        boolean oldest = query.oldestFirst();
        return new OrderViews.Orders(
                frame,
                rows(staff.merchant(), stores, page.rows(), frame.moments()),
                "",
                filters(stores, here),
                chips(stores, here),
                count(staff.merchant(), here, query),
                after == null
                        ? null
                        : here.with("after", after.value().toString()).toString(),
                query.after() == null ? null : here.with("after", "").toString(),
                after != null && page.rows().size() < ROWS,
                oldest ? "Oldest first" : "Newest first",
                here.with("sort", oldest ? "" : "oldest").toString());
    }

    /** What of the address means something here. */
    private static Where here(Typed typed, List<Store> stores) {
        Map<String, String> narrowed = new HashMap<>();
        for (String field : FIELDS) {
            String value = typed.text(field);
            boolean known = switch (field) {
                case "store" -> stores.stream().anyMatch(store -> store.code().equals(value));
                case "state" -> OrderFilter.STATUSES.contains(value);
                case "payment" -> typed.word(field, Payment.values()).isPresent();
                case "hold" ->
                    value.equals(ANY) || typed.word(field, HoldKind.values()).isPresent();
                case "since" -> value.equals(TODAY);
                case "sort" -> value.equals("oldest");
                default -> typed.id(field).isPresent();
            };
            if (known) {
                narrowed.put(field, value);
            }
        }
        return new Where(PATH, narrowed);
    }

    private static OrderQuery query(Typed typed, Where here, List<Store> stores, Moments moments) {
        Map<String, String> set = here.narrowed();
        return new OrderQuery(
                stores.stream()
                        .filter(store -> store.code().equals(set.get("store")))
                        .map(Store::id)
                        .findFirst()
                        .orElse(null),
                typed.word("payment", Payment.values()).orElse(null),
                set.get("state"),
                set.containsKey("hold"),
                typed.word("hold", HoldKind.values()).orElse(null),
                set.containsKey("since") ? startOfDay(moments) : null,
                set.containsKey("sort"),
                typed.id("after").map(SalesOrderId::new).orElse(null));
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
    private @Nullable Long count(MerchantId merchant, Where here, OrderQuery query) {
        Where bare = here.with("sort", "");
        if (bare.narrowed().size() == 1 && query.held()) {
            return board.countHeld(merchant, query.hold());
        }
        return bare.narrowed().size() == 1 && query.since() != null ? board.countSince(merchant, query.since()) : null;
    }

    private List<Row> rows(MerchantId merchant, List<Store> stores, List<OrderRow> rows, Moments moments) {
        Map<StoreId, String> names = stores.stream().collect(Collectors.toMap(Store::id, Store::name));
        Map<UUID, ShipTo> people = orders.shipTo(
                merchant, rows.stream().map(OrderRow::customerRecord).toList());
        Map<SalesOrderId, List<Mark>> marked = marks.of(merchant, rows);
        return rows.stream()
                .map(order -> new Row(
                        PATH + "/" + order.id().value(),
                        order.number(),
                        order.storeOrderName(),
                        name(people.get(order.customerRecord())),
                        names.getOrDefault(order.store(), ""),
                        order.shipCountry(),
                        order.receivedAt(),
                        marked.getOrDefault(order.id(), List.of()),
                        moments.money(order.totalMinor(), order.currency())))
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

    private static List<Filter> filters(List<Store> stores, Where here) {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter(
                here,
                "state",
                "Goods",
                OrderFilter.STATUSES.stream()
                        .map(state -> Map.entry(state, OrderMarks.goods(state).word()))
                        .toList()));
        filters.add(filter(
                here,
                "payment",
                "Money",
                Stream.of(Payment.values())
                        .map(each ->
                                Map.entry(word(each), OrderMarks.money(each).word()))
                        .toList()));
        List<Map.Entry<String, String>> holds = new ArrayList<>(List.of(Map.entry(ANY, "Any hold")));
        Stream.of(HoldKind.values()).forEach(kind -> holds.add(Map.entry(word(kind), HoldWords.title(kind))));
        filters.add(filter(here, "hold", "Holds", holds));
        filters.add(filter(here, "since", "Came in", List.of(Map.entry(TODAY, "Today"))));
        if (stores.size() > 1) {
            filters.add(filter(
                    here,
                    "store",
                    "Store",
                    stores.stream()
                            .map(store -> Map.entry(store.code(), store.name()))
                            .toList()));
        }
        return filters;
    }

    private static Filter filter(Where here, String field, String label, List<Map.Entry<String, String>> values) {
        String chosen = here.narrowed().getOrDefault(field, "");
        return new Filter(
                field,
                label,
                values.stream()
                        .map(each -> new Option(
                                each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                        .toList());
    }

    private static List<Chip> chips(List<Store> stores, Where here) {
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : filters(stores, here)) {
            filter.options().stream()
                    .filter(Option::chosen)
                    .forEach(option -> chips.add(new Chip(
                            filter.label() + ": " + option.label(),
                            here.with(filter.field(), "").toString())));
        }
        return chips;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
