package dev.baton.console;

import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkStaff.Charge;
import dev.baton.console.BulkViews.Page;
import dev.baton.console.ListViews.Heading;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.Pages;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Something done to all rows of a list: what would happen, how far it is, what failed and why, and the way back. */
@RestController
class BulkRunScreen {

    static final String PATH = "/console/bulk-runs";

    private static final int ROWS = 100;
    private static final int MOST_REASONS = 30;

    private final BulkRuns runs;
    private final BulkRows rows;
    private final BulkStaff charges;
    private final BulkOrders orders;
    private final Lists lists;
    private final Tenancy tenancy;
    private final StaffDesk desk;
    private final Pages pages;

    BulkRunScreen(
            BulkRuns runs,
            BulkRows rows,
            BulkStaff charges,
            BulkOrders orders,
            Lists lists,
            Tenancy tenancy,
            StaffDesk desk,
            Pages pages) {
        this.runs = runs;
        this.rows = rows;
        this.charges = charges;
        this.orders = orders;
        this.lists = lists;
        this.tenancy = tenancy;
        this.desk = desk;
        this.pages = pages;
    }

    @Does(Act.ACT_ON_MANY)
    @GetMapping(PATH + "/{id}")
    ResponseEntity<String> show(Staff staff, Typed typed, @PathVariable String id) {
        return page(staff, typed, find(staff, id), null);
    }

    /** How far it is, asked again and again; once it stands still the page is read anew. */
    @Does(Act.ACT_ON_MANY)
    @GetMapping(PATH + "/{id}/strip")
    ResponseEntity<String> strip(Staff staff, Typed typed, @PathVariable String id) {
        BulkRun run = find(staff, id);
        String html = pages.render(
                "layout/bulk-strip.jte", BulkWords.strip(run, charge(staff, run).act(), typed.has("page")));
        boolean anew = typed.has("page") && !run.state().works();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(Answer.HTML);
        return (anew ? answer.header("HX-Refresh", "true") : answer).body(html);
    }

    /** Says that it is to be done as it was shown. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping(PATH + "/{id}/go")
    ResponseEntity<String> go(Staff staff, Typed typed, @PathVariable String id) {
        BulkRun run = find(staff, id);
        BulkGiven given = new BulkGiven(charge(staff, run).act(), staff);
        Problem missing = given.missing(typed).orElse(null);
        if (missing != null) {
            return page(staff, typed, run, missing);
        }
        orders.go(staff, run, given.values(typed));
        return again(run, typed);
    }

    /** Ends what goes on, between two rows; what is done stays done. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping(PATH + "/{id}/stop")
    ResponseEntity<String> stop(Staff staff, Typed typed, @PathVariable String id) {
        BulkRun run = find(staff, id);
        orders.stop(staff, run);
        return run.state() == State.READY ? Answer.seeOther(back(staff, run, typed)) : again(run, typed);
    }

    /** Takes back what was done, as far as it can still be. */
    @Does(Act.ACT_ON_MANY)
    @PostMapping(PATH + "/{id}/undo")
    ResponseEntity<String> undo(Staff staff, Typed typed, @PathVariable String id) {
        BulkRun run = find(staff, id);
        if (!charge(staff, run).act().undoable()) {
            throw nothing();
        }
        orders.undo(staff, run);
        return again(run, typed);
    }

    private static ResponseEntity<String> again(BulkRun run, Typed typed) {
        String back = typed.text("back");
        return Answer.seeOther(new Where(PATH + "/" + run.id(), java.util.Map.of())
                .with("back", back)
                .toString());
    }

    private ResponseEntity<String> page(Staff staff, Typed typed, BulkRun run, @Nullable Problem refused) {
        Charge charge = charge(staff, run);
        Listing.Called called = charge.listing().called();
        String title = BulkWords.title(run, charge.act());
        ResponseEntity<String> page = desk.page(staff, called.place(), title, "", "console/bulk-run.jte", frame -> {
            List<BulkRows.Row> found = found(staff.merchant(), run, typed);
            Slice<BulkRows.Row> shown = Slice.of(found, ROWS, row -> String.valueOf(row.position()));
            return view(staff, frame, run, charge, shown, typed, refused);
        });
        return refused == null
                ? page
                : ResponseEntity.status(refused.code().status())
                        .contentType(Answer.HTML)
                        .body(page.getBody());
    }

    private List<BulkRows.Row> found(MerchantId merchant, BulkRun run, Typed typed) {
        int behind = typed.text("after").matches("\\d{1,9}") ? Integer.parseInt(typed.text("after")) : -1;
        return rows.page(merchant, run.id(), BulkWords.shown(run.state()), behind, ROWS + 1);
    }

    private Page view(
            Staff staff,
            Frame frame,
            BulkRun run,
            Charge charge,
            Slice<BulkRows.Row> shown,
            Typed typed,
            @Nullable Problem refused) {
        BulkAct act = charge.act();
        Listing.Called called = charge.listing().called();
        boolean ready = run.state() == State.READY && run.will() > 0;
        String after = shown.after();
        Where here = new Where(PATH + "/" + run.id(), java.util.Map.of()).with("back", typed.text("back"));
        return new Page(
                frame,
                new Heading(called.name(), called.path(), called.title(), ""),
                run.id().toString(),
                BulkWords.title(run, act),
                BulkWords.lead(run, act),
                BulkWords.strip(run, act, true),
                ready ? act.question(run.will()) : null,
                act.severe(),
                run.state() == State.READY
                        ? rows.reasons(staff.merchant(), run.id(), MOST_REASONS).stream()
                                .map(each -> new BulkViews.Reason(each.will(), each.words(), each.rows()))
                                .toList()
                        : List.of(),
                ready ? new BulkGiven(act, staff).fields(typed) : List.of(),
                BulkWords.rowsTitle(run.state()),
                shown.rows().stream()
                        .map(row -> new BulkViews.Row(row.name(), row.path(), row.words()))
                        .toList(),
                typed.has("after") ? here.toString() : null,
                after == null ? null : here.with("after", after).toString(),
                back(staff, run, typed),
                BulkWords.stop(run.state()),
                run.state() == State.ENDED && run.done() > 0 && act.undoable(),
                refused == null ? null : refused.detail());
    }

    /** The list as it was looked at; what the address says of it counts only as far as the list knows it. */
    private String back(Staff staff, BulkRun run, Typed typed) {
        Listing<?> listing = charge(staff, run).listing();
        return tenancy.inTransaction(
                staff.merchant(),
                () -> ListAddress.of(staff, lists.typed(typed.text("back")), listing)
                        .page()
                        .toString());
    }

    private BulkRun find(Staff staff, String id) {
        UUID run = Typed.uuid(id).orElseThrow(BulkRunScreen::nothing);
        return tenancy.inTransaction(staff.merchant(), () -> runs.find(staff.merchant(), run))
                .filter(each -> each.person().equals(staff.person()))
                .orElseThrow(BulkRunScreen::nothing);
    }

    private Charge charge(Staff staff, BulkRun run) {
        return charges.of(staff, run)
                .orElseThrow(() -> new Problem(
                        CommonProblem.FORBIDDEN,
                        "Your role is " + staff.role().title() + ", and this needs another one."));
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is nothing of that id under way or done.");
    }
}
