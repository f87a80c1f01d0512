package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The one rounding rule, and the refusal of what would overflow. */
class ExchangeTest {
    private final Exchange exchange = new Exchange(
            new FxRates("EUR", Map.of("USD", new FxRate("USD", 500_000, TestOrder.DAY))), Long.MAX_VALUE / 16);

    @Test
    void roundsHalfToEven() {
        assertThat(exchange.toBook(1, 500_000)).isZero();
        assertThat(exchange.toBook(3, 500_000)).isEqualTo(2);
        assertThat(exchange.toBook(5, 500_000)).isEqualTo(2);
        assertThat(exchange.toBook(7, 500_000)).isEqualTo(4);
    }

    @Test
    void agreesWithDecimals() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            long micros = random.nextLong(1L << (1 + random.nextInt(50)));
            long rate = 1 + random.nextLong(1L << (1 + random.nextInt(36)));
            BigDecimal exact = BigDecimal.valueOf(micros)
                    .multiply(BigDecimal.valueOf(rate))
                    .divide(BigDecimal.valueOf(1_000_000), 0, RoundingMode.HALF_EVEN);
            long expected = exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 16)) > 0
                    ? Exchange.OUT_OF_RANGE
                    : exact.longValueExact();

            assertThat(exchange.toBook(micros, rate)).isEqualTo(expected);
        }
    }

    @Test
    void refusesWhatWouldOverflow() {
        assertThat(exchange.toBook(Long.MAX_VALUE, Exchange.ONE)).isEqualTo(Exchange.OUT_OF_RANGE);
        assertThat(exchange.toBook(Long.MAX_VALUE, Exchange.HIGHEST_RATE_MICROS))
                .isEqualTo(Exchange.OUT_OF_RANGE);
        assertThat(exchange.toBook(3, Long.MAX_VALUE / 2, Exchange.ONE)).isEqualTo(Exchange.OUT_OF_RANGE);
    }

    @Test
    void knowsHowManyDigitsACurrencyHas() {
        assertThat(Exchange.digits("EUR")).isEqualTo(2);
        assertThat(Exchange.digits("JPY")).isZero();
        assertThat(Exchange.digits("KWD")).isEqualTo(3);
        assertThat(exchange.minorToBook(199, "USD")).isEqualTo(995_000);
    }

    @Test
    void refusesRatesAndCurrenciesThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FxRate("USD", 0, TestOrder.DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FxRate("USD", Exchange.HIGHEST_RATE_MICROS + 1, TestOrder.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new FxRate("XXY", 1, TestOrder.DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new FxRates("EURO", Map.of()));
    }
}
