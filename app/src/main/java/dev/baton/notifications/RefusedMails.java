package dev.baton.notifications;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that mail servers refused for good or sent back: dead mailboxes, mostly. One task stands for all of a store's of one day, for
 * each by itself would bury everything else a person has to see. Every method needs an open transaction of the merchant.
 */
@Component
public class RefusedMails {

    /** The kind of the task; its subject is the batch. */
    public static final String TASK = "notifications.refused";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final JdbcClient jdbc;
    private final MerchantLookup merchants;
    private final Tasks tasks;
    private final Clock clock;

    RefusedMails(JdbcClient jdbc, MerchantLookup merchants, Tasks tasks, Clock clock) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Puts a mail to the others of its store and day, and opens the task that stands for them. */
    void add(MerchantId merchant, Message message) {
        Store store = merchants.stores(merchant).stream()
                .filter(each -> each.id().equals(message.store()))
                .findFirst()
                .orElseThrow();
        Instant now = clock.instant();
        LocalDate day = now.atZone(store.zone()).toLocalDate();
        UUID batch = batch(store, day);
        jdbc.sql("""
                insert into refused_mail (merchant_id, batch_id, message_id, refused_at)
                values (:merchant, :batch, :message, :now)
                on conflict (merchant_id, batch_id, message_id) do update
                set refused_at = excluded.refused_at, settled_at = null
                """)
                .param("merchant", merchant.value())
                .param("batch", batch)
                .param("message", message.id().value())
                .param("now", SqlArrays.instant(now))
                .update();
        tasks.open(merchant, task(store, day, batch));
    }

    private static NewTask task(Store store, LocalDate day, UUID batch) {
        return new NewTask(
                TASK,
                "refused_mails",
                batch,
                "Mail servers refused or sent back mails to customers of " + store.name() + " on " + DAY.format(day),
                "These customers did not get what was written to them; their orders go on. If nothing is done they hear"
                        + " nothing of these orders by mail. Mend the addresses in the store and send the mails again, or"
                        + " reach the customers another way; GET /api/v1/messages?state=refused and"
                        + " state=returned list them.");
    }

    private static UUID batch(Store store, LocalDate day) {
        return UUID.nameUUIDFromBytes(
                ("refused-mails " + store.id().value() + " " + day).getBytes(StandardCharsets.UTF_8));
    }

    /** A mail is on its way again, or there; the last of its batch closes the task. */
    void settled(MerchantId merchant, MessageId message, String why) {
        List<UUID> batches = jdbc.sql("""
                update refused_mail set settled_at = :now
                where merchant_id = :merchant and message_id = :message and settled_at is null
                returning batch_id
                """)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("merchant", merchant.value())
                .param("message", message.value())
                .query((row, number) -> row.getObject("batch_id", UUID.class))
                .list();
        for (UUID batch : batches) {
            if (count(merchant, batch) == 0) {
                tasks.closeFor(merchant, TASK, batch, why);
            }
        }
    }

    /** How many mails of a batch their customers still do not have. */
    public long count(MerchantId merchant, UUID batch) {
        return jdbc.sql("""
                select count(*) from refused_mail
                where merchant_id = :merchant and batch_id = :batch and settled_at is null
                """)
                .param("merchant", merchant.value())
                .param("batch", batch)
                .query(Long.class)
                .single();
    }

    /**
     * The mails of a batch their customers still do not have.
     *
     * @param after the last one of the page before; null = from the first
     */
    public List<Message> page(MerchantId merchant, UUID batch, @Nullable MessageId after, int limit) {
        return jdbc.sql("""
                select m.message_id, m.sales_order_id, m.store_id, m.subject_id, m.kind, m.state, m.planned_at,
                       m.send_after, m.template, m.language, m.document_id, m.attempts, m.attempted_at, m.sent_at, m.reason
                from refused_mail r
                join customer_message m on m.merchant_id = :merchant and m.message_id = r.message_id
                where r.merchant_id = :merchant and r.batch_id = :batch and r.message_id > :after
                  and r.settled_at is null
                order by r.message_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("batch", batch)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query(Messages::read)
                .list();
    }
}
