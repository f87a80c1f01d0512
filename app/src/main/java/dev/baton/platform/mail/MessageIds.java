package dev.baton.platform.mail;

import dev.baton.platform.MerchantId;
import java.util.UUID;

/** The Message-IDs of our mails: what a mail is and whose, so that whatever comes back finds its merchant. */
public final class MessageIds {

    /** What the key of a letter begins with; its id follows. */
    public static final String LETTER = "letter-";

    private MessageIds() {}

    /**
     * Without angle brackets.
     *
     * @param key of letters, digits, dots and dashes, at most 100
     */
    public static String of(String key, MerchantId merchant, MailAddress from) {
        return key + "." + merchant.hex() + "@" + from.domain();
    }

    /** Of a mail that carries no document: to staff, or one that lets a supplier in. */
    public static String ofLetter(UUID id, MerchantId merchant, MailAddress from) {
        return of(LETTER + id, merchant, from);
    }
}
