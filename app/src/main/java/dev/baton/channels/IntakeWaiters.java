package dev.baton.channels;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Callers on this node that wait for the end of a message. */
@Component
class IntakeWaiters {

    private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<Void> expect(UUID intake) {
        return waiting.computeIfAbsent(intake, id -> new CompletableFuture<>());
    }

    void settled(UUID intake) {
        CompletableFuture<Void> waiter = waiting.remove(intake);
        if (waiter != null) {
            waiter.complete(null);
        }
    }

    void giveUp(UUID intake) {
        waiting.remove(intake);
    }
}
