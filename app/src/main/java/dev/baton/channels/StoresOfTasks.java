package dev.baton.channels;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which store a task is about whose subject only this module knows: a message, an unread order, a fulfilment. */
@Component
public final class StoresOfTasks {

    private final JdbcClient jdbc;
    private final MerchantLookup merchants;

    StoresOfTasks(JdbcClient jdbc, MerchantLookup merchants) {
        this.jdbc = jdbc;
        this.merchants = merchants;
    }

    /**
     * The stores by the tasks' subjects; a task about anything else is absent. Reads rows by their keys, a kind of subject
     * at a time. Needs an open transaction of the merchant.
     */
    public Map<UUID, StoreId> of(MerchantId merchant, Collection<Task> tasks) {
        Map<UUID, StoreId> stores = new HashMap<>();
        stores.putAll(intakes(merchant, subjects(tasks, "intake")));
        stores.putAll(fulfilments(merchant, subjects(tasks, "store_fulfilment")));
        List<Task> unread = tasks.stream()
                .filter(task -> task.subjectType().equals("store_order"))
                .toList();
        if (!unread.isEmpty()) {
            List<Store> all = merchants.stores(merchant);
            unread.forEach(task -> all.stream()
                    .map(Store::id)
                    .filter(store -> StoreTasks.isUnreadOf(store.value(), task))
                    .findFirst()
                    .ifPresent(store -> stores.put(task.subject(), store)));
        }
        return stores;
    }

    private Map<UUID, StoreId> intakes(MerchantId merchant, List<UUID> ids) {
        Map<UUID, StoreId> stores = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select inbox_id, store_id from inbox
                    where merchant_id = :merchant and inbox_id = any(:ids::uuid[])
                    """)
                    .param("merchant", merchant.value())
                    .param("ids", SqlArrays.uuids(ids))
                    .query(row -> {
                        stores.put(
                                row.getObject("inbox_id", UUID.class),
                                new StoreId(row.getObject("store_id", UUID.class)));
                    });
        }
        return stores;
    }

    private Map<UUID, StoreId> fulfilments(MerchantId merchant, List<UUID> ids) {
        Map<UUID, StoreId> stores = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select store_fulfilment_id, store_id from store_fulfilment
                    where merchant_id = :merchant and store_fulfilment_id = any(:ids::uuid[])
                    """)
                    .param("merchant", merchant.value())
                    .param("ids", SqlArrays.uuids(ids))
                    .query(row -> {
                        stores.put(
                                row.getObject("store_fulfilment_id", UUID.class),
                                new StoreId(row.getObject("store_id", UUID.class)));
                    });
        }
        return stores;
    }

    private static List<UUID> subjects(Collection<Task> tasks, String type) {
        return tasks.stream()
                .filter(task -> task.subjectType().equals(type))
                .map(Task::subject)
                .toList();
    }
}
