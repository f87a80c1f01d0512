package dev.baton.console;

import dev.baton.catalog.ListedIn;
import dev.baton.catalog.PriceRunId;
import dev.baton.console.CatalogViews.Source;
import dev.baton.platform.MerchantId;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceListLookup.Edition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which row of which price list something came from, in words and with a way there. */
@Component
class CostSources {

    private final PriceListLookup lists;

    CostSources(PriceListLookup lists) {
        this.lists = lists;
    }

    /** The files of these rows, for {@link #of}. */
    Map<PriceRunId, Edition> editions(MerchantId merchant, Stream<Optional<ListedIn>> rows) {
        Collection<PriceRunId> runs =
                rows.flatMap(Optional::stream).map(ListedIn::run).distinct().toList();
        return lists.editions(merchant, runs);
    }

    /** The row of one; null when it came otherwise, or its file is not there any more. */
    @Nullable
    Source one(MerchantId merchant, @Nullable ListedIn listed) {
        return listed == null ? null : of(listed, lists.editions(merchant, List.of(listed.run())));
    }

    /** The row; null when it came otherwise, or its file is not there any more. */
    static @Nullable Source of(@Nullable ListedIn listed, Map<PriceRunId, Edition> editions) {
        Edition edition = listed == null ? null : editions.get(listed.run());
        return listed == null || edition == null
                ? null
                : new Source(
                        edition.name() + ", row " + listed.row(),
                        new Where(
                                                PriceScreen.file(
                                                        edition.list(),
                                                        edition.file().value().toString()),
                                                Map.of())
                                        .with("change", String.valueOf(listed.row() - 1))
                                + "#changes");
    }
}
