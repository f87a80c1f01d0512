package dev.baton.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    @TempDir
    Path folder;

    @Test
    void twoThatUnpackAtOnceShareTheCopyThatWasThereFirst() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Bundle> unpack = () -> {
            together.await();
            return Bundle.unpackedBelow(folder);
        };

        List<Bundle> both;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            both = threads.invokeAll(List.of(unpack, unpack)).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(both.getFirst()).isEqualTo(both.getLast());
        assertThat(both.getFirst().program("postgres"))
                .satisfies(program -> assertThat(Path.of(program)).isExecutable());
        assertThat(folders()).containsExactly(both.getFirst().home());
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
