package dev.baton.console;

import dev.baton.console.ExceptionViews.Row;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.ExceptionsScreen.Either;
import dev.baton.console.Handovers.Handover;
import dev.baton.console.TaskSubjects.Subject;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
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

        Map<UUID, String> of(MerchantId merchant, List<Either> shown, Moments moments) {
            List<UUID> holds = shown.stream()
                    .map(Either::hold)
                    .filter(Objects::nonNull)
                    .map(OpenHold::id)
                    .toList();
            return sentences.of(merchant, questions.of(merchant, holds).values(), moments);
        }
    }

    /** In the given order. */
    List<Row> of(Staff staff, List<Either> shown, Moments moments) {
        MerchantId merchant = staff.merchant();
        Map<UUID, Subject> about = about(merchant, shown);
        Map<UUID, Handover> held =
                handovers.of(staff, shown.stream().map(Either::id).toList());
        Map<UUID, String> names = names(merchant);
        Map<UUID, String> questions = asked.of(merchant, shown, moments);
        return shown.stream()
                .map(each -> row(
                        staff,
                        each,
                        about.get(subject(each)),
                        held.containsKey(each.id())
                                ? names.get(Objects.requireNonNull(held.get(each.id()))
                                        .to()
                                        .value())
                                : null,
                        questions.getOrDefault(each.id(), ""),
                        moments))
                .toList();
    }

    /** Every way out of one. */
    List<Way> ways(Staff staff, Either each) {
        Task task = each.task();
        Subject about =
                task == null ? null : about(staff.merchant(), List.of(each)).get(task.subject());
        return ways(staff, each, about);
    }

    private List<Way> ways(Staff staff, Either each, @Nullable Subject about) {
        OpenHold hold = each.hold();
        return hold == null ? taskWays.of(staff, Objects.requireNonNull(each.task()), about) : holdWays.of(staff, hold);
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

    private Row row(
            Staff staff,
            Either each,
            @Nullable Subject about,
            @Nullable String holder,
            String question,
            Moments moments) {
        OpenHold hold = each.hold();
        List<Way> quick = ways(staff, each, about).stream().filter(Way::quick).toList();
        if (hold != null) {
            return new Row(
                    hold.id().toString(),
                    ExceptionScreen.path(hold.id()),
                    HoldWords.title(hold.kind()),
                    HoldWords.title(hold.kind()) + ": order " + hold.storeOrderName(),
                    question.isEmpty() ? hold.detail() : hold.detail() + " " + question,
                    HoldWords.advice(hold.kind()),
                    hold.openedAt(),
                    "Order " + hold.storeOrderName(),
                    OrdersScreen.PATH + "/" + hold.order().value(),
                    quick,
                    holder);
        }
        Task task = Objects.requireNonNull(each.task());
        return new Row(
                task.id().toString(),
                ExceptionScreen.path(task.id()),
                StaffWords.task(task.kind()),
                taskWays.title(staff, task, about, moments),
                StaffWords.withoutAddresses(task.detail()),
                "",
                task.openedAt(),
                about == null ? null : about.name(),
                about == null ? null : about.path(),
                quick,
                holder);
    }
}
