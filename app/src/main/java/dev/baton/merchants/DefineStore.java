package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a store known, or brings it to what the merchant states now. */
@Component
public final class DefineStore {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final MerchantLookup lookup;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DefineStore(Tenancy tenancy, JdbcClient jdbc, MerchantLookup lookup, Audit audit, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates the store of that code or changes all but its kind; opens or joins a transaction.
     *
     * @throws Problem {@link MerchantProblem#STORE_INVALID} with the field, {@link MerchantProblem#STORE_KIND_FIXED}
     */
    public Store define(MerchantId merchant, StoreDefinition definition) {
        MerchantChecks.store(definition);
        return tenancy.inTransaction(merchant, () -> {
            boolean fresh = insert(merchant, definition);
            Store store = lookup.storeByCode(merchant, definition.code())
                    .orElseThrow(() -> new IllegalStateException("a store just written is gone"));
            if (!store.kind().equals(definition.kind())) {
                throw new Problem(
                        MerchantProblem.STORE_KIND_FIXED,
                        "The store " + store.code() + " is of the kind " + store.kind()
                                + "; define the other one under a code of its own.",
                        "kind");
            }
            if (!fresh) {
                update(merchant, store.id(), definition);
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "DefineStore",
                            "store",
                            store.id().value(),
                            fresh ? null : mode(store.live()),
                            mode(definition.live()),
                            null)));
            return new Store(
                    store.id(),
                    definition.code(),
                    definition.kind(),
                    definition.name(),
                    definition.currency(),
                    definition.zone(),
                    definition.live());
        });
    }

    private boolean insert(MerchantId merchant, StoreDefinition store) {
        return jdbc.sql("""
                insert into store (merchant_id, store_id, code, kind, name, currency, zone, live, created_at)
                values (:merchant, :id, :code, :kind, :name, :currency, :zone, :live, :at)
                on conflict (merchant_id, code) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("id", ids.next())
                        .param("code", store.code())
                        .param("kind", store.kind())
                        .param("name", store.name())
                        .param("currency", store.currency())
                        .param("zone", store.zone().getId())
                        .param("live", store.live())
                        .param("at", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    private void update(MerchantId merchant, StoreId id, StoreDefinition store) {
        jdbc.sql("""
                update store set name = :name, currency = :currency, zone = :zone, live = :live
                where merchant_id = :merchant and store_id = :id
                """)
                .param("name", store.name())
                .param("currency", store.currency())
                .param("zone", store.zone().getId())
                .param("live", store.live())
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    private static String mode(boolean live) {
        return live ? "LIVE" : "WATCHING";
    }
}
