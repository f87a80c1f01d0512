package dev.baton.world.supplier;

import java.util.Locale;

/** What goes wrong when a purchase order reaches a supplier for the first time. */
enum Fault {
    /** Nothing. */
    NONE,
    /** A fault of the supplier's server: 500, nothing was taken. */
    SERVER_ERROR,
    /** Too busy: 429, nothing was taken. */
    TOO_BUSY,
    /** Taken, and the connection cut before the answer. */
    ANSWER_LOST,
    /** Taken, and no answer for longer than anybody waits. */
    NO_ANSWER;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The fault of a purchase order, by its store order: about one in twelve has one. */
    static Fault of(String storeOrderId, long seed) {
        int draw = Math.floorMod((storeOrderId + "/" + seed).hashCode(), 240);
        if (draw < 7) {
            return SERVER_ERROR;
        }
        if (draw < 13) {
            return TOO_BUSY;
        }
        return draw < 20 ? ANSWER_LOST : NONE;
    }
}
