package dev.baton.channels;

import dev.baton.catalog.StoreProduct;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.time.Duration;

/** Reads one product from its store; implemented by the adapter of the store's kind. */
public interface ProductReads {

    /** Asks the store; outside of any transaction. */
    Answer read(MerchantId merchant, StoreId store, String productId);

    /** What the store answered. */
    sealed interface Answer {

        /** The product as it is now, with all its variants. */
        record Found(StoreProduct product) implements Answer {}

        /** The store has no such product. */
        record Gone() implements Answer {}

        /** The store is busy or did not answer; ask again after the pause. */
        record Later(Duration pause, String why) implements Answer {}

        /** The store tells it in a way that cannot be read, or Baton was given no way to ask. */
        record Untold(String why) implements Answer {}

        /** The store refuses us; a person must give access, then asking again helps. */
        record Denied(String why) implements Answer {}
    }
}
