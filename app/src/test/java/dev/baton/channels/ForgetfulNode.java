package dev.baton.channels;

import dev.baton.testing.TestBaton;

/** Takes away what a node remembers of the messages it kept, as a restart would. */
public final class ForgetfulNode {

    private ForgetfulNode() {}

    public static void forget(TestBaton baton) {
        baton.bean(FreshIntakes.class).forgetAll();
    }
}
