package dev.baton.merchants;

import java.time.Duration;

/** What became of a try to sign in. */
public sealed interface SignInOutcome {

    /**
     * The person is in.
     *
     * @param token what the browser keeps in its cookie; only its hash is stored
     */
    record Opened(String token) implements SignInOutcome {}

    /** The address and the password do not belong together; an address nobody has gets the same answer, as late. */
    record Refused() implements SignInOutcome {}

    /** Too many tries failed lately, for this mail address, known or not, or from this network address. */
    record TooOften(Duration again) implements SignInOutcome {}
}
