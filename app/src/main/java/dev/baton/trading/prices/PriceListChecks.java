package dev.baton.trading.prices;

import dev.baton.catalog.PriceBreak;
import dev.baton.platform.Problem;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import dev.baton.trading.sources.SourceChecks;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a price list's definition must hold to. */
final class PriceListChecks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int LONGEST = 200;
    private static final int LAST_HEADER_ROW = 1_000;

    private PriceListChecks() {}

    static Problem invalid(String field, String detail) {
        return new Problem(PriceListProblem.PRICE_LIST_INVALID, detail, field);
    }

    static Problem unknown(String code) {
        return new Problem(
                PriceListProblem.PRICE_LIST_UNKNOWN,
                "There is no price list " + code + ": define it by PUT /api/v1/price-lists/" + code + ".");
    }

    static Problem unknown(PriceFileId id) {
        return new Problem(
                PriceListProblem.PRICE_FILE_UNKNOWN, "There is no file " + id.value() + " of a price list here.");
    }

    static void check(String code, PriceListDefinition list) {
        require(CODE.matcher(code).matches(), "code", "A code is up to 60 letters, digits, dots and dashes.");
        require(isCurrency(list.currency()), "currency", "Use an ISO 4217 code such as EUR, or leave it out.");
        require(isName(list.shipFrom()), "shipFrom", "A place has 1 to " + LONGEST + " characters.");
        @Nullable FetchPlan fetched = list.fetched();
        if (fetched != null) {
            require(
                    fetched.source().kind() != FileSource.Kind.REST,
                    "source.kind",
                    "A price list is a file: send it, or say where it is fetched.");
            SourceChecks.check(fetched.source(), fetched.everyMinutes(), PriceListChecks::invalid);
        }
        PriceMapping mapping = list.mapping();
        columns(mapping)
                .forEach((field, name) -> require(
                        isName(name), "mapping." + field, "A column's name has 1 to " + LONGEST + " characters."));
        require(isName(mapping.sheet()), "mapping.sheet", "A sheet's name has 1 to " + LONGEST + " characters.");
        if (mapping.priceBreaks() != null) {
            breaks(mapping.priceBreaks());
        }
        @Nullable Integer headerRow = mapping.headerRow();
        require(
                headerRow == null || (headerRow >= 0 && headerRow <= LAST_HEADER_ROW),
                "mapping.headerRow",
                "The row of column names is 1 to " + LAST_HEADER_ROW + ", or 0 when there is none.");
    }

    private static void breaks(List<BreakColumn> breaks) {
        require(
                breaks.size() <= PriceBreak.MOST,
                "mapping.priceBreaks",
                "A price list has at most " + PriceBreak.MOST + " price breaks.");
        for (int i = 0; i < breaks.size(); i++) {
            BreakColumn each = breaks.get(i);
            String field = "mapping.priceBreaks[" + i + "].";
            require(
                    isName(each.unitCost()),
                    field + "unitCost",
                    "A column's name has 1 to " + LONGEST + " characters.");
            require(
                    isName(each.quantityColumn()),
                    field + "quantityColumn",
                    "A column's name has 1 to " + LONGEST + " characters.");
            @Nullable Integer quantity = each.quantity();
            require(
                    (quantity == null) != (each.quantityColumn() == null),
                    field + "quantity",
                    "Say from which quantity on the column's cost holds: a number, or quantityColumn.");
            require(quantity == null || quantity > 1, field + "quantity", "A price break begins at 2 units or more.");
        }
    }

    private static Map<String, @Nullable String> columns(PriceMapping mapping) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("sku", mapping.sku());
        columns.put("unitCost", mapping.unitCost());
        columns.put("currency", mapping.currency());
        columns.put("since", mapping.since());
        columns.put("shipFrom", mapping.shipFrom());
        columns.put("title", mapping.title());
        columns.put("gtin", mapping.gtin());
        columns.put("packSize", mapping.packSize());
        columns.put("minimumQuantity", mapping.minimumQuantity());
        columns.put("weight", mapping.weight());
        columns.put("leadTimeDays", mapping.leadTimeDays());
        return columns;
    }

    private static boolean isCurrency(@Nullable String code) {
        return code == null
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(code));
    }

    private static boolean isName(@Nullable String text) {
        return text == null || (!text.isBlank() && text.length() <= LONGEST);
    }

    private static void require(boolean holds, String field, String detail) {
        if (!holds) {
            throw invalid(field, detail);
        }
    }
}
