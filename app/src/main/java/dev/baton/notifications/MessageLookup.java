package dev.baton.notifications;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails to customers as others read them; every method needs an open transaction of the merchant. */
@Component
public class MessageLookup {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Documents documents;

    MessageLookup(JdbcClient jdbc, Messages messages, Documents documents) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.documents = documents;
    }

    /** One of them; empty when it is not this merchant's. */
    public Optional<Message> find(MerchantId merchant, MessageId id) {
        return messages.find(merchant, id);
    }

    /** The orders the given mails are about, by the mails' ids; what is none of them is absent. */
    public Map<UUID, SalesOrderId> ordersOf(MerchantId merchant, Collection<UUID> mails) {
        Map<UUID, SalesOrderId> orders = new HashMap<>();
        jdbc.sql("""
                select message_id, sales_order_id from customer_message
                where merchant_id = :merchant and message_id = any(:mails::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("mails", SqlArrays.uuids(mails))
                .query(row -> {
                    orders.put(
                            row.getObject("message_id", UUID.class),
                            new SalesOrderId(row.getObject("sales_order_id", UUID.class)));
                });
        return orders;
    }

    /** The words of a mail; empty while it is not rendered, and for ever once its person was erased. */
    public Optional<MailText> text(MerchantId merchant, Message message) {
        DocumentId document = message.document();
        if (document == null) {
            return Optional.empty();
        }
        StoredDocument found = documents.readAll(merchant, List.of(document)).get(document);
        return Optional.ofNullable(found).map(stored -> MailText.read(stored.bytes()));
    }

    /**
     * A part of the list, newest first.
     *
     * @param order null = of all orders
     * @param states which states are listed
     * @param below id of the row before the part; null = from the newest
     */
    public List<Message> page(
            MerchantId merchant,
            @Nullable SalesOrderId order,
            Collection<MessageState> states,
            @Nullable MessageId below,
            int limit) {
        return jdbc.sql("""
                select message_id, sales_order_id, store_id, subject_id, kind, state, planned_at, send_after, template,
                       language, document_id, attempts, attempted_at, sent_at, reason
                from customer_message
                where merchant_id = :merchant and message_id < :below and state = any(:states::text[])
                  and (:all or sales_order_id = :order)
                order by message_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below == null ? LAST : below.value())
                .param(
                        "states",
                        SqlArrays.texts(states.stream().map(MessageState::name).toList()))
                .param("all", order == null)
                .param("order", order == null ? LAST : order.value())
                .param("limit", limit)
                .query(Messages::read)
                .list();
    }

    /** How many messages stand in each state; states without any are absent. */
    public Map<MessageState, Long> counts(MerchantId merchant) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql(
                        "select state, count(*) as messages from customer_message where merchant_id = :merchant group by state")
                .param("merchant", merchant.value())
                .query(row -> {
                    counts.put(MessageState.valueOf(row.getString("state")), row.getLong("messages"));
                });
        return counts;
    }
}
