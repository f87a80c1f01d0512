package dev.baton.platform;

import dev.baton.platform.Tasks.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks as a person goes through them. Every method needs an open transaction of the merchant. */
@Component
public final class TaskBoard {

    private final JdbcClient jdbc;

    public TaskBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many tasks of each kind are open, by kind; kinds without any are absent. */
    public Map<String, Long> counts(MerchantId merchant) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select kind, count(*) as tasks from task
                where merchant_id = :merchant and closed_at is null group by kind order by kind
                """).param("merchant", merchant.value()).query(row -> {
            counts.put(row.getString("kind"), row.getLong("tasks"));
        });
        return counts;
    }

    /** The open ones among these, oldest first; what is closed or not this merchant's is absent. */
    public List<Task> of(MerchantId merchant, Collection<UUID> tasks) {
        return jdbc.sql("""
                select task_id, kind, subject_type, subject_id, title, detail, opened_at
                from task
                where merchant_id = :merchant and closed_at is null and task_id = any(:tasks::uuid[])
                order by task_id
                """)
                .param("merchant", merchant.value())
                .param("tasks", SqlArrays.uuids(List.copyOf(tasks)))
                .query((row, number) -> task(row))
                .list();
    }

    /** Those of a kind (null = of any) behind the given one (null = from the first), oldest first. */
    public List<Task> page(MerchantId merchant, @Nullable String kind, @Nullable UUID after, int limit) {
        UUID behind = after == null ? new UUID(0, 0) : after;
        return kind == null ? ofAny(merchant, behind, limit) : ofKind(merchant, kind, behind, limit);
    }

    private List<Task> ofAny(MerchantId merchant, UUID behind, int limit) {
        return jdbc.sql("""
                select task_id, kind, subject_type, subject_id, title, detail, opened_at
                from task
                where merchant_id = :merchant and closed_at is null and task_id > :after
                order by merchant_id, task_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", behind)
                .param("limit", limit)
                .query((row, number) -> task(row))
                .list();
    }

    private List<Task> ofKind(MerchantId merchant, String kind, UUID behind, int limit) {
        return jdbc.sql("""
                select task_id, kind, subject_type, subject_id, title, detail, opened_at
                from task
                where merchant_id = :merchant and kind = :kind and closed_at is null and task_id > :after
                order by merchant_id, kind, task_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("kind", kind)
                .param("after", behind)
                .param("limit", limit)
                .query((row, number) -> task(row))
                .list();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("task_id", UUID.class),
                row.getString("kind"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("detail"),
                row.getTimestamp("opened_at").toInstant(),
                null);
    }
}
