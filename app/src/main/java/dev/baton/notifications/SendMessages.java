package dev.baton.notifications;

import dev.baton.merchants.MessageKind;
import dev.baton.notifications.WriteLetters.Written;
import dev.baton.orders.QuestionMailed;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.SmtpResult;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.LostLease;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.WatchReturnedMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends mails to customers, each at most once by itself. The bytes are kept and SENDING is committed before the mail
 * server is spoken to; a lease that ends there leaves UNKNOWN, which only a person sends again. What failed before the
 * end of the message is known not to have left and is tried again.
 */
@Component
class SendMessages implements WorkHandler {

    private static final int BATCH = 10;
    private static final int LANES = 4;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration MISSET = Duration.ofMinutes(15);

    /** Failed attempts after which a person is told; trying goes on. */
    private static final int STUCK_AFTER = 6;

    private final Tenancy tenancy;
    private final Messages messages;
    private final WriteLetters letters;
    private final MailRelay relay;
    private final Work work;
    private final MailTasks tasks;
    private final WatchReturnedMail returnedMail;
    private final QuestionMailed questions;
    private final Audit audit;
    private final Clock clock;

    private final Set<MerchantId> said = ConcurrentHashMap.newKeySet();

    SendMessages(
            Tenancy tenancy,
            Messages messages,
            WriteLetters letters,
            MailRelay relay,
            Work work,
            MailTasks tasks,
            WatchReturnedMail returnedMail,
            QuestionMailed questions,
            Audit audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.letters = letters;
        this.relay = relay;
        this.work = work;
        this.tasks = tasks;
        this.returnedMail = returnedMail;
        this.questions = questions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return PlanMessages.KIND;
    }

    @Override
    public Effect effect() {
        return Effect.ONCE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public String lane(LeasedWork item) {
        return item.queue() + "/" + Math.floorMod(item.subject().hashCode(), LANES);
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        sayWhetherMailLeaves(merchant);
        for (LeasedWork item : batch) {
            Begun begun = tenancy.inTransaction(merchant, () -> begin(merchant, item));
            if (begun != null) {
                Crash.at("notifications.sending");
                SmtpResult result =
                        relay.send(begun.letter().bytes(), begun.letter().to(), List.of());
                Crash.at("notifications.spoken");
                settle(merchant, item, begun.message(), result);
            }
        }
    }

    /** Where relay and public URL are there, that is said once: neither changes as long as this Baton runs. */
    private void sayWhetherMailLeaves(MerchantId merchant) {
        if (relay.isSetUp() && said.contains(merchant)) {
            return;
        }
        tenancy.run(merchant, () -> {
            if (relay.isSetUp()) {
                if (tasks.relayIsThere(merchant)) {
                    tenancy.afterCommit(() -> said.add(merchant));
                }
            } else {
                tasks.noRelay(merchant);
            }
        });
    }

    /** A message that is SENDING, and what to send. */
    private record Begun(Message message, Written.Ready letter) {}

    private @Nullable Begun begin(MerchantId merchant, LeasedWork item) {
        Optional<Message> locked = messages.lock(merchant, List.of(new MessageId(item.subject()))).stream()
                .findFirst();
        if (locked.isEmpty()) {
            work.finish(merchant, List.of(item));
            return null;
        }
        Message message = locked.get();
        return switch (message.state()) {
            case PLANNED, NOT_SENT -> beginFresh(merchant, item, message);
            case SENDING -> {
                String why = "the lease ended while it was being sent";
                messages.end(merchant, message, MessageState.UNKNOWN, null, why);
                tasks.unknown(merchant, message, why);
                note(merchant, message, MessageState.UNKNOWN, why);
                work.finish(merchant, List.of(item));
                yield null;
            }
            case SENT, UNKNOWN, REFUSED, RETURNED, WITHHELD -> {
                work.finish(merchant, List.of(item));
                yield null;
            }
        };
    }

    private @Nullable Begun beginFresh(MerchantId merchant, LeasedWork item, Message message) {
        Instant now = clock.instant();
        if (message.sendAfter().isAfter(now)) {
            work.again(merchant, item, message.sendAfter(), "further news of the order may join it");
            return null;
        }
        if (!relay.isSetUp()) {
            work.again(
                    merchant, item, Backoff.byAge(clock, message.plannedAt(), LONGEST_WAIT), "no mail relay is set up");
            return null;
        }
        Optional<Duration> wait = relay.takePlace();
        if (wait.isPresent() || !item.hasLeft(MailRelay.TIMEOUT.plus(MARGIN))) {
            work.again(merchant, item, now.plus(wait.orElse(Duration.ZERO)), "the relay's limit is used up");
            return null;
        }
        Written written = letters.write(merchant, message);
        Crash.at("notifications.written");
        return switch (written) {
            case Written.Needless needless -> {
                messages.set(merchant, message, MessageState.WITHHELD, needless.why());
                note(merchant, message, MessageState.WITHHELD, needless.why());
                work.finish(merchant, List.of(item));
                yield null;
            }
            case Written.Differs differs -> {
                messages.set(merchant, message, MessageState.WITHHELD, differs.what());
                tasks.differs(merchant, message, differs.what());
                note(merchant, message, MessageState.WITHHELD, differs.what());
                work.finish(merchant, List.of(item));
                yield null;
            }
            case Written.Ready ready -> {
                yield new Begun(messages.begin(merchant, message, now).orElseThrow(), ready);
            }
        };
    }

    /** What is known of the mail is kept even where the work belongs to another by now. */
    private void settle(MerchantId merchant, LeasedWork item, Message begun, SmtpResult result) {
        try {
            tenancy.run(merchant, () -> {
                keep(merchant, begun, result);
                if (result instanceof SmtpResult.NotSent not) {
                    Instant next = not.retryable()
                            ? Backoff.next(clock, begun.attempts())
                            : clock.instant().plus(MISSET);
                    work.failed(merchant, item, next, MailWhy.withoutAddresses(not.why()));
                } else {
                    work.finish(merchant, List.of(item));
                }
            });
        } catch (LostLease lost) {
            tenancy.run(merchant, () -> keep(merchant, begun, result));
            throw lost;
        }
    }

    private void keep(MerchantId merchant, Message begun, SmtpResult result) {
        switch (result) {
            case SmtpResult.Delivered delivered -> {
                // one that stands elsewhere by now, because its report came back first, keeps its task
                if (end(merchant, begun, MessageState.SENT, null)) {
                    tasks.taken(merchant, begun);
                } else {
                    tasks.relayTakes(merchant);
                }
                returnedMail.begin(merchant);
            }
            case SmtpResult.NotSent not -> {
                end(merchant, begun, MessageState.NOT_SENT, not.why());
                if (!not.retryable()) {
                    tasks.misset(merchant, not.why());
                } else if (begun.attempts() >= STUCK_AFTER) {
                    tasks.stuck(merchant, begun, not.why());
                }
            }
            case SmtpResult.RefusedForGood refused -> {
                end(merchant, begun, MessageState.REFUSED, refused.why());
                tasks.refused(merchant, begun);
            }
            case SmtpResult.Unknown unknown -> {
                end(merchant, begun, MessageState.UNKNOWN, unknown.why());
                tasks.unknown(merchant, begun, MailWhy.withoutAddresses(unknown.why()));
            }
        }
    }

    private boolean end(MerchantId merchant, Message begun, MessageState to, @Nullable String why) {
        String reason = why == null ? null : MailWhy.withoutAddresses(why);
        Instant sentAt = to == MessageState.SENT ? clock.instant() : null;
        boolean ended = messages.end(merchant, begun, to, sentAt, reason);
        if (ended) {
            note(merchant, begun, to, reason);
        }
        if (sentAt != null && begun.kind() == MessageKind.ASKED) {
            questions.mailed(merchant, begun.order(), sentAt);
        }
        return ended;
    }

    private void note(MerchantId merchant, Message message, MessageState to, @Nullable String why) {
        audit.record(
                merchant,
                List.of(new AuditEntry(
                        "SendMessages",
                        "customer_message",
                        message.id().value(),
                        message.state().name(),
                        to.name(),
                        why)));
    }
}
