package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testing.SharedDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files, kept beside the repository. */
class SharedTablesTest {

    @ParameterizedTest
    @CsvSource({
        "northwind/Products.csv,77,ProductID",
        "northwind/Customers.csv,93,CustomerID",
        "olist/olist_products_dataset.csv,32951,product_id",
        "olist/olist_sellers_dataset.csv,3095,seller_id",
        "olist/product_category_name_translation.csv,71,product_category_name",
        "uci-online-retail/2010-12-01.csv,3108,InvoiceNo"
    })
    void readsEveryRowOfARealCatalogue(String name, int rows, String firstColumn) throws IOException {
        Optional<Path> file = SharedDocuments.find("catalogue/" + name);
        assumeTrue(file.isPresent(), "real catalogues are absent");

        try (InputStream in = Files.newInputStream(file.orElseThrow());
                TableFile table = TableFile.open(in, TableOptions.NONE, TableLimits.SMALL)) {
            List<TableRow> read = TableFileTest.rest(table);

            assertThat(table.header().getFirst()).isEqualTo(firstColumn);
            assertThat(read).hasSize(rows).allMatch(row -> row.fault() == null);
        }
    }

    @Test
    void readsEveryTableAStoreExports() throws IOException {
        Optional<Path> folder = SharedDocuments.find("store");
        assumeTrue(folder.isPresent(), "real exports are absent");

        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                try (InputStream in = Files.newInputStream(file);
                        TableFile table = TableFile.open(in, TableOptions.NONE, TableLimits.SMALL)) {
                    assertThat(TableFileTest.rest(table)).as(file.toString()).allMatch(row -> row.fault() == null);
                }
            }
        }
    }
}
