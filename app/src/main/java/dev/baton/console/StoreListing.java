package dev.baton.console;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Comparison;
import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreTasks;
import dev.baton.channels.SwitchAvailability;
import dev.baton.channels.WarnedFigures;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.StoreViews.Row;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of stores by code, and how each is connected. */
@Component
class StoreListing implements Listing<Row> {

    private static final Called CALLED = new Called(
            "stores",
            StoresScreen.PATH,
            "Stores",
            "Where customers order, and how each is connected.",
            StaffDesk.Place.STORES,
            Act.SEE_STORES);
    private static final int MOST_TASKS = 500;

    private final MerchantLookup merchants;
    private final StoreConnections connections;
    private final CataloguePulls pulls;
    private final SwitchAvailability switches;
    private final AvailabilityLookup availability;
    private final WarnedFigures warned;
    private final TaskBoard tasks;

    StoreListing(
            MerchantLookup merchants,
            StoreConnections connections,
            CataloguePulls pulls,
            SwitchAvailability switches,
            AvailabilityLookup availability,
            WarnedFigures warned,
            TaskBoard tasks) {
        this.merchants = merchants;
        this.connections = connections;
        this.pulls = pulls;
        this.switches = switches;
        this.availability = availability;
        this.warned = warned;
        this.tasks = tasks;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("name", "Store", row -> Cell.name(row.name(), row.path())),
                Column.<Row>of("code", "Code", row -> Cell.of(row.code())).onlyWide(),
                Column.of("kind", "Kind", row -> Cell.quiet(row.kind())),
                Column.of("connection", "Connection", row -> Cell.state(row.connection())),
                Column.of("state", "State", row -> Cell.state(row.state())),
                Column.<Row>of("stock", "Stock kept", row -> Cell.quiet(row.keepsStock() ? "yes" : "no"))
                        .labelled(),
                Column.<Row>of(
                                "warned",
                                "Variants to look at",
                                row -> new Cell.Count(
                                        row.warned(),
                                        warnedPath(row.code()),
                                        row.warned() + " variants of " + row.name() + " to look at"))
                        .figures()
                        .labelled(),
                Column.<Row>of("drifted", "Wrong last night", StoreListing::drifted)
                        .figures()
                        .labelled(),
                Column.<Row>of("read", "Products read", row -> Cell.at(row.readAt()))
                        .labelled(),
                Column.<Row>of("known", "Changes known until", row -> Cell.at(row.knownUntil()))
                        .onlyWide());
    }

    private static Cell drifted(Row row) {
        return row.drifted() == null
                ? Cell.NONE
                : new Cell.Count(
                        row.drifted(),
                        driftPath(row.code()),
                        row.drifted() + " figures of " + row.name() + " were wrong");
    }

    /** The variants of a store a person is warned of. */
    static String warnedPath(String code) {
        return new Where(StoreFigureListing.PATH, Map.of("store", code))
                .with("show", "warned")
                .toString();
    }

    /** The figures that were wrong at the last comparison of a store. */
    static String driftPath(String code) {
        return new Where(StoreDriftListing.PATH, Map.of("store", code)).toString();
    }

    @Override
    public Slice<Row> page(Staff staff, Asked asked, int limit) {
        MerchantId merchant = staff.merchant();
        Set<UUID> troubled = tasks.page(merchant, StoreTasks.ACCESS, null, MOST_TASKS).stream()
                .map(Task::subject)
                .collect(Collectors.toSet());
        Map<StoreId, Long> counts = warned.counts(merchant);
        List<Store> found = merchants.stores(merchant).stream()
                .filter(store -> store.code().compareTo(asked.after()) > 0)
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .limit(limit + 1L)
                .toList();
        return Slice.of(found, limit, Store::code)
                .map(shown -> shown.stream()
                        .map(store -> row(
                                merchant,
                                store,
                                troubled.contains(store.id().value()),
                                counts.getOrDefault(store.id(), 0L)))
                        .toList());
    }

    /** How one store is connected; needs an open transaction of the merchant. */
    Row row(MerchantId merchant, Store store) {
        boolean troubled = tasks.page(merchant, StoreTasks.ACCESS, null, MOST_TASKS).stream()
                .anyMatch(task -> task.subject().equals(store.id().value()));
        return row(merchant, store, troubled, warned.counts(merchant).getOrDefault(store.id(), 0L));
    }

    private Row row(MerchantId merchant, Store store, boolean troubled, long toLookAt) {
        StoreConnection connection = connections.current(merchant, store.id()).orElse(null);
        CataloguePull pull = pulls.latest(merchant, store.id()).orElse(null);
        Comparison comparison =
                availability.lastComparison(merchant, store.id()).orElse(null);
        return new Row(
                store.id().value().toString(),
                StoresScreen.PATH + "/" + store.id().value(),
                store.code(),
                store.name(),
                store.kind().equals("shopify") ? "Shopify" : "API",
                connection(store, connection, troubled),
                store.live()
                        ? new Mark("State", "Live", "good")
                        : new Mark("State", "Watched, nothing is sent", "quiet"),
                switches.current(merchant, store)
                        .filter(SwitchAvailability.Kept::enabled)
                        .isPresent(),
                toLookAt,
                comparison == null ? null : comparison.drifted(),
                pull == null ? null : pull.endedAt(),
                connection == null || connection.pollSeconds() == 0 ? null : connection.polledUntil());
    }

    private static Mark connection(Store store, @Nullable StoreConnection connection, boolean troubled) {
        if (!store.kind().equals("shopify")) {
            return new Mark("Connection", "Sends by the API", "good");
        }
        if (connection == null) {
            return new Mark("Connection", "Not connected", "bad");
        }
        if (!connection.connected()) {
            return new Mark("Connection", "App removed", "bad");
        }
        if (troubled) {
            return new Mark("Connection", "Store refuses us", "bad");
        }
        return connection.canCall()
                ? new Mark("Connection", "Connected", "good")
                : new Mark("Connection", "Webhooks only", "warn");
    }

    @Override
    public String key(Row row) {
        return row.id();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return new Empty(
                "No store yet",
                "A store is where customers order. Connect one to begin.",
                "Connect a store",
                SetupPage.PATH + "?step=store");
    }
}
