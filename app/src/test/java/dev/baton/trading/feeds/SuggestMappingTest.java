package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import dev.baton.testing.SharedDocuments;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestMappingTest {

    @Test
    void findsTheColumnsByTheirNames() throws IOException {
        ColumnMapping mapping = learn("Title;Artikelnummer;Bestand;Lager\nCup;A1;3,0;EAST\nPot;A2;12,5;WEST\n");

        assertThat(mapping.sku()).isEqualTo("Artikelnummer");
        assertThat(mapping.shipFrom()).isEqualTo("Lager");
        assertThat(mapping.quantities()).containsExactly(new QuantityColumn("Bestand", null));
        assertThat(mapping.decimalMark()).isEqualTo(DecimalMark.COMMA);
    }

    @Test
    void findsACodeByWhatStandsInTheColumn() throws IOException {
        assertThat(learn("x,y,qty\nA1,same,3\nA2,same,4\n").sku()).isEqualTo("x");
    }

    @Test
    void findsAColumnForEachWarehouse() throws IOException {
        assertThat(learn("sku,Stock EAST,Stock (West)\nA1,3,4\n").quantities())
                .containsExactly(new QuantityColumn("Stock EAST", "EAST"), new QuantityColumn("Stock (West)", "West"));
    }

    @Test
    void doesNotTakeAPriceForAQuantityOnlyBecauseOfItsName() throws IOException {
        SuggestMapping.Suggestion found = suggest("sku,stock\nA1,see below\nA2,call us\n");

        assertThat(found.mapping()).isNull();
        assertThat(found.reasons()).anyMatch(reason -> reason.contains("Name the columns yourself: sku, stock"));
    }

    @Test
    void learnsARealCatalogue() throws IOException {
        Optional<Path> file = SharedDocuments.find("catalogue/northwind/Products.csv");
        assumeTrue(file.isPresent(), "real catalogues are absent");

        ColumnMapping mapping = learn(Files.readString(file.orElseThrow()));

        assertThat(mapping.sku()).isEqualTo("ProductID");
        assertThat(mapping.quantities()).containsExactly(new QuantityColumn("UnitsInStock", null));
    }

    private static ColumnMapping learn(String text) throws IOException {
        return Objects.requireNonNull(suggest(text).mapping());
    }

    private static SuggestMapping.Suggestion suggest(String text) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (TableFile table = TableFile.open(in, TableOptions.NONE, TableLimits.SMALL)) {
            List<TableRow> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return SuggestMapping.of(table.header(), rows);
        }
    }
}
