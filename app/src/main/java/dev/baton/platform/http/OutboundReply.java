package dev.baton.platform.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a call to the outside. */
public sealed interface OutboundReply {

    /**
     * An answer of any status.
     *
     * @param headers names in lower case
     * @param body at most {@link OutboundHttp#MOST_REPLY_BYTES} bytes, the rest is cut off
     */
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements OutboundReply {

        /** The first value of a header, by its lower-case name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /**
     * Nothing left this machine: no connection, no such host, an address that is not allowed. A repeat is harmless.
     *
     * @param lasting a repeat is also useless until somebody mends something: the other side's certificate is not trusted
     */
    record NotSent(String reason, boolean lasting) implements OutboundReply {

        /** One that may go well the next time. */
        public NotSent(String reason) {
            this(reason, false);
        }
    }

    /** The request may have arrived, but no answer came: timed out or broken off. */
    record Unknown(String reason) implements OutboundReply {}
}
