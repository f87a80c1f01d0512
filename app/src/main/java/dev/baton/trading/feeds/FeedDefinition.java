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
 * @param everyMinutes how often a file is expected, and its source looked at; 5 to 10,080, or {@link
 *     #NEVER_DUE} where what is sent here is expected at no time
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
        int capUnits) {

    /** Nothing is agreed on when what is sent here comes, so that it is never late. */
    public static final int NEVER_DUE = 0;

    /** Figures sent to the API, of a supplier nothing more was agreed with. */
    static final FeedDefinition OF_FIGURES = new FeedDefinition(
            null,
            FeedMode.FULL,
            null,
            null,
            ColumnMapping.OF_FIGURES,
            FeedGuard.USUAL,
            FileSource.REST,
            NEVER_DUE,
            StalePolicy.KEEP,
            0);
}
