package dev.baton.console;

import dev.baton.console.StaffMails.Row;
import dev.baton.merchants.MemberView;
import dev.baton.merchants.People;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
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

/** Mails staff. A repeat carries the same Message-ID and the same words: it is harmless. */
@Component
class SendStaffMails implements WorkHandler {

    /** Kind of the task that a morning's mail did not leave; its subject is the merchant. */
    static final String UNSENT = "console.mail-unsent";

    private static final String KIND = "console.staff-mail";
    private static final Duration LEASE = MailRelay.TIMEOUT.multipliedBy(2).plusSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Tenancy tenancy;
    private final StaffMails mails;
    private final StaffMailText texts;
    private final People people;
    private final MailRelay relay;
    private final Desk desk;

    SendStaffMails(Tenancy tenancy, StaffMails mails, StaffMailText texts, People people, MailRelay relay, Desk desk) {
        this.tenancy = tenancy;
        this.mails = mails;
        this.texts = texts;
        this.people = people;
        this.relay = relay;
        this.desk = desk;
    }

    /** What is at hand for a mail. */
    @Component("staffMailDesk")
    record Desk(Work work, Tasks tasks, Clock clock) {}

    static NewWork work(UUID mail, Instant dueAt) {
        return new NewWork("mail", KIND, mail, dueAt, false);
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
        Optional<Row> waiting = tenancy.inTransaction(
                merchant, () -> mails.find(merchant, item.subject()).filter(Row::waits));
        if (waiting.isEmpty()) {
            tenancy.run(merchant, () -> desk.work().finish(merchant, List.of(item)));
            return;
        }
        Row row = waiting.get();
        Optional<MailAddress> from = relay.from();
        Optional<MailAddress> to = people.of(merchant).stream()
                .filter(member -> member.person().equals(row.person()))
                .map(MemberView::email)
                .findFirst()
                .flatMap(MailAddress::read);
        if (to.isEmpty()) {
            end(merchant, item, "FAILED", "the person does not work here any more, or no mail can go to the address");
        } else if (row.expiresAt().isBefore(desk.clock().instant())) {
            end(merchant, item, "TOO_LATE", "it could not be sent while it was of use");
        } else if (from.isEmpty() || !relay.isSetUp()) {
            giveUp(merchant, item, row, "no mail relay is set up");
        } else if (relay.takePlace().isPresent()) {
            tenancy.run(
                    merchant,
                    () -> desk.work()
                            .again(merchant, item, desk.clock().instant().plus(PAUSE), "the relay's limit"));
        } else {
            Letter letter = tenancy.inTransaction(merchant, () -> texts.write(merchant, row, to.get(), from.get()));
            byte[] bytes = LetterWriter.write(letter);
            Optional<String> difference =
                    tenancy.inTransaction(merchant, () -> texts.difference(merchant, row, letter, bytes));
            if (difference.isPresent()) {
                giveUp(merchant, item, row, "read back before it left, " + difference.get());
            } else {
                deliver(merchant, item, row, new Written(letter, bytes));
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(Letter letter, byte[] bytes) {}

    private void deliver(MerchantId merchant, LeasedWork item, Row row, Written mail) {
        switch (relay.send(mail.bytes(), mail.letter().to(), mail.letter().cc())) {
            case SmtpResult.Delivered ignored -> {
                tenancy.run(
                        merchant, () -> desk.tasks().closeFor(merchant, UNSENT, merchant.value(), "mail leaves again"));
                end(merchant, item, "SENT", null);
            }
            case SmtpResult.RefusedForGood refused -> giveUp(merchant, item, row, refused.why());
            case SmtpResult.NotSent failed -> again(merchant, item, failed.why());
            case SmtpResult.Unknown unknown -> again(merchant, item, unknown.why());
        }
    }

    /** A test tells whoever pressed the button by itself; of a morning's mail somebody has to hear. */
    private void giveUp(MerchantId merchant, LeasedWork item, Row row, String why) {
        tenancy.run(merchant, () -> {
            if (row.kind() != StaffMails.Kind.TEST) {
                desk.tasks()
                        .open(
                                merchant,
                                new NewTask(
                                        UNSENT,
                                        "merchant",
                                        merchant.value(),
                                        "The morning's mail to staff did not leave",
                                        why + ". If nothing is done nobody is told by mail what waits; it is all under"
                                                + " Today. Mend the relay under Set-up, or correct the person's address."));
            }
            end(merchant, item, "FAILED", why);
        });
    }

    private void again(MerchantId merchant, LeasedWork item, String why) {
        tenancy.run(
                merchant,
                () -> desk.work().failed(merchant, item, desk.clock().instant().plus(PAUSE), why));
    }

    private void end(MerchantId merchant, LeasedWork item, String state, @Nullable String note) {
        tenancy.run(merchant, () -> {
            mails.end(merchant, item.subject(), state, note, desk.clock().instant());
            desk.work().finish(merchant, List.of(item));
        });
    }
}
