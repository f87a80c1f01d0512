package dev.baton.channels;

import dev.baton.platform.MerchantId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this node has just kept, so that it need not be read, opened and inflated again a moment later. Only a
 * short cut: what is not here is read from the database.
 */
@Component
class FreshIntakes {

    private static final long MOST_BYTES = 48L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private long bytes;

    private record Entry(MerchantId merchant, Intake intake) {}

    void remember(MerchantId merchant, Intake intake) {
        lock.lock();
        try {
            Entry before = entries.put(intake.id(), new Entry(merchant, intake));
            bytes += intake.bytes().length
                    - (before == null ? 0 : before.intake().bytes().length);
            Iterator<Entry> oldest = entries.values().iterator();
            while (bytes > MOST_BYTES && oldest.hasNext()) {
                bytes -= oldest.next().intake().bytes().length;
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Intake find(MerchantId merchant, UUID intake) {
        lock.lock();
        try {
            Entry entry = entries.get(intake);
            return entry == null || !entry.merchant().equals(merchant) ? null : entry.intake();
        } finally {
            lock.unlock();
        }
    }

    void forget(UUID intake) {
        lock.lock();
        try {
            Entry entry = entries.remove(intake);
            if (entry != null) {
                bytes -= entry.intake().bytes().length;
            }
        } finally {
            lock.unlock();
        }
    }

    void forgetAll() {
        lock.lock();
        try {
            entries.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }
}
