package dev.baton.channels;

import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Begins the nightly comparison of a store's figures, has all its variants worked out anew, and plans the next night;
 * a store that is not kept any more has none.
 */
@Component
class CheckEveryNight implements WorkHandler {

    /** An order that is not known by then is not taken for the reason of a missing unit any more: half a year. */
    private static final Duration SALES_KEPT = Duration.ofDays(180);

    private static final int FORGOTTEN_AT_ONCE = 20_000;

    private final AvailabilitySwitches switches;
    private final AvailabilityTouches touches;
    private final AvailabilityWork work;
    private final FigureChecks checks;
    private final StoreSales sales;
    private final MerchantLookup merchants;
    private final Desk desk;

    CheckEveryNight(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            AvailabilityWork work,
            FigureChecks checks,
            StoreSales sales,
            MerchantLookup merchants,
            Desk desk) {
        this.switches = switches;
        this.touches = touches;
        this.work = work;
        this.checks = checks;
        this.sales = sales;
        this.merchants = merchants;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return AvailabilityWork.NIGHTLY;
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
            desk.tenancy().run(merchant, () -> night(merchant, leased));
        }
    }

    private void night(MerchantId merchant, LeasedWork leased) {
        desk.work().finish(merchant, List.of(leased));
        StoreId id = new StoreId(leased.subject());
        Optional<Store> store = merchants.store(merchant, id);
        Optional<Switch> kept = switches.find(merchant, id).filter(Switch::enabled);
        if (store.isEmpty() || kept.isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        checks.begin(merchant, id, now)
                .ifPresent(check -> desk.work()
                        .add(
                                merchant,
                                List.of(new NewWork(Queues.store(id), AvailabilityWork.CHECK, check, now, false))));
        if (kept.get().planAfter() == null) {
            switches.planned(merchant, id, "");
            touches.plan(merchant);
        }
        sales.forget(merchant, id, now.minus(SALES_KEPT), FORGOTTEN_AT_ONCE);
        work.planNight(merchant, id, Nights.next(store.get(), now));
    }
}
