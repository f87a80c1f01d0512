package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.PurchaseViews.Row;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderQuery;
import dev.baton.purchasing.PurchaseOrderQuery.Answer;
import dev.baton.purchasing.PurchaseOrderQuery.Goods;
import dev.baton.purchasing.PurchaseOrderQuery.Order;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RecallLookup;
import dev.baton.purchasing.SendByTimes;
import dev.baton.purchasing.SendByTimes.SendBy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of purchase orders, newest first or by when each is to be with its supplier. */
@Component
class PurchaseListing implements Listing<Row> {

    static final String PATH = "/console/purchase-orders";

    private static final Called CALLED = new Called(
            "purchase-orders",
            PATH,
            "Purchase orders",
            "What suppliers were asked to ship.",
            StaffDesk.Place.PURCHASES,
            Act.SEE_PURCHASES);
    private static final String OPEN = "open";
    private static final String UNREACHED = "unreached";
    private static final String PROMISED = "promised";
    private static final String LATE = "late";
    private static final String SOONEST = "send-by";
    private static final String LATEST = "send-by-latest";

    private final PurchaseOrderBoard board;
    private final PurchaseOrderLookup lookup;
    private final SupplierLookup suppliers;
    private final SendByTimes sendBy;
    private final Kept kept;
    private final PurchaseBulk bulk;
    private final RecallLookup recalls;

    PurchaseListing(
            PurchaseOrderBoard board,
            PurchaseOrderLookup lookup,
            SupplierLookup suppliers,
            SendByTimes sendBy,
            Kept kept,
            PurchaseBulk bulk,
            RecallLookup recalls) {
        this.board = board;
        this.lookup = lookup;
        this.suppliers = suppliers;
        this.sendBy = sendBy;
        this.kept = kept;
        this.bulk = bulk;
        this.recalls = recalls;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("number", "Number", row -> Cell.code(row.number(), row.path())),
                Column.of("supplier", "Supplier", row -> Cell.of(row.supplier())),
                Column.<Row>of("order", "For order", row -> Cell.of(row.orderName()))
                        .labelled(),
                Column.of("state", "State", row -> Cell.state(row.state())),
                Column.<Row>of("units", "Units", row -> Cell.count(row.units()))
                        .figures()
                        .labelled(),
                Column.<Row>of("shipped", "Left, units", row -> Cell.count(row.shipped()))
                        .figures()
                        .onlyWide(),
                Column.<Row>of("sendBy", "Send by", row -> Cell.at(row.sendBy()))
                        .onlyWide(),
                Column.<Row>of("sent", "Asked", row -> Cell.at(row.sent())).labelled(),
                Column.<Row>of("by", "Answer agreed", row -> Cell.at(row.respondBy()))
                        .onlyWide(),
                Column.<Row>of("answered", "Answered", row -> Cell.at(row.answered()))
                        .labelled(),
                Column.<Row>of("cost", "Cost", Row::cost).amounts(),
                Column.<Row>of("country", "To", row -> Cell.of(row.country())).onlyChosen(),
                Column.<Row>of("issued", "Written", row -> Cell.at(row.issued()))
                        .onlyChosen());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        List<Choice> states = new ArrayList<>(List.of(
                new Choice(OPEN, "Open"),
                new Choice(UNREACHED, "Did not reach the supplier"),
                new Choice(PROMISED, "Promised, not all left")));
        Stream.of(PurchaseOrderStatus.values())
                .forEach(status -> states.add(
                        new Choice(word(status), OrderMarks.supplier(status).word())));
        return List.of(
                ListFilter.text("q", "Number"),
                ListFilter.choice("state", "State", states),
                ListFilter.choice(
                        "answer",
                        "Answer",
                        List.of(
                                new Choice(word(Answer.OVERDUE), "Overdue now"),
                                new Choice(word(Answer.IN_TIME), "Came in time"),
                                new Choice(word(Answer.LATE), "Came late, or not at all"))),
                ListFilter.choice("sending", "Sending", List.of(new Choice(LATE, "Past its send-by time"))),
                ListFilter.choice(
                        "supplier",
                        "Supplier",
                        suppliers.all(staff.merchant()).stream()
                                .map(terms -> new Choice(terms.code(), terms.name()))
                                .toList()),
                ListFilter.choice(
                        "goods",
                        "Goods",
                        List.of(
                                new Choice(word(Goods.REFUSED), "Refused, in whole or in part"),
                                new Choice(word(Goods.LEFT), "Some have left"),
                                new Choice(word(Goods.AFTER_CANCELLING), "Shipped after it agreed to cancel"))),
                ListFilter.choice(
                        "last",
                        "Of one supplier",
                        List.of(new Choice(
                                String.valueOf(SupplierReliability.LAST), "Its last " + SupplierReliability.LAST))),
                ListFilter.day("day", "Asked on"));
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("", "Newest first", "issued", false),
                new Sort(SOONEST, "Send by, soonest first", "sendBy", true),
                new Sort(LATEST, "Send by, latest first", "sendBy", false));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        if (asked.has("q")) {
            List<PurchaseOrderView> found =
                    lookup.byNumber(merchant, asked.text("q")).stream().toList();
            return new Slice<>(rows(merchant, found, asked.moments()), null, false);
        }
        PurchaseOrderBoard.Found page = board.page(merchant, query(merchant, asked), limit);
        PurchaseOrderId below = page.below();
        return new Slice<>(
                rows(merchant, page.rows(), asked.moments()),
                below == null ? null : below.value().toString(),
                below != null && page.rows().size() < limit);
    }

    private PurchaseOrderQuery query(MerchantId merchant, Asked asked) {
        UUID below = asked.afterId();
        String day = asked.orNull("day");
        return new PurchaseOrderQuery(
                supplier(merchant, asked),
                statuses(asked.text("state")),
                asked.word("answer", Answer.values()).orElse(null),
                isLate(asked),
                asked.has("last") && asked.has("supplier") ? SupplierReliability.LAST : null,
                asked.word("goods", Goods.values()).orElse(null),
                asked.moments().now(),
                day == null ? null : start(asked, LocalDate.parse(day)),
                day == null ? null : start(asked, LocalDate.parse(day).plusDays(1)),
                switch (asked.text("sort")) {
                    case SOONEST -> Order.SEND_BY;
                    case LATEST -> Order.SEND_BY_LATEST;
                    default -> Order.NEWEST;
                },
                below == null ? null : new PurchaseOrderId(below));
    }

    private @Nullable SupplierId supplier(MerchantId merchant, Asked asked) {
        return asked.has("supplier")
                ? suppliers
                        .byCode(merchant, asked.text("supplier"))
                        .map(SupplierTerms::id)
                        .orElse(null)
                : null;
    }

    private static Instant start(Asked asked, LocalDate day) {
        return day.atStartOfDay(asked.moments().zone()).toInstant();
    }

    /** What a word of the filter stands for; empty = all. */
    static Set<PurchaseOrderStatus> statuses(String state) {
        return switch (state) {
            case OPEN -> PurchaseOrderBoard.open();
            case UNREACHED -> EnumSet.of(PurchaseOrderStatus.UNDELIVERED, PurchaseOrderStatus.UNKNOWN);
            case PROMISED ->
                EnumSet.of(
                        PurchaseOrderStatus.ACKNOWLEDGED,
                        PurchaseOrderStatus.PARTLY_REJECTED,
                        PurchaseOrderStatus.PARTLY_SHIPPED);
            default ->
                Stream.of(PurchaseOrderStatus.values())
                        .filter(status -> word(status).equals(state))
                        .collect(Collectors.toSet());
        };
    }

    private static boolean isLate(Asked asked) {
        return asked.text("sending").equals(LATE);
    }

    /**
     * Counted where one supplier's or everybody's stand in one state, are overdue, or are late to be sent, and among the
     * last of one supplier.
     */
    @Override
    public @Nullable Long count(Staff staff, Asked asked) {
        if (asked.has("day") || asked.has("q")) {
            return null;
        }
        SupplierId supplier = supplier(staff.merchant(), asked);
        if (supplier != null && asked.has("last")) {
            return board.countLatest(staff.merchant(), query(staff.merchant(), asked));
        }
        boolean overdue = asked.word("answer", Answer.values()).orElse(null) == Answer.OVERDUE;
        long asksFor = Stream.of("state", "answer", "sending", "goods", "last")
                .filter(asked::has)
                .count();
        if (asksFor == 1
                && supplier != null
                && asked.word("goods", Goods.values()).orElse(null) == Goods.AFTER_CANCELLING) {
            return recalls.countOf(staff.merchant(), supplier);
        }
        if (asksFor > 1 || asked.has("goods") || asked.has("last") || (asked.has("answer") && !overdue)) {
            return null;
        }
        Set<PurchaseOrderStatus> statuses =
                asked.has("state") ? statuses(asked.text("state")) : EnumSet.allOf(PurchaseOrderStatus.class);
        return counts(staff.merchant(), asked.moments().now()).entrySet().stream()
                .filter(each -> supplier == null || each.getKey().equals(supplier))
                .map(Map.Entry::getValue)
                .mapToLong(each -> overdue ? each.overdue() : isLate(asked) ? each.late() : each.of(statuses))
                .sum();
    }

    /** The counts by supplier; needs an open transaction of the merchant. */
    Map<SupplierId, PurchaseOrderBoard.Counted> counts(MerchantId merchant, Instant now) {
        return kept.of(merchant, "purchase orders by supplier", () -> board.counts(merchant, now));
    }

    private List<Row> rows(MerchantId merchant, List<PurchaseOrderView> views, Moments moments) {
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                views.stream().map(PurchaseOrderView::supplier).distinct().toList());
        Map<PurchaseOrderId, SendBy> due = sendBy.of(merchant, views, moments.now());
        return views.stream()
                .map(view -> row(view, terms.get(view.supplier()), due.get(view.id()), moments))
                .toList();
    }

    private static Row row(
            PurchaseOrderView view, @Nullable SupplierTerms supplier, @Nullable SendBy due, Moments moments) {
        List<PurchaseOrderLine> lines =
                view.lines().stream().filter(line -> !line.withdrawn()).toList();
        return new Row(
                view.id().value().toString(),
                PATH + "/" + view.id().value(),
                view.number(),
                supplier == null ? "" : supplier.name(),
                view.storeOrderName(),
                view.shipCountry(),
                state(view, due, moments.now()),
                lines.stream().mapToInt(line -> line.units().quantity()).sum(),
                lines.stream().mapToInt(line -> line.units().shipped()).sum(),
                view.issuedAt(),
                due == null ? SendByTimes.kept(view) : due.at(),
                view.sentAt(),
                view.respondBy(),
                view.answeredAt(),
                moments.amountOfMicros(
                        lines.stream()
                                .mapToLong(line ->
                                        line.unitCostMicros() * line.units().quantity())
                                .sum(),
                        view.currency()));
    }

    /** How it stands; a late sending and an overdue answer are louder than the state. */
    static Mark state(PurchaseOrderView view, @Nullable SendBy due, Instant now) {
        boolean onItsWay = view.status() == PurchaseOrderStatus.ISSUED || view.status() == PurchaseOrderStatus.SENDING;
        if (onItsWay && due != null && due.late()) {
            return new Mark("Supplier", "Late to be sent", "bad");
        }
        return OrderMarks.isOverdue(view.status(), view.respondBy(), view.remindedAt() != null, now)
                ? new Mark("Supplier", "Answer overdue", "bad")
                : OrderMarks.supplier(view.status());
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(bulk);
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty(
                        "No such purchase orders",
                        "No purchase order matches what you asked for.",
                        "Show all purchase orders",
                        PATH)
                : new Empty(
                        "No purchase orders yet",
                        "They are written by themselves as soon as an order can go to a supplier.",
                        "Look at the orders",
                        OrdersScreen.PATH);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
