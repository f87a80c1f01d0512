package dev.baton.platform.mail;

/** What came of handing one message to the relay. */
public sealed interface SmtpResult {

    /**
     * The relay took it; whether it arrives is told by a bounce or by nothing.
     *
     * @param reply the relay's own words, such as {@code 250 2.0.0 Ok: queued as 4Z}; may name readers that were left out
     */
    record Delivered(String reply) implements SmtpResult {}

    /**
     * It certainly did not leave: it failed before the end of the message, or the relay said no.
     *
     * @param retryable true: the same bytes may be taken later (4xx, no connection); false: never without a mended setting
     */
    record NotSent(String why, boolean retryable) implements SmtpResult {}

    /** Somebody may have it: the connection was lost after the end of the message, or another reader than the meant one got it. */
    record Unknown(String why) implements SmtpResult {}

    /** The relay will never take it for this reader or in this form (5xx). */
    record RefusedForGood(String why) implements SmtpResult {}
}
