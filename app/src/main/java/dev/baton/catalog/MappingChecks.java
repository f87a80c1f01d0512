package dev.baton.catalog;

import dev.baton.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses a mapping nobody could buy by; names the row and field as the API does. */
final class MappingChecks {

    private static final int MOST_PARTS = 100;
    private static final int MOST_UNITS = 10_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private MappingChecks() {}

    private record Key(StoreItem item, String country) {}

    static void mappings(List<SkuMapping> mappings) {
        if (mappings.size() > DefineSkus.MOST_ROWS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE,
                    mappings.size() + " rows are more than one call takes: send at most " + DefineSkus.MOST_ROWS
                            + " at a time.");
        }
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < mappings.size(); i++) {
            SkuMapping mapping = mappings.get(i);
            String row = "mappings[" + i + "].";
            String sku = mapping.item().sku();
            require(
                    !sku.isBlank()
                            && sku.length() <= CatalogChecks.LONGEST_CODE
                            && sku.strip().equals(sku),
                    row + "storeSku",
                    "give the SKU as the store writes it, without spaces around");
            require(
                    mapping.country().equals(SkuMapping.EVERYWHERE) || COUNTRIES.contains(mapping.country()),
                    row + "country",
                    "use an ISO 3166-1 code of two letters, or leave it out for every country");
            require(
                    keys.add(new Key(mapping.item(), mapping.country())),
                    row + "storeSku",
                    "the same SKU and country stand on two rows: keep one");
            parts(mapping, row + "to");
        }
    }

    private static void parts(SkuMapping mapping, String field) {
        require(mapping.parts().size() <= MOST_PARTS, field, "use at most " + MOST_PARTS + " parts");
        Set<String> codes = new HashSet<>();
        for (SkuMapping.Part part : mapping.parts()) {
            require(
                    part.quantity() > 0 && part.quantity() <= MOST_UNITS,
                    field,
                    "each part needs a quantity of 1 to " + MOST_UNITS);
            require(codes.add(part.sku()), field, "the part " + part.sku() + " is listed twice: add up its quantity");
        }
    }

    private static void require(boolean good, String field, String wayOut) {
        if (!good) {
            throw new Problem(CatalogProblem.MAPPING_INVALID, field + " is not valid: " + wayOut + ".", field);
        }
    }
}
