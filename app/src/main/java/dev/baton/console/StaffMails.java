package dev.baton.console;

import dev.baton.merchants.PersonId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of mails to staff; every method needs an open transaction of the merchant. */
@Component
class StaffMails {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SCHEMA = 1;

    private final JdbcClient jdbc;

    StaffMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a mail is about. */
    enum Kind {
        /** What needs somebody. */
        MORNING,
        /** What was planned the day before and kept, because a store or a supplier is watched. */
        WOULD_HAVE_SENT,
        /** Whether mail arrives. */
        TEST
    }

    /** A line of a mail: how many of what, and the path of the list of them. */
    record Line(long count, String what, String path) {}

    /**
     * A mail.
     *
     * @param day the merchant's day it is about; null for a test
     * @param state WAITING, SENT, FAILED or TOO_LATE
     * @param endedAt when it left or was given up; null while it waits
     */
    record Row(
            UUID id,
            Kind kind,
            PersonId person,
            @Nullable LocalDate day,
            List<Line> lines,
            Instant askedAt,
            Instant expiresAt,
            String state,
            @Nullable Instant endedAt,
            @Nullable String note) {

        /** One that waits. */
        static Row waiting(
                UUID id,
                Kind kind,
                PersonId person,
                @Nullable LocalDate day,
                List<Line> lines,
                Instant now,
                Instant expiresAt) {
            return new Row(id, kind, person, day, lines, now, expiresAt, "WAITING", null, null);
        }

        boolean waits() {
            return state.equals("WAITING");
        }
    }

    /** False when there is one of the kind for the person and the day. */
    boolean insert(MerchantId merchant, Row row) {
        return jdbc.sql("""
                insert into staff_mail (merchant_id, mail_id, kind, person_id, day, facts, asked_at, expires_at, state)
                values (:merchant, :id, :kind, :person, :day, :facts::jsonb, :asked, :expires, 'WAITING')
                on conflict (merchant_id, kind, person_id, day) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("id", row.id())
                        .param("kind", row.kind().name())
                        .param("person", row.person().value())
                        .param("day", row.day(), Types.DATE)
                        .param("facts", facts(row.lines()))
                        .param("asked", SqlArrays.instant(row.askedAt()))
                        .param("expires", SqlArrays.instant(row.expiresAt()))
                        .update()
                == 1;
    }

    Optional<Row> find(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select mail_id, kind, person_id, day, facts, asked_at, expires_at, state, ended_at, note
                from staff_mail where merchant_id = :merchant and mail_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query(StaffMails::read)
                .optional();
    }

    /** The last test anybody who works for the merchant sent to themselves. */
    Optional<Row> lastTest(MerchantId merchant) {
        return jdbc.sql("""
                select mail_id, kind, person_id, day, facts, asked_at, expires_at, state, ended_at, note
                from staff_mail where merchant_id = :merchant and kind = 'TEST'
                order by mail_id desc limit 1
                """)
                .param("merchant", merchant.value())
                .query(StaffMails::read)
                .optional();
    }

    /** Writes what became of it. */
    void end(MerchantId merchant, UUID id, String state, @Nullable String note, Instant now) {
        jdbc.sql("""
                update staff_mail set state = :state, note = :note, ended_at = :now
                where merchant_id = :merchant and mail_id = :id
                """)
                .param("state", state)
                .param("note", note, Types.VARCHAR)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    private static String facts(List<Line> lines) {
        ObjectNode facts = JSON.createObjectNode();
        facts.put("schemaVersion", SCHEMA);
        facts.putArray("lines");
        for (Line line : lines) {
            facts.withArray("lines")
                    .addObject()
                    .put("count", line.count())
                    .put("what", line.what())
                    .put("path", line.path());
        }
        return facts.toString();
    }

    private static List<Line> lines(String facts) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : JSON.readTree(facts).path("lines")) {
            lines.add(new Line(
                    line.path("count").asLong(),
                    line.path("what").asString(""),
                    line.path("path").asString("")));
        }
        return lines;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Row(
                row.getObject("mail_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                lines(row.getString("facts")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                ended == null ? null : ended.toInstant(),
                row.getString("note"));
    }
}
