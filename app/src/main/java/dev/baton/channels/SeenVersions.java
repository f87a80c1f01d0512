package dev.baton.channels;

import dev.baton.merchants.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest version of recent orders this node has handed in, so that a poll need not read again what a webhook has
 * just brought. Only a short cut: what is not here is read, and found to be unchanged.
 */
@Component
public class SeenVersions {

    private static final int MOST = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<OrderKey, Instant> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<OrderKey, Instant> eldest) {
            return size() > MOST;
        }
    };

    void saw(OrderKey order, Instant updatedAt) {
        lock.lock();
        try {
            seen.merge(order, updatedAt, (known, now) -> known.isAfter(now) ? known : now);
        } finally {
            lock.unlock();
        }
    }

    /** What stands may not be all that is true of this second; a poll is to read it. */
    void forget(OrderKey order) {
        lock.lock();
        try {
            seen.remove(order);
        } finally {
            lock.unlock();
        }
    }

    /** A person was told that this version cannot be read; it is not asked for again by this node. */
    public void passedOver(StoreId store, String storeOrderId, Instant updatedAt) {
        saw(new OrderKey(store, storeOrderId), updatedAt);
    }

    /** Whether the order was handed in in this version or a newer one. */
    public boolean knows(StoreId store, String storeOrderId, Instant updatedAt) {
        lock.lock();
        try {
            Instant known = seen.get(new OrderKey(store, storeOrderId));
            return known != null && !known.isBefore(updatedAt);
        } finally {
            lock.unlock();
        }
    }
}
