package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.suppliers.Absence;
import dev.baton.trading.sources.FileSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions are read for ever. */
class StoredDefinitionTest {

    private static final String FIRST = """
            {"schemaVersion": 1, "definition": {"shipFrom": "EAST", "mode": "FULL", "absence": "KEEP", "maxAgeMinutes": 30,
             "mapping": {"sku": "item", "shipFrom": null, "quantities": [{"column": "qty", "shipFrom": null}],
                         "words": {"lots": 500}, "inStock": 3, "decimalMark": "COMMA", "headerRow": 2, "sheet": "Stock"},
             "guard": {"fromOffers": 10, "mostLostPercent": 50, "mostMissingPercent": 40},
             "source": {"kind": "SFTP", "url": "sftp://files.acme.example/out/stock*.csv", "user": "baton",
                        "hostKey": null, "renameTo": "/done"},
             "everyMinutes": 60, "whenStale": "CAP", "capUnits": 2}}""";

    @Test
    void readsTheFirstVersion() {
        FeedDefinition read = StoredDefinition.read(FIRST);

        assertThat(read)
                .isEqualTo(new FeedDefinition(
                        "EAST",
                        FeedMode.FULL,
                        Absence.KEEP,
                        30,
                        new ColumnMapping(
                                "item",
                                null,
                                List.of(new ColumnMapping.QuantityColumn("qty", null)),
                                Map.of("lots", 500),
                                3,
                                DecimalMark.COMMA,
                                2,
                                "Stock"),
                        new FeedGuard(10, 50, 40),
                        new FileSource(
                                FileSource.Kind.SFTP,
                                "sftp://files.acme.example/out/stock*.csv",
                                "baton",
                                null,
                                "/done"),
                        60,
                        StalePolicy.CAP,
                        2));
        assertThat(StoredDefinition.read(StoredDefinition.write(read))).isEqualTo(read);
    }

    @Test
    void readsNothingOfAVersionToCome() {
        assertThatThrownBy(() -> StoredDefinition.read(FIRST.replace("Version\": 1", "Version\": 2")))
                .isInstanceOf(IllegalStateException.class);
    }
}
