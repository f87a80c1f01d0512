package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SuggestPriceMappingTest {

    private static SuggestPriceMapping.Suggestion of(String header, String... rows) {
        List<TableRow> sample = new ArrayList<>();
        for (String row : rows) {
            sample.add(new TableRow(sample.size() + 2L, List.of(row.split(";", -1)), null));
        }
        return SuggestPriceMapping.of(List.of(header.split(";", -1)), sample);
    }

    @Test
    void learnsAGermanList() {
        SuggestPriceMapping.Suggestion found = of(
                "Artikelnummer;Bezeichnung;EAN;EK netto;Währung;Gültig ab;VE;Mindestmenge;Gewicht (kg)",
                "A-1;Lampe;4006381333931;12,40;EUR;01.04.2026;6;12;0,9");

        PriceMapping mapping = Objects.requireNonNull(found.mapping());
        assertThat(List.of(mapping.sku(), mapping.unitCost())).containsExactly("Artikelnummer", "EK netto");
        assertThat(mapping.title()).isEqualTo("Bezeichnung");
        assertThat(mapping.gtin()).isEqualTo("EAN");
        assertThat(mapping.currency()).isEqualTo("Währung");
        assertThat(mapping.since()).isEqualTo("Gültig ab");
        assertThat(mapping.packSize()).isEqualTo("VE");
        assertThat(mapping.minimumQuantity()).isEqualTo("Mindestmenge");
        assertThat(mapping.weight()).isEqualTo("Gewicht (kg)");
        assertThat(mapping.weightUnit()).isEqualTo(WeightUnit.KG);
        assertThat(mapping.decimalMark()).isEqualTo(DecimalMark.COMMA);
        assertThat(found.reasons()).hasSize(9).allMatch(reason -> reason.endsWith("by its name."));
    }

    @Test
    void takesTheCostAndNotTheRetailPrice() {
        PriceMapping mapping = Objects.requireNonNull(
                of("SKU;Price;Wholesale Price;Weight", "A;20.00;9.50;300").mapping());

        assertThat(mapping.unitCost()).isEqualTo("Wholesale Price");
        assertThat(mapping.weightUnit()).isEqualTo(WeightUnit.G);
        assertThat(mapping.decimalMark()).isEqualTo(DecimalMark.POINT);
    }

    @Test
    void takesQuantitiesInColumnNamesForPriceBreaks() {
        PriceMapping mapping =
                Objects.requireNonNull(of("SKU;Cost;Price 10+;Preis ab 50 Stk.;from 100;2026;UVP", "A;9;8;7;6;5;4")
                        .mapping());

        assertThat(mapping.priceBreaks())
                .containsExactly(
                        new BreakColumn("Price 10+", 10, null),
                        new BreakColumn("Preis ab 50 Stk.", 50, null),
                        new BreakColumn("from 100", 100, null));
    }

    @Test
    void asksForNamesWhereItFindsNone() {
        SuggestPriceMapping.Suggestion found = of("x;y", "1;2");

        assertThat(found.mapping()).isNull();
        assertThat(found.reasons()).containsExactly("Name the columns yourself: x, y.");
    }
}
