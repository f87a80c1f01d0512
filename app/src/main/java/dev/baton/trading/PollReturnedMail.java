package dev.baton.trading;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox that returned mail arrives in, again and again, for one merchant: what names another merchant's
 * document is left to that one's own reading. A message is marked as seen only after it is kept.
 */
@Component
class PollReturnedMail implements WorkHandler {

    static final String KIND = "trading.returned-mail.poll";

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_MESSAGES = 20;

    private final TradingDesk desk;
    private final Mailbox mailbox;
    private final ReturnedMails returned;
    private final RecordReturnedMail record;

    PollReturnedMail(TradingDesk desk, Mailbox mailbox, ReturnedMails returned, RecordReturnedMail record) {
        this.desk = desk;
        this.mailbox = mailbox;
        this.returned = returned;
        this.record = record;
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
                read(merchant);
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

    private void read(MerchantId merchant) throws IOException {
        List<Long> done = new ArrayList<>();
        for (Unseen message : mailbox.unseen(MOST_MESSAGES)) {
            ReturnedMail mail = ReturnedMail.read(message.bytes());
            ReturnedMail.About about = mail.about();
            if (about == null || about.merchant().equals(merchant)) {
                record.record(merchant, message.bytes(), mail);
                done.add(message.uid());
            }
        }
        Crash.at("trading.returned-kept");
        mailbox.markSeen(done);
    }
}
