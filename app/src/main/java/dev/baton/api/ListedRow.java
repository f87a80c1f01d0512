package dev.baton.api;

import dev.baton.catalog.ListedIn;
import dev.baton.catalog.PriceRunId;
import dev.baton.trading.prices.PriceListLookup.Edition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a supplier's price lists.
 *
 * @param priceList the list's code
 * @param file its edition
 * @param name of the file, as it was sent
 * @param row of the file, from 1
 */
record ListedRow(String priceList, String file, String name, long row) {

    /** Null when it came by a call, or its file is not there any more. */
    static @Nullable ListedRow of(@Nullable ListedIn listed, Map<PriceRunId, Edition> editions) {
        Edition edition = listed == null ? null : editions.get(listed.run());
        return listed == null || edition == null
                ? null
                : new ListedRow(edition.list(), edition.file().value().toString(), edition.name(), listed.row());
    }
}
