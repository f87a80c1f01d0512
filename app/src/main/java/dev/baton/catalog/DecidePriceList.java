package dev.baton.catalog;

import dev.baton.catalog.PriceRunView.State;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person says whether a price list that waits is right. */
@Component
public final class DecidePriceList {

    private final Tenancy tenancy;
    private final PriceRuns runs;
    private final Tasks tasks;
    private final Audit audit;
    private final Clock clock;

    DecidePriceList(Tenancy tenancy, PriceRuns runs, Tasks tasks, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The list is right: it is to be read again, and counts. Costs that jump still wait, one by one. Opens or joins a
     * transaction; once more changes nothing.
     *
     * @throws Problem NOT_FOUND; {@link CatalogProblem#PRICE_LIST_DECIDED} when it was refused, or is not read yet
     */
    public void accept(MerchantId merchant, PriceRunId id) {
        tenancy.run(merchant, () -> {
            PriceRunView run = found(merchant, id);
            switch (run.state()) {
                case APPLYING, APPLIED -> {
                    // said before
                }
                case JUDGING, REFUSED -> throw decided();
                case PROPOSED, QUARANTINED -> {
                    runs.apply(merchant, id);
                    told(merchant, run, State.APPLYING, "the price list was accepted");
                }
            }
        });
    }

    /**
     * The list is wrong: nothing of it counts. Opens or joins a transaction; once more changes nothing.
     *
     * @param reason in words
     * @throws Problem NOT_FOUND; {@link CatalogProblem#PRICE_LIST_DECIDED} when rows of it count already
     */
    public void refuse(MerchantId merchant, PriceRunId id, String reason) {
        tenancy.run(merchant, () -> {
            PriceRunView run = found(merchant, id);
            switch (run.state()) {
                case REFUSED -> {
                    // said before
                }
                case APPLYING, APPLIED -> throw decided();
                case JUDGING, PROPOSED, QUARANTINED -> {
                    runs.move(merchant, id, State.REFUSED, reason, clock.instant());
                    told(merchant, run, State.REFUSED, "the price list was refused");
                }
            }
        });
    }

    private PriceRunView found(MerchantId merchant, PriceRunId id) {
        return runs.lock(merchant, id)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no price list of that id."));
    }

    private void told(MerchantId merchant, PriceRunView run, State to, String why) {
        if (run.state() == State.QUARANTINED) {
            tasks.closeFor(merchant, TakePriceList.DOUBTED, run.supplier().value(), why);
        }
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "DecidePriceList",
                        "price_run",
                        run.id().value(),
                        run.state().name(),
                        to.name(),
                        why)));
    }

    private static Problem decided() {
        return new Problem(
                CatalogProblem.PRICE_LIST_DECIDED,
                "The price list is not waiting for a decision: read its state, and send a newer one where it is wrong.");
    }
}
