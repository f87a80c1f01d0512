package dev.baton.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingStreamTest {

    private static final int MOST = 400_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_024, 1_025, 16_384, 16_385, 65_536, 300_000, MOST})
    void givesBackWhatPassedWhateverItsSizeAndPieces(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        try (PackingStream stream = new PackingStream(MOST)) {
            for (int from = 0; from < size; from += 7_001) {
                stream.write(noise, from, Math.min(7_001, size - from));
            }
            Packed packed = stream.packed().orElseThrow();

            assertThat(stream.seen()).isEqualTo(size);
            assertThat(packed.size()).isEqualTo(size);
            assertThat(packed.sha256()).isEqualTo(Packing.sha256(noise)).isEqualTo(stream.sha256());
            assertThat(Packing.inflate(packed.deflated(), size)).isEqualTo(noise);
        }
    }

    @Test
    void compressesWhatPassesAndTakesSingleBytes() {
        byte[] letters = new byte[100_000];
        try (PackingStream stream = new PackingStream(MOST)) {
            for (byte letter : letters) {
                stream.write(letter);
            }
            Packed packed = stream.packed().orElseThrow();

            assertThat(packed.deflated().length).isLessThan(2_000);
            assertThat(Packing.inflate(packed.deflated(), letters.length)).isEqualTo(letters);
        }
    }

    @Test
    void keepsNothingBeyondItsLimitAndGoesOnCounting() {
        try (PackingStream stream = new PackingStream(MOST)) {
            stream.write(new byte[MOST], 0, MOST);
            assertThat(stream.isFull()).isFalse();
            stream.write(1);
            stream.write(new byte[10], 0, 10);

            assertThat(stream.isFull()).isTrue();
            assertThat(stream.packed()).isEmpty();
            assertThat(stream.seen()).isEqualTo(MOST + 11L);
        }
    }
}
