package dev.baton.trading;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends a document once more because a person says so: the same bytes under the same key, so that a supplier
 * that has it takes it for the repeat it is. One that was never rendered begins now.
 */
@Component
public class ResendTransmissions {

    private final Tenancy tenancy;
    private final Transmissions transmissions;
    private final Work work;
    private final ReopenTransmissions reopen;
    private final Audit audit;
    private final Clock clock;

    ResendTransmissions(
            Tenancy tenancy,
            Transmissions transmissions,
            Work work,
            ReopenTransmissions reopen,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.transmissions = transmissions;
        this.work = work;
        this.reopen = reopen;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens it for another round of attempts; opens a transaction.
     *
     * @return where it stands now: PLANNED or SENDING
     * @throws Problem NOT_FOUND, or CONFLICT when it is on its way already, was answered, or is not wanted any more
     */
    public TransmissionStatus resend(MerchantId merchant, TransmissionId id) {
        return tenancy.inTransaction(merchant, () -> {
            Transmission row = transmissions.lock(merchant, List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND, "There is no such transmission; take its id from the list."));
            refuseWhereUseless(row);
            TransmissionStatus to = reopen.reopen(merchant, row);
            if (work.unpark(merchant, SendTransmissions.KIND, id.value(), clock.instant()) == 0) {
                work.add(merchant, List.of(PlanTransmissions.work(row, clock.instant())));
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "ResendTransmissions",
                            "transmission",
                            id.value(),
                            row.status().name(),
                            to.name(),
                            null)));
            Crash.at("trading.resent");
            return to;
        });
    }

    private static void refuseWhereUseless(Transmission row) {
        String why = switch (row.status()) {
            case REFUSED, PARKED, SENT -> "";
            case PLANNED -> row.reason() == null ? "it is planned and leaves by itself" : "";
            case SENDING, UNKNOWN -> "it is on its way already and is repeated by itself";
            case ACKNOWLEDGED -> "the supplier has answered it";
            case WITHDRAWN -> "it is not wanted any more";
        };
        if (!why.isEmpty()) {
            throw new Problem(CommonProblem.CONFLICT, "This cannot be sent again: " + why + ".");
        }
    }
}
