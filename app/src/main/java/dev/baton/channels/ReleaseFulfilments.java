package dev.baton.channels;

import dev.baton.channels.StoreFulfilment.State;
import dev.baton.merchants.StoreId;
import dev.baton.merchants.StoreWentLive;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans anew, when a store goes live, what it was not told of in watch mode; a bounded number at a time. */
@Component
class ReleaseFulfilments implements WorkHandler {

    static final String KIND = "channels.release";

    private static final int AT_A_TIME = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** After it every attempt that still saw watch mode has ended; a second look finds what it left behind. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(10);

    private final StoreFulfilments fulfilments;
    private final Audit audit;
    private final Desk desk;

    ReleaseFulfilments(StoreFulfilments fulfilments, Audit audit, Desk desk) {
        this.fulfilments = fulfilments;
        this.audit = audit;
        this.desk = desk;
    }

    @EventListener
    void plan(StoreWentLive news) {
        Instant now = desk.clock().instant();
        String queue = Queues.store(news.store());
        UUID store = news.store().value();
        desk.work()
                .add(
                        news.merchant(),
                        List.of(
                                new NewWork(queue, KIND, store, now, false),
                                new NewWork(queue, KIND, store, now.plus(SECOND_LOOK), false)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> desk.tenancy().run(merchant, () -> release(merchant, item)));
    }

    private void release(MerchantId merchant, LeasedWork item) {
        Instant now = desk.clock().instant();
        StoreId store = new StoreId(item.subject());
        List<UUID> released = fulfilments.reopen(merchant, store, AT_A_TIME);
        desk.work()
                .add(
                        merchant,
                        released.stream()
                                .map(id -> new NewWork(Queues.store(store), StoreFulfilments.WORK, id, now, false))
                                .toList());
        audit.record(
                merchant,
                released.stream()
                        .map(id -> new AuditEntry(
                                "ReleaseFulfilments",
                                "store_fulfilment",
                                id,
                                State.NOT_LIVE.name(),
                                State.PLANNED.name(),
                                "the store went live"))
                        .toList());
        if (released.size() == AT_A_TIME) {
            desk.work().again(merchant, item, now, "more shipments of watch mode are to be told");
        } else {
            desk.work().finish(merchant, List.of(item));
        }
    }
}
