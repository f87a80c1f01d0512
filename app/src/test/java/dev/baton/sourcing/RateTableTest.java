package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which rows of a price list apply: the most specific zone's, alone. */
class RateTableTest {
    private final TestOrder order = new TestOrder();
    private final UUID lamp = order.id();
    private final Origin acme = order.warehouse(
            order.id(),
            "",
            0,
            new RateTable.Row("*", 30_000, 900, "EUR"),
            new RateTable.Row("GB", 1_000, 500, "EUR"),
            new RateTable.Row("GB", 30_000, 600, "EUR"),
            new RateTable.Row("GB-NIR", 30_000, 700, "EUR"),
            new RateTable.Row("GB:B", 30_000, 750, "EUR"),
            new RateTable.Row("GB:BT", 30_000, 800, "EUR"));

    private long priceTo(String country, String postcode, String region, int grams) {
        order.destination = new Destination(country, postcode, region);
        order.demands.clear();
        order.line(lamp, 1);
        order.offer(lamp, acme).weighs(grams);
        return order.plan().groups().getFirst().shippingMicros() / 10_000;
    }

    @Test
    void everywhereIsForCountriesWithoutRowsOfTheirOwn() {
        assertThat(priceTo("FR", "75001", "", 500)).isEqualTo(900);
    }

    @Test
    void theCountrysRowsComeBeforeEverywhere() {
        assertThat(priceTo("GB", "SW1A", "ENG", 1_000)).isEqualTo(500);
    }

    @Test
    void theSmallestSufficientWeightIsThePrice() {
        assertThat(priceTo("GB", "SW1A", "ENG", 1_001)).isEqualTo(600);
    }

    @Test
    void theRegionComesBeforeTheCountry() {
        assertThat(priceTo("GB", "", "NIR", 500)).isEqualTo(700);
    }

    @Test
    void thePostcodeComesBeforeTheRegionAndTheLongerPrefixFirst() {
        assertThat(priceTo("GB", "BT1 5GS", "NIR", 500)).isEqualTo(800);
    }

    @Test
    void aShorterPrefixHoldsTheRest() {
        assertThat(priceTo("GB", "B1 1AA", "ENG", 500)).isEqualTo(750);
    }

    @Test
    void refusesTwoPricesForTheSameWeight() {
        List<RateTable.Row> rows =
                List.of(new RateTable.Row("DE", 1_000, 1, "EUR"), new RateTable.Row("DE", 1_000, 2, "EUR"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateTable(rows))
                .withMessageContaining("DE");
    }

    @Test
    void refusesAZoneOfNoKnownShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateTable.Row("Germany", 1_000, 1, "EUR"));
    }

    @Test
    void refusesACurrencyThatDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateTable.Row("DE", 1_000, 1, "EURO"));
    }

    @Test
    void isEqualByItsRows() {
        RateTable.Row row = new RateTable.Row("DE", 1_000, 1, "EUR");

        assertThat(new RateTable(List.of(row)))
                .isEqualTo(new RateTable(List.of(row)))
                .hasSameHashCodeAs(new RateTable(List.of(row)))
                .isNotEqualTo(new RateTable(List.of()));
    }
}
