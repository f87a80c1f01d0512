package dev.baton.platform.mail;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import java.util.List;

/** The one task that mails wait behind while no relay is set up, whoever they are for and however many. */
public final class MailWaits {

    /** Kind of the task; its subject is the merchant. */
    public static final String KIND = "mail.set-up";

    private MailWaits() {}

    /** Opens the task unless it stands open; needs an open transaction of the merchant. */
    public static void open(Tasks tasks, MerchantId merchant) {
        tasks.openMissing(
                merchant,
                List.of(new NewTask(
                        KIND,
                        "merchant",
                        merchant.value(),
                        "Mails wait: no mail relay is set up",
                        "Purchase orders for suppliers who read mail, mails to customers, and the codes and links that let"
                                + " suppliers in wait; nothing is lost. If nothing is done those suppliers do not ship, and"
                                + " customers hear nothing from Baton. Start it with --smtp-url and --mail-from"
                                + " (BATON_SMTP_URL, BATON_MAIL_FROM): what waits leaves by itself then. GET"
                                + " /api/v1/messages?state=planned lists what waits for customers.")));
    }

    /** Mail leaves; needs an open transaction of the merchant. */
    public static void close(Tasks tasks, MerchantId merchant) {
        tasks.closeFor(merchant, KIND, merchant.value(), "mail leaves");
    }
}
