package dev.baton.notifications;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends a mail to a customer once more because a person says so: the same words under the same Message-ID. One that was
 * never to be sent is worded now.
 */
@Component
public class ResendMessages {

    private final Tenancy tenancy;
    private final Messages messages;
    private final Work work;
    private final MailTasks tasks;
    private final Audit audit;
    private final Clock clock;

    ResendMessages(Tenancy tenancy, Messages messages, Work work, MailTasks tasks, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.work = work;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens it for another attempt; opens a transaction.
     *
     * @return where it stands now
     * @throws Problem NOT_FOUND, or CONFLICT when it is on its way already
     */
    public MessageState resend(MerchantId merchant, MessageId id) {
        return tenancy.inTransaction(merchant, () -> {
            Message row = messages.lock(merchant, List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND, "There is no such message; take its id from the list."));
            if (row.state().goesOn() || row.state() == MessageState.SENDING) {
                throw new Problem(CommonProblem.CONFLICT, "This is on its way already and leaves by itself.");
            }
            messages.set(merchant, row, MessageState.PLANNED, "sent again by a person");
            if (work.unpark(merchant, PlanMessages.KIND, id.value(), clock.instant()) == 0) {
                work.add(merchant, List.of(PlanMessages.work(row, clock.instant())));
            }
            tasks.settled(merchant, id, "sent again");
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "ResendMessages",
                            "customer_message",
                            id.value(),
                            row.state().name(),
                            MessageState.PLANNED.name(),
                            null)));
            Crash.at("notifications.resent");
            return MessageState.PLANNED;
        });
    }
}
