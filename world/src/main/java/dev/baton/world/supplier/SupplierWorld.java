package dev.baton.world.supplier;

import dev.baton.world.http.BatonApi;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.story.OrderScript;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every supplier of a run shares.
 *
 * @param scripts finds the script of a store order, null where nobody placed such an order
 * @param baton Baton's API, with a key that the supplier's own replaces
 * @param silent codes of those who say nothing to what they take, as somebody at the world's page wants it
 * @param noAnswerTo store order whose first purchase order gets no answer at all, or empty
 */
public record SupplierWorld(
        WorldClock clock,
        Agenda agenda,
        Ledger ledger,
        Function<String, @Nullable OrderScript> scripts,
        TrackingNumbers trackingNumbers,
        BatonApi baton,
        long seed,
        String noAnswerTo,
        Set<String> silent) {

    /** One in which everybody speaks. */
    public SupplierWorld(
            WorldClock clock,
            Agenda agenda,
            Ledger ledger,
            Function<String, @Nullable OrderScript> scripts,
            TrackingNumbers trackingNumbers,
            BatonApi baton,
            long seed,
            String noAnswerTo) {
        this(clock, agenda, ledger, scripts, trackingNumbers, baton, seed, noAnswerTo, ConcurrentHashMap.newKeySet());
    }
}
