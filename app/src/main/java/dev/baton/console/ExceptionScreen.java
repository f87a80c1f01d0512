package dev.baton.console;

import dev.baton.console.ExceptionViews.Behind;
import dev.baton.console.ExceptionViews.Note;
import dev.baton.console.ExceptionViews.One;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.ExceptionsScreen.Either;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.merchants.PersonId;
import dev.baton.orders.OpenHold;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One hold or task: why, what happens meanwhile, every way out, and to whom it was handed. */
@RestController
class ExceptionScreen {

    private static final int LONGEST_NOTE = 1_000;

    private final ExceptionsScreen.Boards boards;
    private final ExceptionRows rows;
    private final Around around;
    private final People people;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    ExceptionScreen(
            ExceptionsScreen.Boards boards,
            ExceptionRows rows,
            Around around,
            People people,
            Tenancy tenancy,
            StaffDesk desk) {
        this.boards = boards;
        this.rows = rows;
        this.around = around;
        this.people = people;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** What stands beside it. */
    @org.springframework.stereotype.Component
    record Around(
            Handovers handovers,
            dev.baton.platform.Audit audit,
            BehindTasks behind,
            MapGoods mapping,
            ExceptionParties parties,
            SupplierContacts contacts) {}

    /** The page of one. */
    static String path(UUID exception) {
        return ExceptionsScreen.PATH + "/" + exception;
    }

    @Does(Act.SEE_TASKS)
    @GetMapping(ExceptionsScreen.PATH + "/{id}")
    ResponseEntity<String> show(
            Staff staff,
            @PathVariable String id,
            Typed typed,
            @RequestHeader(name = "Referer", required = false) @Nullable String referer) {
        UUID exception = Typed.uuid(id).orElseThrow(ExceptionScreen::nothing);
        String list = Back.exceptions(typed, referer);
        Either found = tenancy.inTransaction(staff.merchant(), () -> find(staff.merchant(), exception))
                .orElse(null);
        if (found == null) {
            return Answer.seeOther(Back.with(list, "gone", "yes"));
        }
        Preview preview = preview(staff, found, typed);
        return desk.page(
                staff,
                StaffDesk.Place.EXCEPTIONS,
                "Exception",
                Done.sentence(typed),
                "console/exception.jte",
                frame -> one(staff, found, typed, preview, frame, list));
    }

    /** Gives it to a colleague, who finds it among what was handed over. */
    @Does(Act.HAND_OVER)
    @PostMapping(ExceptionsScreen.PATH + "/hand-over")
    ResponseEntity<String> handOver(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        UUID exception = typed.id("exception").orElseThrow(ExceptionScreen::nothing);
        PersonId to = typed.id("to").map(PersonId::new).orElseThrow(ExceptionScreen::nothing);
        if (people.of(merchant).stream().noneMatch(member -> member.person().equals(to))) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Choose somebody who works here.", "to");
        }
        String note = typed.text("note");
        tenancy.run(merchant, () -> {
            if (find(merchant, exception).isEmpty()) {
                throw nothing();
            }
            around.handovers()
                    .put(staff, exception, to, note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note);
            around.audit()
                    .record(
                            merchant,
                            List.of(new dev.baton.platform.Audit.AuditEntry(
                                    "HandOver",
                                    "task",
                                    exception,
                                    null,
                                    to.value().toString(),
                                    null)));
        });
        String list = Back.exceptions(typed, null);
        return Done.HANDED.at(
                list.equals(ExceptionsScreen.PATH)
                        ? path(exception)
                        : new Where(path(exception), Map.of(Back.LIST, list)).toString());
    }

    private Optional<Either> find(MerchantId merchant, UUID exception) {
        Optional<OpenHold> hold =
                boards.holds().of(merchant, List.of(exception)).stream().findFirst();
        return hold.isPresent()
                ? hold.map(each -> new Either(each, null))
                : boards.tasks().of(merchant, List.of(exception)).stream()
                        .findFirst()
                        .map(each -> new Either(null, each));
    }

    private @Nullable Preview preview(Staff staff, Either found, Typed typed) {
        OpenHold hold = found.hold();
        return hold == null || typed.text("sku").isEmpty() || !staff.may(Act.MAP_GOODS)
                ? null
                : around.mapping().preview(staff.merchant(), hold, typed);
    }

    private One one(Staff staff, Either found, Typed typed, @Nullable Preview preview, Frame frame, String list) {
        MerchantId merchant = staff.merchant();
        Task task = found.task();
        OpenHold hold = found.hold();
        Map<UUID, String> names = rows.names(merchant);
        List<Way> ways =
                rows.ways(staff, found).stream().map(way -> way.outOf(list)).toList();
        List<Behind> behind = task == null
                ? List.of()
                : around.behind().of(staff, task, typed.id("after").orElse(null));
        return new One(
                frame,
                list,
                rows.of(staff, List.of(found), frame.moments()).getFirst(),
                ways,
                hold == null ? "" : hold.kind().owner(),
                behind,
                task == null ? null : around.behind().next(task, behind),
                around.handovers().of(staff, List.of(found.id())).values().stream()
                        .map(each -> new Note(
                                names.getOrDefault(each.by().value(), "a former colleague"),
                                names.getOrDefault(each.to().value(), "a former colleague"),
                                each.note(),
                                each.at()))
                        .toList(),
                staff.may(Act.HAND_OVER) ? colleagues(merchant) : List.of(),
                reached(merchant, found),
                preview);
    }

    private SupplierViews.@Nullable Reached reached(MerchantId merchant, Either found) {
        ExceptionParties.Party party =
                around.parties().of(merchant, List.of(found)).get(found.id());
        return around.contacts().of(merchant, party == null ? null : party.supplier());
    }

    private List<Option> colleagues(MerchantId merchant) {
        return people.of(merchant).stream()
                .filter(MemberView::canSignIn)
                .map(member -> new Option(
                        member.person().value().toString(),
                        member.email() + ", " + member.role().title()))
                .toList();
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "This is settled already, or it never was.");
    }
}
