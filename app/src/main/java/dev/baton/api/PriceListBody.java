package dev.baton.api;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.trading.prices.PriceListDefinition;
import dev.baton.trading.prices.PriceMapping;
import dev.baton.trading.prices.WeightUnit;
import org.jspecify.annotations.Nullable;

/**
 * A price list as the merchant states it; meanings as in {@link PriceListDefinition}.
 *
 * @param supplier its code
 */
record PriceListBody(
        String supplier,
        @Nullable String currency,
        @Nullable String shipFrom,
        Mapping mapping) {

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
            @Nullable String sheet) {

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
                    sheet);
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
                    mapping.sheet());
        }
    }

    PriceListDefinition stated() {
        return new PriceListDefinition(currency, shipFrom, mapping.stated());
    }

    static PriceListBody of(String supplier, PriceListDefinition list) {
        return new PriceListBody(supplier, list.currency(), list.shipFrom(), Mapping.of(list.mapping()));
    }
}
