package dev.baton.console;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.PullCatalogue;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.SwitchAvailability;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.TaskViews.Figure;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stores: the list, one with its connection, and what they show of the stock. */
@RestController
class StoresScreen {

    static final String PATH = "/console/stores";

    private static final String ONE = PATH + "/{id:[0-9a-f-]{36}}";

    private final StoreLists listings;
    private final Readers readers;
    private final PullCatalogue pull;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final ListDesk lists;

    StoresScreen(
            StoreLists listings, Readers readers, PullCatalogue pull, Tenancy tenancy, StaffDesk desk, ListDesk lists) {
        this.listings = listings;
        this.readers = readers;
        this.pull = pull;
        this.tenancy = tenancy;
        this.desk = desk;
        this.lists = lists;
    }

    /** The three lists of stores. */
    @Component
    record StoreLists(StoreListing stores, StoreFigureListing variants, StoreDriftListing drift) {}

    /** Where a store and its connection are read. */
    @Component
    record Readers(
            MerchantLookup merchants,
            StoreConnections connections,
            CataloguePulls pulls,
            SwitchAvailability switches,
            AvailabilityLookup availability,
            OrderStory story) {}

    @Does(Act.SEE_STORES)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return lists.page(staff, typed, listings.stores(), "");
    }

    @Does(Act.SEE_STORES)
    @GetMapping(StoreFigureListing.PATH)
    ResponseEntity<String> variants(Staff staff, Typed typed) {
        return lists.page(staff, typed, listings.variants(), "");
    }

    @Does(Act.SEE_STORES)
    @GetMapping(StoreDriftListing.PATH)
    ResponseEntity<String> drift(Staff staff, Typed typed) {
        return lists.page(staff, typed, listings.drift(), "");
    }

    @Does(Act.SEE_STORES)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id, Typed typed) {
        StoreId store = id(id);
        return desk.page(
                staff,
                StaffDesk.Place.STORES,
                "Store",
                Done.sentence(typed),
                "console/store.jte",
                frame -> store(staff, found(staff.merchant(), store), frame));
    }

    /** Reads all products of a store anew. */
    @Does(Act.READ_STORES)
    @PostMapping(ONE + "/read")
    ResponseEntity<String> read(Staff staff, Typed typed, @PathVariable String id) {
        MerchantId merchant = staff.merchant();
        tenancy.run(merchant, () -> pull.begin(merchant, found(merchant, id(id))));
        return Done.READING.backTo(typed, PATH + "/" + id(id).value());
    }

    private StoreViews.Store store(Staff staff, Store store, Frame frame) {
        MerchantId merchant = staff.merchant();
        StoreViews.Row row = listings.stores().row(merchant, store);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "Variants to look at",
                row.warned(),
                StoreListing.warnedPath(store.code()),
                row.warned() == 0 ? "quiet" : "warn"));
        if (row.drifted() != null) {
            figures.add(new Figure(
                    "Figures wrong last night",
                    row.drifted(),
                    StoreListing.driftPath(store.code()),
                    row.drifted() == 0 ? "quiet" : "warn"));
        }
        return new StoreViews.Store(
                frame,
                store.id().value().toString(),
                store.name(),
                List.of(row.connection(), row.state()),
                figures,
                connection(merchant, store),
                reading(merchant, store),
                comparison(merchant, store),
                policies(merchant, store),
                staff.may(Act.READ_STORES) && store.kind().equals("shopify"),
                staff.may(Act.KEEP_STORE_STOCK) && store.kind().equals("shopify") ? StoreStockScreen.path(store) : null,
                staff.may(Act.CHOOSE_SENDERS) ? StoreMailsScreen.path(store) : null,
                readers.story().events(merchant, Map.of(store.id().value(), "")));
    }

    private List<Fact> connection(MerchantId merchant, Store store) {
        List<Fact> facts = new ArrayList<>();
        StoreConnection connection =
                readers.connections().current(merchant, store.id()).orElse(null);
        add(facts, "Kind", store.kind().equals("shopify") ? "Shopify" : "Sends orders by the API");
        if (connection != null) {
            add(facts, "Shop", connection.shopDomain());
            add(
                    facts,
                    "Signs in",
                    switch (connection.access()) {
                        case StoreConnection.Access.StaticToken token -> "with a token";
                        case StoreConnection.Access.ClientCredentials app -> "as the app " + app.clientId();
                        case StoreConnection.Access.None none -> "not at all: the store is told nothing";
                    });
            add(
                    facts,
                    "Webhooks",
                    "signed with " + connection.webhookSecrets().size()
                            + (connection.webhookSecrets().size() == 1 ? " secret" : " secrets"));
            add(
                    facts,
                    "Looks for changes",
                    connection.pollSeconds() == 0
                            ? "never, webhooks only"
                            : "every " + connection.pollSeconds() + " s");
            if (connection.pollSeconds() > 0) {
                at(facts, "Changes known until", connection.polledUntil());
            }
            add(facts, "Location", Objects.requireNonNullElse(connection.locationId(), "any"));
        }
        return facts;
    }

    private List<Fact> reading(MerchantId merchant, Store store) {
        List<Fact> facts = new ArrayList<>();
        readers.pulls().latest(merchant, store.id()).ifPresent(last -> {
            add(facts, "State", OrderMarks.word(last.state()));
            at(facts, "Begun", last.begunAt());
            at(facts, "Ended", last.endedAt());
            add(facts, "Products", String.valueOf(last.products()));
            add(facts, "Variants", String.valueOf(last.variants()));
            add(facts, "Not understood", String.valueOf(last.unreadable()));
            if (last.reason() != null) {
                add(facts, "Remark", last.reason());
            }
        });
        return facts;
    }

    private List<Fact> comparison(MerchantId merchant, Store store) {
        List<Fact> facts = new ArrayList<>();
        readers.availability().lastComparison(merchant, store.id()).ifPresent(last -> {
            at(facts, "Begun", last.begunAt());
            at(facts, "Ended", last.endedAt());
            add(facts, "Compared", String.valueOf(last.checked()));
            add(facts, "Wrong", String.valueOf(last.drifted()));
            if (last.reason() != null) {
                add(facts, "Ended early", last.reason());
            }
        });
        return facts;
    }

    private List<Fact> policies(MerchantId merchant, Store store) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Code", store.code());
        add(facts, "Currency", store.currency());
        add(facts, "Time zone", store.zone().getId());
        add(facts, "Brand", store.brand());
        add(facts, "Mails to customers", StoreMailsScreen.words(store));
        add(
                facts,
                "Stock",
                readers.switches()
                        .current(merchant, store)
                        .filter(SwitchAvailability.Kept::enabled)
                        .map(kept -> "kept here, location " + kept.locationId())
                        .orElse("left alone"));
        return facts;
    }

    private static void add(List<Fact> facts, String name, String words) {
        facts.add(new Fact(name, words, null));
    }

    private static void at(List<Fact> facts, String name, @Nullable Instant at) {
        facts.add(at == null ? new Fact(name, "not yet", null) : new Fact(name, "", at));
    }

    private Store found(MerchantId merchant, StoreId id) {
        return tenancy.inTransaction(merchant, () -> readers.merchants().store(merchant, id))
                .orElseThrow(StoresScreen::nothing);
    }

    private static StoreId id(String text) {
        return Typed.uuid(text.toLowerCase(Locale.ROOT)).map(StoreId::new).orElseThrow(StoresScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such store.");
    }
}
