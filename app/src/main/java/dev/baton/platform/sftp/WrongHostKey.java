package dev.baton.platform.sftp;

import java.io.IOException;

/** A server showed another key than the pinned one: it was moved or somebody stands in between; nothing was sent to it. */
public final class WrongHostKey extends IOException {

    private static final long serialVersionUID = 1L;

    WrongHostKey(String host, String pinned, String shown) {
        super("the key of " + host + " is " + shown + " and not " + pinned);
    }
}
