package dev.baton.notifications;

import dev.baton.merchants.MessageKind;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderParty;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of messages and of what they tell; every method needs an open transaction of the merchant. */
@Component
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message and one thing it tells. */
    record Told(Message message, Happened happened) {}

    /** Those events no message tells yet, in the given order, each once. */
    List<Happened> notToldYet(
            MerchantId merchant, MessageKind kind, List<Happened> happened, Map<SalesOrderId, OrderParty> parties) {
        if (happened.isEmpty()) {
            return List.of();
        }
        record Key(@Nullable SubjectId subject, String event) {}
        List<UUID> subjects = new ArrayList<>();
        parties.values().forEach(party -> subjects.add(party.subject().value()));
        Set<Key> known = new HashSet<>();
        jdbc.sql("""
                select subject_id, event_key from customer_message_event
                where merchant_id = :merchant and kind = :kind and subject_id = any(:subjects::uuid[])
                  and event_key = any(:keys::text[])
                """)
                .param("merchant", merchant.value())
                .param("kind", kind.name())
                .param("subjects", SqlArrays.uuids(subjects))
                .param(
                        "keys",
                        SqlArrays.texts(happened.stream().map(Happened::key).toList()))
                .query(row -> {
                    known.add(new Key(
                            new SubjectId(row.getObject("subject_id", UUID.class)), row.getString("event_key")));
                });
        List<Happened> fresh = new ArrayList<>();
        for (Happened each : happened) {
            OrderParty party = parties.get(each.order());
            if (party != null && known.add(new Key(party.subject(), each.key()))) {
                fresh.add(each);
            }
        }
        return fresh;
    }

    /** The message of each order that further events may join: of that kind, unrendered, its window still open. */
    Map<SalesOrderId, Message> gathering(
            MerchantId merchant, MessageKind kind, Collection<SalesOrderId> orders, Instant now) {
        Map<SalesOrderId, Message> open = new HashMap<>();
        jdbc.sql("""
                select message_id, sales_order_id, store_id, subject_id, kind, state, planned_at, send_after, template,
                       language, document_id, attempts, attempted_at, sent_at, reason
                from customer_message
                where merchant_id = :merchant and sales_order_id = any(:orders::uuid[]) and kind = :kind
                  and state = 'PLANNED' and document_id is null and send_after > :now
                order by merchant_id, message_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param(
                        "orders",
                        SqlArrays.uuids(orders.stream().map(SalesOrderId::value).toList()))
                .param("kind", kind.name())
                .param("now", SqlArrays.instant(now))
                .query(Messages::read)
                .list()
                .forEach(message -> open.put(message.order(), message));
        return open;
    }

    void insert(MerchantId merchant, List<Message> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<@Nullable String> reasons = new ArrayList<>();
        rows.forEach(row -> reasons.add(row.reason()));
        jdbc.sql("""
                insert into customer_message (merchant_id, message_id, sales_order_id, store_id, subject_id, kind,
                                              state, planned_at, send_after, reason)
                select :merchant, m.id, m.sales_order, m.store, m.subject, m.kind, m.state, m.planned, m.after, m.reason
                from unnest(:ids::uuid[], :orders::uuid[], :stores::uuid[], :subjects::uuid[], :kinds::text[],
                            :states::text[], :planned::timestamptz[], :afters::timestamptz[], :reasons::text[])
                     as m (id, sales_order, store, subject, kind, state, planned, after, reason)
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.id().value()).toList()))
                .param(
                        "orders",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.order().value()).toList()))
                .param(
                        "stores",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.store().value()).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.subject().value()).toList()))
                .param(
                        "kinds",
                        SqlArrays.texts(
                                rows.stream().map(row -> row.kind().name()).toList()))
                .param(
                        "states",
                        SqlArrays.texts(
                                rows.stream().map(row -> row.state().name()).toList()))
                .param(
                        "planned",
                        SqlArrays.instants(rows.stream().map(Message::plannedAt).toList()))
                .param(
                        "afters",
                        SqlArrays.instants(rows.stream().map(Message::sendAfter).toList()))
                .param("reasons", SqlArrays.texts(reasons))
                .update();
    }

    void tell(MerchantId merchant, List<Told> told) {
        jdbc.sql("""
                insert into customer_message_event (merchant_id, subject_id, kind, event_key, message_id, facts)
                select :merchant, e.subject, e.kind, e.key, e.message, e.facts::jsonb
                from unnest(:subjects::uuid[], :kinds::text[], :keys::text[], :messages::uuid[], :facts::text[])
                     as e (subject, kind, key, message, facts)
                """)
                .param("merchant", merchant.value())
                .param(
                        "subjects",
                        SqlArrays.uuids(told.stream()
                                .map(t -> t.message().subject().value())
                                .toList()))
                .param(
                        "kinds",
                        SqlArrays.texts(told.stream()
                                .map(t -> t.message().kind().name())
                                .toList()))
                .param(
                        "keys",
                        SqlArrays.texts(
                                told.stream().map(t -> t.happened().key()).toList()))
                .param(
                        "messages",
                        SqlArrays.uuids(
                                told.stream().map(t -> t.message().id().value()).toList()))
                .param(
                        "facts",
                        SqlArrays.texts(told.stream()
                                .map(t -> t.happened().facts().json())
                                .toList()))
                .update();
    }

    /** Locks the rows in key order. */
    List<Message> lock(MerchantId merchant, Collection<MessageId> ids) {
        return jdbc.sql("""
                select message_id, sales_order_id, store_id, subject_id, kind, state, planned_at, send_after, template,
                       language, document_id, attempts, attempted_at, sent_at, reason
                from customer_message
                where merchant_id = :merchant and message_id = any(:ids::uuid[])
                order by merchant_id, message_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(ids.stream().map(MessageId::value).toList()))
                .query(Messages::read)
                .list();
    }

    /** What the message tells. */
    List<EventFacts> facts(MerchantId merchant, MessageId message) {
        return jdbc.sql("""
                select facts from customer_message_event
                where merchant_id = :merchant and message_id = :message
                order by event_key
                limit 1000
                """)
                .param("merchant", merchant.value())
                .param("message", message.value())
                .query((row, number) -> EventFacts.read(row.getString("facts")))
                .list();
    }

    /** What earlier messages of the kind told of an order, those never sent left out. */
    List<EventFacts> toldBefore(MerchantId merchant, Message message) {
        return jdbc.sql("""
                select e.facts
                from customer_message_event e
                join customer_message m on m.merchant_id = e.merchant_id and m.message_id = e.message_id
                where e.merchant_id = :merchant and m.merchant_id = :merchant and m.sales_order_id = :order
                  and m.kind = :kind and m.message_id < :message and m.state <> 'WITHHELD'
                order by e.message_id desc, e.event_key desc
                limit 1000
                """)
                .param("merchant", merchant.value())
                .param("order", message.order().value())
                .param("kind", message.kind().name())
                .param("message", message.id().value())
                .query((row, number) -> EventFacts.read(row.getString("facts")))
                .list();
    }

    void rendered(MerchantId merchant, MessageId message, String template, String language, DocumentId document) {
        jdbc.sql("""
                update customer_message set template = :template, language = :language, document_id = :document
                where merchant_id = :merchant and message_id = :message and document_id is null
                """)
                .param("template", template)
                .param("language", language)
                .param("document", document.value())
                .param("merchant", merchant.value())
                .param("message", message.value())
                .update();
    }

    /** The point after which a mail may have left: the row as it stands then; empty when another is there already. */
    Optional<Message> begin(MerchantId merchant, Message message, Instant now) {
        return jdbc.sql("""
                update customer_message
                set state = 'SENDING', attempts = attempts + 1, attempted_at = :now, reason = null
                where merchant_id = :merchant and message_id = :message and attempts = :attempts
                  and state in ('PLANNED', 'NOT_SENT') and document_id is not null
                returning message_id, sales_order_id, store_id, subject_id, kind, state, planned_at, send_after,
                          template, language, document_id, attempts, attempted_at, sent_at, reason
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("message", message.id().value())
                .param("attempts", message.attempts())
                .query(Messages::read)
                .optional();
    }

    /** What an attempt came to; false when the row stands elsewhere by now. */
    boolean end(
            MerchantId merchant, Message begun, MessageState to, @Nullable Instant sentAt, @Nullable String reason) {
        return jdbc.sql("""
                update customer_message set state = :state, sent_at = :sent, reason = :reason
                where merchant_id = :merchant and message_id = :message and attempts = :attempts
                  and state in ('SENDING', 'UNKNOWN')
                """)
                        .param("state", to.name())
                        .param("sent", SqlArrays.instant(sentAt))
                        .param("reason", reason)
                        .param("merchant", merchant.value())
                        .param("message", begun.id().value())
                        .param("attempts", begun.attempts())
                        .update()
                == 1;
    }

    /** Sets a row that nobody sends now; guarded by the state it was locked in. */
    void set(MerchantId merchant, Message locked, MessageState to, @Nullable String reason) {
        jdbc.sql("""
                update customer_message set state = :state, reason = :reason
                where merchant_id = :merchant and message_id = :message and state = :was
                """)
                .param("state", to.name())
                .param("reason", reason)
                .param("merchant", merchant.value())
                .param("message", locked.id().value())
                .param("was", locked.state().name())
                .update();
    }

    Optional<Message> find(MerchantId merchant, MessageId message) {
        return jdbc.sql("""
                select message_id, sales_order_id, store_id, subject_id, kind, state, planned_at, send_after, template,
                       language, document_id, attempts, attempted_at, sent_at, reason
                from customer_message
                where merchant_id = :merchant and message_id = :message
                """)
                .param("merchant", merchant.value())
                .param("message", message.value())
                .query(Messages::read)
                .optional();
    }

    static Message read(ResultSet row, int number) throws SQLException {
        UUID document = row.getObject("document_id", UUID.class);
        return new Message(
                new MessageId(row.getObject("message_id", UUID.class)),
                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                new StoreId(row.getObject("store_id", UUID.class)),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                MessageKind.valueOf(row.getString("kind")),
                MessageState.valueOf(row.getString("state")),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getObject("send_after", OffsetDateTime.class).toInstant(),
                row.getString("template"),
                row.getString("language"),
                document == null ? null : new DocumentId(document),
                row.getInt("attempts"),
                maybe(row, "attempted_at"),
                maybe(row, "sent_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
