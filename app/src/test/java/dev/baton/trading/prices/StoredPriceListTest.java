package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.tables.DecimalMark;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import org.junit.jupiter.api.Test;

/** Definitions are read for ever. */
class StoredPriceListTest {

    private static final String FIRST = """
            {"schemaVersion": 1, "definition": {"currency": "USD", "shipFrom": "EAST",
             "mapping": {"sku": "item", "unitCost": "net", "currency": "cur", "since": "from", "shipFrom": "wh",
                         "title": "name", "gtin": "ean", "packSize": "pack", "minimumQuantity": "moq", "weight": "kg",
                         "weightUnit": "KG", "leadTimeDays": "days", "dayFirst": true, "decimalMark": "COMMA",
                         "headerRow": 2, "sheet": "Prices"}}}""";

    @Test
    void readsTheFirstVersion() {
        PriceListDefinition read = StoredPriceList.read(FIRST);

        assertThat(read)
                .isEqualTo(new PriceListDefinition(
                        "USD",
                        "EAST",
                        new PriceMapping(
                                "item",
                                "net",
                                "cur",
                                "from",
                                "wh",
                                "name",
                                "ean",
                                "pack",
                                "moq",
                                "kg",
                                WeightUnit.KG,
                                "days",
                                true,
                                DecimalMark.COMMA,
                                2,
                                "Prices")));
        assertThat(StoredPriceList.read(StoredPriceList.write(read))).isEqualTo(read);
    }

    @Test
    void keepsWhereItIsFetchedFrom() {
        PriceListDefinition fetched = new PriceListDefinition(
                null,
                null,
                PriceShop.mapping("sku,cost"),
                new FetchPlan(
                        new FileSource(FileSource.Kind.SFTP, "sftp://files.acme.example/p.csv", "baton", null, "/done"),
                        60));

        assertThat(StoredPriceList.read(StoredPriceList.write(fetched))).isEqualTo(fetched);
    }

    @Test
    void readsNothingOfAVersionToCome() {
        assertThatThrownBy(() -> StoredPriceList.read(FIRST.replace("Version\": 1", "Version\": 2")))
                .isInstanceOf(IllegalStateException.class);
    }
}
