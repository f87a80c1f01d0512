package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.OfferId;
import dev.baton.channels.StoresOfTasks;
import dev.baton.console.ExceptionsScreen.Either;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.shipping.OrdersOfParcels;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.prices.PriceListLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which store and which supplier a hold or a task has to do with, read a kind of subject at a time. Needs an open
 * transaction of the merchant.
 */
@Component
class ExceptionParties {

    private static final int MOST_SOURCES = 500;

    private final TaskSubjects subjects;
    private final OrderBoard orders;
    private final PurchaseOrderLookup purchases;
    private final OrdersOfParcels parcels;
    private final CatalogLookup catalog;
    private final Sources sources;

    ExceptionParties(
            TaskSubjects subjects,
            OrderBoard orders,
            PurchaseOrderLookup purchases,
            OrdersOfParcels parcels,
            CatalogLookup catalog,
            Sources sources) {
        this.subjects = subjects;
        this.orders = orders;
        this.purchases = purchases;
        this.parcels = parcels;
        this.catalog = catalog;
        this.sources = sources;
    }

    /** What suppliers send files by, and stores messages. */
    @Component("exceptionSources")
    record Sources(FeedLookup feeds, PriceListLookup prices, StoresOfTasks stores) {}

    /** Whom one has to do with; null = no one store, no one supplier. */
    record Party(@Nullable StoreId store, @Nullable SupplierId supplier) {

        private static final Party NOBODY = new Party(null, null);
    }

    /** By the ids of the exceptions; every one of them is there. */
    Map<UUID, Party> of(MerchantId merchant, List<Either> exceptions) {
        List<Task> tasks =
                exceptions.stream().map(Either::task).filter(Objects::nonNull).toList();
        TaskSubjects.Placed placed = subjects.place(merchant, tasks);
        Map<UUID, SupplierId> supplierOf = suppliers(merchant, tasks, placed);
        Set<SalesOrderId> all = new HashSet<>(placed.orderOf().values());
        exceptions.stream()
                .map(Either::hold)
                .filter(Objects::nonNull)
                .map(OpenHold::order)
                .forEach(all::add);
        Map<SalesOrderId, StoreId> storeOf = new HashMap<>();
        orders.of(merchant, List.copyOf(all)).forEach(row -> storeOf.put(row.id(), row.store()));
        Map<UUID, StoreId> ofSubject = new HashMap<>(sources.stores().of(merchant, tasks));
        subjects(tasks, "store").forEach(each -> ofSubject.put(each, new StoreId(each)));
        placed.orderOf().forEach((subject, order) -> {
            StoreId store = storeOf.get(order);
            if (store != null) {
                ofSubject.putIfAbsent(subject, store);
            }
        });
        Map<UUID, Party> parties = new HashMap<>();
        for (Either each : exceptions) {
            OpenHold hold = each.hold();
            Task task = each.task();
            if (hold != null) {
                parties.put(hold.id(), new Party(storeOf.get(hold.order()), null));
            } else if (task != null) {
                StoreId store = ofSubject.get(task.subject());
                SupplierId supplier = supplierOf.get(task.subject());
                parties.put(task.id(), store == null && supplier == null ? Party.NOBODY : new Party(store, supplier));
            }
        }
        return parties;
    }

    private Map<UUID, SupplierId> suppliers(MerchantId merchant, Collection<Task> tasks, TaskSubjects.Placed placed) {
        Map<UUID, SupplierId> suppliers = new HashMap<>();
        placed.purchaseOf().forEach((subject, purchase) -> {
            var head = placed.purchases().get(purchase);
            if (head != null) {
                suppliers.put(subject, head.supplier());
            }
        });
        List<UUID> sent = subjects(tasks, "package", "shipment");
        Map<UUID, PurchaseOrderId> purchaseOf = sent.isEmpty() ? Map.of() : parcels.purchaseOrders(merchant, sent);
        var heads = purchases.headsOf(merchant, purchaseOf.values());
        purchaseOf.forEach((subject, purchase) -> {
            var head = heads.get(purchase);
            if (head != null) {
                suppliers.put(subject, head.supplier());
            }
        });
        subjects(tasks, "supplier").forEach(each -> suppliers.put(each, new SupplierId(each)));
        catalog.offers(
                        merchant,
                        subjects(tasks, "offer").stream().map(OfferId::new).toList())
                .forEach((offer, found) -> suppliers.put(offer.value(), found.supplier()));
        if (!subjects(tasks, "feed").isEmpty()) {
            sources.feeds()
                    .feeds(merchant, "", MOST_SOURCES)
                    .forEach(feed -> suppliers.put(feed.id().value(), feed.supplier()));
        }
        if (!subjects(tasks, "price_list").isEmpty()) {
            sources.prices()
                    .lists(merchant, "", MOST_SOURCES)
                    .forEach(list -> suppliers.put(list.id().value(), list.supplier()));
        }
        return suppliers;
    }

    private static List<UUID> subjects(Collection<Task> tasks, String... types) {
        List<UUID> subjects = new ArrayList<>();
        Set<String> wanted = Set.of(types);
        tasks.stream()
                .filter(task -> wanted.contains(task.subjectType()))
                .forEach(task -> subjects.add(task.subject()));
        return subjects;
    }
}
