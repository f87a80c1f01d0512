package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.LostLease;
import dev.baton.purchasing.MarkTransmitted;
import dev.baton.purchasing.MarkTransmitted.Arrived;
import dev.baton.purchasing.MarkTransmitted.Failed;
import dev.baton.trading.Transmissions.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one transaction after documents left: what came of each attempt, and what follows from it. */
@Component
class RecordAttempts {

    private static final Logger log = LoggerFactory.getLogger(RecordAttempts.class);

    private static final Duration LONGEST_WAIT_FOR_A_SETTING = Duration.ofMinutes(5);

    private final TradingDesk desk;
    private final MarkTransmitted markTransmitted;
    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final Documents documents;
    private final PollReturnedMail pollReturnedMail;

    RecordAttempts(
            TradingDesk desk,
            MarkTransmitted markTransmitted,
            Transmissions transmissions,
            TransmissionAttempts attempts,
            Documents documents,
            PollReturnedMail pollReturnedMail) {
        this.desk = desk;
        this.markTransmitted = markTransmitted;
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.documents = documents;
        this.pollReturnedMail = pollReturnedMail;
    }

    /** An attempt that is over. */
    record Over(Outgoing outgoing, ReplyVerdict verdict, Instant endedAt) {}

    /** Writes what came of the attempts; one that another node has taken over meanwhile is dropped, it alone. */
    void record(MerchantId merchant, List<Over> all) {
        try {
            desk.tenancy().run(merchant, () -> write(merchant, all));
            Crash.at("trading.reported");
        } catch (LostLease lost) {
            if (all.size() == 1) {
                log.info(
                        "an attempt of {} ended after its lease",
                        all.getFirst().outgoing().row().id().value());
                return;
            }
            all.forEach(each -> record(merchant, List.of(each)));
        }
    }

    private void write(MerchantId merchant, List<Over> all) {
        Map<TransmissionId, TransmissionStatus> next = new HashMap<>();
        all.forEach(each -> next.put(each.outgoing().row().id(), next(each)));
        tellPurchasing(merchant, all, next);
        Crash.at("trading.told");
        writeAttempts(merchant, all);
        Map<TransmissionId, TransmissionStatus> stands = transmissions.end(
                merchant,
                all.stream()
                        .map(each -> new Ending(
                                each.outgoing().row().id(),
                                of(next, each),
                                each.verdict().note(),
                                each.verdict().misset()))
                        .toList(),
                desk.clock().instant());
        release(merchant, all, stands);
        Crash.at("trading.recorded");
    }

    /** Where the transmission stands after this attempt. */
    private static TransmissionStatus next(Over over) {
        boolean last = over.outgoing().attempt() >= over.outgoing().row().attemptsLimit()
                && !over.verdict().misset();
        return switch (over.verdict().outcome()) {
            case DELIVERED, ALREADY_THERE -> TransmissionStatus.SENT;
            case REFUSED -> TransmissionStatus.REFUSED;
            case BUSY, NOT_SENT -> last ? TransmissionStatus.PARKED : TransmissionStatus.SENDING;
            case UNKNOWN, NODE_LOST -> last ? TransmissionStatus.PARKED : TransmissionStatus.UNKNOWN;
        };
    }

    private void tellPurchasing(MerchantId merchant, List<Over> all, Map<TransmissionId, TransmissionStatus> next) {
        List<Arrived> arrived = new ArrayList<>();
        List<Failed> undelivered = new ArrayList<>();
        List<Failed> unknown = new ArrayList<>();
        for (Over each : all) {
            Transmission row = each.outgoing().row();
            if (row.kind() != TransmissionKind.PURCHASE_ORDER) {
                continue;
            }
            TransmissionStatus status = of(next, each);
            if (status == TransmissionStatus.SENT) {
                arrived.add(new Arrived(row.purchaseOrder(), each.endedAt()));
            } else if (StuckTasks.isStuck(status)) {
                boolean never = each.verdict().outcome().knownUnsent() && neverArrivedBefore(merchant, row);
                (never ? undelivered : unknown).add(new Failed(row.purchaseOrder(), note(each)));
            }
        }
        markTransmitted.sent(merchant, arrived);
        markTransmitted.undelivered(merchant, undelivered);
        markTransmitted.unknown(merchant, unknown);
    }

    private boolean neverArrivedBefore(MerchantId merchant, Transmission row) {
        return attempts.of(merchant, List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
                .allMatch(attempt -> attempt.outcome().knownUnsent());
    }

    private void writeAttempts(MerchantId merchant, List<Over> all) {
        List<Over> withReply =
                all.stream().filter(each -> each.verdict().body().length > 0).toList();
        List<DocumentId> ids = documents.storeAll(
                merchant, withReply.stream().map(RecordAttempts::reply).toList());
        IdentityHashMap<Over, DocumentId> replies = new IdentityHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            replies.put(withReply.get(i), ids.get(i));
        }
        attempts.insertAll(
                merchant,
                all.stream()
                        .map(each -> new Attempt(
                                each.outgoing().row().id(),
                                each.outgoing().attempt(),
                                each.outgoing().beganAt(),
                                each.endedAt(),
                                each.verdict().outcome(),
                                each.verdict().httpStatus(),
                                replies.get(each),
                                each.verdict().note()))
                        .toList());
    }

    private static NewDocument reply(Over over) {
        return new NewDocument(
                "application/octet-stream",
                "{}",
                over.verdict().body(),
                RetentionClass.SUPPLIER_EXCHANGE,
                null,
                over.outgoing().customer());
    }

    /**
     * Finishes, postpones or parks the work, by where the transmission stands in truth: what was answered during the
     * attempt is done. A reminder is never worth a person's time.
     */
    private void release(MerchantId merchant, List<Over> all, Map<TransmissionId, TransmissionStatus> stands) {
        List<LeasedWork> done = new ArrayList<>();
        List<NewTask> stuck = new ArrayList<>();
        for (Over each : all) {
            LeasedWork item = each.outgoing().work();
            Transmission row = each.outgoing().row();
            TransmissionStatus status = of(stands, each);
            if (status.open()) {
                desk.work().again(merchant, item, dueAgain(each), note(each));
            } else if (StuckTasks.isStuck(status) && row.kind() != TransmissionKind.REMINDER) {
                desk.work().park(merchant, item, note(each));
                stuck.add(StuckTasks.of(row, status, note(each)));
            } else {
                done.add(item);
            }
        }
        all.stream()
                .filter(each -> each.verdict().misset())
                .findFirst()
                .ifPresent(each -> stuck.add(MailTasks.relay(merchant, note(each))));
        desk.tasks().openAll(merchant, stuck);
        if (all.stream().anyMatch(RecordAttempts::isMailThatLeft)) {
            MailTasks.mailLeaves(desk.tasks(), merchant);
            pollReturnedMail.begin(merchant);
        }
        desk.work().finish(merchant, done);
    }

    private static boolean isMailThatLeft(Over over) {
        return over.outgoing().way() instanceof Way.Mail && over.verdict().outcome() == AttemptOutcome.DELIVERED;
    }

    /** A setting is mended by a restart, which must not wait for what backed off before it. */
    private Instant dueAgain(Over over) {
        if (over.verdict().misset()) {
            return Backoff.byAge(desk.clock(), over.outgoing().row().plannedAt(), LONGEST_WAIT_FOR_A_SETTING);
        }
        Instant usual = Backoff.next(desk.clock(), over.outgoing().attempt());
        Duration asked = over.verdict().retryAfter();
        Instant wanted = asked == null ? usual : desk.clock().instant().plus(asked);
        return wanted.isAfter(usual) ? wanted : usual;
    }

    private static TransmissionStatus of(Map<TransmissionId, TransmissionStatus> next, Over over) {
        return Objects.requireNonNull(next.get(over.outgoing().row().id()));
    }

    private static String note(Over over) {
        @Nullable String note = over.verdict().note();
        return note == null ? over.verdict().outcome().name() : note;
    }
}
