package dev.baton.platform;

import dev.baton.platform.Audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person says that a task is done, and the audit says who said so. */
@Component
public final class CloseTask {

    private static final int LONGEST_NOTE = 1_000;

    private final Tenancy tenancy;
    private final Tasks tasks;
    private final Audit audit;

    public CloseTask(Tenancy tenancy, Tasks tasks, Audit audit) {
        this.tenancy = tenancy;
        this.tasks = tasks;
        this.audit = audit;
    }

    /**
     * Closes it; one that is closed already stays as it is. Opens a transaction or joins the caller's.
     *
     * @param note what was done, may be empty; what is longer than 1,000 characters is cut
     * @return false when it was closed already or is not this merchant's
     */
    public boolean close(MerchantId merchant, UUID task, String note) {
        String kept = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
        return tenancy.inTransaction(merchant, () -> {
            boolean closed = tasks.close(merchant, task, kept);
            if (closed) {
                audit.record(merchant, List.of(new AuditEntry("CloseTask", "task", task, "open", "closed", null)));
            }
            return closed;
        });
    }
}
