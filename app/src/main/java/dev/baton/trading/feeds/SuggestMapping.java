package dev.baton.trading.feeds;

import dev.baton.platform.facts.FoldedWords;
import dev.baton.platform.tables.CellText;
import dev.baton.platform.tables.ColumnNames;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns a mapping by example: from the column names, and from what stands in the first rows. It proposes; a person
 * confirms by defining the feed with it.
 */
public final class SuggestMapping {

    /** Names of the column with the supplier's item code. */
    public static final List<String> SKU = List.of(
            "supplier sku",
            "vendor sku",
            "sku",
            "item code",
            "item number",
            "item no",
            "item",
            "article number",
            "article no",
            "article",
            "artikelnummer",
            "artikel",
            "art nr",
            "product code",
            "product id",
            "productid",
            "product no",
            "part number",
            "part no",
            "reference",
            "ref",
            "referencia",
            "codigo",
            "code",
            "model",
            "variant sku",
            "stockcode",
            "stock code",
            "id");

    private static final List<String> QUANTITY = List.of(
            "quantity",
            "qty",
            "available",
            "available quantity",
            "qty available",
            "stock",
            "stock level",
            "on hand",
            "in stock",
            "inventory",
            "inventory quantity",
            "unitsinstock",
            "units in stock",
            "menge",
            "bestand",
            "lagerbestand",
            "verfugbar",
            "quantite",
            "cantidad",
            "existencias",
            "giacenza",
            "voorraad",
            "availability");

    /** Names of the column with the place. */
    public static final List<String> PLACE = List.of(
            "ship from", "shipfrom", "warehouse", "location", "depot", "lager", "entrepot", "almacen", "magazijn");

    private SuggestMapping() {}

    /**
     * What was found.
     *
     * @param mapping null when no column can be the item code or the quantity: name them yourself
     * @param reasons in words, a sentence a choice
     */
    public record Suggestion(@Nullable ColumnMapping mapping, List<String> reasons) {}

    /** Suggests a mapping for a table. */
    public static Suggestion of(List<String> header, List<TableRow> sample) {
        List<String> reasons = new ArrayList<>();
        @Nullable Integer sku = sku(header, sample, reasons);
        List<QuantityColumn> quantities = quantities(header, sample, sku, reasons);
        if (sku == null || quantities.isEmpty()) {
            reasons.add("Name the columns yourself: " + String.join(", ", header) + ".");
            return new Suggestion(null, reasons);
        }
        @Nullable Integer place = named(header, PLACE, Set.of(sku));
        if (place != null) {
            reasons.add("\"" + header.get(place) + "\" is the place it ships from, by its name.");
        }
        List<String> numbers = new ArrayList<>();
        for (QuantityColumn column : quantities) {
            sample.forEach(row -> numbers.add(row.cell(header.indexOf(column.column()))));
        }
        return new Suggestion(
                new ColumnMapping(
                        header.get(sku),
                        place == null ? null : header.get(place),
                        quantities,
                        Map.of(),
                        null,
                        DecimalMark.of(numbers).orElse(null),
                        null,
                        null),
                reasons);
    }

    private static @Nullable Integer sku(List<String> header, List<TableRow> sample, List<String> reasons) {
        @Nullable Integer byName = named(header, SKU, Set.of());
        if (byName != null) {
            reasons.add("\"" + header.get(byName) + "\" is the item code, by its name.");
            return byName;
        }
        for (int i = 0; i < header.size(); i++) {
            if (isCode(i, sample)) {
                reasons.add("\"" + header.get(i) + "\" is the item code: no two rows have the same.");
                return i;
            }
        }
        reasons.add("No column looks like the supplier's item code.");
        return null;
    }

    /** Every row has one, none twice, and none is a sentence. */
    private static boolean isCode(int column, List<TableRow> sample) {
        Set<String> seen = new HashSet<>();
        for (TableRow row : sample) {
            String cell = row.cell(column);
            if (cell.isEmpty()
                    || cell.contains(" ")
                    || CellText.spoiltCode(cell).isPresent()
                    || !seen.add(cell)) {
                return false;
            }
        }
        return sample.size() > 1;
    }

    private static List<QuantityColumn> quantities(
            List<String> header, List<TableRow> sample, @Nullable Integer sku, List<String> reasons) {
        Set<Integer> taken = sku == null ? Set.of() : Set.of(sku);
        List<QuantityColumn> warehouses = warehouses(header, sample, taken);
        @Nullable Integer byName = named(header, QUANTITY, taken);
        if (byName != null && isQuantity(byName, sample)) {
            reasons.add("\"" + header.get(byName) + "\" is the quantity, by its name and by what stands in it.");
            return List.of(new QuantityColumn(header.get(byName), null));
        }
        if (!warehouses.isEmpty()) {
            warehouses.forEach(column -> reasons.add(
                    "\"" + column.column() + "\" is the quantity at " + column.shipFrom() + ", by its name."));
            return warehouses;
        }
        reasons.add("No column looks like a quantity.");
        return List.of();
    }

    /** Names such as "Stock EAST" or "Qty (Berlin)". */
    private static List<QuantityColumn> warehouses(List<String> header, List<TableRow> sample, Set<Integer> taken) {
        List<QuantityColumn> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            for (String word : List.of("quantity", "qty", "stock", "bestand", "menge", "available")) {
                String folded = FoldedWords.fold(name);
                boolean speaksOfAPlace = folded.startsWith(word + " ") && !QUANTITY.contains(folded);
                if (speaksOfAPlace && !taken.contains(i) && isQuantity(i, sample)) {
                    String place = name.substring(word.length())
                            .replaceAll("[^\\p{L}\\p{N}]+", " ")
                            .strip();
                    found.add(new QuantityColumn(name, place));
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isQuantity(int column, List<TableRow> sample) {
        for (DecimalMark mark : DecimalMark.values()) {
            QuantityWords words = new QuantityWords(Map.of(), 1, mark);
            boolean all = sample.stream()
                    .map(row -> row.cell(column))
                    .filter(cell -> !cell.isEmpty())
                    .allMatch(cell -> words.read(cell).units() != null);
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer named(List<String> header, List<String> names, Set<Integer> taken) {
        return ColumnNames.named(header, names, taken).orElse(null);
    }
}
