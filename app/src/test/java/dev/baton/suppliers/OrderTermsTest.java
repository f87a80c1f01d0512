package dev.baton.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may carry, by code, by family and by word; and what falls short of the minimum. */
class OrderTermsTest {

    @Test
    void allowsWhatIsNamedAndTheFamilyOfWhatIs() {
        OrderTerms terms = new OrderTerms(null, List.of("dhl", "ups", "Kurier Nord"), null);

        assertThat(terms.allows("ups", "UPS Ground")).isTrue();
        assertThat(terms.allows("dhl_paket", "DHL Paket")).isTrue();
        assertThat(terms.allows("unknown", " kurier nord ")).isTrue();
        assertThat(terms.allows("fedex", "FedEx")).isFalse();
        assertThat(terms.allows("unknown", "Somebody")).isFalse();
        assertThat(OrderTerms.NONE.allows("unknown", "Somebody")).isTrue();
    }

    @Test
    void doesNotTakeOneMemberOfAFamilyForAnother() {
        OrderTerms terms = new OrderTerms(null, List.of("dhl_paket"), null);

        assertThat(terms.allows("dhl", "DHL")).isTrue();
        assertThat(terms.allows("dhl_express", "DHL Express")).isFalse();
    }

    @Test
    void keepsACarrierByItsCodeAndNamesIt() {
        assertThat(OrderTerms.kept("United Parcel Service")).isEqualTo("ups");
        assertThat(OrderTerms.kept(" Kurier Nord ")).isEqualTo("Kurier Nord");
        assertThat(new OrderTerms(null, List.of("ups", "Kurier Nord"), null).carrierNames())
                .containsExactly("UPS", "Kurier Nord");
    }

    @Test
    void fallsShortOfTheMinimumByAMillionthAndOnlyInItsCurrency() {
        OrderTerms terms = new OrderTerms(null, List.of(), new Money(5_000, "EUR"));

        assertThat(terms.undercut(49_999_999, "EUR")).isEqualTo(new Money(5_000, "EUR"));
        assertThat(terms.undercut(50_000_000, "EUR")).isNull();
        assertThat(terms.undercut(1, "USD")).isNull();
        assertThat(OrderTerms.NONE.undercut(1, "EUR")).isNull();
    }
}
