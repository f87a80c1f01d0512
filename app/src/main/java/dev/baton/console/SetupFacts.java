package dev.baton.console;

import dev.baton.catalog.Listing;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.SkuBoard;
import dev.baton.catalog.SupplierOffers;
import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.CheckStore;
import dev.baton.channels.ImportOpenOrders;
import dev.baton.channels.StoreCheck;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreImport;
import dev.baton.console.SetupViews.Fact;
import dev.baton.console.SetupViews.State;
import dev.baton.console.SetupViews.Step;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.SendTestOrder;
import dev.baton.trading.TestOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is true of each store and supplier while they are set up. Needs an open transaction of the merchant. */
@Component
class SetupFacts {

    private static final String SHOPIFY = "shopify";

    private final Stores stores;
    private final Goods goods;
    private final SendTestOrder tests;
    private final AgreeDigest digests;

    SetupFacts(Stores stores, Goods goods, SendTestOrder tests, AgreeDigest digests) {
        this.stores = stores;
        this.goods = goods;
        this.tests = tests;
        this.digests = digests;
    }

    /** What is known of stores. */
    @Component("setupStores")
    record Stores(
            StoreConnections connections, CheckStore checks, ImportOpenOrders imports, CataloguePulls catalogues) {}

    /** What is known of goods. */
    @Component("setupGoods")
    record Goods(ListingLookup listings, SkuBoard skus, SupplierOffers offers, SupplierLookup suppliers) {}

    /** The step of one store. */
    Step step(MerchantId merchant, Store store) {
        if (!store.kind().equals(SHOPIFY)) {
            return new Step("store", "Store", State.DONE, store.name() + " hands its orders in by the API.");
        }
        StoreCheck check = stores.checks().last(merchant, store.id()).orElse(null);
        StoreImport taken = stores.imports().last(merchant, store.id()).orElse(null);
        if (check == null || check.state() == StoreCheck.State.ASKING) {
            return new Step("store", "Store", State.WAITING, store.name() + " is being asked what it grants.");
        }
        if (check.state() == StoreCheck.State.FAILED) {
            return new Step(
                    "store", "Store", State.NEEDS_YOU, store.name() + " does not let Baton in: " + check.reason());
        }
        if (check.state() == StoreCheck.State.LACKING) {
            return new Step(
                    "store",
                    "Store",
                    State.NEEDS_YOU,
                    store.name() + " grants too little: " + String.join(", ", check.lacking()) + ".");
        }
        return taken != null && taken.state() == StoreImport.State.PLANNED
                ? new Step("store", "Store", State.WAITING, "Open orders of " + store.name() + " are being read.")
                : new Step("store", "Store", State.DONE, store.name() + " is connected.");
    }

    /** The card of one store. */
    SetupViews.Store card(MerchantId merchant, Store store) {
        Optional<StoreConnection> connection = stores.connections().current(merchant, store.id());
        CataloguePull pull = stores.catalogues().latest(merchant, store.id()).orElse(null);
        boolean pulled = pull != null && pull.state() == CataloguePull.State.DONE;
        return new SetupViews.Store(
                store.id().value().toString(),
                store.code(),
                store.name(),
                connection.map(StoreConnection::shopDomain).orElse("by the API"),
                storeFacts(merchant, store.id(), pull),
                connection.map(StoreConnection::canCall).orElse(false),
                pulled && unmatched(merchant, store.id()) > 0);
    }

    private List<Fact> storeFacts(
            MerchantId merchant, StoreId store, @org.jspecify.annotations.Nullable CataloguePull pull) {
        List<Fact> all = new ArrayList<>();
        stores.checks().last(merchant, store).ifPresent(check -> {
            all.add(
                    switch (check.state()) {
                        case ASKING -> new Fact("quiet", "Scopes are being asked for", null);
                        case FINE -> new Fact("good", "Every scope is granted", check.checkedAt());
                        case LACKING ->
                            new Fact("bad", "Missing: " + String.join(", ", check.lacking()), check.checkedAt());
                        case FAILED -> new Fact("bad", String.valueOf(check.reason()), check.checkedAt());
                    });
            if (check.toldOf() > 0) {
                all.add(new Fact(
                        check.reason() == null ? "good" : "warn",
                        check.toldOf() + " webhooks lead here"
                                + (check.healed() > 0 ? ", " + check.healed() + " made by the last look" : ""),
                        check.checkedAt()));
            }
            if (check.reason() != null && check.state() != StoreCheck.State.FAILED) {
                all.add(new Fact("quiet", "Webhooks: " + check.reason(), null));
            }
        });
        stores.imports().last(merchant, store).ifPresent(taken -> all.add(taken(taken)));
        if (pull != null) {
            all.add(pulled(pull));
        }
        return all;
    }

    private static Fact taken(StoreImport taken) {
        return switch (taken.state()) {
            case PLANNED -> new Fact("quiet", taken.taken() + " open orders read so far", null);
            case DONE -> new Fact("good", taken.taken() + " open orders read", taken.endedAt());
            case FAILED -> new Fact("bad", "Open orders: " + taken.reason(), taken.endedAt());
        };
    }

    private static Fact pulled(CataloguePull pull) {
        return switch (pull.state()) {
            case PLANNED, RUNNING -> new Fact("quiet", "The store writes the list of its products", null);
            case READING, SWEEPING -> new Fact("quiet", pull.products() + " products read so far", null);
            case DONE ->
                new Fact("good", pull.products() + " products, " + pull.variants() + " variants", pull.endedAt());
            case FAILED -> new Fact("bad", "Products: " + pull.reason(), pull.endedAt());
        };
    }

    /** The step of the products. */
    Step products(MerchantId merchant, List<Store> all) {
        String title = "Products";
        List<Store> pulling =
                all.stream().filter(store -> store.kind().equals(SHOPIFY)).toList();
        if (pulling.isEmpty()) {
            return goods.skus().page(merchant, "", null, 1).isEmpty()
                    ? new Step(
                            "products",
                            title,
                            State.NEEDS_YOU,
                            "Add products under Offers, one by one or many at once.")
                    : new Step("products", title, State.DONE, "There are products.");
        }
        for (Store store : pulling) {
            CataloguePull pull =
                    stores.catalogues().latest(merchant, store.id()).orElse(null);
            if (pull == null) {
                return new Step("products", title, State.NEEDS_YOU, "Read the products of " + store.name() + ".");
            }
            if (pull.state() == CataloguePull.State.FAILED) {
                return new Step(
                        "products",
                        title,
                        State.NEEDS_YOU,
                        "The products of " + store.name() + " could not be read: " + pull.reason() + ".");
            }
            if (pull.state() != CataloguePull.State.DONE) {
                return new Step(
                        "products", title, State.WAITING, "The products of " + store.name() + " are being read.");
            }
            long unmatched = unmatched(merchant, store.id());
            if (unmatched > 0) {
                return new Step(
                        "products",
                        title,
                        State.NEEDS_YOU,
                        unmatched + " SKUs of " + store.name() + " are not in the catalogue here yet.");
            }
        }
        return new Step("products", title, State.DONE, "Everything the stores sell is in the catalogue.");
    }

    private long unmatched(MerchantId merchant, StoreId store) {
        return goods.listings().counts(merchant, store).getOrDefault(Listing.State.UNMATCHED, 0L);
    }

    /** The step of the suppliers. */
    Step suppliers(MerchantId merchant, List<SupplierTerms> all) {
        String title = "Supplier";
        for (SupplierTerms supplier : all) {
            TestOrder test = tests.last(merchant, supplier.id()).orElse(null);
            if (supplier.channel() == null && supplier.mail() == null) {
                return new Step(
                        "supplier",
                        title,
                        State.NEEDS_YOU,
                        supplier.name() + " has no channel: give it a mail address.");
            }
            if (test == null && !supplier.live()) {
                return new Step("supplier", title, State.NEEDS_YOU, "Send " + supplier.name() + " a test order.");
            }
            if (test != null && test.state() == TestOrder.State.FAILED) {
                return new Step(
                        "supplier",
                        title,
                        State.NEEDS_YOU,
                        "The test order to " + supplier.name() + " was not taken: "
                                + Objects.requireNonNullElse(test.note(), "nobody knows why") + ".");
            }
            if (test != null && test.state() == TestOrder.State.WAITING) {
                return new Step(
                        "supplier", title, State.WAITING, "A test order is on its way to " + supplier.name() + ".");
            }
        }
        return new Step(
                "supplier",
                title,
                State.DONE,
                all.size() == 1 ? all.getFirst().name() + " is reached." : all.size() + " suppliers are reached.");
    }

    /** The card of one supplier. */
    SetupViews.Supplier card(MerchantId merchant, SupplierTerms supplier) {
        List<Fact> all = new ArrayList<>();
        tests.last(merchant, supplier.id())
                .ifPresent(test -> all.add(
                        switch (test.state()) {
                            case WAITING -> new Fact("quiet", "The test order is on its way", test.askedAt());
                            case SENT -> new Fact("good", "The test order was taken", test.endedAt());
                            case FAILED -> new Fact("bad", "The test order: " + test.note(), test.endedAt());
                        }));
        if (digests.isAgreed(merchant, supplier.id())) {
            all.add(new Fact("good", "Gets a list of what is open on its working mornings", null));
        }
        return new SetupViews.Supplier(
                supplier.id().value().toString(),
                supplier.code(),
                supplier.name(),
                supplier.channel() != null
                        ? "endpoint " + supplier.channel().url().getHost()
                        : supplier.mail() != null ? supplier.mail().address() : "no channel",
                all,
                supplier.channel() != null || supplier.mail() != null);
    }

    /** The step of the offers. */
    Step offers(MerchantId merchant) {
        List<SupplierTerms> all = goods.suppliers().all(merchant);
        if (all.isEmpty()) {
            return new Step("offers", "Offers", State.WAITING, "Waits for a supplier.");
        }
        for (SupplierTerms supplier : all) {
            if (!goods.offers().page(merchant, supplier.id(), null, 1).isEmpty()) {
                return new Step("offers", "Offers", State.DONE, "Suppliers offer goods at a cost.");
            }
        }
        return new Step("offers", "Offers", State.NEEDS_YOU, "Say which supplier has what, and what it costs.");
    }
}
