package dev.baton.trading;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.RecordAttempts.Over;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends documents to suppliers: one transaction begins and stores a batch, all of it leaves side by side, and
 * results are written as they come in, those of 50 ms together. A slow supplier holds up neither the results of
 * the others nor, after a moment, the next batch.
 */
@Component
class SendTransmissions implements WorkHandler {

    static final String KIND = "trading.send";

    private static final Logger log = LoggerFactory.getLogger(SendTransmissions.class);

    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final PrepareSending prepare;
    private final Endpoints endpoints;
    private final SendMails mails;
    private final RecordAttempts recordAttempts;
    private final ReopenTransmissions reopen;
    private final Clock clock;
    private final boolean byItself;

    SendTransmissions(
            PrepareSending prepare,
            Endpoints endpoints,
            SendMails mails,
            RecordAttempts recordAttempts,
            ReopenTransmissions reopen,
            Clock clock,
            @Value("${baton.work.auto:true}") boolean byItself) {
        this.prepare = prepare;
        this.endpoints = endpoints;
        this.mails = mails;
        this.recordAttempts = recordAttempts;
        this.reopen = reopen;
        this.clock = clock;
        this.byItself = byItself;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    /** Two lanes a merchant, over all suppliers: while one waits for answers the other fills the next batch. */
    @Override
    public String lane(LeasedWork work) {
        return (work.subject().getLeastSignificantBits() & 1) == 0 ? "even" : "odd";
    }

    @Override
    public void broughtBack(MerchantId merchant, UUID subject) {
        reopen.reopenStuck(merchant, new TransmissionId(subject));
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        List<Outgoing> outgoing = prepare.prepare(merchant, batch);
        if (outgoing.isEmpty()) {
            return;
        }
        Results results = new Results(outgoing.size());
        for (Outgoing each : outgoing) {
            Thread.ofVirtual().name("send").start(() -> results.add(send(each)));
        }
        write(merchant, results, byItself ? PATIENCE : LEASE);
        if (!results.complete()) {
            Thread.ofVirtual().name("send-late").start(() -> writeLate(merchant, results));
        }
    }

    private Over send(Outgoing outgoing) {
        ReplyVerdict verdict = switch (outgoing.way()) {
            case Way.Post post -> endpoints.send(outgoing, post);
            case Way.Mail mail -> mails.send(outgoing, mail);
        };
        Crash.at("trading.posted");
        return new Over(outgoing, verdict, clock.instant());
    }

    private void write(MerchantId merchant, Results results, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!results.complete()) {
            List<Over> over = results.gather(end - System.nanoTime());
            if (over.isEmpty()) {
                return;
            }
            recordAttempts.record(merchant, over);
        }
    }

    /** What is not written here is found by the next claim of the work and counted as a lost attempt. */
    private void writeLate(MerchantId merchant, Results results) {
        try {
            write(merchant, results, LEASE);
        } catch (RuntimeException failure) {
            log.warn("late results of a batch could not be written, it will be sent again: {}", failure.toString());
        }
    }

    /** Results as they come in; written by many threads, taken by one. */
    private static final class Results {

        private final LinkedBlockingQueue<Over> arrived = new LinkedBlockingQueue<>();
        private final int expected;
        private int taken;

        private Results(int expected) {
            this.expected = expected;
        }

        private void add(Over over) {
            arrived.add(over);
        }

        private boolean complete() {
            return taken == expected;
        }

        /** Waits for the first result, at most so long, then takes what comes within the gathering time. */
        private List<Over> gather(long mostNanos) {
            List<Over> gathered = new ArrayList<>();
            try {
                Over first = arrived.poll(Math.max(0, mostNanos), TimeUnit.NANOSECONDS);
                long end = System.nanoTime() + GATHER.toNanos();
                for (Over next = first; next != null; next = next(gathered, end)) {
                    gathered.add(next);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            taken += gathered.size();
            return gathered;
        }

        private @org.jspecify.annotations.Nullable Over next(List<Over> gathered, long end)
                throws InterruptedException {
            return taken + gathered.size() == expected
                    ? null
                    : arrived.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
