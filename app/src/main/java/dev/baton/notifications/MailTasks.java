package dev.baton.notifications;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.Ended;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailWaits;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tasks that mails to customers can lead to; every method needs an open transaction of the merchant. */
@Component
class MailTasks {

    static final String MISSET = "notifications.relay";
    static final String NO_PUBLIC_URL = "notifications.no_public_url";
    static final String UNKNOWN = "notifications.unknown";
    static final String STUCK = "notifications.not_leaving";
    static final String DIFFERS = "notifications.differs";

    private static final List<String> OF_ONE = List.of(UNKNOWN, STUCK, DIFFERS);
    private static final String SENT = "it was sent";

    private final Tasks tasks;
    private final RefusedMails refused;
    private final PublicUrl publicUrl;

    MailTasks(Tasks tasks, RefusedMails refused, PublicUrl publicUrl) {
        this.tasks = tasks;
        this.refused = refused;
        this.publicUrl = publicUrl;
    }

    /** All waiting mails stand behind one task. */
    void noRelay(MerchantId merchant) {
        MailWaits.open(tasks, merchant);
    }

    /** The relay lets nobody in: all mails stand behind this one. */
    void misset(MerchantId merchant, String why) {
        tasks.open(
                merchant,
                new NewTask(
                        MISSET,
                        "merchant",
                        merchant.value(),
                        "Mails to customers wait: the mail relay and Baton do not trust each other",
                        "Nothing is lost: " + MailWhy.withoutAddresses(why)
                                + ". Mend --smtp-url (BATON_SMTP_URL): the name that stands in the relay's certificate, user"
                                + " and password; or have this Java trust who signed the certificate. Baton goes on trying;"
                                + " if nothing is done customers hear nothing from it."));
    }

    /** Mail can leave again; and whether the links in it lead anywhere, which is answered. */
    boolean relayIsThere(MerchantId merchant) {
        MailWaits.close(tasks, merchant);
        if (publicUrl.isKnown()) {
            tasks.closeFor(merchant, NO_PUBLIC_URL, merchant.value(), "the public URL is set");
            return true;
        }
        tasks.open(
                merchant,
                new NewTask(
                        NO_PUBLIC_URL,
                        "merchant",
                        merchant.value(),
                        "Mails to customers leave without a link to follow the order",
                        "Baton does not know where the world reaches it. Run it with --public-url; mails rendered from then on"
                                + " carry the link."));
        return false;
    }

    void unknown(MerchantId merchant, Message message, String why) {
        tasks.open(
                merchant,
                new NewTask(
                        UNKNOWN,
                        "customer_message",
                        message.id().value(),
                        "A mail to a customer may or may not have left",
                        "Why: " + why
                                + ". Baton does not send it twice by itself; if nothing is done the customer may not have it."
                                + " Send it again where that does no harm: POST /api/v1/messages/"
                                + message.id().value() + "/resend."));
    }

    /** It was read back before it left, and did not say what was meant. */
    void differs(MerchantId merchant, Message message, String what) {
        tasks.open(
                merchant,
                new NewTask(
                        DIFFERS,
                        "customer_message",
                        message.id().value(),
                        "A mail to a customer was stopped: it does not say what was meant",
                        "Read back before it left: " + what
                                + ". Nothing left; if nothing is done the customer does not get it. That is a fault in Baton:"
                                + " report it, and send the mail again once it is mended, which words it anew:"
                                + " POST /api/v1/messages/" + message.id().value() + "/resend."));
    }

    void refused(MerchantId merchant, Message message) {
        refused.add(merchant, message);
    }

    void stuck(MerchantId merchant, Message message, String why) {
        tasks.open(
                merchant,
                new NewTask(
                        STUCK,
                        "customer_message",
                        message.id().value(),
                        "A mail to a customer does not leave",
                        "The last try said: " + MailWhy.withoutAddresses(why)
                                + ". Baton goes on trying, once an hour."));
    }

    /** The relay takes mail, and has taken this one. */
    void taken(MerchantId merchant, Message message) {
        List<Ended> ended = new ArrayList<>();
        ended.add(new Ended(MISSET, merchant.value(), "mail leaves"));
        OF_ONE.forEach(kind -> ended.add(new Ended(kind, message.id().value(), SENT)));
        tasks.closeEach(merchant, ended);
        if (message.attempts() > 1) {
            refused.settled(merchant, message.id(), SENT);
        }
    }

    /** The relay takes mail, and took this one before its end was known: its report came back first. */
    void relayTakes(MerchantId merchant) {
        tasks.closeFor(merchant, MISSET, merchant.value(), "mail leaves");
    }

    /** A person, or a later attempt, has settled it. */
    void settled(MerchantId merchant, MessageId message, String why) {
        tasks.closeFor(merchant, OF_ONE, message.value(), why);
        refused.settled(merchant, message, why);
    }
}
