package dev.baton.console;

import dev.baton.console.BulkDeeds.Deed;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.ListViews.Heading;
import dev.baton.console.ListViews.Preview;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to many rows of a list: first shown, then done one by one, then undone where that can be. */
@RestController
class BulkDoor {

    private static final int MOST_ROWS = 100;
    private static final int MOST_REFUSALS_SAID = 5;

    private final Lists lists;
    private final BulkDeeds deeds;
    private final BeginBulk beginning;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final Stamps stamps;

    BulkDoor(Lists lists, BulkDeeds deeds, BeginBulk beginning, Tenancy tenancy, StaffDesk desk, Stamps stamps) {
        this.lists = lists;
        this.deeds = deeds;
        this.beginning = beginning;
        this.tenancy = tenancy;
        this.desk = desk;
        this.stamps = stamps;
    }

    /** Id and time of a deed. */
    @Component
    record Stamps(Ids ids, Clock clock) {}

    /** Shows what would become of the rows that are ticked; changes nothing. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping("/console/bulk/{name}")
    ResponseEntity<String> preview(Staff staff, Typed typed, @PathVariable String name) {
        Listing<?> listing = lists.find(staff, name);
        BulkAct act = act(staff, listing, typed.text("act"));
        return typed.text("all").isEmpty()
                ? preview(staff, typed, listing, act, null)
                : begin(staff, typed, listing, act);
    }

    /** What is to be done to every row that matches takes longer than one answer: it becomes a run. */
    private ResponseEntity<String> begin(Staff staff, Typed typed, Listing<?> listing, BulkAct act) {
        ListAddress address = tenancy.inTransaction(
                staff.merchant(), () -> ListAddress.of(staff, lists.typed(typed.text("back")), listing));
        UUID run = beginning.begin(staff, listing, act, address.where().query());
        return Answer.seeOther(new Where(BulkRunScreen.PATH + "/" + run, Map.of())
                .with("back", address.page().query())
                .toString());
    }

    private ResponseEntity<String> preview(
            Staff staff, Typed typed, Listing<?> listing, BulkAct act, @Nullable Problem refused) {
        List<String> keys = keys(typed);
        Listing.Called called = listing.called();
        ResponseEntity<String> page =
                desk.page(staff, called.place(), act.label(), "", "console/preview.jte", frame -> {
                    List<Effect> effects = act.preview(staff, keys);
                    int will = (int) effects.stream().filter(Effect::will).count();
                    return new Preview(
                            frame,
                            new Heading(called.name(), called.path(), called.title(), ""),
                            act.key(),
                            act.question(will),
                            act.label(),
                            act.severe(),
                            act.undoable(),
                            will,
                            effects,
                            new BulkGiven(act, staff).fields(typed),
                            typed.text("back"),
                            refused == null ? null : refused.detail());
                });
        return refused == null
                ? page
                : ResponseEntity.status(refused.code().status())
                        .contentType(Answer.HTML)
                        .body(page.getBody());
    }

    /** Does it to what was shown; each row in a transaction of its own, so that one refusal stops no other. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping("/console/bulk/{name}/do")
    ResponseEntity<String> apply(Staff staff, Typed typed, @PathVariable String name) {
        Listing<?> listing = lists.find(staff, name);
        BulkAct act = act(staff, listing, typed.text("act"));
        Problem missing = new BulkGiven(act, staff).missing(typed).orElse(null);
        if (missing != null) {
            return preview(staff, typed, listing, act, missing);
        }
        List<String> keys = keys(typed);
        Map<String, Effect> shown = tenancy.inTransaction(staff.merchant(), () -> act.preview(staff, keys)).stream()
                .collect(Collectors.toMap(Effect::key, Function.identity()));
        Map<String, String> ways = ways(typed);
        Outcome outcome = new Outcome();
        keys.forEach(key ->
                one(staff, typed.with(BulkAct.WAY, ways.getOrDefault(key, "")), act, key, shown.get(key), outcome));
        UUID deed = stamps.ids().next();
        tenancy.run(
                staff.merchant(),
                () -> deeds.add(
                        staff,
                        new Deed(deed, name, act.key(), outcome.handles, outcome.words(act), false),
                        stamps.clock().instant()));
        return back(staff, typed, listing, deed);
    }

    /** Which way each row was shown to go, where there were several. */
    private static Map<String, String> ways(Typed typed) {
        return typed.all(BulkAct.WAY).stream()
                .map(each -> each.split(" ", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (first, again) -> first));
    }

    private static void one(
            Staff staff, Typed typed, BulkAct act, String key, @Nullable Effect effect, Outcome outcome) {
        if (effect == null) {
            outcome.gone++;
            return;
        }
        try {
            String handle = effect.will() ? act.apply(staff, key, typed) : null;
            if (handle == null) {
                outcome.refused.add(
                        effect.name() + (effect.will() ? ": nothing was to be done any more" : ": " + effect.words()));
                return;
            }
            outcome.done++;
            if (!handle.isEmpty()) {
                outcome.handles.add(handle);
            }
        } catch (Problem refused) {
            outcome.refused.add(effect.name() + ": " + refused.detail());
        }
    }

    /** What became of the rows. */
    private static final class Outcome {
        private final List<String> handles = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int done;
        private int gone;

        String words(BulkAct act) {
            StringBuilder words = new StringBuilder(done == 0 ? "Nothing was changed." : act.done(done));
            if (gone > 0) {
                words.append(" Not there any more: ").append(gone).append('.');
            }
            if (!refused.isEmpty()) {
                words.append(" Left as they were: ")
                        .append(refused.stream().limit(MOST_REFUSALS_SAID).collect(Collectors.joining("; ")))
                        .append(
                                refused.size() > MOST_REFUSALS_SAID
                                        ? "; and " + (refused.size() - MOST_REFUSALS_SAID) + " more."
                                        : ".");
            }
            return words.toString().replace("..", ".");
        }
    }

    /** Undoes what the person did last to many rows, as far as it can still be undone. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping("/console/bulk/{name}/undo")
    ResponseEntity<String> undo(Staff staff, Typed typed, @PathVariable String name) {
        Listing<?> listing = lists.find(staff, name);
        UUID id = typed.id("deed").orElseThrow(BulkDoor::nothing);
        Deed deed = tenancy.inTransaction(staff.merchant(), () -> deeds.find(staff, id))
                .filter(each -> each.list().equals(name) && each.mayUndo())
                .orElseThrow(BulkDoor::nothing);
        BulkAct act = act(staff, listing, deed.act());
        long undone = deed.handles().stream()
                .filter(handle -> act.undo(staff, handle))
                .count();
        long left = deed.handles().size() - undone;
        String words = (undone == 0 ? "Nothing could be undone" : Moments.counted(undone) + " undone")
                + (left == 0 || undone == 0
                        ? "."
                        : "; " + Moments.counted(left) + " had gone further and stay as they are.");
        tenancy.run(
                staff.merchant(),
                () -> deeds.undo(staff, id, words, stamps.clock().instant()));
        return back(staff, typed, listing, id);
    }

    private ResponseEntity<String> back(Staff staff, Typed typed, Listing<?> listing, UUID deed) {
        Where where = tenancy.inTransaction(
                staff.merchant(),
                () -> ListAddress.of(staff, lists.typed(typed.text("back")), listing)
                        .page());
        return Answer.seeOther(where.and("deed", deed.toString()).toString());
    }

    private static BulkAct act(Staff staff, Listing<?> listing, String key) {
        BulkAct act = listing.bulk().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(BulkDoor::nothing);
        if (!staff.may(act.act())) {
            throw new Problem(
                    CommonProblem.FORBIDDEN, "Your role is " + staff.role().title() + ", and this needs another one.");
        }
        return act;
    }

    private static List<String> keys(Typed typed) {
        List<String> keys = typed.all("pick");
        if (keys.isEmpty() || keys.size() > MOST_ROWS) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Tick 1 to 100 rows of the list first.", "pick");
        }
        return keys;
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is nothing of that name to be done.");
    }
}
