package dev.baton.channels;

import dev.baton.merchants.StoreId;

/** A kept message that speaks of a product, as it was read. */
record ProductMessage(Opened opened, Reading reading) {

    StoreId store() {
        return opened.intake().store();
    }
}
