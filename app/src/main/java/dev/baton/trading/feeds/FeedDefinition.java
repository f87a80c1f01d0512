package dev.baton.trading.feeds;

import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.suppliers.Absence;
import dev.baton.trading.sources.FileSource;
import org.jspecify.annotations.Nullable;

/**
 * How a supplier's stock files are fetched, read and believed; the whole of it, not a change.
 *
 * @param shipFrom the only place the files speak of; null = they speak of all, or name it row by row
 * @param mode whether a file lists everything or what changed
 * @param absence what leaving an item out of a full file means; null = as agreed with the supplier
 * @param maxAgeMinutes agreed greatest age of a file's figures when it arrives; null = as agreed with the supplier
 * @param everyMinutes how often a file is expected, and its source looked at; 5 to 10,080
 * @param capUnits with {@link StalePolicy#CAP}: units of each offer that are sold at most
 */
public record FeedDefinition(
        @Nullable String shipFrom,
        FeedMode mode,
        @Nullable Absence absence,
        @Nullable Integer maxAgeMinutes,
        ColumnMapping mapping,
        FeedGuard guard,
        FileSource source,
        int everyMinutes,
        StalePolicy whenStale,
        int capUnits) {}
