package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests that say something that cannot be are refused where they are made, not where they do harm. */
class RefusalTest {
    private final UUID id = new UUID(0, 1);
    private final Origin acme = new Origin(id, "");

    @Test
    void aLineWantsAtLeastOneUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Demand(id, id, 0, null));
    }

    @Test
    void aCountryHasTwoLetters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Destination("DEU", "", ""));
    }

    @Test
    void anOfferHasNoNegativeCostWeightOrLeadTimeAndAPack() {
        assertThatIllegalArgumentException().isThrownBy(() -> offer(-1, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(1, 1, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(1, 1, 0, -1));
    }

    @Test
    void termsHaveNoNegativeAmounts() {
        RateTable none = new RateTable(List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new ShippingTerms(-1, 0, "EUR", 0, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShippingTerms(0, -1, "EUR", 0, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShippingTerms(0, 0, "EUR", -1, none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingTerms(Exchange.HIGHEST_PRICE_MINOR + 1, 0, "EUR", 0, none));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateTable.Row("DE", 0, 1, "EUR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateTable.Row("DE", 1, -1, "EUR"));
    }

    @Test
    void aPolicyHasPenaltiesSomebodyCouldMeanAndAtLeastOneNode() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(SourcingPolicy.HIGHEST_PENALTY_MINOR + 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourcingPolicy.Reliability(-1, TestOrder.DAY));
    }

    private Candidate offer(long cost, int pack, int grams, int days) {
        return new Candidate(id, acme, cost, "EUR", pack, 1, grams, days, Set.of(), Set.of());
    }

    private static SourcingPolicy policy(long split, long leadDay, int nodes) {
        return new SourcingPolicy(true, split, leadDay, Map.of(), nodes, Map.of());
    }
}
