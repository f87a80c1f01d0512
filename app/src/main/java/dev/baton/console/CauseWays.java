package dev.baton.console;

import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.TaskSubjects.Subject;
import dev.baton.inventory.StockAlert;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.work.ParkedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the cause of a task is mended, when no form on its page mends it. Needs an open transaction of the merchant. */
@Component
class CauseWays {

    private static final int MOST_PARKED = 1_000;

    private final MerchantLookup merchants;
    private final ParkedWork parked;

    CauseWays(MerchantLookup merchants, ParkedWork parked) {
        this.merchants = merchants;
        this.parked = parked;
    }

    /** Of one task, the best first; empty = its subject says where to go. */
    List<Way> of(Staff staff, Task task, @Nullable Subject about) {
        List<Way> ways = new ArrayList<>();
        switch (task.subjectType()) {
            case "store" -> addStore(staff, task, ways);
            case "supplier" -> addSupplier(task, ways);
            case "merchant" -> addBusiness(task, ways);
            case "sku" -> addWaiting(task, about, ways);
            case "package", "shipment", "sales_order", "purchase_order", "cancellation", "amendment", "offer" ->
                addSubject(task, about, ways);
            case "intake", "store_order" -> ways.add(stores());
            case "store_fulfilment" -> addFulfilment(staff, task, ways);
            case "invitation" -> {
                if (staff.may(Act.SEE_PEOPLE)) {
                    ways.add(Way.link(
                            "Invite again",
                            "See whether the address is right, take the invitation back and invite anew.",
                            PeopleListing.PATH,
                            "Open the people"));
                }
            }
            default -> {
                // the ways out are forms on the page, or there is only to say that it is done
            }
        }
        return ways;
    }

    private void addStore(Staff staff, Task task, List<Way> ways) {
        Store store =
                merchants.store(staff.merchant(), new StoreId(task.subject())).orElse(null);
        if (store == null) {
            return;
        }
        switch (task.kind()) {
            case "trading.watched" -> ways.add(watching());
            case "channels.catalogue" -> {
                if (staff.may(Act.READ_STORES)) {
                    ways.add(Way.act(
                                    "Read them now",
                                    "All products are read anew; this closes once they are.",
                                    page(store) + "/read",
                                    "Read all products",
                                    Map.of())
                            .main());
                }
            }
            case "channels.store-access", "channels.store-scopes" -> addAccess(staff, store, ways);
            case "channels.availability", "channels.availability-untold" ->
                ways.add(Way.link(
                        "See which",
                        "The variants the store does not count, sells on at zero or takes no figure for.",
                        StoreListing.warnedPath(store.code()),
                        "Open the variants"));
            default -> {
                // its page is enough
            }
        }
        ways.add(Way.link(
                "Look at the store",
                "Its connection, what it is told and what it tells.",
                page(store),
                "Open " + store.name()));
    }

    private static String page(Store store) {
        return StoresScreen.PATH + "/" + store.id().value();
    }

    private static void addAccess(Staff staff, Store store, List<Way> ways) {
        if (!staff.may(Act.SET_UP)) {
            return;
        }
        ways.add(Way.act(
                        "Check it again",
                        "Once the app in the store has what it needs.",
                        SetupPage.PATH + "/check",
                        "Check the access",
                        Map.of("id", store.id().value().toString()))
                .main());
        ways.add(Way.link(
                "Connect it anew",
                "With another token or secret; what waits goes on by itself.",
                SetupPage.at("store", ""),
                "Open the set-up"));
    }

    private static Way stores() {
        return Way.link(
                "Look at the store",
                "Change the order there and it is sent again; what came before is kept as it came.",
                StoresScreen.PATH,
                "Open the stores");
    }

    private static Way watching() {
        return Way.link(
                "Decide whether it goes live",
                "What would have been sent stands there; let it go from now on, or with what waits.",
                WatchScreen.PATH,
                "See what waits");
    }

    private static void addSupplier(Task task, List<Way> ways) {
        if (task.kind().equals("trading.watched")) {
            ways.add(watching());
        }
        ways.add(Way.link(
                switch (task.kind()) {
                    case "portal.unsendable", "portal.stock-check", "trading.second-reader" -> "Mend how it is reached";
                    case "suppliers.closed" -> "See when it is away";
                    default -> "Look at the supplier";
                },
                "Its address, hours, days away and terms.",
                SuppliersScreen.PATH + "/" + task.subject(),
                "Open the supplier"));
    }

    private static void addBusiness(Task task, List<Way> ways) {
        StockAlert.Kind alert = switch (task.kind()) {
            case "inventory.out" -> StockAlert.Kind.OUT;
            case "inventory.discontinued" -> StockAlert.Kind.DISCONTINUED;
            case "inventory.stale" -> StockAlert.Kind.STALE;
            default -> null;
        };
        if (alert != null) {
            ways.add(Way.link(
                    "See which goods",
                    "Every one with its supplier, how long it lasts, and what to do about it.",
                    AlertListing.path(alert),
                    "Open the alerts"));
        } else if (task.kind().startsWith("inventory.")) {
            ways.add(Way.link(
                    "See what can be sold",
                    "Each SKU says why it has what it has, and who offers it.",
                    StockScreen.PATH,
                    "Open the stock"));
        } else {
            ways.add(mail());
        }
    }

    static Way mail() {
        return Way.link(
                "See how mail leaves",
                "What is missing, a test mail to yourself, and the records of your domain.",
                SetupPage.at("mail", ""),
                "Open the mail set-up");
    }

    private static void addWaiting(Task task, @Nullable Subject about, List<Way> ways) {
        String line = about == null || about.sku() == null ? BackordersScreen.PATH : BackordersScreen.line(about.sku());
        ways.add(Way.link(
                        task.kind().equals("orders.backorder-ready") ? "Rehearse the release" : "Look at the line",
                        "Who waits since when, and who would be served by whom.",
                        line,
                        "Open the line")
                .main());
        if (about != null) {
            ways.add(Way.link("Look for stock", "Who offers it, and what they have.", about.path(), "Open the SKU"));
        }
    }

    private static void addSubject(Task task, @Nullable Subject about, List<Way> ways) {
        if (about == null) {
            return;
        }
        if (task.subjectType().equals("package")) {
            ways.add(Way.link(
                    "Look at the parcel",
                    "Every scan, the carrier's page, and what the customer was told.",
                    ParcelListing.PATH + "/" + task.subject(),
                    "Open the parcel"));
        }
        if (about.purchase() != null) {
            ways.add(Way.link(
                    "Look at the purchase order",
                    "What was asked and answered, and every document.",
                    PurchaseListing.PATH + "/" + about.purchase().value(),
                    "Open it"));
        }
        ways.add(Way.link(
                "Look at the " + (about.order() == null ? "SKU" : "order"),
                "Everything known of it, and what can be done with it.",
                about.path(),
                "Open " + about.name()));
    }

    private void addFulfilment(Staff staff, Task task, List<Way> ways) {
        if (staff.may(Act.RETRY_WORK) && isParked(staff.merchant(), task.subject())) {
            ways.add(Way.act(
                            "Tell the store again",
                            "It runs at once, with a fresh count of attempts.",
                            RetryActs.WORK,
                            "Try again",
                            Map.of("subject", task.subject().toString()))
                    .main());
        }
        ways.add(Way.link(
                "Look at the parcels",
                "Tracking numbers stand there, to be entered in the store by hand.",
                ParcelListing.PATH,
                "Open the parcels"));
    }

    private boolean isParked(MerchantId merchant, UUID subject) {
        return parked.page(merchant, null, MOST_PARKED).stream()
                .anyMatch(each -> each.subject().equals(subject));
    }
}
