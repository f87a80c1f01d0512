package dev.baton.trading.prices;

import dev.baton.catalog.PriceBreak;
import dev.baton.platform.tables.CellText;
import dev.baton.platform.tables.ColumnNames;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.feeds.SuggestMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Learns a price list's mapping by example: from the column names, and from what stands in the first rows. It proposes; a
 * person confirms by defining the list with it.
 */
public final class SuggestPriceMapping {

    /** A supplier's list of cost comes first; a retail price is never meant. */
    private static final List<String> COST = List.of(
            "unit cost",
            "cost",
            "cost price",
            "net price",
            "wholesale price",
            "wholesale",
            "dealer price",
            "trade price",
            "purchase price",
            "your price",
            "unit price",
            "unitprice",
            "price",
            "einkaufspreis",
            "ek",
            "ek netto",
            "nettopreis",
            "stuckpreis",
            "preis",
            "prix d achat",
            "prix net",
            "prix",
            "coste",
            "precio",
            "prezzo",
            "inkoopprijs",
            "prijs");

    private static final List<String> CURRENCY =
            List.of("currency", "currency code", "waehrung", "wahrung", "devise", "moneda", "valuta");
    private static final List<String> SINCE = List.of(
            "effective date",
            "effective from",
            "effective",
            "valid from",
            "price valid from",
            "start date",
            "from date",
            "gultig ab",
            "gueltig ab",
            "valable a partir du",
            "date d effet",
            "valido desde",
            "vigencia",
            "ingangsdatum");
    private static final List<String> TITLE = List.of(
            "title",
            "product name",
            "productname",
            "name",
            "description",
            "item description",
            "product",
            "bezeichnung",
            "artikelbezeichnung",
            "designation",
            "libelle",
            "descripcion",
            "nombre",
            "descrizione",
            "omschrijving");
    private static final List<String> GTIN =
            List.of("gtin", "ean", "ean13", "ean code", "upc", "upc code", "barcode", "bar code", "strichcode", "isbn");
    private static final List<String> PACK = List.of(
            "pack size",
            "pack qty",
            "pack quantity",
            "case pack",
            "units per pack",
            "inner qty",
            "ve",
            "vpe",
            "verpackungseinheit",
            "colisage",
            "unidades por caja");
    private static final List<String> LEAST = List.of(
            "moq",
            "minimum order quantity",
            "minimum order qty",
            "min order qty",
            "minimum quantity",
            "min qty",
            "mindestmenge",
            "mindestbestellmenge",
            "quantite minimale",
            "cantidad minima");
    private static final List<String> LEAD = List.of(
            "lead time", "lead time days", "leadtime", "delivery days", "lieferzeit", "lieferzeit tage", "delai");
    private static final String PIECES = "(?:pcs|pieces|units|stk|stuck|stück|pzs|pz|st)\\.?";

    private static final Pattern WEIGHT = Pattern.compile(
            "(?:product |unit |net |gross )?(?:weight|gewicht|poids|peso)[\\s_(\\[]*(\\p{L}*)[\\s)\\]]*");

    /** {@code 10+}, {@code Price from 10}, {@code Preis ab 10 Stk}, {@code >= 10}: a quantity with a word that says so. */
    private static final Pattern BREAK =
            Pattern.compile("(?:(?:unit |net )?(?:price|cost|preis|prix|precio|prezzo|prijs) ?)?"
                    + "(?:(?:from|ab|des|à partir de|a partir de|desde|da|vanaf|>=|≥) ?(\\d{1,6})(?: ?" + PIECES + ")?"
                    + "|(\\d{1,6}) ?(?:\\+|" + PIECES + "\\+?))");

    private SuggestPriceMapping() {}

    /**
     * What was found.
     *
     * @param mapping null when no column can be the item code or the cost: name them yourself
     * @param reasons in words, a sentence a choice
     */
    public record Suggestion(@Nullable PriceMapping mapping, List<String> reasons) {}

    /** Suggests a mapping for a table. */
    public static Suggestion of(List<String> header, List<TableRow> sample) {
        return new Search(header, sample).suggestion();
    }

    /** One table's columns, each of which means one thing. */
    private static final class Search {

        private final List<String> header;
        private final List<TableRow> sample;
        private final Set<Integer> taken = new HashSet<>();
        private final List<String> reasons = new ArrayList<>();

        Search(List<String> header, List<TableRow> sample) {
            this.header = header;
            this.sample = sample;
        }

        Suggestion suggestion() {
            @Nullable String sku = named(SuggestMapping.SKU, "the item code");
            @Nullable String cost = named(COST, "the cost of one unit");
            if (sku == null || cost == null) {
                reasons.add("Name the columns yourself: " + String.join(", ", header) + ".");
                return new Suggestion(null, reasons);
            }
            @Nullable String weight = weight();
            return new Suggestion(
                    new PriceMapping(
                                    sku,
                                    cost,
                                    named(CURRENCY, "the currency"),
                                    named(SINCE, "the day a cost holds from"),
                                    named(SuggestMapping.PLACE, "the place it ships from"),
                                    named(TITLE, "the title"),
                                    named(GTIN, "the barcode's number"),
                                    named(PACK, "the pack size"),
                                    named(LEAST, "the least quantity of an order"),
                                    weight,
                                    weight == null ? null : unit(weight),
                                    named(LEAD, "the lead time in working days"),
                                    null,
                                    DecimalMark.of(cells(cost)).orElse(null),
                                    null,
                                    null)
                            .with(breaks()),
                    reasons);
        }

        private @Nullable String named(List<String> names, String meaning) {
            return ColumnNames.named(header, names, taken)
                    .map(column -> take(column, meaning))
                    .orElse(null);
        }

        private String take(int column, String meaning) {
            taken.add(column);
            reasons.add("\"" + header.get(column) + "\" is " + meaning + ", by its name.");
            return header.get(column);
        }

        private @Nullable String weight() {
            for (int i = 0; i < header.size(); i++) {
                if (!taken.contains(i) && WEIGHT.matcher(folded(header.get(i))).matches()) {
                    return take(i, "the weight");
                }
            }
            return null;
        }

        private @Nullable List<BreakColumn> breaks() {
            List<BreakColumn> breaks = new ArrayList<>();
            for (int i = 0; i < header.size() && breaks.size() < PriceBreak.MOST; i++) {
                Matcher matched = BREAK.matcher(folded(header.get(i)));
                if (taken.contains(i) || !matched.matches()) {
                    continue;
                }
                int quantity = Integer.parseInt(matched.group(1) == null ? matched.group(2) : matched.group(1));
                if (quantity > 1) {
                    breaks.add(new BreakColumn(take(i, "what a unit costs from " + quantity + " on"), quantity, null));
                }
            }
            return breaks.isEmpty() ? null : breaks;
        }

        private static WeightUnit unit(String name) {
            Matcher matched = WEIGHT.matcher(folded(name));
            return matched.matches() ? WeightUnit.named(matched.group(1)).orElse(WeightUnit.G) : WeightUnit.G;
        }

        private static String folded(String name) {
            return CellText.tidy(name).toLowerCase(Locale.ROOT);
        }

        private List<String> cells(String column) {
            int place = header.indexOf(column);
            return sample.stream().map(row -> row.cell(place)).toList();
        }
    }
}
