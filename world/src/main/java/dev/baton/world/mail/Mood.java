package dev.baton.world.mail;

/** How a mailbox and its server are on a day. */
public enum Mood {
    /** Takes everything. */
    CALM,
    /** Sends everybody away the first time (4xx). */
    GREYLISTING,
    /** Does not exist (5xx). */
    DEAD,
    /** Takes the message and cuts the connection before saying so. */
    CUT_AFTER_DATA,
    /** Takes the message and sends it back later by a report. */
    BOUNCES_LATER,
    /** Takes the message and answers that nobody is there. */
    OUT_OF_OFFICE
}
