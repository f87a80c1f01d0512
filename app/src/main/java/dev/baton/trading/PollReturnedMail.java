package dev.baton.trading;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.Mailbox;
import dev.baton.platform.mail.Mailbox.Unseen;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that returned mail arrives in, again and again. One mailbox serves all merchants of a Baton, whoever's
 * turn it is: a message is kept for the merchant whose document it names, and marked as seen only after that. One that
 * names none of ours would be somebody's guess: it is kept where it is, flagged for whoever reads the mailbox, and no
 * merchant sees a word of it. Only where a single merchant is served everything is that one's.
 */
@Component
class PollReturnedMail implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(PollReturnedMail.class);

    static final String KIND = "trading.returned-mail.poll";

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_MESSAGES = 20;

    private final TradingDesk desk;
    private final Mailbox mailbox;
    private final ReturnedMails returned;
    private final RecordReturnedMail record;
    private final JoinMerchant installation;

    PollReturnedMail(
            TradingDesk desk,
            Mailbox mailbox,
            ReturnedMails returned,
            RecordReturnedMail record,
            JoinMerchant installation) {
        this.desk = desk;
        this.mailbox = mailbox;
        this.returned = returned;
        this.record = record;
        this.installation = installation;
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

    /** Begins the reading for a merchant whose first mail left; needs an open transaction. */
    void begin(MerchantId merchant) {
        if (mailbox.isSetUp() && returned.watch(merchant)) {
            desk.work()
                    .add(
                            merchant,
                            List.of(new NewWork(
                                    "mailbox",
                                    KIND,
                                    merchant.value(),
                                    desk.clock().instant().plus(EVERY),
                                    false)));
        }
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        @Nullable String trouble = null;
        try {
            if (mailbox.isSetUp()) {
                read();
            }
        } catch (IOException unreadable) {
            trouble = String.valueOf(unreadable.getMessage());
        }
        String why = trouble;
        desk.tenancy().run(merchant, () -> {
            batch.forEach(item -> plan(merchant, item, why == null ? "the mailbox is read again and again" : why));
            tell(merchant, why);
        });
    }

    private void tell(MerchantId merchant, @Nullable String trouble) {
        if (trouble == null) {
            MailTasks.mailboxIsRead(desk.tasks(), merchant);
        } else {
            desk.tasks().open(merchant, MailTasks.mailbox(merchant, trouble));
        }
    }

    /** There is one reading a merchant; any other row is none of ours and ends. */
    private void plan(MerchantId merchant, LeasedWork item, String reason) {
        if (item.subject().equals(merchant.value())) {
            desk.work().again(merchant, item, desk.clock().instant().plus(EVERY), reason);
        } else {
            desk.work().finish(merchant, List.of(item));
        }
    }

    private void read() throws IOException {
        List<Long> kept = new ArrayList<>();
        List<Long> toRead = new ArrayList<>();
        List<Long> nobodys = new ArrayList<>();
        for (Unseen message : mailbox.unseen(MOST_MESSAGES)) {
            ReturnedMail mail = ReturnedMail.read(message.bytes());
            Optional<MerchantId> owner = owner(mail);
            if (owner.isEmpty()) {
                nobodys.add(message.uid());
            } else {
                (record.record(owner.get(), message.bytes(), mail) ? toRead : kept).add(message.uid());
            }
        }
        Crash.at("trading.returned-kept");
        mailbox.markSeen(kept);
        mailbox.setAside(toRead);
        if (!nobodys.isEmpty()) {
            mailbox.setAside(nobodys);
            log.warn(
                    "{} messages in the mailbox of returned mail name no document of any merchant here; they are"
                            + " flagged there for the operator to read",
                    nobodys.size());
        }
    }

    /** Whose mail it names; a name of a merchant who is not served, or from whom nothing ever left, is nobody's. */
    private Optional<MerchantId> owner(ReturnedMail mail) {
        ReturnedMail.About about = mail.about();
        if (about != null) {
            MerchantId named = about.merchant();
            return desk.tenancy().inTransaction(named, () -> returned.isWatched(named))
                            || installation.merchants().contains(named)
                    ? Optional.of(named)
                    : Optional.empty();
        }
        List<MerchantId> served = installation.merchants();
        return served.size() == 1 ? Optional.of(served.getFirst()) : Optional.empty();
    }
}
