package dev.baton.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 881, 1_023, 1_024, 1_025, 16_384, 65_535, 65_536, 300_000})
    void givesBackWhatWasPackedWhateverItsSize(int size) {
        byte[] letters = new byte[size];
        for (int i = 0; i < size; i++) {
            letters[i] = (byte) ('a' + i % 7);
        }
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);

        assertThat(Packing.inflate(Packing.deflate(letters), size)).isEqualTo(letters);
        assertThat(Packing.inflate(Packing.deflate(noise), size)).isEqualTo(noise);
    }

    @Test
    void compressesWhatIsLongEnoughAndAddsFiveBytesToTheRest() {
        byte[] page = new byte[9_600];
        Arrays.fill(page, (byte) 'x');

        assertThat(Packing.deflate(page).length).isLessThan(200);
        assertThat(Packing.deflate(new byte[1_024])).hasSize(1_029);
    }

    @Test
    void saysThatStoredBytesAreTooFewOrDamaged() {
        byte[] packed = Packing.deflate("19 bytes of a reply".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] bent = packed.clone();
        bent[3] ^= 1;

        assertThatThrownBy(() -> Packing.inflate(packed, 20)).hasMessageContaining("shorter");
        assertThatThrownBy(() -> Packing.inflate(bent, 19)).hasMessageContaining("damaged");
    }
}
