package dev.baton.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server again whenever it ends without being asked to, for as long as Baton runs. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final Postmaster postmaster;
    private final ReentrantLock lifecycle = new ReentrantLock();
    private final Condition stopping = lifecycle.newCondition();
    private boolean stopped;

    private Watch(Postmaster postmaster) {
        this.postmaster = postmaster;
    }

    /** Watches a server that runs. */
    static Watch over(Postmaster postmaster) {
        Watch watch = new Watch(postmaster);
        Thread.ofVirtual().name("postgres-watch").start(watch::look);
        return watch;
    }

    /** A full disk or a lack of memory may pass: so it never gives up, it only gets slower. */
    private void look() {
        long pauseMillis = LOOK_EVERY_MILLIS;
        lifecycle.lock();
        try {
            while (!stopped) {
                if (stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                pauseMillis = runsOrStartsAgain() ? LOOK_EVERY_MILLIS : Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lifecycle.unlock();
        }
    }

    private boolean runsOrStartsAgain() {
        try {
            if (!postmaster.runs()) {
                LOG.error("PostgreSQL ended without being asked to; starting it again");
                postmaster.startAgain();
                LOG.info("PostgreSQL runs again");
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("PostgreSQL cannot be started; trying again soon", e);
            return false;
        }
    }

    /** Stops the server and the watching. */
    void stop() {
        lifecycle.lock();
        try {
            stopped = true;
            stopping.signalAll();
            postmaster.stop();
        } finally {
            lifecycle.unlock();
        }
    }
}
