package dev.baton.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.MerchantId;
import dev.baton.shopper.LookupLimits.Verdict;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Limits of the look-up, counted for all nodes together. */
class LookupLimitsTest {

    private static final TestBaton NODE = TestBaton.shared();
    private static final TestBaton OTHER = NODE.restartedWith(Map.of());

    private final MerchantId merchant = NODE.newMerchant();

    private Verdict take(TestBaton node, String caller, String order) {
        return node.in(merchant, () -> node.bean(LookupLimits.class).take(merchant, caller, order));
    }

    @Test
    void countsAnOrdersTriesAcrossNodes() throws Exception {
        int tries = 3 * LookupLimits.PER_ORDER;
        CyclicBarrier start = new CyclicBarrier(tries);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(tries)) {
            for (int i = 0; i < tries; i++) {
                TestBaton node = i % 2 == 0 ? NODE : OTHER;
                String caller = "198.51.100." + i;
                verdicts.add(threads.submit(() -> {
                    start.await();
                    return take(node, caller, "main/1001");
                }));
            }
        }

        assertThat(verdicts)
                .extracting(Future::resultNow)
                .filteredOn(Verdict.ALLOWED::equals)
                .hasSize(LookupLimits.PER_ORDER);
        assertThat(take(OTHER, "203.0.113.1", "main/1001")).isEqualTo(Verdict.ORDER_TOO_OFTEN);
        assertThat(take(OTHER, "203.0.113.1", "main/1002")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aCallerOverItsLimitUsesUpNothingOfAnOrders() {
        for (int i = 0; i < LookupLimits.PER_CALLER; i++) {
            assertThat(take(i % 2 == 0 ? NODE : OTHER, "198.51.100.1", "main/" + i))
                    .isEqualTo(Verdict.ALLOWED);
        }
        for (int i = 0; i < 2 * LookupLimits.PER_ORDER; i++) {
            assertThat(take(NODE, "198.51.100.1", "main/2001")).isEqualTo(Verdict.CALLER_TOO_OFTEN);
        }

        assertThat(take(OTHER, "198.51.100.2", "main/2001")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aWindowBeginsAnewWhenItsTimeIsOver() {
        for (int i = 0; i < 2 * LookupLimits.PER_ORDER; i++) {
            take(NODE, "198.51.100." + i, "main/3001");
        }
        NODE.clock().advance(LookupLimits.WINDOW.minus(Duration.ofSeconds(1)));
        assertThat(take(NODE, "198.51.100.50", "main/3001")).isEqualTo(Verdict.ORDER_TOO_OFTEN);
        NODE.clock().advance(Duration.ofSeconds(2));

        for (int i = 0; i < LookupLimits.PER_ORDER; i++) {
            assertThat(take(NODE, "198.51.100." + i, "main/3001")).isEqualTo(Verdict.ALLOWED);
        }
        assertThat(take(NODE, "198.51.100.60", "main/3001")).isEqualTo(Verdict.ORDER_TOO_OFTEN);
    }

    @Test
    void keepsNothingOfACallerButASmallNumber() {
        take(NODE, "198.51.100.77", "main/4001");

        List<String> rows = NODE.in(
                merchant,
                () -> NODE.jdbc()
                        .sql("select w::text from lookup_window w where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(String.class)
                        .list());

        assertThat(rows).hasSize(2).noneMatch(row -> row.contains("198.51") || row.contains("4001,"));
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(Integer.parseInt(row.split(",", -1)[2])).isBetween(0, 65_535));
    }
}
