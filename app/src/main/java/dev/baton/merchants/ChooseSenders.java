package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says who tells a store's customers of what: for each kind of message the store or Baton, never both. It counts for what
 * happens from then on; what was planned before stays with whoever's it was.
 */
@Component
public final class ChooseSenders {

    private final Tenancy tenancy;
    private final Stores stores;
    private final MerchantLookup lookup;
    private final Audit audit;

    ChooseSenders(Tenancy tenancy, Stores stores, MerchantLookup lookup, Audit audit) {
        this.tenancy = tenancy;
        this.stores = stores;
        this.lookup = lookup;
        this.audit = audit;
    }

    /**
     * Opens or joins a transaction.
     *
     * @param senders who tells of these; whoever the store's {@code notifyCustomer} says tells of the rest
     * @throws Problem NOT_FOUND when there is no such store
     */
    public Store choose(MerchantId merchant, StoreId id, Map<MessageKind, MailSender> senders) {
        return tenancy.inTransaction(merchant, () -> {
            Store before = lookup.store(merchant, id)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such store."));
            stores.tellers(merchant, id, senders);
            Store after = lookup.store(merchant, id).orElseThrow();
            audit.record(
                    merchant,
                    List.of(new AuditEntry("ChooseSenders", "store", id.value(), words(before), words(after), null)));
            return after;
        });
    }

    private static String words(Store store) {
        String some = new TreeMap<>(store.senders())
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        return some.isEmpty() ? store.notifyCustomer().name() : store.notifyCustomer() + ", " + some;
    }
}
