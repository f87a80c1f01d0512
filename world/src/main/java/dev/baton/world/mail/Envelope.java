package dev.baton.world.mail;

import dev.baton.world.http.Body;
import java.util.List;

/**
 * A message as a mail server is handed it.
 *
 * @param from where it goes back to; empty for a report that goes back to nobody
 * @param to every recipient the server has accepted, in lower case
 * @param content the exact bytes after DATA, dots taken off
 */
public record Envelope(String from, List<String> to, Body content) {}
