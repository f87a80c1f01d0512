package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.mail.MailWaits;

/** What an operator has to set up before mails to suppliers are what they should be; one task each, however many wait. */
final class MailTasks {

    private static final String RELAY = "mail.relay";
    private static final String PUBLIC_URL = "mail.no-links";
    private static final String MAILBOX = "mail.mailbox";

    private MailTasks() {}

    static NewTask relay(MerchantId merchant, String why) {
        return new NewTask(
                RELAY,
                "merchant",
                merchant.value(),
                "Mails to suppliers wait: the mail relay and Baton do not trust each other",
                "Nothing leaves and nothing is lost: " + why
                        + ". Mend --smtp-url (BATON_SMTP_URL): the name that stands in the relay's certificate, user and"
                        + " password; or have this Java trust who signed the certificate. ./baton doctor says whether it is"
                        + " mended; the mails leave by themselves then.");
    }

    static NewTask noLinks(MerchantId merchant) {
        return new NewTask(
                PUBLIC_URL,
                "merchant",
                merchant.value(),
                "Mails to suppliers go out without links",
                "Nobody outside reaches this Baton, so that suppliers cannot answer by a link and are asked to answer by"
                        + " mail. Start Baton with --public-url (BATON_PUBLIC_URL).");
    }

    static NewTask mailbox(MerchantId merchant, String why) {
        return new NewTask(
                MAILBOX,
                "merchant",
                merchant.value(),
                "Returned mail cannot be read",
                "What suppliers' mail servers send back is not seen, so that a mail that never arrived looks as if it had: "
                        + why
                        + ". Mend --bounces-url (BATON_BOUNCES_URL); ./baton doctor says whether it can be read. This"
                        + " closes by itself once it can.");
    }

    static void mailboxIsRead(Tasks tasks, MerchantId merchant) {
        tasks.closeFor(merchant, MAILBOX, merchant.value(), "the mailbox is read");
    }

    static void mailLeaves(Tasks tasks, MerchantId merchant) {
        MailWaits.close(tasks, merchant);
        tasks.closeFor(merchant, RELAY, merchant.value(), "mail leaves");
    }

    static void linksAreKnown(Tasks tasks, MerchantId merchant) {
        tasks.closeFor(merchant, PUBLIC_URL, merchant.value(), "links are sent");
    }
}
