package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who ordered and where to, sealed with the person's key; a record never changes, a new version is a new record. */
@Component
class CustomerRecords {

    private static final int SCHEMA_VERSION = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final CustomerTokens tokens;
    private final Ids ids;

    CustomerRecords(JdbcClient jdbc, Subjects subjects, CustomerTokens tokens, Ids ids) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.tokens = tokens;
        this.ids = ids;
    }

    /**
     * The content of a record.
     *
     * @param entered what the customer entered, by the store's line; absent before schema version 2
     */
    record Content(
            int schemaVersion,
            CustomerFacts customer,
            @Nullable PostalAddress shipTo,
            @Nullable PostalAddress billTo,
            @Nullable String giftMessage,
            @Nullable String note,
            Map<String, Map<String, String>> entered) {

        @SuppressWarnings("NullAway") // read from JSON of an older version, where it is absent
        Content {
            entered = entered == null ? Map.of() : Map.copyOf(entered);
        }

        static Content of(StoreOrder order) {
            return new Content(
                    SCHEMA_VERSION,
                    order.customer(),
                    order.shipTo(),
                    order.billTo(),
                    order.giftMessage(),
                    order.note(),
                    entered(order));
        }

        /** The same, and it goes elsewhere. */
        Content goingTo(PostalAddress to) {
            return new Content(schemaVersion, customer, to, billTo, giftMessage, note, entered);
        }

        /** Properties whose name begins with an underscore are the store's own and shown to nobody. */
        private static Map<String, Map<String, String>> entered(StoreOrder order) {
            Map<String, Map<String, String>> entered = new HashMap<>();
            for (StoreLine line : order.lines()) {
                Map<String, String> shown = line.shown();
                if (!shown.isEmpty()) {
                    entered.put(line.storeLineId(), shown);
                }
            }
            return entered;
        }
    }

    /** A record made for one order. */
    record Made(UUID record, SubjectKey person) {}

    /** Stores records of new people, in the given order. */
    List<Made> create(MerchantId merchant, List<StoreOrder> orders) {
        List<SubjectKey> people = subjects.createAll(merchant, orders.size());
        return add(merchant, people, orders.stream().map(Content::of).toList());
    }

    /** Stores further records of known people, in the given order; an erased person's stays unwritten and is null. */
    List<@Nullable Made> renew(MerchantId merchant, List<SubjectId> people, List<StoreOrder> orders) {
        Map<SubjectId, SubjectKey> keys = subjects.keys(merchant, people);
        List<@Nullable Made> made = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            SubjectKey key = keys.get(people.get(i));
            made.add(
                    key == null
                            ? null
                            : add(merchant, List.of(key), List.of(Content.of(orders.get(i))))
                                    .getFirst());
        }
        return made;
    }

    /** Orders made in this transaction are found by who ordered. */
    void makeFound(MerchantId merchant, Map<SalesOrderId, StoreOrder> orders) {
        Map<SalesOrderId, Content> customers = new LinkedHashMap<>();
        orders.forEach((id, order) -> customers.put(id, Content.of(order)));
        tokens.addFirst(merchant, customers);
    }

    /** An order is found by who ordered as the store says it now, no more by what it said before. */
    void changeFound(MerchantId merchant, SalesOrderId id, Content before, StoreOrder now) {
        tokens.remove(merchant, id, tokens.of(merchant, before));
        tokens.add(merchant, Map.of(id, Content.of(now)));
    }

    /** Stores what a person mended of an order's record, and makes the order found by it; answers the new record. */
    UUID replace(MerchantId merchant, OrderHead head, Content before, Content after) {
        SubjectKey key = Objects.requireNonNull(
                subjects.keys(merchant, List.of(head.subject())).get(head.subject()), "the person was erased");
        tokens.remove(merchant, head.id(), tokens.of(merchant, before));
        tokens.add(merchant, Map.of(head.id(), after));
        return add(merchant, List.of(key), List.of(after)).getFirst().record();
    }

    private List<Made> add(MerchantId merchant, List<SubjectKey> people, List<Content> contents) {
        List<UUID> rowIds = new ArrayList<>(people.size());
        List<byte[]> sealed = new ArrayList<>(people.size());
        List<Made> made = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            UUID id = ids.next();
            rowIds.add(id);
            sealed.add(people.get(i).seal(JSON.writeValueAsBytes(contents.get(i))));
            made.add(new Made(id, people.get(i)));
        }
        jdbc.sql("""
                insert into customer_record (merchant_id, record_id, subject_id, sealed)
                select :merchant, r.id, r.subject, r.sealed
                from unnest(:ids::uuid[], :subjects::uuid[], :sealed::bytea[]) as r (id, subject, sealed)
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(rowIds))
                .param(
                        "subjects",
                        SqlArrays.uuids(Columns.of(people, p -> p.subject().value())))
                .param("sealed", SqlArrays.blobs(sealed))
                .update();
        return made;
    }

    /** Reads records; those of erased people are absent. */
    Map<UUID, Content> read(MerchantId merchant, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        record Row(UUID id, SubjectId subject, byte[] sealed) {}
        List<Row> rows = jdbc.sql("""
                select record_id, subject_id, sealed from customer_record
                where merchant_id = :merchant and record_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(records))
                .query((row, number) -> new Row(
                        row.getObject("record_id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getBytes("sealed")))
                .list();
        Map<SubjectId, SubjectKey> keys =
                subjects.keys(merchant, rows.stream().map(Row::subject).toList());
        Map<UUID, Content> contents = new HashMap<>();
        for (Row row : rows) {
            SubjectKey key = keys.get(row.subject());
            if (key != null) {
                contents.put(row.id(), JSON.readValue(key.open(row.sealed()), Content.class));
            }
        }
        return contents;
    }
}
