package dev.baton.console;

import dev.baton.carriers.Carriers;
import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.ParcelViews.Row;
import dev.baton.console.TaskViews.Figure;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelBoard;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.ParcelStates;
import dev.baton.tracking.ScanCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of parcels, newest first. What carriers say stands with tracking: a page is looked for in stretches. */
@Component
class ParcelListing implements Listing<Row> {

    static final String PATH = "/console/parcels";

    private static final Called CALLED = new Called(
            "parcels", PATH, "Parcels", "What suppliers handed to carriers.", StaffDesk.Place.PARCELS, Act.SEE_PARCELS);
    private static final String LOST = "lost";
    private static final String UNSCANNED = "unscanned";
    private static final String UNDERWAY = "underway";
    private static final String OVERDUE = "overdue";
    private static final int MOST_LOOKED_THROUGH = 4_000;

    private final ParcelBoard board;
    private final ParcelStates states;
    private final LostParcels lost;
    private final SupplierLookup suppliers;
    private final OrderBoard orders;

    ParcelListing(
            ParcelBoard board, ParcelStates states, LostParcels lost, SupplierLookup suppliers, OrderBoard orders) {
        this.board = board;
        this.states = states;
        this.lost = lost;
        this.suppliers = suppliers;
        this.orders = orders;
    }

    /** Parcels taken to be lost, and the list of them; needs an open transaction of the merchant. */
    Figure lost(MerchantId merchant) {
        return new Figure(
                "Parcels taken to be lost",
                lost.count(merchant),
                new Where(PATH, Map.of("state", LOST)).toString(),
                "quiet");
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("parcel", "Parcel", row -> Cell.code(row.name(), row.path())),
                Column.of("carrier", "Carrier", row -> Cell.of(row.carrier())),
                Column.of("state", "State", row -> Cell.state(row.state())),
                Column.<Row>of("order", "Order", row -> Cell.of(row.order())).labelled(),
                Column.of("supplier", "From", row -> Cell.of(row.supplier())),
                Column.<Row>of("left", "Left", row -> Cell.at(row.left())).labelled(),
                Column.<Row>of("expected", "Expected", row -> Cell.of(row.expected()))
                        .labelled(),
                Column.<Row>of("seen", "Last scan", row -> Cell.at(row.seen())).onlyWide(),
                Column.<Row>of("delivered", "Delivered", row -> Cell.at(row.delivered()))
                        .onlyChosen(),
                Column.<Row>of("remark", "Remark", row -> Cell.quiet(row.remark()))
                        .onlyChosen());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        List<Choice> all = new ArrayList<>(List.of(
                new Choice(UNDERWAY, "Not delivered yet"),
                new Choice(OVERDUE, "Expected day has passed"),
                new Choice(LOST, OrderMarks.LOST.word()),
                new Choice(UNSCANNED, OrderMarks.UNSCANNED.word())));
        Stream.of(ScanCode.values())
                // whom the carrier calls lost is lost, and stands there
                .filter(code -> code != ScanCode.LOST)
                .forEach(code ->
                        all.add(new Choice(word(code), OrderMarks.parcel(code).word())));
        return List.of(
                ListFilter.choice("state", "State", all),
                ListFilter.choice(
                        "carrier",
                        "Carrier",
                        Carriers.all().stream()
                                .map(carrier -> new Choice(carrier.code(), carrier.name()))
                                .toList()));
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        String state = asked.text("state");
        UUID after = asked.afterId();
        PackageId below = after == null ? null : new PackageId(after);
        List<Found> found = new ArrayList<>();
        int many = state.isEmpty() ? limit + 1 : Math.max(limit, 200);
        for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += many) {
            Stretch stretch = stretch(merchant, asked, below, many);
            Map<PackageId, ParcelStates.State> seen = states.of(
                    merchant, stretch.rows().stream().map(ParcelBoard.Row::id).toList());
            for (ParcelBoard.Row row : stretch.rows()) {
                ParcelStates.State its = seen.get(row.id());
                if (isWanted(state, its, asked.moments().today())) {
                    if (found.size() == limit) {
                        return new Slice<>(
                                rows(merchant, found, asked.moments()),
                                id(found.getLast().row()),
                                false);
                    }
                    found.add(new Found(row, its));
                }
            }
            if (stretch.last() == null) {
                return new Slice<>(rows(merchant, found, asked.moments()), null, false);
            }
            below = stretch.last();
        }
        return new Slice<>(
                rows(merchant, found, asked.moments()),
                below == null ? null : below.value().toString(),
                true);
    }

    /** Parcels to be looked through; {@code last} is where the next stretch begins, null = there is none. */
    private record Stretch(
            List<ParcelBoard.Row> rows, @Nullable PackageId last) {

        static Stretch of(List<ParcelBoard.Row> rows, List<PackageId> looked, int many) {
            return new Stretch(rows, looked.size() < many ? null : looked.getLast());
        }
    }

    /** Those that are lost are few among many and known by their verdicts; all others are looked for. */
    private Stretch stretch(MerchantId merchant, Asked asked, @Nullable PackageId below, int many) {
        String carrier = asked.orNull("carrier");
        if (!asked.text("state").equals(LOST)) {
            List<ParcelBoard.Row> rows = board.page(merchant, carrier, below, many);
            return Stretch.of(rows, rows.stream().map(ParcelBoard.Row::id).toList(), many);
        }
        List<PackageId> ids = lost.page(merchant, below, many);
        List<ParcelBoard.Row> rows = board.of(merchant, ids).stream()
                .filter(row -> carrier == null || row.carrierCode().equals(carrier))
                .toList();
        return Stretch.of(rows, ids, many);
    }

    private record Found(ParcelBoard.Row row, ParcelStates.@Nullable State state) {}

    private static boolean isWanted(String state, ParcelStates.@Nullable State its, LocalDate today) {
        ScanCode code = its == null ? null : its.status();
        boolean gone = its != null && its.isLost();
        return switch (state) {
            case "" -> true;
            case LOST -> gone;
            case UNDERWAY -> !gone && code != ScanCode.DELIVERED && code != ScanCode.RETURNED;
            case OVERDUE -> its != null && its.isOverdue(today);
            case UNSCANNED -> !gone && code == null;
            default -> !gone && code != null && word(code).equals(state);
        };
    }

    private List<Row> rows(MerchantId merchant, List<Found> found, Moments moments) {
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                found.stream().map(each -> each.row().supplier()).distinct().toList());
        Map<SalesOrderId, String> names =
                orders
                        .of(
                                merchant,
                                found.stream()
                                        .map(each -> each.row().salesOrder())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(OrderRow::id, OrderRow::storeOrderName));
        return found.stream()
                .map(each -> row(each, terms.get(each.row().supplier()), names, moments))
                .toList();
    }

    private static Row row(
            Found found, @Nullable SupplierTerms supplier, Map<SalesOrderId, String> names, Moments moments) {
        ParcelBoard.Row row = found.row();
        ParcelStates.State state = found.state();
        Mark mark = OrderMarks.parcel(state);
        LocalDate expected = state == null ? null : state.expected();
        return new Row(
                id(row),
                PATH + "/" + id(row),
                row.trackingNumber().isEmpty() ? row.reference() : row.trackingNumber(),
                OrderBusiness.carrier(row.carrierCode(), row.carrierSaid()),
                mark,
                names.getOrDefault(row.salesOrder(), ""),
                supplier == null ? "" : supplier.name(),
                row.shippedAt(),
                expected == null ? "" : moments.day(expected),
                state == null ? null : state.statusAt(),
                state == null ? null : state.deliveredAt(),
                row.remark());
    }

    private static String id(ParcelBoard.Row row) {
        return row.id().value().toString();
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such parcels", "No parcel matches what you asked for.", "Show all parcels", PATH)
                : new Empty(
                        "No parcels yet",
                        "They appear as soon as a supplier says that goods left.",
                        "Look at the purchase orders",
                        PurchaseListing.PATH);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
