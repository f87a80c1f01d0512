package dev.baton.console;

import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins something for all rows of a list: the first page of them is written down at once, the others by work. */
@Component
class BeginBulk {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final BulkRuns runs;
    private final GatherBulk gathering;
    private final Work work;
    private final Tenancy tenancy;
    private final Ids ids;
    private final Clock clock;

    BeginBulk(BulkRuns runs, GatherBulk gathering, Work work, Tenancy tenancy, Ids ids, Clock clock) {
        this.runs = runs;
        this.gathering = gathering;
        this.work = work;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins it for the rows that match; nothing is done to them before the person says so. Opens a transaction.
     *
     * @param query what narrows the list, as it stands in its address behind the path
     */
    UUID begin(Staff staff, Listing<?> listing, BulkAct act, String query) {
        MerchantId merchant = staff.merchant();
        UUID id = ids.next();
        tenancy.run(merchant, () -> {
            Instant now = clock.instant();
            runs.forget(merchant, now.minus(REMEMBERED));
            BulkRun run = BulkRun.begun(id, staff, listing.called().name(), act.key(), query, now);
            runs.insert(merchant, run);
            gathering.page(merchant, run, new Charge(staff, listing, act));
            boolean more = runs.find(merchant, id)
                    .filter(each -> each.state() == State.GATHERING)
                    .isPresent();
            if (more) {
                work.add(merchant, List.of(RunBulk.work(id, now)));
            }
        });
        return id;
    }
}
