package dev.baton.trading.sources;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.trading.sources.Fetched.Nothing;
import dev.baton.trading.sources.Fetched.Taken;
import dev.baton.trading.sources.Fetched.Trouble;
import dev.baton.trading.sources.Fetched.Unsettled;
import dev.baton.trading.sources.FileSources.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at sources of files again and again and takes what is new. */
@Component
public final class FetchFiles {

    /** For how long a look may hold its work: a whole file of any size. */
    public static final Duration LEASE = FetchByHttps.TIMEOUT.plus(Duration.ofMinutes(3));

    /** After which a file is looked at a second time, to see that it has not grown. */
    public static final Duration SETTLING = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final FileSources sources;
    private final Secrets secrets;
    private final FetchByHttps https;
    private final FetchBySftp sftp;
    private final Desk desk;

    FetchFiles(Tenancy tenancy, FileSources sources, Secrets secrets, FetchByHttps https, FetchBySftp sftp, Desk desk) {
        this.tenancy = tenancy;
        this.sources = sources;
        this.secrets = secrets;
        this.https = https;
        this.sftp = sftp;
        this.desk = desk;
    }

    /** Where work goes on, and who is told. */
    @Component
    record Desk(Work work, Tasks tasks, Clock clock) {}

    /**
     * What files are fetched for.
     *
     * @param plan null = nothing is to be fetched any more
     * @param take keeps a file
     * @param unreachable the task that says, with the reason, that the source lets nobody in; its subject is the id
     */
    public record Job(UUID id, @Nullable FetchPlan plan, TakeFile take, Function<String, NewTask> unreachable) {}

    /** Takes what the source has, or ends the work where there is none; call it without an open transaction. */
    public void look(MerchantId merchant, Job job, LeasedWork item) {
        @Nullable FetchPlan plan = job.plan();
        if (plan == null) {
            tenancy.run(merchant, () -> end(merchant, job, item));
            return;
        }
        Fetched fetched = fetch(merchant, job, plan.source());
        if (fetched instanceof Taken) {
            Crash.at("trading.feed-fetched");
        }
        Instant now = desk.clock().instant();
        tenancy.run(merchant, () -> {
            note(merchant, job, fetched, now);
            boolean waits = fetched instanceof Unsettled || (fetched instanceof Taken taken && taken.next() != null);
            Duration pause = waits ? SETTLING : Duration.ofMinutes(plan.everyMinutes());
            desk.work().again(merchant, item, now.plus(pause), words(fetched));
        });
    }

    private void end(MerchantId merchant, Job job, LeasedWork item) {
        close(merchant, job, "nothing is fetched any more");
        desk.work().finish(merchant, List.of(item));
    }

    private Fetched fetch(MerchantId merchant, Job job, FileSource source) {
        Seen seen = tenancy.inTransaction(merchant, () -> sources.seen(merchant, job.id()));
        Optional<String> secret = tenancy.inTransaction(
                merchant, () -> sources.secret(merchant, job.id()).map(kept -> secrets.open(merchant, kept)));
        try {
            return switch (source.kind()) {
                case HTTPS -> https.fetch(source, secret.orElse(null), seen, job.take());
                case SFTP -> sftp.fetch(source, secret.orElse(null), seen, job.take());
                case UPLOAD, REST -> new Nothing();
            };
        } catch (Problem refused) {
            return new Trouble(refused.detail(), true);
        }
    }

    private void note(MerchantId merchant, Job job, Fetched fetched, Instant now) {
        switch (fetched) {
            case Nothing nothing -> well(merchant, job, now);
            case Unsettled unsettled -> {
                sources.saw(merchant, job.id(), unsettled.mark(), unsettled.hostKey());
                well(merchant, job, now);
            }
            case Taken taken -> {
                sources.took(merchant, job.id(), taken);
                if (taken.next() != null) {
                    sources.saw(merchant, job.id(), taken.next(), null);
                }
                well(merchant, job, now);
                Crash.at("trading.feed-taken");
            }
            case Trouble trouble -> {
                sources.checked(merchant, job.id(), trouble.reason(), now);
                if (trouble.lasting()) {
                    desk.tasks().open(merchant, job.unreachable().apply(trouble.reason()));
                }
            }
        }
    }

    private void well(MerchantId merchant, Job job, Instant now) {
        sources.checked(merchant, job.id(), null, now);
        close(merchant, job, "its source answers again");
    }

    private void close(MerchantId merchant, Job job, String why) {
        desk.tasks().closeFor(merchant, job.unreachable().apply("").kind(), job.id(), why);
    }

    private static String words(Fetched fetched) {
        return switch (fetched) {
            case Nothing nothing -> "nothing new";
            case Unsettled unsettled -> "a file may still be growing";
            case Taken taken -> "a file was taken";
            case Trouble trouble -> trouble.reason();
        };
    }
}
