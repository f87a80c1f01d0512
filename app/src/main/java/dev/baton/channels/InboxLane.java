package dev.baton.channels;

import dev.baton.platform.Turns;
import dev.baton.platform.work.BatchThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** The messages of one merchant on their way into the database: one transaction after another. */
final class InboxLane {

    static final int MOST_PER_COMMIT = 200;

    private static final int MOST_WAITING = 5_000;
    private static final long MOST_BYTES_PER_COMMIT = 8L * 1024 * 1024;

    private final KeepDeliveries keep;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean draining;

    InboxLane(KeepDeliveries keep) {
        this.keep = keep;
    }

    private record Waiting(Arrived arrived, CompletableFuture<Receipt> receipt) {}

    CompletableFuture<Receipt> offer(Arrived arrived) {
        Waiting entry = new Waiting(arrived, new CompletableFuture<>());
        boolean start;
        lock.lock();
        try {
            if (waiting.size() >= MOST_WAITING) {
                throw new InboxFull();
            }
            waiting.add(entry);
            start = !draining;
            draining = true;
        } finally {
            lock.unlock();
        }
        if (start) {
            BatchThreads.start("inbox", this::drain);
        }
        return entry.receipt();
    }

    private void drain() {
        for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
            commit(batch);
        }
    }

    private List<Waiting> next() {
        lock.lock();
        try {
            List<Waiting> batch = new ArrayList<>();
            long bytes = 0;
            while (batch.size() < MOST_PER_COMMIT && bytes < MOST_BYTES_PER_COMMIT && !waiting.isEmpty()) {
                Waiting entry = waiting.remove();
                bytes += entry.arrived().delivery().body().length;
                batch.add(entry);
            }
            draining = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** A message the database refuses must not cost the others their place: a failing batch is kept in halves. */
    private void commit(List<Waiting> batch) {
        try {
            List<Receipt> receipts = Turns.bringing(
                    () -> keep.keep(batch.stream().map(Waiting::arrived).toList()));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).receipt().complete(receipts.get(i));
            }
        } catch (org.springframework.dao.DataIntegrityViolationException refused) {
            if (batch.size() == 1) {
                batch.getFirst().receipt().completeExceptionally(refused);
                return;
            }
            commit(batch.subList(0, batch.size() / 2));
            commit(batch.subList(batch.size() / 2, batch.size()));
        } catch (RuntimeException | Error failure) {
            batch.forEach(entry -> entry.receipt().completeExceptionally(failure));
        }
    }
}
