package dev.baton.inventory;

import dev.baton.suppliers.Absence;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a message of figures is looked at as a whole before any of it is believed, as a stock file is.
 *
 * @param source the feed it came by; its last merged full run is what a shrinking one is measured by
 * @param absence what leaving an offer out of a full run means; null = as agreed with the supplier
 * @param maxAge how old a run without a time of its own is taken to be; null = as agreed with the supplier
 * @param preview true: it is only said what would change
 */
public record Guarded(
        UUID source,
        FeedGuard guard,
        @Nullable Absence absence,
        @Nullable Duration maxAge,
        boolean preview) {}
