package dev.baton.catalog;

import dev.baton.catalog.PriceChecks.Usable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of rows beside themselves.
 *
 * @param since from when a row's cost holds that names no day
 * @param at when the supplier stated them
 * @param run the price list they are of; null when they came by a call
 * @param numbers which row of the list's file each of them is; empty when they came by a call
 * @param judged true: nothing is written, it is only said what they would come to
 */
record PriceStatement(Instant since, Instant at, @Nullable PriceRunId run, List<Long> numbers, boolean judged) {

    PriceStatement {
        numbers = List.copyOf(numbers);
    }

    /** Where the row stands; null when it came by a call. */
    @Nullable
    ListedIn listed(Usable row) {
        PriceRunId list = run;
        return list == null ? null : new ListedIn(list, numbers.get(row.index()));
    }
}
