package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
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
     * @param supplier null = of all; else those about its offers, and those about goods it offers
     * @param closedToo false = only those that are so now
     */
    public List<StockAlert> page(
            MerchantId merchant,
            StockAlert.@Nullable Kind kind,
            @Nullable SupplierId supplier,
            boolean closedToo,
            @Nullable UUID after,
            int limit) {
        return tenancy.inTransaction(merchant, () -> alerts.page(merchant, kind, supplier, closedToo, after, limit));
    }

    /** How many are open, by kind; 0 for a kind without any. */
    public Map<StockAlert.Kind, Long> open(MerchantId merchant) {
        return open(merchant, null);
    }

    /** How many of a supplier are open, by kind, as {@link #page} lists them; 0 for a kind without any. */
    public Map<StockAlert.Kind, Long> open(MerchantId merchant, @Nullable SupplierId supplier) {
        return tenancy.inTransaction(merchant, () -> {
            Map<StockAlert.Kind, Long> open = new EnumMap<>(StockAlert.Kind.class);
            Map<StockAlert.Kind, Long> counted = alerts.countOpen(merchant, supplier);
            for (StockAlert.Kind kind : StockAlert.Kind.values()) {
                open.put(kind, counted.getOrDefault(kind, 0L));
            }
            return open;
        });
    }
}
