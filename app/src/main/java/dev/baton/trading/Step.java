package dev.baton.trading;

import java.time.Instant;
import java.util.UUID;

/** What to do with one leased transmission. */
sealed interface Step {

    /** It leaves now. */
    sealed interface Go extends Step {}

    /** It does not leave now. */
    sealed interface Rest extends Step {}

    /** It crosses its point of no return now and is rendered. */
    sealed interface Begin extends Go {}

    /** A purchase order. */
    record BeginOrder() implements Begin {}

    /** An amendment. */
    record BeginAmendment() implements Begin {}

    /** A notice that says this. */
    record SendNotice(Notice meant) implements Go {}

    /** Send the stored bytes again. */
    record Repeat() implements Go {}

    /** Nothing is left to do: it came to rest meanwhile. */
    record Finish() implements Rest {}

    /** Not now: the supplier's endpoint rests, or another document has to arrive first. */
    record Wait(Instant until, String reason) implements Rest {}

    /** Not now: no mail leaves this Baton yet, and one task says so for all. */
    record AwaitRelay(Instant until, String reason) implements Rest {}

    /** Everything is planned and nothing is sent: the supplier or the store is not live. */
    record Watch(String reason, String subjectType, UUID subject) implements Rest {}

    /** Cannot be sent until a person has mended something. */
    record Park(String reason) implements Rest {}

    /** Not wanted any more, and nothing has left. */
    record Withdraw(String reason) implements Rest {}

    /** A cancellation question about a purchase order its supplier never got: it answers itself. */
    record AnswerItself(String reason) implements Rest {}
}
