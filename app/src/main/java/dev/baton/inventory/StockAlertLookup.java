package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was warned of. Every method opens or joins a transaction. */
@Component
public final class StockAlertLookup {

    private final Tenancy tenancy;
    private final AlertRows alerts;

    StockAlertLookup(Tenancy tenancy, AlertRows alerts) {
        this.tenancy = tenancy;
        this.alerts = alerts;
    }

    /**
     * A page after the given alert (null = from the first), the oldest first.
     *
     * @param kind null = all
     * @param closedToo false = only those that are so now
     */
    public List<StockAlert> page(
            MerchantId merchant, StockAlert.@Nullable Kind kind, boolean closedToo, @Nullable UUID after, int limit) {
        return tenancy.inTransaction(merchant, () -> alerts.page(merchant, kind, closedToo, after, limit));
    }

    /** How many are open, by kind; 0 for a kind without any. */
    public Map<StockAlert.Kind, Long> open(MerchantId merchant) {
        return tenancy.inTransaction(merchant, () -> {
            Map<StockAlert.Kind, Long> open = new EnumMap<>(StockAlert.Kind.class);
            Map<StockAlert.Kind, Long> counted = alerts.countOpen(merchant);
            for (StockAlert.Kind kind : StockAlert.Kind.values()) {
                open.put(kind, counted.getOrDefault(kind, 0L));
            }
            return open;
        });
    }
}
