package dev.baton.channels;

import dev.baton.merchants.StoreId;

/** Names of work queues: a store in trouble holds up nobody but itself. */
public final class Queues {

    private Queues() {}

    /** The queue of all work with one store. */
    public static String store(StoreId store) {
        return "store:" + store.value();
    }
}
