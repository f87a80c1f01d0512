package dev.baton.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchThreadsTest {

    @Test
    void runsMoreAtATimeThanItHasThreadsForAndNamesEachOne() throws InterruptedException {
        int many = 120;
        CountDownLatch all = new CountDownLatch(many);
        CountDownLatch ended = new CountDownLatch(many);
        Set<String> kinds = Collections.synchronizedSet(new HashSet<>());
        Set<String> names = Collections.synchronizedSet(new HashSet<>());
        for (int i = 0; i < many; i++) {
            BatchThreads.start("batch of a test", () -> {
                kinds.add(Thread.currentThread().isVirtual() ? "virtual" : "platform");
                names.add(Thread.currentThread().getName());
                all.countDown();
                try {
                    // none ends before all run: with too few threads this would never open
                    if (all.await(30, TimeUnit.SECONDS)) {
                        ended.countDown();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        assertThat(ended.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(kinds).containsExactlyInAnyOrder("virtual", "platform");
        assertThat(names).containsExactly("batch of a test");
    }
}
