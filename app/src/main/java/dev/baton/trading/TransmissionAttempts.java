package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.documents.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of attempts; every method needs an open transaction of the merchant. */
@Component
class TransmissionAttempts {

    private final JdbcClient jdbc;

    TransmissionAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertAll(MerchantId merchant, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        List<@Nullable Integer> statuses = new ArrayList<>(attempts.size());
        attempts.forEach(attempt -> statuses.add(attempt.httpStatus()));
        jdbc.sql("""
                insert into transmission_attempt (merchant_id, transmission_id, attempt, began_at, ended_at, outcome,
                                                  http_status, reply_document_id, note)
                select :merchant, a.id, a.attempt, a.began_at, a.ended_at, a.outcome, a.http_status, a.reply, a.note
                from unnest(:ids::uuid[], :attempts::int[], :begans::timestamptz[], :endeds::timestamptz[],
                            :outcomes::text[], :statuses::int[], :replies::uuid[], :notes::text[])
                     as a (id, attempt, began_at, ended_at, outcome, http_status, reply, note)
                on conflict (merchant_id, transmission_id, attempt) do nothing
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(attempts, row -> row.transmission().value()))
                .param("attempts", Columns.ints(attempts, Attempt::attempt))
                .param("begans", Columns.instants(attempts, Attempt::beganAt))
                .param("endeds", Columns.instants(attempts, Attempt::endedAt))
                .param("outcomes", Columns.texts(attempts, row -> row.outcome().name()))
                .param("statuses", SqlArrays.ints(statuses))
                .param("replies", Columns.uuids(attempts, TransmissionAttempts::reply))
                .param("notes", Columns.texts(attempts, Attempt::note))
                .update();
    }

    private static @Nullable UUID reply(Attempt attempt) {
        DocumentId reply = attempt.reply();
        return reply == null ? null : reply.value();
    }

    /** Attempts of each transmission, first to last. */
    Map<TransmissionId, List<Attempt>> of(MerchantId merchant, Collection<TransmissionId> ids) {
        Map<TransmissionId, List<Attempt>> attempts = new HashMap<>();
        jdbc.sql("""
                select transmission_id, attempt, began_at, ended_at, outcome, http_status, reply_document_id, note
                from transmission_attempt
                where merchant_id = :merchant and transmission_id = any(:ids::uuid[])
                order by transmission_id, attempt
                """)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(ids, TransmissionId::value))
                .query(row -> {
                    UUID reply = row.getObject("reply_document_id", UUID.class);
                    TransmissionId id = new TransmissionId(row.getObject("transmission_id", UUID.class));
                    attempts.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(new Attempt(
                                    id,
                                    row.getInt("attempt"),
                                    instant(row, "began_at"),
                                    instant(row, "ended_at"),
                                    AttemptOutcome.valueOf(row.getString("outcome")),
                                    row.getObject("http_status", Integer.class),
                                    reply == null ? null : new DocumentId(reply),
                                    row.getString("note")));
                });
        return attempts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
