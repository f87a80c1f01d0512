package dev.baton.platform.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One call to the outside.
 *
 * @param body the very bytes to send; empty for none
 * @param timeout for the whole exchange; shorter than the lease of the work that makes the call
 */
public record OutboundRequest(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {}
