package dev.baton.console;

import dev.baton.merchants.PersonId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a task or a hold is since somebody handed it over. Every method needs an open transaction of the merchant. */
@Component
class Handovers {

    private static final UUID FIRST = new UUID(0L, 0L);

    private final JdbcClient jdbc;
    private final Clock clock;

    Handovers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose it is, and what whoever handed it over wrote. */
    record Handover(PersonId to, PersonId by, String note, Instant at) {}

    /** Of the tasks and holds, those that were handed over. */
    Map<UUID, Handover> of(Staff staff, Collection<UUID> subjects) {
        Map<UUID, Handover> found = new HashMap<>();
        jdbc.sql("""
                select subject_id, person_id, by_person, note, handed_at from console_handover
                where merchant_id = :merchant and subject_id = any(:subjects::uuid[])
                """)
                .param("merchant", staff.merchant().value())
                .param("subjects", SqlArrays.uuids(List.copyOf(subjects)))
                .query(row -> {
                    found.put(
                            row.getObject("subject_id", UUID.class),
                            new Handover(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    new PersonId(row.getObject("by_person", UUID.class)),
                                    row.getString("note"),
                                    row.getTimestamp("handed_at").toInstant()));
                });
        return found;
    }

    /** What was handed to that person behind the given one (null = from the first), closed ones among them. */
    List<UUID> to(Staff staff, PersonId person, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select subject_id from console_handover
                where merchant_id = :merchant and person_id = :person and subject_id > :after
                order by subject_id limit :limit
                """)
                .param("merchant", staff.merchant().value())
                .param("person", person.value())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query((row, number) -> row.getObject("subject_id", UUID.class))
                .list();
    }

    /** Hands it over, whosever it was. */
    void put(Staff staff, UUID subject, PersonId to, String note) {
        jdbc.sql("""
                insert into console_handover (merchant_id, subject_id, person_id, by_person, note, handed_at)
                values (:merchant, :subject, :person, :by, :note, :at)
                on conflict (merchant_id, subject_id)
                do update set person_id = excluded.person_id, by_person = excluded.by_person, note = excluded.note,
                              handed_at = excluded.handed_at
                """)
                .param("merchant", staff.merchant().value())
                .param("subject", subject)
                .param("person", to.value())
                .param("by", staff.person().value())
                .param("note", note)
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }

    /** Takes it back; false when it was nobody's. */
    boolean drop(Staff staff, UUID subject) {
        return jdbc.sql("delete from console_handover where merchant_id = :merchant and subject_id = :subject")
                        .param("merchant", staff.merchant().value())
                        .param("subject", subject)
                        .update()
                == 1;
    }
}
