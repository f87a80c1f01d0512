package dev.baton.channels;

import dev.baton.testing.TestBaton;

/** The door of a further node on the same database: it shares no lane with the first. */
public final class OtherNode {

    private OtherNode() {}

    public static Inbox inbox(TestBaton baton) {
        return new Inbox(baton.bean(KeepDeliveries.class));
    }
}
