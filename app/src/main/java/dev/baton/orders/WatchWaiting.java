package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a due row for every SKU somebody waits for, and wakes those whose lines may be served now. */
@Component
class WatchWaiting {

    static final String QUEUE = "orders.waiting";

    /** Kind of the work that serves a SKU's waiting lines now; its subject is the SKU. */
    static final String RELEASE = "orders.release-waiting";

    /** Kind of the work that looks after a SKU while somebody waits for it; its subject is the SKU. */
    static final String RECHECK = "orders.waiting.schedule";

    static final Duration EVERY = Duration.ofDays(1);

    private final Work work;
    private final Clock clock;

    WatchWaiting(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Somebody waits for goods nobody waited for before. */
    void begin(MerchantId merchant, Collection<SkuId> skus) {
        if (skus.isEmpty()) {
            return;
        }
        work.remove(merchant, RECHECK, ids(skus));
        work.add(
                merchant,
                ids(skus).stream()
                        .map(sku ->
                                new NewWork(QUEUE, RECHECK, sku, clock.instant().plus(EVERY), false))
                        .toList());
    }

    /** Lines that wait for these may be served now. */
    void wake(MerchantId merchant, Collection<SkuId> skus) {
        work.add(
                merchant,
                ids(skus).stream()
                        .map(sku -> new NewWork(QUEUE, RELEASE, sku, clock.instant(), true))
                        .toList());
    }

    private static Collection<UUID> ids(Collection<SkuId> skus) {
        return skus.stream().map(SkuId::value).sorted().toList();
    }
}
