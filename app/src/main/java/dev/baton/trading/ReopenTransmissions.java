package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens a document that came to rest with a person for another round of attempts. Needs an open transaction. */
@Component
class ReopenTransmissions {

    private final Transmissions transmissions;
    private final Tasks tasks;

    ReopenTransmissions(Transmissions transmissions, Tasks tasks) {
        this.transmissions = transmissions;
        this.tasks = tasks;
    }

    /** Answers where the locked row stands now: PLANNED or SENDING. Its work is brought back by the caller. */
    TransmissionStatus reopen(MerchantId merchant, Transmission row) {
        TransmissionStatus to = row.document() == null ? TransmissionStatus.PLANNED : TransmissionStatus.SENDING;
        transmissions.reopen(merchant, row.id(), to);
        StuckTasks.close(tasks, merchant, row.id(), "sent again");
        return to;
    }

    /** As above for one whose work a person brought back; one that does not wait for a person is left as it is. */
    void reopenStuck(MerchantId merchant, TransmissionId id) {
        transmissions.lock(merchant, List.of(id)).stream()
                .filter(row -> StuckTasks.isStuck(row.status()))
                .forEach(row -> reopen(merchant, row));
    }
}
