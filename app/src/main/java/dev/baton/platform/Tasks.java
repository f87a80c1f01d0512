package dev.baton.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Things only a person can decide. Opening one that is open already says it anew, with what is true now. */
@Component
public final class Tasks {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    public Tasks(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A task to open.
     *
     * @param kind what sort of trouble, such as {@code trading.refused}; at most one open per subject
     * @param subjectType what the subject is, such as {@code purchase_order}
     * @param title one sentence that says what is true
     * @param detail why, what happens if nothing is done, and the way out; no customer's data
     */
    public record NewTask(String kind, String subjectType, UUID subject, String title, String detail) {}

    /** A task as it is read back; {@code closedAt} is null while it is open. */
    public record Task(
            UUID id,
            String kind,
            String subjectType,
            UUID subject,
            String title,
            String detail,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** Opens one task; needs an open transaction of the merchant. */
    public void open(MerchantId merchant, NewTask task) {
        openAll(merchant, List.of(task));
    }

    /** Opens many tasks, the last of those about the same; needs an open transaction of the merchant. */
    public void openAll(MerchantId merchant, Collection<NewTask> all) {
        openAll(merchant, all, false);
    }

    /**
     * Opens those that do not stand open in the same words already; such a one is not touched, so that many may say the
     * same at once. Needs an open transaction of the merchant.
     */
    public void openMissing(MerchantId merchant, Collection<NewTask> all) {
        openAll(merchant, all, true);
    }

    private void openAll(MerchantId merchant, Collection<NewTask> all, boolean missing) {
        if (all.isEmpty()) {
            return;
        }
        record About(String kind, UUID subject) {}
        Map<About, NewTask> latest = new LinkedHashMap<>();
        all.forEach(task -> latest.put(new About(task.kind(), task.subject()), task));
        List<NewTask> tasks = latest.values().stream()
                .sorted(Comparator.comparing(NewTask::kind).thenComparing(NewTask::subject))
                .toList();
        List<UUID> rowIds = new ArrayList<>(tasks.size());
        tasks.forEach(task -> rowIds.add(ids.next()));
        jdbc.sql("""
                insert into task (merchant_id, task_id, kind, subject_type, subject_id, title, detail, opened_at)
                select :merchant, t.id, t.kind, t.subject_type, t.subject_id, t.title, t.detail, :at
                from unnest(:ids::uuid[], :kinds::text[], :types::text[], :subjects::uuid[], :titles::text[],
                            :details::text[]) as t (id, kind, subject_type, subject_id, title, detail)
                where not (:missing::boolean and exists (
                    select 1 from task o
                    where o.merchant_id = :merchant and o.kind = t.kind and o.subject_id = t.subject_id
                      and o.closed_at is null and o.title = t.title and o.detail = t.detail))
                on conflict (merchant_id, kind, subject_id) where closed_at is null
                do update set title = excluded.title, detail = excluded.detail
                where task.title <> excluded.title or task.detail <> excluded.detail
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .param("missing", missing)
                .param("ids", SqlArrays.uuids(rowIds))
                .param(
                        "kinds",
                        SqlArrays.texts(tasks.stream().map(NewTask::kind).toList()))
                .param(
                        "types",
                        SqlArrays.texts(tasks.stream().map(NewTask::subjectType).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(tasks.stream().map(NewTask::subject).toList()))
                .param(
                        "titles",
                        SqlArrays.texts(tasks.stream().map(NewTask::title).toList()))
                .param(
                        "details",
                        SqlArrays.texts(tasks.stream().map(NewTask::detail).toList()))
                .update();
    }

    /** Closes what is open of that kind and subject; answers how many were open. */
    public int closeFor(MerchantId merchant, String kind, UUID subject, String why) {
        return closeFor(merchant, List.of(kind), subject, why);
    }

    /** Closes what is open of those kinds and that subject; answers how many were open. */
    public int closeFor(MerchantId merchant, Collection<String> kinds, UUID subject, String why) {
        return jdbc.sql("""
                update task set closed_at = :at, closed_why = :why
                where merchant_id = :merchant and kind = any(:kinds::text[]) and subject_id = :subject
                      and closed_at is null
                """)
                .param("at", SqlArrays.instant(clock.instant()))
                .param("why", why)
                .param("merchant", merchant.value())
                .param("kinds", SqlArrays.texts(kinds))
                .param("subject", subject)
                .update();
    }

    /**
     * One that ended.
     *
     * @param why what ended it, such as {@code it was sent}
     */
    public record Ended(String kind, UUID subject, String why) {}

    /** Closes what is open of each; needs an open transaction of the merchant. */
    public void closeEach(MerchantId merchant, Collection<Ended> ended) {
        jdbc.sql("""
                update task t set closed_at = :at, closed_why = e.why
                from unnest(:kinds::text[], :subjects::uuid[], :whys::text[]) as e (kind, subject, why)
                where t.merchant_id = :merchant and t.kind = e.kind and t.subject_id = e.subject
                      and t.closed_at is null
                """)
                .param("at", SqlArrays.instant(clock.instant()))
                .param("merchant", merchant.value())
                .param("kinds", SqlArrays.texts(ended.stream().map(Ended::kind).toList()))
                .param(
                        "subjects",
                        SqlArrays.uuids(ended.stream().map(Ended::subject).toList()))
                .param("whys", SqlArrays.texts(ended.stream().map(Ended::why).toList()))
                .update();
    }

    /** Closes one task by its id; false when it was closed already or is not this merchant's. */
    public boolean close(MerchantId merchant, UUID task, String why) {
        return jdbc.sql("""
                update task set closed_at = :at, closed_why = :why
                where merchant_id = :merchant and task_id = :task and closed_at is null
                """)
                        .param("at", SqlArrays.instant(clock.instant()))
                        .param("why", why)
                        .param("merchant", merchant.value())
                        .param("task", task)
                        .update()
                == 1;
    }

    /** Open tasks after the given id (null = from the first), oldest first. */
    public List<Task> open(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select task_id, kind, subject_type, subject_id, title, detail, opened_at, closed_at
                from task
                where merchant_id = :merchant and closed_at is null and task_id > :after
                order by task_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> {
                    java.sql.Timestamp closed = row.getTimestamp("closed_at");
                    return new Task(
                            row.getObject("task_id", UUID.class),
                            row.getString("kind"),
                            row.getString("subject_type"),
                            row.getObject("subject_id", UUID.class),
                            row.getString("title"),
                            row.getString("detail"),
                            row.getTimestamp("opened_at").toInstant(),
                            closed == null ? null : closed.toInstant());
                })
                .list();
    }

    /** How many tasks are open. */
    public long countOpen(MerchantId merchant) {
        return jdbc.sql("select count(*) from task where merchant_id = :merchant and closed_at is null")
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }
}
