package dev.baton.notifications;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.trading.CustomerMailReturned;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A mail to a customer that came back is no mail the customer has: it waits for a person, with the others of its store and
 * day. Runs inside the transaction of the news.
 */
@Component
class RecordBounces {

    private final Messages messages;
    private final MailTasks tasks;
    private final Audit audit;

    RecordBounces(Messages messages, MailTasks tasks, Audit audit) {
        this.messages = messages;
        this.tasks = tasks;
        this.audit = audit;
    }

    @EventListener
    void on(CustomerMailReturned returned) {
        messages.lock(returned.merchant(), List.of(new MessageId(returned.message()))).stream()
                .filter(message -> mayHaveLeft(message.state()))
                .forEach(message -> record(returned.merchant(), message, MailWhy.withoutAddresses(returned.said())));
    }

    /** Only what left can come back; of one that is sent again a report of the first time says nothing. */
    private static boolean mayHaveLeft(MessageState state) {
        return switch (state) {
            case SENT, UNKNOWN, SENDING -> true;
            case PLANNED, NOT_SENT, REFUSED, RETURNED, WITHHELD -> false;
        };
    }

    private void record(MerchantId merchant, Message message, String said) {
        String why = "it came back: " + said;
        messages.set(merchant, message, MessageState.RETURNED, why);
        tasks.settled(merchant, message.id(), "it came back");
        tasks.refused(merchant, message);
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "RecordBounces",
                        "customer_message",
                        message.id().value(),
                        message.state().name(),
                        MessageState.RETURNED.name(),
                        why)));
    }
}
