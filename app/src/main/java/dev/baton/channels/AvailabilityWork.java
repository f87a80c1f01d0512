package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans the work that reads and tells stores; each joins the open transaction. */
@Component
class AvailabilityWork {

    /** The kind of work that reads what a store shows and tells it what it should; its subject is the store. */
    static final String PUSH = "channels.availability-push";

    /** The kind of work that begins the nightly comparison of a store; its subject is the store. */
    static final String NIGHTLY = "channels.availability.schedule";

    /** The kind of work that compares a store's figures; its subject is the check. */
    static final String CHECK = "channels.availability-check";

    private final Work work;
    private final Clock clock;

    AvailabilityWork(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** These stores are to be read or told now. */
    void wake(MerchantId merchant, Collection<StoreId> stores) {
        Instant now = clock.instant();
        work.add(
                merchant,
                stores.stream()
                        .map(store -> new NewWork(Queues.store(store), PUSH, store.value(), now, true))
                        .toList());
    }

    /** The next night of a store, and no other. */
    void planNight(MerchantId merchant, StoreId store, Instant night) {
        stopNights(merchant, store);
        work.add(merchant, List.of(new NewWork(Queues.store(store), NIGHTLY, store.value(), night, false)));
    }

    void stopNights(MerchantId merchant, StoreId store) {
        work.remove(merchant, NIGHTLY, List.of(store.value()));
    }
}
