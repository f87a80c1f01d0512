package dev.baton.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Takes an answer as it comes in, for what is too large to be held in memory. */
@FunctionalInterface
public interface Incoming {

    /**
     * Called once, when the status and the headers are there.
     *
     * @param headers names in lower case
     * @param body the bytes as they arrive; what is left unread is dropped with the connection
     * @throws IOException as the stream throws it, when the other side breaks off or the time is over
     */
    void take(int status, Map<String, List<String>> headers, InputStream body) throws IOException;
}
