package dev.baton.platform.work;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for batches that ask the database one question after another. Each answer a platform thread waits for reaches
 * it at once; a virtual thread's goes by way of a poller and a scheduler, which for a short answer costs more than the
 * question. Past a few dozen at a time (many merchants at once) batches run on virtual threads.
 */
public final class BatchThreads {

    private static final int MOST = 48;
    private static final long IDLE_SECONDS = 20;

    private static final ThreadPoolExecutor PLATFORM = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("batch-", 1).factory());

    private BatchThreads() {}

    /**
     * Runs it beside the caller.
     *
     * @param name of the thread meanwhile
     */
    public static void start(String name, Runnable batches) {
        try {
            PLATFORM.execute(() -> {
                Thread thread = Thread.currentThread();
                String own = thread.getName();
                thread.setName(name);
                try {
                    batches.run();
                } finally {
                    thread.setName(own);
                }
            });
        } catch (RejectedExecutionException allBusy) {
            Thread.ofVirtual().name(name).start(batches);
        }
    }
}
