package dev.baton.channels;

import java.util.UUID;

/** What became of a message at the door, known after commit. */
public sealed interface Receipt {

    /** Kept; a worker takes it from here. */
    record Kept(UUID intake) implements Receipt {}

    /** The same message was kept before. */
    record Repeated(UUID intake) implements Receipt {}

    /** The store's connection has changed since its signature was checked: check it again. Nothing was kept. */
    record Outdated() implements Receipt {}
}
