package dev.baton.channels;

/** The work that asks a store for changed orders again and again; its subject is the store. */
public final class PollSchedule {

    /** The kind of work. */
    public static final String KIND = "channels.poll";

    private PollSchedule() {}
}
