package dev.baton.orders;

import java.util.Optional;

/**
 * Why units are taken back that a store, not a person, gave up. Suppliers hear it in their own language, and no more than
 * this: what a store says of its customer is none of their business.
 */
public enum StoreReason {
    CANCELLED("cancelled in the store"),
    REFUNDED("fully refunded in the store"),
    REMOVED("removed in the store"),
    NO_SHIPPING("needs no shipping any more, says the store"),
    BY_HAND("fulfilled by hand in the store");

    private final String words;

    StoreReason(String words) {
        this.words = words;
    }

    /** As it is kept. */
    public String words() {
        return words;
    }

    /** Which of them a kept reason is, whatever the store adds behind a colon; empty where a person wrote it. */
    public static Optional<StoreReason> of(String reason) {
        for (StoreReason each : values()) {
            if (reason.equals(each.words) || reason.startsWith(each.words + ": ")) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
