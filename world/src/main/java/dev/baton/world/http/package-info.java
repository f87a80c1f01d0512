/**
 * Small HTTP parts: a loopback server on virtual threads whose answers can be lost on purpose, and a client that
 * outlives an outage of Baton. Start reading at {@link dev.baton.world.http.MiniServer}.
 */
@NullMarked
package dev.baton.world.http;

import org.jspecify.annotations.NullMarked;
