package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.DesiredVersusSent.Question;
import dev.baton.purchasing.DesiredVersusSent.Verdict;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesiredVersusSentTest {

    private static final DeliveryFacts TOLD = facts("DE", "Old Street 1", null, "STD dhl", Map.of());

    @Test
    void asksNothingWhenNothingDiffers() {
        Verdict verdict =
                DesiredVersusSent.compare(TOLD, facts("DE", "Old Street 1", null, "STD dhl", Map.of()), null, 2);

        assertThat(verdict).isEqualTo(new Verdict(Question.NONE, Set.of()));
    }

    @Test
    void asksOneQuestionAboutAllThatDiffers() {
        DeliveryFacts wanted = facts("DE", "New Street 2", "Hi", "EXP ups", Map.of(1, Map.of("Engraving", "Ada")));

        Verdict verdict = DesiredVersusSent.compare(TOLD, wanted, null, 1);

        assertThat(verdict.question()).isEqualTo(Question.ASK);
        assertThat(verdict.differs())
                .containsExactlyInAnyOrder(
                        AmendedFact.SHIP_TO, AmendedFact.GIFT_MESSAGE, AmendedFact.SHIP_METHOD, AmendedFact.PROPERTIES);
    }

    @Test
    void holdsAnotherCountryForAPerson() {
        Verdict verdict = DesiredVersusSent.compare(TOLD, facts("AT", "Gasse 1", null, "STD dhl", Map.of()), null, 2);

        assertThat(verdict.question()).isEqualTo(Question.HOLD);
    }

    @Test
    void doesNotAskTheSameAgainAfterANo() {
        DeliveryFacts wanted = facts("DE", "New Street 2", null, "STD dhl", Map.of());

        assertThat(DesiredVersusSent.compare(TOLD, wanted, wanted, 2).question())
                .isEqualTo(Question.NONE);
        assertThat(DesiredVersusSent.compare(TOLD, facts("DE", "Third Street 3", null, "STD dhl", Map.of()), wanted, 2)
                        .question())
                .isEqualTo(Question.ASK);
    }

    @Test
    void comesTooLateWhenNoUnitIsStillToCome() {
        Verdict verdict =
                DesiredVersusSent.compare(TOLD, facts("DE", "New Street 2", null, "STD dhl", Map.of()), null, 0);

        assertThat(verdict.question()).isEqualTo(Question.TOO_LATE);
    }

    private static DeliveryFacts facts(
            String country,
            String street,
            @org.jspecify.annotations.Nullable String gift,
            String method,
            Map<Integer, Map<String, String>> entered) {
        return new DeliveryFacts(
                country,
                new PostalAddress("Ada Muster", null, street, null, "Berlin", null, null, "10115", country, null),
                gift,
                method,
                entered);
    }
}
