package dev.baton.channels;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a store lets Baton do and tells it of; implemented by the adapter of the store's kind. */
public interface StoreAccess {

    /** Scopes Baton cannot do without. */
    Set<String> needed();

    /** Asks what is granted; outside of any transaction. */
    Answer<Set<String>> granted(StoreConnection connection);

    /** Asks which webhooks lead to the address, and makes those that are missing; outside of any transaction. */
    Answer<Hooks> heal(StoreConnection connection, URI address);

    /**
     * One page of the orders that are open, oldest first; outside of any transaction.
     *
     * @param after the cursor behind the page before; null = from the first on
     */
    Answer<OpenPage> open(StoreConnection connection, @Nullable String after);

    /**
     * What a store answered.
     *
     * @param <T> what was asked for
     */
    sealed interface Answer<T> {

        /** As asked. */
        record Told<T>(T value) implements Answer<T> {}

        /** Not now; a repeat after the pause may help. */
        record Later<T>(Duration pause, String why) implements Answer<T> {}

        /** Not without somebody who changes something. */
        record Never<T>(String why) implements Answer<T> {}
    }

    /**
     * Webhooks that lead here.
     *
     * @param told topics the store tells of, those just made included
     * @param made how many of these were missing
     * @param refused why some could not be made; null = all are there
     */
    record Hooks(int told, int made, @Nullable String refused) {}

    /** Open orders; {@code next} null = there are no more. */
    record OpenPage(List<OpenOrder> orders, @Nullable String next) {

        public OpenPage {
            orders = List.copyOf(orders);
        }
    }

    /** An order in the version the store lists. */
    record OpenOrder(String storeOrderId, Instant updatedAt) {}
}
