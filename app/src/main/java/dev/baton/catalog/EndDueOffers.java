package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.InParts;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
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
    private static final InParts.Pause PAUSE = new InParts.Pause(Duration.ofSeconds(30), "more offers end by now");

    private final EndOffers endOffers;
    private final InParts parts;

    EndDueOffers(EndOffers endOffers, InParts parts) {
        this.endOffers = endOffers;
        this.parts = parts;
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
            parts.run(merchant, leased, PAUSE, from -> endOffers.endDue(merchant, PART) == PART ? Boolean.TRUE : null);
        }
    }
}
