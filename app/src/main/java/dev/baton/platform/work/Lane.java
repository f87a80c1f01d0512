package dev.baton.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Work of one merchant, kind and queue that runs one batch after another. While a batch runs, the next one
 * gathers, so that batches grow with the load and a quiet lane waits for nothing.
 */
final class Lane {

    private static final Duration LEAST_LEASE = Duration.ofSeconds(5);

    private final WorkHandler handler;
    private final BatchRunner runner;
    private final ConcurrentLinkedQueue<LeasedWork> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();

    Lane(WorkHandler handler, BatchRunner runner) {
        this.handler = handler;
        this.runner = runner;
    }

    void offer(LeasedWork work) {
        waiting.add(work);
        if (draining.compareAndSet(false, true)) {
            Thread.ofVirtual().name("work-" + handler.kind()).start(this::drain);
        }
    }

    /** Waits until nothing runs here, at most the given time. */
    void awaitIdle(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (draining.get() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void drain() {
        do {
            try {
                for (List<LeasedWork> batch = gather(); !batch.isEmpty(); batch = gather()) {
                    runner.run(handler, batch);
                }
            } finally {
                draining.set(false);
            }
        } while (!waiting.isEmpty() && draining.compareAndSet(false, true));
    }

    private List<LeasedWork> gather() {
        List<LeasedWork> batch = new ArrayList<>();
        while (batch.size() < handler.batchLimit()) {
            LeasedWork work = waiting.poll();
            if (work == null) {
                break;
            }
            // what waited here almost until the end of its lease is left to the dispatcher
            if (work.hasLeft(LEAST_LEASE)) {
                batch.add(work);
            }
        }
        return batch;
    }
}
