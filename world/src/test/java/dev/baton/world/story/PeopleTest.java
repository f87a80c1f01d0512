package dev.baton.world.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void speakEveryLanguageCustomersAreWrittenToIn() {
        People people = new People(new SplittableRandom(1), "customer.example");

        assertThat(IntStream.range(0, 200)
                        .mapToObj(index ->
                                people.inOneOf(List.of(), index).buyer().locale())
                        .distinct())
                .containsExactlyInAnyOrder("en", "de", "fr", "es");
    }
}
