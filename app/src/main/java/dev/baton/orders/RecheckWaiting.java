package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks once a day after every SKU somebody waits for: serves what can be served and tells a person of the rest. */
@Component
class RecheckWaiting implements WorkHandler {

    private final Tenancy tenancy;
    private final ServeWaiting serve;
    private final Work work;
    private final Clock clock;

    RecheckWaiting(Tenancy tenancy, ServeWaiting serve, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.serve = serve;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return WatchWaiting.RECHECK;
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
            tenancy.run(merchant, () -> {
                long left = serve.left(merchant, sku);
                if (left == 0) {
                    work.finish(merchant, List.of(item));
                } else {
                    serve.tell(merchant, sku, left);
                    work.again(merchant, item, clock.instant().plus(WatchWaiting.EVERY), "waits for stock");
                }
            });
        }
    }
}
