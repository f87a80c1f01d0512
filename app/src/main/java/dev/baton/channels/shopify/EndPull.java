package dev.baton.channels.shopify;

import dev.baton.catalog.RecordStoreProducts;
import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePull.State;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.Desk;
import dev.baton.channels.PlanListings;
import dev.baton.channels.StoreTasks;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.LeasedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways a step of a pull ends: it is tried again, asked anew, given up, or the catalogue stands. */
@Component
class EndPull {

    private static final Duration ENOUGH_TO_SWEEP = Duration.ofSeconds(30);

    private final CataloguePulls pulls;
    private final RecordStoreProducts record;
    private final PlanListings plan;
    private final Audit audit;
    private final Desk desk;

    EndPull(CataloguePulls pulls, RecordStoreProducts record, PlanListings plan, Audit audit, Desk desk) {
        this.pulls = pulls;
        this.record = record;
        this.plan = plan;
        this.audit = audit;
        this.desk = desk;
    }

    /** Removes what the file did not list, a bounded part a transaction, and ends the pull. */
    void sweep(MerchantId merchant, LeasedWork leased, CataloguePull pull) {
        Instant asked = pull.askedAt();
        if (pull.unreadable() == 0 && asked != null) {
            while (record.removeUnlisted(merchant, pull.store(), pull.id(), asked) > 0) {
                if (!leased.hasLeft(ENOUGH_TO_SWEEP)) {
                    desk.tenancy()
                            .run(
                                    merchant,
                                    () -> desk.work()
                                            .again(
                                                    merchant,
                                                    leased,
                                                    desk.clock().instant(),
                                                    "what is not listed any more is being removed"));
                    return;
                }
            }
        }
        String reason = pull.unreadable() == 0
                ? null
                : pull.unreadable() + " products could not be understood; they stand as they stood, and nothing was"
                        + " removed";
        end(merchant, leased, pull, State.DONE, reason);
    }

    void failed(MerchantId merchant, LeasedWork leased, CataloguePull pull, String why) {
        end(merchant, leased, pull, State.FAILED, why);
    }

    private void end(MerchantId merchant, LeasedWork leased, CataloguePull pull, State state, @Nullable String reason) {
        desk.tenancy().run(merchant, () -> {
            desk.work().finish(merchant, List.of(leased));
            if (!pulls.end(merchant, pull.id(), state, reason, desk.clock().instant())) {
                return;
            }
            plan.all(merchant, pull.store());
            if (state == State.FAILED || reason != null) {
                desk.tasks().open(merchant, StoreTasks.catalogue(pull.store().value(), String.valueOf(reason)));
            } else {
                desk.tasks()
                        .closeFor(merchant, StoreTasks.CATALOGUE, pull.store().value(), "the products were read");
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "PullCatalogue",
                            "catalogue_pull",
                            pull.id(),
                            pull.state().name(),
                            state.name(),
                            reason)));
            Crash.at("channels.pull-ended");
        });
    }

    /** The same step again after a while; the attempt counts. */
    void tryAgain(MerchantId merchant, LeasedWork leased, String why) {
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work().failed(merchant, leased, Backoff.next(desk.clock(), leased.attempts()), why));
    }

    /** From the beginning, after a while; the attempt counts. */
    void askAnew(MerchantId merchant, LeasedWork leased, CataloguePull pull, String why) {
        desk.tenancy().run(merchant, () -> {
            pulls.again(merchant, pull.id(), why);
            desk.work().failed(merchant, leased, Backoff.next(desk.clock(), leased.attempts()), why);
        });
    }
}
