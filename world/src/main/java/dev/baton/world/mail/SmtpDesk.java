package dev.baton.world.mail;

/** Decides what a mail server answers; called from many threads. */
public interface SmtpDesk {

    /** Whether mail for that recipient (lower case) is taken at all. */
    SmtpAnswer recipient(String from, String recipient);

    /** A whole message for recipients that were taken. */
    SmtpAnswer deliver(Envelope envelope);
}
