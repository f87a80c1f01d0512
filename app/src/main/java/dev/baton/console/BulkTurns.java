package dev.baton.console;

import dev.baton.console.BulkRows.Fate;
import dev.baton.console.BulkRows.Row;
import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.console.GatherBulk.StepOver;
import dev.baton.console.ListViews.Effect;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The turn of each row: what happens to it, its mark and its count are one transaction, so that no row is done twice,
 * whenever the program is killed. A refusal stays with its row.
 */
@Component
class BulkTurns {

    private static final Logger log = LoggerFactory.getLogger(BulkTurns.class);

    private static final String GONE = "is not there any more";
    private static final String NOTHING_LEFT = "nothing was to be done any more";
    private static final String GONE_FURTHER = "had gone further and stays as it is";
    private static final String BROKEN = "could not be done because of a fault here; nothing of it was changed";

    private final Tenancy tenancy;
    private final BulkRuns runs;
    private final BulkRows rows;

    BulkTurns(Tenancy tenancy, BulkRuns runs, BulkRows rows) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.rows = rows;
    }

    /** The next rows of a run. */
    List<Row> next(MerchantId merchant, BulkRun run, Fate waiting, int limit) {
        return tenancy.inTransaction(merchant, () -> rows.page(merchant, run.id(), waiting, -1, limit));
    }

    /** Takes the rows in turn; stops without a word when the step is over. */
    void take(MerchantId merchant, BulkRun run, Charge charge, List<Row> page) {
        Map<String, Effect> now = run.state() == State.RUNNING ? effects(merchant, charge, page) : Map.of();
        try {
            for (Row row : page) {
                if (run.state() == State.RUNNING) {
                    apply(merchant, run, charge, row, now.get(row.key()));
                } else {
                    undo(merchant, run, charge, row);
                }
            }
        } catch (StepOver over) {
            log.info("{} of {} is over", run.state(), run.id());
        }
    }

    /** What would become of them now: since they were shown others may have acted. */
    private Map<String, Effect> effects(MerchantId merchant, Charge charge, List<Row> page) {
        List<String> keys = page.stream().map(Row::key).toList();
        return tenancy.inTransaction(merchant, () -> charge.act().preview(charge.staff(), keys)).stream()
                .collect(Collectors.toMap(Effect::key, Function.identity()));
    }

    private void apply(MerchantId merchant, BulkRun run, Charge charge, Row row, @Nullable Effect now) {
        if (now == null || !now.will()) {
            settle(merchant, run, row, Fate.FAILED, now == null ? GONE : now.words());
            return;
        }
        Typed given = new Typed(run.given()).with(BulkAct.WAY, row.way());
        once(merchant, run, row, Fate.FAILED, () -> {
            counted(merchant, run, Fate.DONE);
            String handle = charge.act().apply(charge.staff(), row.key(), given);
            if (handle == null) {
                throw new Left(NOTHING_LEFT);
            }
            moved(merchant, run, row, Fate.DONE, row.words(), handle);
        });
    }

    private void undo(MerchantId merchant, BulkRun run, Charge charge, Row row) {
        if (row.handle().isEmpty()) {
            settle(merchant, run, row, Fate.KEPT, "cannot be undone");
            return;
        }
        once(merchant, run, row, Fate.KEPT, () -> {
            counted(merchant, run, Fate.UNDONE);
            if (!charge.act().undo(charge.staff(), row.handle())) {
                throw new Left(GONE_FURTHER);
            }
            moved(merchant, run, row, Fate.UNDONE, row.words(), row.handle());
        });
    }

    /** One transaction; what keeps it from standing becomes the row's reason in another. */
    private void once(MerchantId merchant, BulkRun run, Row row, Fate otherwise, Runnable body) {
        try {
            tenancy.run(merchant, body);
        } catch (StepOver | TransactionException away) {
            throw away;
        } catch (Left left) {
            settle(merchant, run, row, otherwise, left.why);
        } catch (Problem refused) {
            settle(merchant, run, row, otherwise, refused.detail());
        } catch (RuntimeException broken) {
            if (broken instanceof DataAccessException away && isAway(away)) {
                throw away;
            }
            log.warn("row {} of {} failed", row.position(), run.id(), broken);
            settle(merchant, run, row, otherwise, BROKEN);
        }
    }

    /** Whether it says nothing about the row: it is tried again. */
    private static boolean isAway(DataAccessException failure) {
        return failure instanceof org.springframework.dao.DataAccessResourceFailureException
                || failure instanceof org.springframework.dao.TransientDataAccessException;
    }

    private void settle(MerchantId merchant, BulkRun run, Row row, Fate fate, String words) {
        tenancy.run(merchant, () -> {
            counted(merchant, run, fate);
            moved(merchant, run, row, fate, words, row.handle());
        });
    }

    private void counted(MerchantId merchant, BulkRun run, Fate fate) {
        if (!runs.count(merchant, run.id(), fate)) {
            throw new StepOver();
        }
    }

    private void moved(MerchantId merchant, BulkRun run, Row row, Fate fate, String words, String handle) {
        if (!rows.move(merchant, run.id(), row, fate, words, handle)) {
            throw new StepOver();
        }
    }

    /** A row stays as it is, and why. */
    private static final class Left extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String why;

        Left(String why) {
            super(why);
            this.why = why;
        }
    }
}
