package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The door: every message of a store is kept before it is answered. Messages of one merchant that come while a
 * transaction is being committed share the next one, so that a flood costs few commits and a single message waits
 * for nobody.
 */
@Component
public final class Inbox {

    /** Largest message, in bytes. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private final KeepDeliveries keep;
    private final Map<MerchantId, InboxLane> lanes = new ConcurrentHashMap<>();

    Inbox(KeepDeliveries keep) {
        this.keep = keep;
    }

    /**
     * Keeps a message; the future is completed after commit, or with the failure when nothing was kept.
     *
     * @throws InboxFull when too many messages of the merchant wait already
     */
    public CompletableFuture<Receipt> receive(Delivery delivery) {
        return receive(keep.arrived(delivery));
    }

    Arrived arrived(Delivery delivery) {
        return keep.arrived(delivery);
    }

    CompletableFuture<Receipt> receive(Arrived arrived) {
        return lanes.computeIfAbsent(arrived.delivery().merchant(), merchant -> new InboxLane(keep))
                .offer(arrived);
    }

    /** Which of these delivery keys of a store and topic are kept already; needs an open transaction of the merchant. */
    public Set<String> knownKeys(MerchantId merchant, StoreId store, String topic, Collection<String> keys) {
        return keep.knownKeys(merchant, store, topic, keys);
    }

    /**
     * Keeps many messages of one merchant in transactions of their own, on the calling thread; used by whoever
     * fetched them himself.
     */
    public List<Receipt> receiveAll(List<Delivery> deliveries) {
        List<Receipt> receipts = new ArrayList<>(deliveries.size());
        for (int from = 0; from < deliveries.size(); from += InboxLane.MOST_PER_COMMIT) {
            List<Arrived> part =
                    deliveries.subList(from, Math.min(deliveries.size(), from + InboxLane.MOST_PER_COMMIT)).stream()
                            .map(keep::arrived)
                            .toList();
            receipts.addAll(keep.keep(part));
        }
        return receipts;
    }
}
