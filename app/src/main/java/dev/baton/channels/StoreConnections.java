package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How stores are reached. Connections are remembered, so that a webhook can be checked without a look into the
 * database; whoever keeps something on the strength of a remembered one compares its revision in the same
 * transaction.
 */
@Component
public class StoreConnections {

    private static final int MOST_REMEMBERED = 20_000;

    /** Unknown addresses are asked for again after this long, so that guessing costs the database little. */
    private static final long ABSENCE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Tenancy tenancy;
    private final ConnectionRows rows;
    private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();

    StoreConnections(Tenancy tenancy, ConnectionRows rows) {
        this.tenancy = tenancy;
        this.rows = rows;
    }

    private record Key(MerchantId merchant, StoreId store) {}

    private record Remembered(Optional<StoreConnection> connection, long atNanos) {}

    /** The connection as this node last saw it; empty when there is none. */
    public Optional<StoreConnection> remembered(MerchantId merchant, StoreId store) {
        Remembered known = remembered.get(new Key(merchant, store));
        if (known != null && (known.connection().isPresent() || System.nanoTime() - known.atNanos() < ABSENCE_NANOS)) {
            return known.connection();
        }
        return current(merchant, store);
    }

    /** The connection as it stands in the database; opens or joins a transaction. */
    public Optional<StoreConnection> current(MerchantId merchant, StoreId store) {
        Optional<StoreConnection> found = tenancy.inTransaction(merchant, () -> rows.find(merchant, store));
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(new Key(merchant, store), new Remembered(found, System.nanoTime()));
        return found;
    }

    /** Notes up to when the store's changes are known; never goes back. Opens or joins a transaction. */
    public void polledUntil(StoreConnection connection, Instant until) {
        tenancy.run(connection.merchant(), () -> rows.polledUntil(connection.merchant(), connection.store(), until));
    }
}
