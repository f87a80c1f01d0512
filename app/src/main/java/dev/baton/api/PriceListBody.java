package dev.baton.api;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.trading.prices.BreakColumn;
import dev.baton.trading.prices.PriceListDefinition;
import dev.baton.trading.prices.PriceListView;
import dev.baton.trading.prices.PriceMapping;
import dev.baton.trading.prices.WeightUnit;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price list as the merchant states it; meanings as in {@link PriceListDefinition}.
 *
 * @param supplier its code
 * @param source absent = files are uploaded
 * @param everyMinutes absent = 1440, once a day
 */
record PriceListBody(
        String supplier,
        @Nullable String currency,
        @Nullable String shipFrom,
        Mapping mapping,
        @Nullable SourceBody source,
        @Nullable Integer everyMinutes) {

    private static final int DAILY = 1_440;

    /** Meanings as in {@link PriceMapping}. */
    record Mapping(
            String sku,
            String unitCost,
            @Nullable String currency,
            @Nullable String since,
            @Nullable String shipFrom,
            @Nullable String title,
            @Nullable String gtin,
            @Nullable String packSize,
            @Nullable String minimumQuantity,
            @Nullable String weight,
            @Nullable WeightUnit weightUnit,
            @Nullable String leadTimeDays,
            @Nullable Boolean dayFirst,
            @Nullable DecimalMark decimalMark,
            @Nullable Integer headerRow,
            @Nullable String sheet,
            @Nullable List<BreakColumn> priceBreaks) {

        PriceMapping stated() {
            return new PriceMapping(
                    sku,
                    unitCost,
                    currency,
                    since,
                    shipFrom,
                    title,
                    gtin,
                    packSize,
                    minimumQuantity,
                    weight,
                    weightUnit,
                    leadTimeDays,
                    dayFirst,
                    decimalMark,
                    headerRow,
                    sheet,
                    priceBreaks);
        }

        static Mapping of(PriceMapping mapping) {
            return new Mapping(
                    mapping.sku(),
                    mapping.unitCost(),
                    mapping.currency(),
                    mapping.since(),
                    mapping.shipFrom(),
                    mapping.title(),
                    mapping.gtin(),
                    mapping.packSize(),
                    mapping.minimumQuantity(),
                    mapping.weight(),
                    mapping.weightUnit(),
                    mapping.leadTimeDays(),
                    mapping.dayFirst(),
                    mapping.decimalMark(),
                    mapping.headerRow(),
                    mapping.sheet(),
                    mapping.priceBreaks());
        }
    }

    PriceListDefinition stated() {
        return new PriceListDefinition(currency, shipFrom, mapping.stated(), plan());
    }

    private @Nullable FetchPlan plan() {
        FileSource stated = source == null ? FileSource.UPLOAD : source.stated();
        return stated.kind() == FileSource.Kind.UPLOAD && stated.url() == null
                ? null
                : new FetchPlan(stated, everyMinutes == null ? DAILY : everyMinutes);
    }

    @Nullable
    String secret() {
        return source == null ? null : source.secret();
    }

    static PriceListBody of(String supplier, PriceListView view) {
        PriceListDefinition list = view.definition();
        @Nullable FetchPlan fetched = list.fetched();
        return new PriceListBody(
                supplier,
                list.currency(),
                list.shipFrom(),
                Mapping.of(list.mapping()),
                fetched == null
                        ? null
                        : SourceBody.of(fetched.source(), view.source().hostKey()),
                fetched == null ? null : fetched.everyMinutes());
    }
}
