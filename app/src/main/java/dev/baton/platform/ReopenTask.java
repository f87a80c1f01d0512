package dev.baton.platform;

import dev.baton.platform.Audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person takes back that a task is done, and the audit says who did. */
@Component
public final class ReopenTask {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    public ReopenTask(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Opens it again, as it was. Opens a transaction or joins the caller's.
     *
     * @return false when it is open, when the same matter is open anew, or when it is not this merchant's
     */
    public boolean reopen(MerchantId merchant, UUID task) {
        return tenancy.inTransaction(merchant, () -> {
            boolean reopened = jdbc.sql("""
                    update task set closed_at = null, closed_why = null
                    where merchant_id = :merchant and task_id = :task and closed_at is not null
                      and not exists (select 1 from task same
                                      where same.merchant_id = :merchant and same.kind = task.kind
                                        and same.subject_id = task.subject_id and same.closed_at is null)
                    """)
                            .param("merchant", merchant.value())
                            .param("task", task)
                            .update()
                    == 1;
            if (reopened) {
                audit.record(merchant, List.of(new AuditEntry("ReopenTask", "task", task, "closed", "open", null)));
            }
            return reopened;
        });
    }
}
