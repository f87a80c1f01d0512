package dev.baton.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.boot.SpringApplication;

/**
 * What this JVM closes when it ends, the last opened first, after every Baton that runs in it: one whose database went
 * first would wait for it.
 */
final class AtExit {

    private static final Deque<Runnable> OPEN = new ArrayDeque<>();

    private AtExit() {}

    static synchronized void close(Runnable what) {
        if (OPEN.isEmpty()) {
            SpringApplication.getShutdownHandlers().add(AtExit::closeAll);
        }
        OPEN.push(what);
    }

    private static synchronized void closeAll() {
        while (!OPEN.isEmpty()) {
            OPEN.pop().run();
        }
    }
}
