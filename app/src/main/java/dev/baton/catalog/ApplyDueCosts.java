package dev.baton.catalog;

import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.InParts;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes costs whose day has come into their offers, in bounded parts, and tells of them. Decisions use them from their
 * very moment on, whether this has run or not.
 */
@Component
class ApplyDueCosts implements WorkHandler {

    static final String QUEUE = "catalog.costs";

    /** The kind of work; its subject is the merchant. */
    static final String KIND = "catalog.due-costs";

    private static final int PART = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final InParts.Pause PAUSE = new InParts.Pause(Duration.ofSeconds(30), "more costs hold by now");

    private final Offers offers;
    private final CostRows costs;
    private final Recording recording;
    private final InParts parts;

    ApplyDueCosts(Offers offers, CostRows costs, Recording recording, InParts parts) {
        this.offers = offers;
        this.costs = costs;
        this.recording = recording;
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
            parts.run(merchant, leased, PAUSE, from -> part(merchant) == PART ? Boolean.TRUE : null);
        }
    }

    private int part(MerchantId merchant) {
        List<Offer> due = offers.lockDue(merchant, PART);
        if (due.isEmpty()) {
            return 0;
        }
        List<OfferId> ids = Columns.of(due, Offer::id);
        costs.settle(merchant, ids);
        List<Offer> now = offers.lockByIds(merchant, ids);
        List<AuditEntry> entries = new ArrayList<>();
        ids.forEach(
                id -> entries.add(new AuditEntry("ApplyDueCosts", "offer", id.value(), "DEFINED", "DEFINED", null)));
        recording.audit().record(merchant, entries);
        recording.tell().changed(merchant, due, now);
        return due.size();
    }
}
