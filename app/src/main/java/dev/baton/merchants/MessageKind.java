package dev.baton.merchants;

import java.util.Arrays;
import java.util.List;

/** What sort of thing a customer is told. */
public enum MessageKind {
    /** The order is here. */
    CONFIRMED,
    /** Units of it will not come. */
    CANCELLED,
    /** Units of it leave later than they would have, because whoever packs them is away. */
    DELAYED,
    /** Parcels are on their way. */
    SHIPPED,
    /** What was cancelled comes after all: its supplier shipped it and does not take it back. */
    AFTER_ALL,
    /** Parcels have arrived. */
    DELIVERED,
    /** Parcels are lost on their way. */
    LOST,
    /** Parcels the customer was told are lost turned up. */
    FOUND,
    /** The store gave money back. */
    REFUNDED,
    /** Whether an order that looks like a repeat of another was meant; an answer is awaited. */
    ASKED;

    /** The kinds a store may tell in Baton's place: all but those no store knows of. */
    public static List<MessageKind> toldByStores() {
        return Arrays.stream(values()).filter(MessageKind::isToldByStores).toList();
    }

    /** Whether a store may tell it in Baton's place; no store asks questions, nor knows of what comes after all or turned up. */
    public boolean isToldByStores() {
        return this != ASKED && this != AFTER_ALL && this != FOUND;
    }
}
