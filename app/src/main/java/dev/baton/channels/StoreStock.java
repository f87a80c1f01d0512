package dev.baton.channels;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store's own stock figures at one location; implemented by the adapter of the store's kind. */
public interface StoreStock {

    /** Most items of one question. */
    int mostRead();

    /** Most figures of one call. */
    int mostSet();

    /** How long one call may take, retries included. */
    Duration longestCall();

    /** Asks the store; outside of any transaction. */
    ReadAnswer read(StoreConnection connection, String locationId, List<String> itemIds);

    /**
     * Sets figures, all or none, each only if the store still shows the figure it is stated to show. The same key with
     * the same figures is done once, however often it is sent. Outside of any transaction.
     */
    SetAnswer set(StoreConnection connection, UUID key, String locationId, List<NewFigure> figures);

    /** Asks for the store's locations; outside of any transaction. */
    LocationsAnswer locations(StoreConnection connection);

    /**
     * A figure to set.
     *
     * @param from what the store is believed to show
     */
    record NewFigure(String itemId, int quantity, int from) {}

    /**
     * What the store shows of an item.
     *
     * @param known false: the store has no such item
     * @param available null when it is not stocked at the location
     */
    record Level(
            String itemId,
            boolean known,
            boolean tracked,
            @Nullable Integer available) {}

    /** A location of the store. */
    record Location(String id, String name, boolean active) {}

    /** What became of a question for figures. */
    sealed interface ReadAnswer {

        /** One level for each item asked for. */
        record Found(List<Level> levels) implements ReadAnswer {}

        /** Nothing was learned; a repeat may help. */
        record NotNow(Failure failure) implements ReadAnswer {}
    }

    /** What became of setting figures. */
    sealed interface SetAnswer {

        /** All are set. */
        record Taken() implements SetAnswer {}

        /**
         * None is set: figures are not what they were stated to be, or the store does not take some.
         *
         * @param refused indexes of figures the store does not take at all, with its words; may be empty
         */
        record NotTaken(List<Refused> refused, String why) implements SetAnswer {}

        /** They may be set or not: only the same call with the same key tells. */
        record Open(Duration pause, String why) implements SetAnswer {}

        /** None is set; a repeat may help. */
        record NotNow(Failure failure) implements SetAnswer {}
    }

    /** A figure the store does not take, by its place in the call. */
    record Refused(int index, StoreRefusal refusal, String why) {}

    /** Why the store does not take a figure. */
    enum StoreRefusal {
        /** There is no such item. */
        GONE,
        /** It is not stocked at the location. */
        NOT_STOCKED,
        /** Anything else. */
        OTHER
    }

    /** What became of the question for locations. */
    sealed interface LocationsAnswer {

        /** All the store has, a few hundred at most. */
        record Found(List<Location> locations) implements LocationsAnswer {}

        /** The store did not say. */
        record NotNow(Failure failure) implements LocationsAnswer {}
    }

    /**
     * Why nothing was done.
     *
     * @param denied the store refuses us: a person must give access
     * @param patience the store only asks for time: it counts as no failure
     */
    record Failure(boolean denied, boolean patience, Duration pause, String why) {}
}
