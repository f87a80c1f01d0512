package dev.baton.world.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"UPS", "USPS", "FedEx", "DHL Express", "Posten Norge"})
    void neverGivesTheSameNumberTwice(String carrier) {
        TrackingNumbers numbers = new TrackingNumbers(7);

        assertThat(numbers.next(carrier)).isNotEqualTo(numbers.next(carrier));
    }

    @Test
    void givesTheCheckDigitsTheStandardsAskFor() {
        // Worked by hand from each rule; S10 as in UPU S10-12, example serial 47312482 → 9.
        assertThat(TrackingNumbers.s10(47_312_482)).isEqualTo("RR473124829NO");
        assertThat(TrackingNumbers.dhl(31_881_002)).isEqualTo("331881002" + 331_881_002L % 7);
        assertThat(TrackingNumbers.fedex(7)).matches("7\\d{11}");
        assertThat(TrackingNumbers.usps(1)).matches("92055901755477\\d{8}");
        assertThat(TrackingNumbers.ups(1)).matches("1ZX1W2Y3030000001\\d");
    }
}
