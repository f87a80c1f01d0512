package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a store known, or brings it to what the merchant states now. */
@Component
public final class DefineStore {

    private final Tenancy tenancy;
    private final Stores stores;
    private final MerchantLookup lookup;
    private final BrandLookup brands;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    DefineStore(
            Tenancy tenancy,
            Stores stores,
            MerchantLookup lookup,
            BrandLookup brands,
            Audit audit,
            ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.stores = stores;
        this.lookup = lookup;
        this.brands = brands;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Creates the store of that code or changes all but its kind; opens or joins a transaction. One that leaves watch
     * mode is told of as {@link StoreWentLive}.
     *
     * @throws Problem {@link MerchantProblem#STORE_INVALID} with the field, {@link MerchantProblem#STORE_KIND_FIXED}
     */
    public Store define(MerchantId merchant, StoreDefinition definition) {
        MerchantChecks.store(definition);
        return tenancy.inTransaction(merchant, () -> {
            requireBrand(merchant, definition.brand());
            boolean fresh = stores.insert(merchant, definition);
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
                stores.update(merchant, store.id(), definition);
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
            if (!fresh && !store.live() && definition.live()) {
                news.publishEvent(new StoreWentLive(merchant, store.id()));
            }
            return new Store(
                    store.id(),
                    definition.code(),
                    definition.kind(),
                    definition.name(),
                    definition.currency(),
                    definition.zone(),
                    definition.brand(),
                    definition.notifyCustomer(),
                    definition.live(),
                    store.senders());
        });
    }

    private void requireBrand(MerchantId merchant, String code) {
        if (!code.equals(Brand.DEFAULT) && brands.byCode(merchant, code).isEmpty()) {
            throw new Problem(
                    MerchantProblem.STORE_INVALID,
                    "brand is not valid: there is no brand " + code + "; define it by PUT /api/v1/brands/" + code
                            + " first.",
                    "brand");
        }
    }

    private static String mode(boolean live) {
        return live ? "LIVE" : "WATCHING";
    }
}
