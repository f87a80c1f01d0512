package dev.baton.platform.pdf;

import java.time.Instant;

/**
 * A page to print.
 *
 * @param xhtml well-formed; every text in it went through {@link PrintedText}; pictures only as {@code data:} addresses
 * @param title what a viewer's window shows
 * @param language BCP 47 tag of the words
 * @param dated what the document calls the time of its making, so that the same facts give the same bytes
 */
public record PrintJob(String xhtml, String title, String language, Instant dated) {}
