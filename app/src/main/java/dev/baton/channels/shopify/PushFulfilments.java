package dev.baton.channels.shopify;

import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.StoreTasks;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.LostLease;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells stores of shipments: the shipments of one order one after another, a few orders at a time. A store is always
 * asked what it shows before it is told, so that an answer that was lost costs no second fulfilment.
 */
@Component
class PushFulfilments implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(PushFulfilments.class);

    private static final int BATCH = 40;
    private static final int ORDERS_AT_A_TIME = 4;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final StoreFulfilments fulfilments;
    private final PushFulfilment push;
    private final Tenancy tenancy;
    private final Work work;
    private final Tasks tasks;

    PushFulfilments(StoreFulfilments fulfilments, PushFulfilment push, Tenancy tenancy, Work work, Tasks tasks) {
        this.fulfilments = fulfilments;
        this.push = push;
        this.tenancy = tenancy;
        this.work = work;
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return StoreFulfilments.WORK;
    }

    @Override
    public Effect effect() {
        return Effect.ASK_FIRST;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void broughtBack(MerchantId merchant, UUID subject) {
        tasks.closeFor(merchant, StoreTasks.FULFILMENT, subject, "told again");
    }

    private record OrderKey(StoreId store, String storeOrderId) {}

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        Map<UUID, LeasedWork> bySubject =
                batch.stream().collect(Collectors.toMap(LeasedWork::subject, Function.identity(), (a, b) -> a));
        List<StoreFulfilment> rows =
                tenancy.inTransaction(merchant, () -> fulfilments.find(merchant, bySubject.keySet()));
        Map<OrderKey, List<StoreFulfilment>> byOrder = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(StoreFulfilment::id))
                .forEach(row -> byOrder.computeIfAbsent(
                                new OrderKey(row.store(), row.storeOrderId()), key -> new ArrayList<>())
                        .add(row));
        Semaphore places = new Semaphore(ORDERS_AT_A_TIME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byOrder.values()
                    .forEach(shipments -> threads.execute(() -> {
                        places.acquireUninterruptibly();
                        try {
                            for (StoreFulfilment row : shipments) {
                                LeasedWork leased = bySubject.get(row.id());
                                if (leased != null) {
                                    pushOne(merchant, leased, row.id());
                                }
                            }
                        } finally {
                            places.release();
                        }
                    }));
        }
        finishRest(merchant, batch, bySubject, rows);
    }

    private void pushOne(MerchantId merchant, LeasedWork leased, UUID row) {
        try {
            Acting.as(new Actor.SystemActor("work:" + StoreFulfilments.WORK), null, () -> {
                push.push(merchant, leased, row);
                return true;
            });
        } catch (LostLease lost) {
            log.info("{}: {}", StoreFulfilments.WORK, lost.getMessage());
        } catch (RuntimeException failure) {
            log.warn("{} of {} failed (attempt {})", StoreFulfilments.WORK, row, leased.attempts(), failure);
            push.stumble(merchant, leased, row, failure.toString());
        }
    }

    /** What is about nothing that is there, and what was asked for twice: left alone, it slept until its lease ended. */
    private void finishRest(
            MerchantId merchant, List<LeasedWork> batch, Map<UUID, LeasedWork> bySubject, List<StoreFulfilment> rows) {
        Set<UUID> known = rows.stream().map(StoreFulfilment::id).collect(Collectors.toSet());
        List<LeasedWork> rest = batch.stream()
                .filter(leased -> !known.contains(leased.subject()) || !bySubject.containsValue(leased))
                .toList();
        tenancy.run(merchant, () -> work.finish(merchant, rest));
    }
}
