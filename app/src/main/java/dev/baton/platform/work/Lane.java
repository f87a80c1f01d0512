package dev.baton.platform.work;

import dev.baton.platform.Turns;
import dev.baton.platform.work.DueWork.Due;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Work of one merchant, kind and queue that runs one batch after another. While a batch runs, the next one
 * gathers, so that batches grow with the load and a quiet lane waits for nothing.
 */
final class Lane {

    private static final Duration LEAST_LEASE = Duration.ofSeconds(5);

    /** Batches the dispatcher may claim ahead of the one that runs; what it leaves in the table costs nothing. */
    private static final int BATCHES_AHEAD = 2;

    private final WorkHandler handler;
    private final BatchRunner runner;
    private final Runnable roomAgain;
    private final ConcurrentLinkedQueue<LeasedWork> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile boolean heldBack;

    Lane(WorkHandler handler, BatchRunner runner, Runnable roomAgain) {
        this.handler = handler;
        this.runner = runner;
        this.roomAgain = roomAgain;
    }

    void offer(LeasedWork work) {
        waiting.add(work);
        count.incrementAndGet();
        if (draining.compareAndSet(false, true)) {
            BatchThreads.start("work-" + handler.kind(), () -> Turns.working(this::drain));
        }
    }

    /** What of the due rows there is room for, of every queue alike; the rest stays unclaimed. */
    List<Due> choose(List<Due> due) {
        int room = Math.max(0, BATCHES_AHEAD * handler.batchLimit() - count.get());
        if (due.size() <= room) {
            return due;
        }
        heldBack = true;
        return inTurns(due, room);
    }

    private static List<Due> inTurns(List<Due> due, int most) {
        Map<String, ArrayDeque<Due>> byQueue = new LinkedHashMap<>();
        due.forEach(row -> byQueue.computeIfAbsent(row.queue(), queue -> new ArrayDeque<>())
                .add(row));
        List<ArrayDeque<Due>> queues = new ArrayList<>(byQueue.values());
        // where there are more queues than places, the first of the list must not always be the same
        Collections.shuffle(queues);
        List<Due> chosen = new ArrayList<>(most);
        while (chosen.size() < most) {
            for (ArrayDeque<Due> queue : queues) {
                Due next = queue.poll();
                if (next != null && chosen.size() < most) {
                    chosen.add(next);
                }
            }
        }
        return chosen;
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
        List<LeasedWork> late = new ArrayList<>();
        while (batch.size() < handler.batchLimit()) {
            LeasedWork work = waiting.poll();
            if (work == null) {
                break;
            }
            count.decrementAndGet();
            // what waited here almost until the end of its lease is left to the dispatcher
            (work.hasLeft(LEAST_LEASE) ? batch : late).add(work);
        }
        if (!late.isEmpty()) {
            runner.release(late);
        }
        if (heldBack && count.get() <= handler.batchLimit()) {
            heldBack = false;
            roomAgain.run();
        }
        return batch;
    }
}
