package dev.baton.channels.shopify;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** What became of a call to the Admin API. */
sealed interface ApiAnswer {

    /**
     * An answer with data; fields the app may not see are null in it.
     *
     * @param root the whole answer, {@code data} in it
     */
    record Told(ObjectNode root) implements ApiAnswer {}

    /** Too much was asked in too short a time; nothing was done. */
    record Throttled(Duration pause) implements ApiAnswer {}

    /** The token, a scope or the shop itself does not allow it; nothing was done. A person must act. */
    record Denied(String why) implements ApiAnswer {}

    /** Nothing was done, for a reason that may pass. */
    record NotDone(String why) implements ApiAnswer {}

    /** It may have been done; ask before doing it again. */
    record Unknown(String why) implements ApiAnswer {}

    /** The API refused the question itself; nothing was done and a repeat does not help. */
    record Refused(String why) implements ApiAnswer {}
}
