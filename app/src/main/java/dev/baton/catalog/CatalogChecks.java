package dev.baton.catalog;

import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be sold or bought; names the row and field as the API does. */
final class CatalogChecks {

    static final int LONGEST_CODE = 200;
    static final int LONGEST_TITLE = 500;
    private static final int MOST_PARTS = 100;
    private static final int MOST_LEAD_TIME_DAYS = 3_650;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CatalogChecks() {}

    static void skus(List<SkuDefinition> definitions) {
        size(definitions.size());
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            SkuDefinition sku = definitions.get(i);
            String row = "skus[" + i + "].";
            sku(
                    code(sku.sku()),
                    row + "sku",
                    "give a code of up to " + LONGEST_CODE + " characters without spaces around");
            sku(codes.add(sku.sku()), row + "sku", "the code stands on two rows: keep one");
            sku(
                    !sku.title().isBlank() && sku.title().length() <= LONGEST_TITLE,
                    row + "title",
                    "give a title of up to " + LONGEST_TITLE + " characters");
            sku(sku.weightGrams() >= 0, row + "weightGrams", "use grams, 0 when not known");
            sku(
                    sku.gtin() == null || Gtin.of(sku.gtin()) != null,
                    row + "gtin",
                    "use 8, 12, 13 or 14 digits with the right check digit, or leave it out");
            parts(sku, row + "bundle");
        }
    }

    private static void parts(SkuDefinition bundle, String field) {
        sku(bundle.bundle().size() <= MOST_PARTS, field, "use at most " + MOST_PARTS + " parts");
        Set<String> codes = new HashSet<>();
        for (SkuDefinition.Part part : bundle.bundle()) {
            sku(part.quantity() > 0, field, "each part needs a quantity above 0");
            sku(codes.add(part.sku()), field, "the part " + part.sku() + " is listed twice: add up its quantity");
            sku(!part.sku().equals(bundle.sku()), field, "a bundle cannot contain itself");
        }
    }

    static void offers(List<OfferDefinition> definitions) {
        size(definitions.size());
        Set<OfferKey> keys = new HashSet<>();
        Set<OfferKey> items = new HashSet<>();
        for (int i = 0; i < definitions.size(); i++) {
            OfferDefinition offer = definitions.get(i);
            String row = "offers[" + i + "].";
            offer(code(offer.supplierSku()), row + "supplierSku", "give the supplier's own code of the item");
            offer(code(offer.shipFrom()), row + "shipFrom", "name the place, or leave it out for " + Offer.MAIN);
            offer(offer.unitCostMicros() >= 0, row + "unitCost", "use 0 or more");
            offer(knownCurrency(offer.currency()), row + "currency", "use an ISO 4217 code such as EUR");
            List<PriceBreak> breaks = Objects.requireNonNullElse(offer.priceBreaks(), List.of());
            String broken = PriceBreak.fault(offer.unitCostMicros(), breaks);
            offer(broken == null, row + "priceBreaks", broken == null ? "" : broken);
            offer(offer.packSize() > 0, row + "packSize", "use 1 or more");
            offer(offer.minimumQuantity() > 0, row + "minimumQuantity", "use 1 or more");
            offer(COUNTRIES.containsAll(offer.countries()), row + "countries", "use ISO 3166-1 codes of two letters");
            offer(
                    offer.leadTimeDays() >= 0 && offer.leadTimeDays() <= MOST_LEAD_TIME_DAYS,
                    row + "leadTimeDays",
                    "use 0 to " + MOST_LEAD_TIME_DAYS);
            offer(
                    keys.add(new OfferKey(offer.supplier(), offer.shipFrom(), offer.sku())),
                    row + "sku",
                    "the same SKU, supplier and place stand on two rows: keep one");
            offer(
                    items.add(new OfferKey(offer.supplier(), offer.shipFrom(), offer.supplierSku())),
                    row + "supplierSku",
                    "the supplier's item stands on two rows, its stock would count twice: keep one");
        }
    }

    /** What makes two rows the same: supplier, place and a code. */
    private record OfferKey(SupplierId supplier, String shipFrom, String code) {}

    static SkuId found(@Nullable SkuId id, String code, String field) {
        if (id == null) {
            throw new Problem(
                    CatalogProblem.SKU_UNKNOWN,
                    "The SKU " + code + " is not known: define it before or together with this row.",
                    field);
        }
        return id;
    }

    private static boolean code(String code) {
        return !code.isBlank() && code.length() <= LONGEST_CODE && code.strip().equals(code);
    }

    private static boolean knownCurrency(String currency) {
        try {
            Currency.getInstance(currency);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void size(int rows) {
        if (rows > DefineSkus.MOST_ROWS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE,
                    rows + " rows are more than one call takes: send at most " + DefineSkus.MOST_ROWS + " at a time.");
        }
    }

    private static void sku(boolean good, String field, String wayOut) {
        if (!good) {
            throw new Problem(CatalogProblem.SKU_INVALID, field + " is not valid: " + wayOut + ".", field);
        }
    }

    private static void offer(boolean good, String field, String wayOut) {
        if (!good) {
            throw new Problem(CatalogProblem.OFFER_INVALID, field + " is not valid: " + wayOut + ".", field);
        }
    }
}
