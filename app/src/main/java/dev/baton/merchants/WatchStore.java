package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a store into watch mode (everything is planned for it, nothing is sent or pushed), or lets it go live. */
@Component
public final class WatchStore {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    WatchStore(Tenancy tenancy, JdbcClient jdbc, Audit audit, ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.news = news;
    }

    /**
     * What is planned from now on is sent; told of as {@link StoreWentLive}. Purchase orders planned before stay unsent
     * until a person lets them go. Opens or joins a transaction.
     *
     * @return false when it was live already, or the merchant has no such store
     */
    public boolean goLive(MerchantId merchant, StoreId store) {
        return tenancy.inTransaction(merchant, () -> {
            boolean changed = change(merchant, store, true);
            if (changed) {
                news.publishEvent(new StoreWentLive(merchant, store));
            }
            return changed;
        });
    }

    /**
     * Nothing more is begun for it; what has begun is finished. Opens or joins a transaction.
     *
     * @return false when it was watched already, or the merchant has no such store
     */
    public boolean watch(MerchantId merchant, StoreId store) {
        return tenancy.inTransaction(merchant, () -> change(merchant, store, false));
    }

    private boolean change(MerchantId merchant, StoreId store, boolean live) {
        int changed = jdbc.sql("""
                update store set live = :live
                where merchant_id = :merchant and store_id = :store and live <> :live
                """)
                .param("live", live)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .update();
        if (changed == 1) {
            audit.record(
                    merchant,
                    List.of(new AuditEntry("WatchStore", "store", store.value(), word(!live), word(live), null)));
        }
        return changed == 1;
    }

    private static String word(boolean live) {
        return live ? "LIVE" : "WATCHING";
    }
}
