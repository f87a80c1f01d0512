package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.purchasing.PurchaseOrderLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes, once a day and so many rows at a time, what the pages need no longer: forms and mails after the days to
 * keep, codes and sessions a day after their end. A form is kept longer than the link it stood behind lives, so that
 * one sent again is known as long as it could have an effect.
 */
@Component
class ForgetTraces implements WorkHandler {

    /** Rows of one table that go in one transaction. */
    static final int MOST = 1_000;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration AFTER_THE_END = Duration.ofDays(1);
    private static final Duration LEAST = PurchaseOrderLinks.LIFE.plusDays(1);

    private final Tenancy tenancy;
    private final Traces traces;
    private final Work work;
    private final Clock clock;
    private final Duration keep;

    ForgetTraces(
            Tenancy tenancy,
            Traces traces,
            Work work,
            Clock clock,
            @Value("${baton.pages.keep-days:180}") int keepDays) {
        this.tenancy = tenancy;
        this.traces = traces;
        this.work = work;
        this.clock = clock;
        Duration wanted = Duration.ofDays(keepDays);
        this.keep = wanted.compareTo(LEAST) < 0 ? LEAST : wanted;
    }

    @Override
    public String kind() {
        return Forgetting.KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> tenancy.run(merchant, () -> forget(merchant, item)));
    }

    private void forget(MerchantId merchant, LeasedWork item) {
        Instant now = clock.instant();
        Instant ended = now.minus(AFTER_THE_END);
        boolean more = IntStream.of(
                        traces.forgetTaps(merchant, now.minus(keep), MOST),
                        traces.forgetChecks(merchant, now.minus(keep), MOST),
                        traces.forgetLetters(merchant, now.minus(keep), MOST),
                        traces.forgetCodes(merchant, ended, MOST),
                        traces.forgetSessions(merchant, ended, MOST))
                .anyMatch(gone -> gone >= MOST);
        work.again(
                merchant,
                item,
                more ? now : now.plus(Forgetting.EVERY),
                more ? "more is to be forgotten" : "old traces of the pages are forgotten day by day");
    }
}
