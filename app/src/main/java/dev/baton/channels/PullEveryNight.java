package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins the nightly reading of a store's products; a night that has planned the next one is the only end of it. */
@Component
class PullEveryNight implements WorkHandler {

    private final PullCatalogue pull;
    private final Desk desk;

    PullEveryNight(PullCatalogue pull, Desk desk) {
        this.pull = pull;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return PullCatalogue.NIGHTLY;
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
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            desk.tenancy().run(merchant, () -> {
                desk.work().finish(merchant, List.of(leased));
                pull.night(merchant, new StoreId(leased.subject()));
            });
        }
    }
}
