package dev.baton.catalog;

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

/** Ends offers whose day has come, in bounded parts. */
@Component
class EndDueOffers implements WorkHandler {

    static final String QUEUE = "catalog.offers";

    /** The kind of work; its subject is the merchant. */
    static final String KIND = "catalog.end-offers";

    private static final int PART = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration ENOUGH_FOR_A_PART = Duration.ofSeconds(30);

    private final Tenancy tenancy;
    private final EndOffers endOffers;
    private final Work work;
    private final Clock clock;

    EndDueOffers(Tenancy tenancy, EndOffers endOffers, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.endOffers = endOffers;
        this.work = work;
        this.clock = clock;
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
        for (LeasedWork leased : batch) {
            boolean more = true;
            while (more && leased.hasLeft(ENOUGH_FOR_A_PART)) {
                more = endOffers.endDue(merchant, PART) == PART;
            }
            boolean left = more;
            tenancy.run(merchant, () -> {
                if (left) {
                    work.again(merchant, leased, clock.instant(), "more offers end by now");
                } else {
                    work.finish(merchant, List.of(leased));
                }
            });
        }
    }
}
