package dev.baton.console;

import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.console.ListViews.Effect;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down which rows of a list match, a page at a time, and what would become of each. */
@Component
class GatherBulk {

    private static final int PAGE = 200;

    private final BulkRuns runs;
    private final BulkRows rows;
    private final Lists lists;
    private final MerchantLookup merchants;
    private final Tenancy tenancy;

    GatherBulk(BulkRuns runs, BulkRows rows, Lists lists, MerchantLookup merchants, Tenancy tenancy) {
        this.runs = runs;
        this.rows = rows;
        this.lists = lists;
        this.merchants = merchants;
        this.tenancy = tenancy;
    }

    /** Writes the next page down in a transaction of its own; a page that was written down meanwhile changes nothing. */
    void page(MerchantId merchant, BulkRun run, Charge charge) {
        tenancy.run(merchant, () -> page(merchant, run, charge.staff(), charge.listing(), charge.act()));
    }

    private <R> void page(MerchantId merchant, BulkRun run, Staff staff, Listing<R> listing, BulkAct act) {
        ListAddress address = ListAddress.of(staff, lists.typed(run.query()), listing);
        Moments moments =
                new Moments(run.askedAt(), merchants.settings(merchant).zone());
        int room = Math.min(PAGE, BulkRun.MOST_ROWS - run.gathered());
        Slice<R> slice = address.trouble() == null
                ? listing.page(staff, new Asked(address.where(), run.cursor(), moments), room)
                : new Slice<>(List.of(), null, false);
        List<String> keys = slice.rows().stream().map(listing::key).toList();
        List<Effect> effects = keys.isEmpty() ? List.of() : act.preview(staff, keys);
        BulkRows.Added added = rows.add(merchant, run.id(), effects);
        int gathered = run.gathered() + added.rows();
        String after = slice.after();
        boolean full = gathered >= BulkRun.MOST_ROWS;
        boolean last = after == null || full;
        BulkRun next = new BulkRun(
                run.id(),
                run.person(),
                run.list(),
                run.act(),
                last ? "" : run.query(),
                last || after == null ? "" : after,
                last ? State.READY : State.GATHERING,
                Map.of(),
                gathered,
                run.will() + added.will(),
                0,
                0,
                0,
                0,
                after != null && full,
                null,
                run.askedAt());
        if (!runs.gathered(merchant, next, run.cursor())) {
            throw new StepOver();
        }
    }

    /** Another did this step, or nobody wants it any more: nothing of the transaction may stand. */
    static final class StepOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StepOver() {
            super("the step is over");
        }
    }
}
