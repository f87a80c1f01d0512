package dev.baton.console;

import dev.baton.console.InvitationLetters.Waiting;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.MessageIds;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails invitations. A repeat carries the same Message-ID and the same link, which works once: it is harmless. */
@Component
class MailInvitations implements WorkHandler {

    /** Kind of the task that an invitation could not be mailed; its subject is the mail. */
    static final String UNSENDABLE = "console.invitation-unsendable";

    private static final String KIND = "console.invitation";
    private static final Duration LEASE = MailRelay.TIMEOUT.multipliedBy(2).plusSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Tenancy tenancy;
    private final InvitationLetters letters;
    private final MerchantLookup merchants;
    private final MailRelay relay;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    MailInvitations(
            Tenancy tenancy,
            InvitationLetters letters,
            MerchantLookup merchants,
            MailRelay relay,
            Work work,
            Tasks tasks,
            Clock clock) {
        this.tenancy = tenancy;
        this.letters = letters;
        this.merchants = merchants;
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
        Optional<Waiting> waiting = tenancy.inTransaction(merchant, () -> letters.waiting(merchant, item.subject()));
        Optional<MailAddress> from = relay.from();
        if (waiting.isEmpty()) {
            tenancy.run(merchant, () -> work.finish(merchant, List.of(item)));
            return;
        }
        Waiting letter = waiting.get();
        Optional<MailAddress> to = MailAddress.read(letter.invitation().email());
        if (letter.expiresAt().isBefore(clock.instant())) {
            end(merchant, item, "TOO_LATE", "it could not be sent while the link worked");
        } else if (to.isEmpty() || from.isEmpty() || !relay.isSetUp()) {
            giveUp(merchant, item, to.isEmpty() ? "no mail can go to that address" : "no mail relay is set up");
        } else if (relay.takePlace().isPresent()) {
            tenancy.run(
                    merchant, () -> work.again(merchant, item, clock.instant().plus(PAUSE), "the relay's limit"));
        } else {
            Letter written = written(merchant, letter, from.get(), to.get());
            byte[] bytes = LetterWriter.write(written);
            Optional<String> difference =
                    StaffMailCheck.ofLink(bytes, written, letter.invitation().link());
            if (difference.isPresent()) {
                giveUp(merchant, item, "read back before it left, " + difference.get());
            } else {
                deliver(merchant, item, written, bytes);
            }
        }
    }

    private void deliver(MerchantId merchant, LeasedWork item, Letter letter, byte[] bytes) {
        switch (relay.send(bytes, letter.to(), letter.cc())) {
            case SmtpResult.Delivered ignored -> end(merchant, item, "SENT", null);
            case SmtpResult.RefusedForGood refused -> giveUp(merchant, item, refused.why());
            case SmtpResult.NotSent failed -> again(merchant, item, failed.why());
            case SmtpResult.Unknown unknown -> again(merchant, item, unknown.why());
        }
    }

    private Letter written(MerchantId merchant, Waiting letter, MailAddress from, MailAddress to) {
        String name = tenancy.inTransaction(
                merchant, () -> merchants.settings(merchant).name());
        if (letter.invitation().isReset()) {
            return reset(letter, name, MessageIds.ofLetter(letter.id(), merchant, from), from, to);
        }
        String text = """
                You are invited to work for %s in Baton, as: %s.

                Open this link once, within 7 days, and choose how you sign in:
                %s

                If you expected no invitation, do nothing: the link ends by itself.
                """.formatted(
                        name, letter.invitation().role(), letter.invitation().link());
        return new Letter(
                from,
                name,
                to,
                List.of(),
                null,
                "You are invited to " + name,
                MessageIds.ofLetter(letter.id(), merchant, from),
                letter.askedAt(),
                Map.of("Auto-Submitted", "auto-generated"),
                text,
                null,
                List.of(),
                List.of());
    }

    private static Letter reset(Waiting letter, String name, String messageId, MailAddress from, MailAddress to) {
        String text = """
                Somebody, you we hope, asked to choose another password for Baton.

                Open this link once, within an hour:
                %s

                Every browser is signed out then. If it was not you, do nothing: your password stays as it is, and the link
                ends by itself.
                """.formatted(letter.invitation().link());
        return new Letter(
                from,
                name,
                to,
                List.of(),
                null,
                "Choose another password",
                messageId,
                letter.askedAt(),
                Map.of("Auto-Submitted", "auto-generated"),
                text,
                null,
                List.of(),
                List.of());
    }

    /** A person hands the link over, or invites anew. */
    private void giveUp(MerchantId merchant, LeasedWork item, String why) {
        tenancy.run(merchant, () -> {
            tasks.open(
                    merchant,
                    new NewTask(
                            UNSENDABLE,
                            "invitation",
                            item.subject(),
                            "An invitation, or a link to choose another password, could not be mailed",
                            why
                                    + ". If nothing is done the person does not get in. Withdraw the invitation under People"
                                    + " and invite again: the link is shown to you."));
            end(merchant, item, "FAILED", why);
        });
    }

    private void again(MerchantId merchant, LeasedWork item, String why) {
        tenancy.run(merchant, () -> work.failed(merchant, item, clock.instant().plus(PAUSE), why));
    }

    private void end(MerchantId merchant, LeasedWork item, String state, @Nullable String note) {
        tenancy.run(merchant, () -> {
            letters.end(merchant, item.subject(), state, note);
            work.finish(merchant, List.of(item));
        });
    }
}
