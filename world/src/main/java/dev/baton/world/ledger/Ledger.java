package dev.baton.world.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The world's own book: facts are added at its end and never changed. Safe to use from many threads. */
public final class Ledger {

    /** A fact and the business time it was written down. */
    public record Entry(Instant at, Fact fact) {}

    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Consumer<Fact>> readers = new CopyOnWriteArrayList<>();

    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /** Writes a fact down and tells whoever follows the book. */
    public void write(Fact fact) {
        Entry entry = new Entry(clock.instant(), fact);
        synchronized (entries) {
            entries.add(entry);
        }
        readers.forEach(reader -> reader.accept(fact));
    }

    /** Tells the reader of every fact written from now on; it must not block. */
    public void follow(Consumer<Fact> reader) {
        readers.add(reader);
    }

    /** How many facts are written. */
    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    /** Everything written so far, in the order of writing. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** The facts of one kind written so far. */
    public <F extends Fact> List<F> facts(Class<F> kind) {
        synchronized (entries) {
            return entries.stream()
                    .map(Entry::fact)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }
}
