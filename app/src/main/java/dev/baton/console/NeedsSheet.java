package dev.baton.console;

import dev.baton.console.StaffMails.Line;
import dev.baton.orders.HoldBoard;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What needs somebody now: every line a count and the list that holds as many. Needs an open transaction. */
@Component
class NeedsSheet {

    private final HoldBoard holds;
    private final TaskBoard tasks;

    NeedsSheet(HoldBoard holds, TaskBoard tasks) {
        this.holds = holds;
        this.tasks = tasks;
    }

    List<Line> lines(MerchantId merchant) {
        List<Line> lines = new ArrayList<>(held(merchant));
        lines.addAll(open(merchant));
        return lines;
    }

    /** Holds, by kind. */
    List<Line> held(MerchantId merchant) {
        List<Line> lines = new ArrayList<>();
        holds.counts(merchant)
                .forEach((kind, count) ->
                        lines.add(new Line(count, HoldWords.title(kind), ExceptionsScreen.path(kind))));
        return lines;
    }

    /** Tasks, by kind. */
    List<Line> open(MerchantId merchant) {
        List<Line> lines = new ArrayList<>();
        tasks.counts(merchant)
                .forEach((kind, count) -> lines.add(new Line(
                        count,
                        StaffWords.task(kind),
                        ExceptionsScreen.path(kind).toString())));
        return lines;
    }
}
