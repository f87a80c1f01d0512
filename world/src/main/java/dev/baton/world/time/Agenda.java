package dev.baton.world.time;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What the parties have planned. Each entry runs on its own virtual thread when its business time has come. */
public final class Agenda implements AutoCloseable {

    private final WorldClock clock;
    private final Consumer<RuntimeException> faults;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("agenda").factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    /** @param faults is told when an entry throws, which is a fault of the world itself */
    public Agenda(WorldClock clock, Consumer<RuntimeException> faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** Runs it after that much business time. */
    public void after(Duration business, Runnable entry) {
        open.incrementAndGet();
        plan(business, () -> {
            try {
                entry.run();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    /** Runs it again and again, with that much business time between the end of one and the start of the next. */
    public void every(Duration business, Runnable entry) {
        plan(business, () -> {
            entry.run();
            if (!closed) {
                every(business, entry);
            }
        });
    }

    /** As {@link #every}, with that much time on the wall, however fast business time runs. */
    public void everyOnTheWall(Duration wall, Runnable entry) {
        schedule(wall.toNanos(), () -> {
            entry.run();
            if (!closed) {
                everyOnTheWall(wall, entry);
            }
        });
    }

    /** Entries planned once and not yet done. */
    public int open() {
        return open.get();
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private void plan(Duration business, Runnable entry) {
        schedule(Math.max(0, clock.onTheWall(business).toNanos()), entry);
    }

    private void schedule(long nanos, Runnable entry) {
        if (closed) {
            return;
        }
        var _ = timer.schedule(
                () -> {
                    if (!closed) {
                        threads.execute(() -> guarded(entry));
                    }
                },
                nanos,
                TimeUnit.NANOSECONDS);
    }

    private void guarded(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException e) {
            if (!closed) {
                faults.accept(e);
            }
        }
    }
}
