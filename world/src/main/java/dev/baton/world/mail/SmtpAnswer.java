package dev.baton.world.mail;

/**
 * What a mail server answers. Source: RFC 5321, 4.2; enhanced codes RFC 3463.
 *
 * @param code 0 = the connection is cut and nothing is answered
 */
public record SmtpAnswer(int code, String text) {

    /** Taken. */
    public static final SmtpAnswer TAKEN = new SmtpAnswer(250, "2.0.0 Ok");

    /** Taken, and the connection cut before anybody could say so. */
    public static final SmtpAnswer CUT = new SmtpAnswer(0, "");

    /** Come again in a while. */
    public static final SmtpAnswer LATER = new SmtpAnswer(451, "4.7.1 Greylisted, try again later");

    /** No such mailbox. */
    public static final SmtpAnswer NOBODY = new SmtpAnswer(550, "5.1.1 No such mailbox here");

    /** Whether it says yes. */
    public boolean isGood() {
        return code >= 200 && code < 300;
    }
}
