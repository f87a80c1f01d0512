package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that was set aside for a person. Every method needs an open transaction of the merchant. */
@Component
public final class ParkedWork {

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One piece of parked work.
     *
     * @param attempts runs that failed before it was set aside
     * @param reason the last failure; null = none was noted
     */
    public record Parked(
            UUID id,
            String queue,
            String kind,
            UUID subject,
            int attempts,
            Instant parkedAt,
            @Nullable String reason) {}

    /** Parked work after the given id (null = from the first), oldest first. */
    public List<Parked> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id, queue, kind, subject_id, attempts, parked_at, reason from work
                where merchant_id = :merchant and parked_at is not null and id > :after
                order by id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> new Parked(
                        row.getObject("id", UUID.class),
                        row.getString("queue"),
                        row.getString("kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getInt("attempts"),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Makes it due now with a fresh count of attempts; empty when there is no parked work of that id. */
    Optional<Parked> free(MerchantId merchant, UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update work set parked_at = null, attempts = 0, due_at = :now, reason = null
                where merchant_id = :merchant and id = :id and parked_at is not null
                returning queue, kind, subject_id
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> new Parked(
                        id,
                        row.getString("queue"),
                        row.getString("kind"),
                        row.getObject("subject_id", UUID.class),
                        0,
                        now,
                        null))
                .optional();
    }
}
