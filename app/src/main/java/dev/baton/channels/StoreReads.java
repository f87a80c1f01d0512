package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.time.Instant;

/** Reads one order from its store; implemented by the adapter of the store's kind. */
public interface StoreReads {

    /** Asks the store; outside of any transaction. */
    Answer read(MerchantId merchant, StoreId store, String storeOrderId);

    /** What the store answered. */
    sealed interface Answer {

        /**
         * The whole order.
         *
         * @param json the document, in the shape of {@link Transport#SHOPIFY_READ}
         * @param readAt business time just before the store was asked
         */
        record Found(byte[] json, String sourceVersion, Instant readAt) implements Answer {}

        /** The store has no such order. */
        record Gone() implements Answer {}

        /**
         * The store is busy or did not answer; ask again after the pause.
         *
         * @param perhapsTheOrder whether it may be this order alone that the store cannot tell
         */
        record Later(Duration pause, String why, boolean perhapsTheOrder) implements Answer {}

        /** The store answers, but will not tell this order in a way that can be read; others it tells. */
        record Unreadable(String why) implements Answer {}

        /** Baton was given no way to ask this store. */
        record NoAccess(String why) implements Answer {}

        /** The store refuses us; a person must give access, then asking again helps. */
        record Denied(String why) implements Answer {}
    }
}
