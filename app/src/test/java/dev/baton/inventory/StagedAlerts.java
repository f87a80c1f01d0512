package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.JudgeAlerts.Raised;
import dev.baton.inventory.StockAlert.Kind;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Alerts raised as the look after stock raises them, without waiting weeks for sales. */
public final class StagedAlerts {

    private final Tenancy tenancy;
    private final AlertRows alerts;

    /** @param beans finds a bean by its type */
    public StagedAlerts(Function<Class<?>, Object> beans) {
        tenancy = (Tenancy) beans.apply(Tenancy.class);
        alerts = (AlertRows) beans.apply(AlertRows.class);
    }

    /** One of goods that sold seven units in seven days. */
    public void raise(
            MerchantId merchant,
            Kind kind,
            SkuId sku,
            long available,
            @Nullable OfferId offer,
            @Nullable SupplierId supplier,
            Instant at) {
        AlertFacts facts = new AlertFacts(sku, 7, 7, available, 7, List.of());
        tenancy.run(merchant, () -> alerts.raise(merchant, List.of(new Raised(kind, facts, offer, supplier, 7)), at));
    }
}
