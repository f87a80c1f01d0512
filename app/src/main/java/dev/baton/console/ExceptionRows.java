package dev.baton.console;

import dev.baton.console.ExceptionViews.Question;
import dev.baton.console.ExceptionViews.Row;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.ExceptionsScreen.Either;
import dev.baton.console.Handovers.Handover;
import dev.baton.console.TaskSubjects.Subject;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.orders.CustomerQuestion;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.OpenHold;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds and tasks in words, with their ways out. Needs an open transaction of the merchant. */
@Component
class ExceptionRows {

    private final HoldWays holdWays;
    private final TaskWays taskWays;
    private final TaskSubjects subjects;
    private final Handovers handovers;
    private final Asked asked;
    private final People people;

    ExceptionRows(
            HoldWays holdWays,
            TaskWays taskWays,
            TaskSubjects subjects,
            Handovers handovers,
            Asked asked,
            People people) {
        this.holdWays = holdWays;
        this.taskWays = taskWays;
        this.subjects = subjects;
        this.handovers = handovers;
        this.asked = asked;
        this.people = people;
    }

    /** What customers were asked about holds. */
    @Component
    record Asked(CustomerQuestionLookup questions, AskedSentences sentences) {

        Map<UUID, CustomerQuestion> of(MerchantId merchant, List<Either> shown) {
            return questions.of(
                    merchant,
                    shown.stream()
                            .map(Either::hold)
                            .filter(Objects::nonNull)
                            .map(OpenHold::id)
                            .toList());
        }
    }

    /** In the given order. */
    List<Row> of(Staff staff, List<Either> shown, Moments moments) {
        MerchantId merchant = staff.merchant();
        Map<UUID, Subject> about = about(merchant, shown);
        Map<UUID, Handover> held =
                handovers.of(staff, shown.stream().map(Either::id).toList());
        Map<UUID, String> names = names(merchant);
        Map<UUID, CustomerQuestion> questions = asked.of(merchant, shown);
        Map<UUID, String> sentences = asked.sentences().of(merchant, questions.values(), moments);
        TaskWays.Asked purchases = taskWays.asked(merchant, about.values());
        return shown.stream()
                .map(each -> {
                    Handover handover = held.get(each.id());
                    CustomerQuestion question = questions.get(each.id());
                    Beside beside = new Beside(
                            handover == null
                                    ? null
                                    : names.getOrDefault(handover.to().value(), "a former colleague"),
                            handover == null ? "" : handover.note(),
                            sentences.getOrDefault(each.id(), ""),
                            question == null ? null : new Question(question.askedAt(), question.answerBy()));
                    OpenHold hold = each.hold();
                    return hold == null
                            ? row(
                                    staff,
                                    Objects.requireNonNull(each.task()),
                                    about.get(subject(each)),
                                    purchases,
                                    beside,
                                    moments)
                            : row(staff, hold, beside);
                })
                .toList();
    }

    /** What stands beside one of them: who has it, with which note, and what the customer was asked. */
    private record Beside(
            @Nullable String holder,
            String note,
            String question,
            @Nullable Question asked) {}

    /** Every way out of one. */
    List<Way> ways(Staff staff, Either each) {
        Task task = each.task();
        OpenHold hold = each.hold();
        if (hold != null) {
            return holdWays.of(staff, hold);
        }
        Subject about = about(staff.merchant(), List.of(each))
                .get(Objects.requireNonNull(task).subject());
        return taskWays.of(staff, task, about);
    }

    /** What people are called, by their ids. */
    Map<UUID, String> names(MerchantId merchant) {
        return people.of(merchant).stream()
                .collect(Collectors.toMap(member -> member.person().value(), MemberView::email));
    }

    private static UUID subject(Either each) {
        Task task = each.task();
        return task == null ? each.id() : task.subject();
    }

    private Map<UUID, Subject> about(MerchantId merchant, List<Either> shown) {
        return subjects.of(
                merchant,
                shown.stream().map(Either::task).filter(Objects::nonNull).toList());
    }

    private Row row(Staff staff, OpenHold hold, Beside beside) {
        return new Row(
                hold.id().toString(),
                ExceptionScreen.path(hold.id()),
                HoldWords.title(hold.kind()),
                HoldWords.title(hold.kind()) + ": order " + hold.storeOrderName(),
                beside.question.isEmpty() ? hold.detail() : hold.detail() + " " + beside.question,
                HoldWords.advice(hold.kind()),
                hold.openedAt(),
                "Order " + hold.storeOrderName(),
                OrdersScreen.PATH + "/" + hold.order().value(),
                holdWays.quick(staff, hold),
                hold.kind().owner(),
                beside.holder,
                beside.note,
                beside.asked);
    }

    private Row row(
            Staff staff, Task task, @Nullable Subject about, TaskWays.Asked purchases, Beside beside, Moments moments) {
        return new Row(
                task.id().toString(),
                ExceptionScreen.path(task.id()),
                StaffWords.task(task.kind()),
                TaskWays.title(task, about, purchases, moments),
                StaffWords.withoutAddresses(task.detail()),
                "",
                task.openedAt(),
                about == null ? null : about.name(),
                about == null ? null : about.path(),
                quick(staff, task, about, purchases),
                "",
                beside.holder,
                beside.note,
                null);
    }

    /** Where nothing else can be done by one click, the task can be closed by one. */
    private List<Way> quick(Staff staff, Task task, @Nullable Subject about, TaskWays.Asked purchases) {
        List<Way> quick = taskWays.quick(staff, task, about, purchases);
        return quick.isEmpty() && staff.may(Act.CLOSE_TASK)
                ? List.of(Way.act(
                        "Close",
                        "",
                        CloseTaskScreen.PATH,
                        "Close",
                        Map.of("task", task.id().toString())))
                : quick;
    }
}
