package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.suppliers.ShipMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipMethodCodeTest {

    private static final ShipMethod EXPRESS = new ShipMethod("Express", "EXP1", "dhl_express");
    private static final ShipMethod ANY = new ShipMethod(ShipMethod.ANY_METHOD, "STD", "dhl");

    @Test
    void speaksTheSuppliersWords() {
        assertThat(ShipMethodCode.of(" express ", List.of(ANY, EXPRESS)))
                .isEqualTo(new ShipMethodCode("EXP1", "dhl_express"));
    }

    @Test
    void takesTheAgreedCatchAllForAMethodNobodyNamed() {
        assertThat(ShipMethodCode.of("Pigeon", List.of(EXPRESS, ANY))).isEqualTo(new ShipMethodCode("STD", "dhl"));
        assertThat(ShipMethodCode.of(null, List.of(EXPRESS, ANY))).isEqualTo(new ShipMethodCode("STD", "dhl"));
    }

    @Test
    void passesTheStoresOwnWordsOnWhereNothingWasAgreed() {
        assertThat(ShipMethodCode.of("Pigeon", List.of(EXPRESS))).isEqualTo(new ShipMethodCode("Pigeon", null));
    }

    @Test
    void saysNothingWhereTheStoreSaidNothing() {
        assertThat(ShipMethodCode.of(null, List.of(EXPRESS))).isNull();
    }
}
