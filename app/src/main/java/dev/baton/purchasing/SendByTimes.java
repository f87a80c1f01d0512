package dev.baton.purchasing;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By when every purchase order is due at its supplier: the end of its grace window and the time that sending may take.
 * What has not arrived by then is late, whoever is to blame. What watch mode keeps back is due at no time. Every method
 * needs an open transaction of the merchant.
 */
@Component
public final class SendByTimes {

    /** How long sending may take once nothing holds it any more: the first nine of its tries fit in. */
    public static final Duration ALLOWED = Duration.ofMinutes(15);

    private static final UUID TOP = new UUID(-1L, -1L);

    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;
    private final JdbcClient jdbc;

    SendByTimes(SupplierLookup suppliers, MerchantLookup merchants, JdbcClient jdbc) {
        this.suppliers = suppliers;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /**
     * A promise that is not kept yet.
     *
     * @param at by when the supplier is to have it
     * @param late whether that has passed
     */
    public record SendBy(Instant at, boolean late) {}

    /** By when its supplier was to have one that it has; null = it never had it. */
    public static @Nullable Instant kept(PurchaseOrderView view) {
        return view.sentAt() == null ? null : view.sendAfter().plus(ALLOWED);
    }

    /** Of each that its supplier does not have and that is to reach it; any other is absent. */
    public Map<PurchaseOrderId, SendBy> of(MerchantId merchant, Collection<PurchaseOrderView> views, Instant now) {
        Live live = live(merchant);
        Map<PurchaseOrderId, SendBy> times = new HashMap<>();
        for (PurchaseOrderView view : views) {
            if (view.sentAt() == null && view.status().isToArrive() && !live.keepsBack(view)) {
                Instant at = view.sendAfter().plus(ALLOWED);
                times.put(view.id(), new SendBy(at, at.isBefore(now)));
            }
        }
        return times;
    }

    /**
     * Those past their send-by time, newest first.
     *
     * @param below the last id of the page before; null = from the newest on
     */
    public List<PurchaseOrderId> late(MerchantId merchant, Instant now, @Nullable PurchaseOrderId below, int limit) {
        Live live = live(merchant);
        return jdbc.sql("""
                select id from purchase_order
                where merchant_id = :merchant and id < :below
                  and status in ('ISSUED', 'SENDING', 'UNDELIVERED', 'UNKNOWN') and sent_at is null
                  and send_after < :lateBefore
                  and (status <> 'ISSUED' or (supplier_id = any(:liveSuppliers::uuid[])
                                              and store_id = any(:liveStores::uuid[])))
                order by merchant_id desc, id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below == null ? TOP : below.value())
                .param("lateBefore", SqlArrays.instant(now.minus(ALLOWED)))
                .param("liveSuppliers", Columns.uuids(live.suppliers(), SupplierId::value))
                .param("liveStores", Columns.uuids(live.stores(), StoreId::value))
                .param("limit", limit)
                .query((row, number) -> new PurchaseOrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Who is not watched: what is written to these, for these, leaves. */
    Live live(MerchantId merchant) {
        return new Live(
                suppliers.all(merchant).stream()
                        .filter(SupplierTerms::live)
                        .map(SupplierTerms::id)
                        .collect(Collectors.toSet()),
                merchants.stores(merchant).stream()
                        .filter(Store::live)
                        .map(Store::id)
                        .collect(Collectors.toSet()));
    }

    record Live(Set<SupplierId> suppliers, Set<StoreId> stores) {

        /** What has begun to be sent goes on, whoever is watched since. */
        private boolean keepsBack(PurchaseOrderView view) {
            return view.status() == PurchaseOrderStatus.ISSUED
                    && !(suppliers.contains(view.supplier()) && stores.contains(view.store()));
        }
    }
}
