package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.MailWaits;
import dev.baton.platform.mail.SmtpResult;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends the mails that let a supplier in. A repeat carries the same Message-ID and the same code: it is harmless. */
@Component
class SendLetters implements WorkHandler {

    /** Kind of the task that a mail cannot be sent at all; its subject is the supplier. */
    static final String UNSENDABLE = "portal.unsendable";

    /** Kind of the task that a mail was stopped because it does not say what was meant; its subject is the supplier. */
    static final String DIFFERS = "portal.differs";

    private static final String KIND = "portal.letter";
    /** Times a mail is written anew before a person is told that it does not say what was meant. */
    private static final int STOPPED_AFTER = 3;

    private static final Duration LEASE = MailRelay.TIMEOUT.multipliedBy(2).plusSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(5);

    private final Tenancy tenancy;
    private final Letters letters;
    private final LetterText texts;
    private final ReadBackLetters readBack;
    private final MailRelay relay;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    SendLetters(
            Tenancy tenancy,
            Letters letters,
            LetterText texts,
            ReadBackLetters readBack,
            MailRelay relay,
            Work work,
            Tasks tasks,
            Clock clock) {
        this.tenancy = tenancy;
        this.letters = letters;
        this.texts = texts;
        this.readBack = readBack;
        this.relay = relay;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
    }

    static NewWork work(UUID letter, Instant dueAt) {
        return new NewWork("mail", KIND, letter, dueAt, false);
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
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> send(merchant, item));
    }

    private void send(MerchantId merchant, LeasedWork item) {
        Optional<MailAddress> installation = relay.from();
        Optional<Letters.Row> row = tenancy.inTransaction(
                merchant,
                () -> letters.waiting(merchant, List.of(item.subject())).stream()
                        .findFirst());
        if (row.isEmpty()) {
            tenancy.run(merchant, () -> work.finish(merchant, List.of(item)));
        } else if (row.get().expiresAt().isBefore(clock.instant())) {
            end(merchant, item, "TOO_LATE", "it could not be sent while it was of use");
        } else if (tenancy.inTransaction(merchant, () -> texts.isOvertaken(merchant, row.get()))) {
            end(merchant, item, "TOO_LATE", "the link was taken back after it was asked for");
        } else if (!relay.isSetUp() || installation.isEmpty()) {
            waitForRelay(merchant, item);
        } else if (relay.takePlace().isPresent()) {
            tenancy.run(
                    merchant, () -> work.again(merchant, item, clock.instant().plus(PAUSE), "the relay's limit"));
        } else {
            deliver(merchant, item, row.get(), installation.get());
        }
    }

    private void waitForRelay(MerchantId merchant, LeasedWork item) {
        tenancy.run(merchant, () -> {
            MailWaits.open(tasks, merchant);
            work.again(merchant, item, clock.instant().plus(LONG_PAUSE), "no mail relay is set up");
        });
    }

    /** A mail as it was written and read back; {@code difference} null = it says what was meant. */
    private record Written(
            Letter letter, byte[] bytes, @Nullable String difference) {}

    private Optional<Written> written(MerchantId merchant, Letters.Row row, MailAddress installation) {
        return texts.write(merchant, row, installation).map(letter -> {
            byte[] bytes = LetterWriter.write(letter);
            return new Written(
                    letter,
                    bytes,
                    readBack.difference(merchant, row, letter, bytes).orElse(null));
        });
    }

    private void deliver(MerchantId merchant, LeasedWork item, Letters.Row row, MailAddress installation) {
        Optional<Written> written = tenancy.inTransaction(merchant, () -> written(merchant, row, installation));
        if (written.isEmpty()) {
            giveUp(merchant, item, row, "the supplier has no mail address, or no public address is set");
            return;
        }
        Written mail = written.get();
        if (mail.difference() != null) {
            differs(merchant, item, row, mail.difference());
            return;
        }
        SmtpResult result =
                relay.send(mail.bytes(), mail.letter().to(), mail.letter().cc());
        switch (result) {
            case SmtpResult.Delivered delivered -> {
                tenancy.run(merchant, () -> MailWaits.close(tasks, merchant));
                end(merchant, item, "SENT", null);
            }
            case SmtpResult.RefusedForGood refused -> giveUp(merchant, item, row, refused.why());
            case SmtpResult.NotSent failed -> failed(merchant, item, failed.why());
            case SmtpResult.Unknown unknown -> failed(merchant, item, unknown.why());
        }
    }

    /** The supplier does not get in by itself: a person helps. */
    private void giveUp(MerchantId merchant, LeasedWork item, Letters.Row row, String why) {
        tenancy.run(merchant, () -> {
            tasks.open(
                    merchant,
                    new NewTask(
                            UNSENDABLE,
                            "supplier",
                            row.supplier().value(),
                            "A supplier asked for a link or a code, and none could be mailed",
                            why + ". If nothing is done it cannot answer its orders by itself. Mend its mail address or"
                                    + " the public address, or hand it the link of the purchase order."));
            end(merchant, item, "FAILED", why);
        });
    }

    /** Nothing leaves that says anything else than what was meant; what changed while it was written is written anew. */
    private void differs(MerchantId merchant, LeasedWork item, Letters.Row row, String what) {
        if (item.attempts() < STOPPED_AFTER) {
            failed(merchant, item, what);
            return;
        }
        tenancy.run(merchant, () -> {
            tasks.open(
                    merchant,
                    new NewTask(
                            DIFFERS,
                            "supplier",
                            row.supplier().value(),
                            "A mail to a supplier was stopped: it does not say what was meant",
                            "Read back before it left: " + what
                                    + ". Nothing left; the supplier may ask for it again. That is a fault in Baton: report"
                                    + " it. Until it is mended, hand the supplier the link of the purchase order."));
            end(merchant, item, "FAILED", what);
        });
    }

    private void failed(MerchantId merchant, LeasedWork item, String why) {
        tenancy.run(merchant, () -> work.failed(merchant, item, clock.instant().plus(PAUSE), why));
    }

    private void end(MerchantId merchant, LeasedWork item, String state, @Nullable String note) {
        tenancy.run(merchant, () -> {
            letters.end(merchant, item.subject(), state, note);
            work.finish(merchant, List.of(item));
        });
    }
}
