package dev.baton.console;

import dev.baton.merchants.PersonId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table handed_over: who was given what. Every method needs an open transaction of the merchant. */
@Component
class HandOvers {

    private static final int MOST_OF_ONE = 50;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    HandOvers(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody gave a hold or a task to somebody. */
    record HandOver(UUID exception, PersonId to, PersonId by, String note, Instant at) {}

    void add(MerchantId merchant, UUID exception, PersonId to, PersonId by, String note) {
        jdbc.sql("""
                insert into handed_over (merchant_id, exception_id, handover_id, to_person, by_person, note, handed_at)
                values (:merchant, :exception, :id, :to, :by, :note, :at)
                """)
                .param("merchant", merchant.value())
                .param("exception", exception)
                .param("id", ids.next())
                .param("to", to.value())
                .param("by", by.value())
                .param("note", note)
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }

    /** Everything that was done with one, the latest first. */
    List<HandOver> of(MerchantId merchant, UUID exception) {
        return jdbc.sql("""
                select exception_id, to_person, by_person, note, handed_at from handed_over
                where merchant_id = :merchant and exception_id = :exception
                order by handover_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("exception", exception)
                .param("limit", MOST_OF_ONE)
                .query(HandOvers::read)
                .list();
    }

    /** The latest of each; what nobody gave to anybody is absent. */
    Map<UUID, HandOver> latest(MerchantId merchant, Collection<UUID> exceptions) {
        Map<UUID, HandOver> latest = new HashMap<>();
        jdbc.sql("""
                select distinct on (exception_id) exception_id, to_person, by_person, note, handed_at
                from handed_over
                where merchant_id = :merchant and exception_id = any(:exceptions::uuid[])
                order by exception_id, handover_id desc
                """)
                .param("merchant", merchant.value())
                .param("exceptions", SqlArrays.uuids(exceptions))
                .query(HandOvers::read)
                .list()
                .forEach(each -> latest.put(each.exception(), each));
        return latest;
    }

    /** What was given to somebody and not further to another, settled or not; the latest given of at most so many. */
    List<UUID> heldBy(MerchantId merchant, PersonId person, int limit) {
        return jdbc.sql("""
                select h.exception_id from handed_over h
                where h.merchant_id = :merchant and h.to_person = :person
                  and not exists (select 1 from handed_over later
                                  where later.merchant_id = :merchant and later.exception_id = h.exception_id
                                    and later.handover_id > h.handover_id)
                order by h.handover_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("person", person.value())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private static HandOver read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new HandOver(
                row.getObject("exception_id", UUID.class),
                new PersonId(row.getObject("to_person", UUID.class)),
                new PersonId(row.getObject("by_person", UUID.class)),
                row.getString("note"),
                row.getTimestamp("handed_at").toInstant());
    }
}
