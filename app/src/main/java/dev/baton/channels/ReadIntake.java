package dev.baton.channels;

import dev.baton.orders.OrderVersion;

/** A kept message that holds a whole order. */
record ReadIntake(Opened opened, ReadOrder read) {

    OrderKey key() {
        return new OrderKey(read.order().store(), read.order().storeOrderId());
    }

    /** Positive when this tells of a newer state, negative when of an older one, 0 when the times do not tell. */
    int compareVersion(ReadIntake other) {
        OrderVersion mine = read.order().version();
        OrderVersion theirs = other.read().order().version();
        int byUpdate = mine.updatedAt().compareTo(theirs.updatedAt());
        if (byUpdate != 0 || mine.triggeredAt() == null || theirs.triggeredAt() == null) {
            return byUpdate;
        }
        return mine.triggeredAt().compareTo(theirs.triggeredAt());
    }
}
