package dev.baton.channels;

/** A message that says an order changed, but not all of what it is now. */
record Doubt(Opened opened, Kind kind) {

    enum Kind {
        /** An edit lists its changes only. */
        EDIT,
        /** A refund by itself. */
        REFUND,
        /** A whole order under the same time as another one of different content. */
        TIE
    }
}
