package dev.baton.merchants;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its person sees it.
 *
 * @param seenAt when it was last used, to the minute
 * @param agent what the browser calls itself; empty when it said nothing
 * @param address network address it began from
 */
public record SessionView(UUID id, Instant beganAt, Instant seenAt, String agent, String address) {}
