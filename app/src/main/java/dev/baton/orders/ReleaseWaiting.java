package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.inventory.StockRaised;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Serves what waits for a SKU when stock of it has come or an order has changed, oldest order first. */
@Component
class ReleaseWaiting implements WorkHandler {

    private final Tenancy tenancy;
    private final ServeWaiting serve;
    private final WatchWaiting watch;
    private final Work work;

    ReleaseWaiting(Tenancy tenancy, ServeWaiting serve, WatchWaiting watch, Work work) {
        this.tenancy = tenancy;
        this.serve = serve;
        this.watch = watch;
        this.work = work;
    }

    @EventListener
    void on(StockRaised raised) {
        watch.wake(raised.merchant(), raised.skus());
    }

    @Override
    public String kind() {
        return WatchWaiting.RELEASE;
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
        return Duration.ofSeconds(60);
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            SkuId sku = new SkuId(item.subject());
            serve.serve(merchant, sku);
            Crash.at("orders.waiting-served");
            tenancy.run(merchant, () -> {
                serve.left(merchant, sku);
                work.finish(merchant, List.of(item));
            });
        }
    }
}
