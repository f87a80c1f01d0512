package dev.baton.console;

import dev.baton.console.BulkRows.Fate;
import dev.baton.console.BulkRows.Row;
import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.console.GatherBulk.StepOver;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does what people ask for all rows of a list, page by page: first it writes the rows down, then, once the person has
 * seen them and says so, it does them one by one, and takes them back when asked. A restart goes on where it was.
 */
@Component
class RunBulk implements WorkHandler {

    private static final String KIND = "console.bulk";
    private static final int PAGE = 50;
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final String NOT_ALLOWED =
            "Whoever asked for it does not work here any more, or may not do this any more.";

    private final Tenancy tenancy;
    private final BulkRuns runs;
    private final BulkStaff charges;
    private final GatherBulk gathering;
    private final BulkTurns turns;
    private final Desk desk;

    RunBulk(Tenancy tenancy, BulkRuns runs, BulkStaff charges, GatherBulk gathering, BulkTurns turns, Desk desk) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.charges = charges;
        this.gathering = gathering;
        this.turns = turns;
        this.desk = desk;
    }

    /** What is at hand for a run. */
    @Component("bulkDesk")
    record Desk(Work work, Clock clock) {}

    static NewWork work(UUID run, Instant now) {
        return new NewWork(KIND, KIND, run, now, true);
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
        return Duration.ofMinutes(1);
    }

    /** What fails is a row and not the run; a database that is away costs nothing. */
    @Override
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> turn(merchant, item));
    }

    /** A few seconds of pages; then others have a turn. */
    private void turn(MerchantId merchant, LeasedWork item) {
        long end = System.nanoTime() + TURN.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = page(merchant, item.subject());
            Crash.at("console.bulk-page");
        }
        boolean goesOn = more;
        tenancy.run(merchant, () -> {
            if (goesOn) {
                desk.work().again(merchant, item, desk.clock().instant(), "goes on with its next rows");
            } else {
                desk.work().finish(merchant, List.of(item));
            }
        });
    }

    /** One page; false when there is nothing to be done before somebody says so. */
    private boolean page(MerchantId merchant, UUID id) {
        Optional<BulkRun> found = tenancy.inTransaction(merchant, () -> runs.find(merchant, id))
                .filter(run -> run.state().works());
        if (found.isEmpty()) {
            return false;
        }
        BulkRun run = found.get();
        Optional<Charge> charge = charges.of(merchant, run);
        if (charge.isEmpty()) {
            end(merchant, run, NOT_ALLOWED);
            return false;
        }
        Actor.Person person = new Actor.Person(run.person().value());
        return Acting.as(person, run.id().toString(), () -> page(merchant, run, charge.get()));
    }

    private boolean page(MerchantId merchant, BulkRun run, Charge charge) {
        if (run.state() == State.GATHERING) {
            try {
                gathering.page(merchant, run, charge);
            } catch (StepOver over) {
                return true;
            }
            return true;
        }
        Fate wanted = run.state() == State.RUNNING ? Fate.WAITING : Fate.DONE;
        List<Row> page = turns.next(merchant, run, wanted, PAGE);
        if (page.isEmpty()) {
            end(merchant, run, null);
            return false;
        }
        turns.take(merchant, run, charge, page);
        return true;
    }

    private void end(MerchantId merchant, BulkRun run, @Nullable String note) {
        tenancy.run(
                merchant,
                () -> runs.end(
                        merchant,
                        run.id(),
                        run.state(),
                        after(run.state()),
                        note,
                        desk.clock().instant()));
    }

    /** What a step ends in, by itself or because somebody stops it. */
    static State after(State step) {
        return switch (step) {
            case GATHERING, READY, DROPPED -> State.DROPPED;
            case RUNNING, ENDED -> State.ENDED;
            case UNDOING, UNDONE -> State.UNDONE;
        };
    }
}
