package dev.baton.console;

import dev.baton.console.ExceptionViews.Behind;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.notifications.Message;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.RefusedMails;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands behind a task that speaks of many at once. Needs an open transaction of the merchant. */
@Component
class BehindTasks {

    private static final int ROWS = 50;

    private final RefusedMails refused;
    private final OrderBoard orders;

    BehindTasks(RefusedMails refused, OrderBoard orders) {
        this.refused = refused;
        this.orders = orders;
    }

    /** How many stand behind it; one for a task of its own. */
    long count(MerchantId merchant, Task task) {
        return task.kind().equals(RefusedMails.TASK) ? refused.count(merchant, task.subject()) : 1;
    }

    /** A page of them behind the given one. */
    List<Behind> of(Staff staff, Task task, @Nullable UUID after) {
        if (!task.kind().equals(RefusedMails.TASK)) {
            return List.of();
        }
        List<Message> mails =
                refused.page(staff.merchant(), task.subject(), after == null ? null : new MessageId(after), ROWS);
        Map<SalesOrderId, OrderRow> of =
                orders
                        .of(
                                staff.merchant(),
                                mails.stream().map(Message::order).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(OrderRow::id, row -> row));
        return mails.stream()
                .map(mail -> new Behind(
                        of.containsKey(mail.order())
                                ? "Order "
                                        + Objects.requireNonNull(of.get(mail.order()))
                                                .storeOrderName()
                                : "Order",
                        StaffWords.mail(mail.kind()) + ": " + Objects.requireNonNullElse(mail.reason(), "refused"),
                        OrdersScreen.PATH + "/" + mail.order().value(),
                        staff.may(Act.RESEND_MAIL)
                                ? List.of(Way.act(
                                        "Send it again",
                                        "",
                                        RetryActs.MAIL,
                                        "Send again",
                                        Map.of(
                                                "mail", mail.id().value().toString(),
                                                "back", ExceptionScreen.path(task.id()))))
                                : List.of()))
                .toList();
    }

    /** The page after one that is full; null = there is none. */
    @Nullable
    String next(Task task, List<Behind> shown) {
        return shown.size() < ROWS
                ? null
                : ExceptionScreen.path(task.id()) + "?after="
                        + shown.getLast().ways().stream()
                                .map(way -> way.hidden().getOrDefault("mail", ""))
                                .findFirst()
                                .orElse("");
    }
}
