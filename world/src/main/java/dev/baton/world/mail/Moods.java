package dev.baton.world.mail;

/** Knows the moods of the mailboxes of a run. */
public interface Moods {

    /** The mood a sender meets who names the recipient. */
    Mood at(String recipient);

    /** The mood the message itself meets. */
    Mood of(Letter letter);
}
