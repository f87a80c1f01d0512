package dev.baton;

import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailUrl;
import java.util.Optional;

/**
 * How mail leaves this installation and comes back to it.
 *
 * @param smtpUrl the relay; empty = no mail leaves
 * @param from sender where a brand has none, and the address returned mail goes to
 * @param bouncesUrl the mailbox of that address; empty = returned mail is not read
 */
record MailSettings(Optional<String> smtpUrl, Optional<String> from, Optional<String> bouncesUrl) {

    static final MailSettings NONE = new MailSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads the settings.
     *
     * @throws UsageMistake naming the setting and what it takes, never a password
     */
    static MailSettings of(CommandLine line) {
        MailSettings settings = new MailSettings(
                line.option("smtp-url", "BATON_SMTP_URL"),
                line.option("mail-from", "BATON_MAIL_FROM"),
                line.option("bounces-url", "BATON_BOUNCES_URL"));
        settings.smtpUrl().ifPresent(url -> check("--smtp-url (BATON_SMTP_URL)", () -> MailUrl.smtp(url)));
        settings.bouncesUrl().ifPresent(url -> check("--bounces-url (BATON_BOUNCES_URL)", () -> MailUrl.imap(url)));
        if (settings.from().filter(from -> !MailAddress.isOne(from)).isPresent()) {
            throw new UsageMistake("--mail-from (BATON_MAIL_FROM) takes an address such as orders@example.org.");
        }
        if (settings.smtpUrl().isPresent() && settings.from().isEmpty()) {
            throw new UsageMistake("--smtp-url needs --mail-from (BATON_MAIL_FROM), the address mail comes from.");
        }
        return settings;
    }

    private static void check(String name, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException wrong) {
            throw new UsageMistake(name + ": " + wrong.getMessage() + ".");
        }
    }
}
