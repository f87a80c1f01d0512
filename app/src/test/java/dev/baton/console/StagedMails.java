package dev.baton.console;

import static org.awaitility.Awaitility.await;

import dev.baton.console.StagedTasks.Staged;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.MessageLookup;
import dev.baton.notifications.MessageState;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.ParkedWork;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails to customers that need a person; how they came to is written, not waited for. */
final class StagedMails {

    private final ConsoleShop shop;
    private final StagedTasks staged;

    StagedMails(ConsoleShop shop, StagedTasks staged) {
        this.shop = shop;
        this.staged = staged;
    }

    MessageId of(SalesOrderId order) {
        await().until(() -> !messages(order).isEmpty());
        return messages(order).getFirst();
    }

    private List<MessageId> messages(SalesOrderId order) {
        return staged.in(
                () -> shop
                        .baton
                        .bean(MessageLookup.class)
                        .page(shop.merchant, order, List.of(MessageState.values()), null, 10)
                        .stream()
                        .map(dev.baton.notifications.Message::id)
                        .toList());
    }

    /** A mail whose end nobody knows. */
    Staged unknown(String kind, String type) {
        MessageId mail = ended(MessageState.UNKNOWN);
        staged.open(kind, type, mail.value());
        return Staged.form("send-it-again", () -> state(mail) == MessageState.PLANNED);
    }

    Staged refused(String kind) {
        MessageId mail = ended(MessageState.REFUSED);
        UUID batch = UUID.randomUUID();
        change("""
                insert into refused_mail (merchant_id, batch_id, message_id, refused_at)
                values (:merchant, :batch, :mail, now())
                """, Map.of("batch", batch, "mail", mail.value()));
        staged.open(kind, "refused_mails", batch);
        return Staged.form("send-them-all-again", () -> state(mail) == MessageState.PLANNED);
    }

    private MessageId ended(MessageState state) {
        MessageId mail = of(staged.sent());
        change("""
                update customer_message set state = :state, document_id = message_id, attempts = 1, attempted_at = now()
                where merchant_id = :merchant and message_id = :mail
                """, Map.of("state", state.name(), "mail", mail.value()));
        return mail;
    }

    private MessageState state(MessageId mail) {
        return staged.in(() -> shop.baton
                .bean(MessageLookup.class)
                .find(shop.merchant, mail)
                .orElseThrow()
                .state());
    }

    Staged parked(String kind) {
        UUID mail = of(staged.sent()).value();
        change("""
                update work set parked_at = now(), attempts = 9
                where merchant_id = :merchant and subject_id = :mail
                """, Map.of("mail", mail));
        staged.open(kind, "notifications.send", mail);
        return Staged.form(
                "try-it-again",
                () -> staged.in(() -> shop.baton
                        .bean(ParkedWork.class)
                        .page(shop.merchant, null, 10)
                        .isEmpty()));
    }

    private void change(String sql, Map<String, ?> values) {
        shop.baton
                .bean(Tenancy.class)
                .run(
                        shop.merchant,
                        () -> shop.baton
                                .bean(JdbcClient.class)
                                .sql(sql)
                                .param("merchant", shop.merchant.value())
                                .params(values)
                                .update());
    }
}
