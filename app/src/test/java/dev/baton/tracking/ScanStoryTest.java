package dev.baton.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.tracking.ScanStory.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanStoryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void showsTheLatestScanByEventTime() {
        ScanStory story = ScanStory.of(List.of(at(0, ScanCode.PRE_TRANSIT), at(5, ScanCode.IN_TRANSIT)));

        assertThat(story.status()).isEqualTo(ScanCode.IN_TRANSIT);
        assertThat(story.statusAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(story.deliveredAt()).isNull();
    }

    @Test
    void letsTheHigherRankDecideBetweenScansOfOneInstant() {
        ScanStory story = ScanStory.of(List.of(at(5, ScanCode.DELIVERED), at(5, ScanCode.OUT_FOR_DELIVERY)));

        assertThat(story.status()).isEqualTo(ScanCode.DELIVERED);
        assertThat(story.movedAfterDelivery()).isFalse();
    }

    @Test
    void keepsDeliveredWhenAnEarlierScanArrivesLate() {
        ScanStory story = ScanStory.of(List.of(at(9, ScanCode.DELIVERED), at(3, ScanCode.IN_TRANSIT)));

        assertThat(story.status()).isEqualTo(ScanCode.DELIVERED);
        assertThat(story.movedAfterDelivery()).isFalse();
    }

    @Test
    void noticesAScanThatHappenedAfterDelivery() {
        ScanStory story = ScanStory.of(List.of(at(3, ScanCode.DELIVERED), at(9, ScanCode.IN_TRANSIT)));

        assertThat(story.status()).isEqualTo(ScanCode.IN_TRANSIT);
        assertThat(story.deliveredAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(story.movedAfterDelivery()).isTrue();
    }

    @Test
    void saysNothingWithoutScans() {
        assertThat(ScanStory.of(List.of())).isEqualTo(new ScanStory(null, null, null, false));
    }

    @Test
    void dependsOnTheSetOfScansAndNotOnTheirOrderOrNumber() {
        Random random = new Random(11);
        List<ScanCode> codes = List.of(ScanCode.values());
        for (int round = 0; round < 500; round++) {
            List<Scan> scans = new ArrayList<>();
            int many = 1 + random.nextInt(6);
            for (int i = 0; i < many; i++) {
                scans.add(at(random.nextInt(4), codes.get(random.nextInt(codes.size()))));
            }
            ScanStory expected = ScanStory.of(scans);
            for (int again = 0; again < 6; again++) {
                List<Scan> told = new ArrayList<>(scans);
                told.addAll(scans.subList(0, random.nextInt(scans.size() + 1)));
                Collections.shuffle(told, random);
                assertThat(ScanStory.of(told)).isEqualTo(expected);
            }
        }
    }

    private static Scan at(int seconds, ScanCode code) {
        return new Scan(NOON.plusSeconds(seconds), code);
    }
}
