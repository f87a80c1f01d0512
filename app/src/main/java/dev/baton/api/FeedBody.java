package dev.baton.api;

import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.sources.FileSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the merchant states it; meanings as in {@link FeedDefinition}.
 *
 * @param supplier its code
 * @param guard absent = from 10 offers on, half of them
 * @param source absent = files are uploaded
 * @param mapping absent only where figures are sent to the API
 * @param everyMinutes absent = 1440, once a day; 0 = what is sent here is expected at no time
 * @param whenStale absent = KEEP
 * @param capUnits absent = 0
 */
record FeedBody(
        String supplier,
        @Nullable String shipFrom,
        FeedMode mode,
        @Nullable Absence absence,
        @Nullable Integer maxAgeMinutes,
        @Nullable Mapping mapping,
        @Nullable Guard guard,
        @Nullable SourceBody source,
        @Nullable Integer everyMinutes,
        @Nullable StalePolicy whenStale,
        @Nullable Integer capUnits) {

    private static final int DAILY = 1_440;

    /** Meanings as in {@link ColumnMapping}. */
    record Mapping(
            String sku,
            @Nullable String shipFrom,
            List<Quantity> quantities,
            @Nullable Map<String, Integer> words,
            @Nullable Integer inStock,
            @Nullable DecimalMark decimalMark,
            @Nullable Integer headerRow,
            @Nullable String sheet) {

        ColumnMapping stated() {
            return new ColumnMapping(
                    sku,
                    shipFrom,
                    quantities.stream()
                            .map(each -> new ColumnMapping.QuantityColumn(each.column(), each.shipFrom()))
                            .toList(),
                    words == null ? Map.of() : words,
                    inStock,
                    decimalMark,
                    headerRow,
                    sheet);
        }

        static Mapping of(ColumnMapping mapping) {
            return new Mapping(
                    mapping.sku(),
                    mapping.shipFrom(),
                    mapping.quantities().stream()
                            .map(each -> new Quantity(each.column(), each.shipFrom()))
                            .toList(),
                    mapping.words(),
                    mapping.inStock(),
                    mapping.decimalMark(),
                    mapping.headerRow(),
                    mapping.sheet());
        }
    }

    /** A column with units; {@code shipFrom} absent = what the row or the feed says. */
    record Quantity(String column, @Nullable String shipFrom) {}

    /** Meanings as in {@link FeedGuard}. */
    record Guard(Integer fromOffers, Integer mostLostPercent, Integer mostMissingPercent) {

        static Guard of(FeedGuard guard) {
            return new Guard(guard.fromOffers(), guard.mostLostPercent(), guard.mostMissingPercent());
        }
    }

    /** @throws Problem when a file's columns are missing */
    FeedDefinition stated() {
        FileSource from = source == null ? FileSource.UPLOAD : source.stated();
        return new FeedDefinition(
                shipFrom,
                mode,
                absence,
                maxAgeMinutes,
                columns(from),
                guard == null
                        ? FeedGuard.USUAL
                        : new FeedGuard(guard.fromOffers(), guard.mostLostPercent(), guard.mostMissingPercent()),
                from,
                everyMinutes == null ? DAILY : everyMinutes,
                whenStale == null ? StalePolicy.KEEP : whenStale,
                capUnits == null ? 0 : capUnits);
    }

    private ColumnMapping columns(FileSource from) {
        if (mapping != null) {
            return mapping.stated();
        }
        if (from.kind() == FileSource.Kind.REST) {
            return ColumnMapping.OF_FIGURES;
        }
        throw new Problem(
                CommonProblem.INVALID_FIELD,
                "mapping is missing: say which columns mean what, or learn it by POST /api/v1/feed-mappings.",
                "mapping");
    }

    @Nullable
    String secret() {
        return source == null ? null : source.secret();
    }
}
