package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SampleSupplier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixty-four real connections fight for the last units of twenty offers. */
@Timeout(180)
class LastUnitsTest {

    private static final int CONNECTIONS = 64;
    private static final int ATTEMPTS = 10_000;
    private static final int OFFERS = 20;
    private static final int UNITS = 150;

    private final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    private final Map<OfferId, SkuId> skus = new HashMap<>();
    private final AtomicInteger won = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /** Lost update on a counter (medusa #16569, Vendure, Broadleaf #2472); a cap read, then written (HotWax). */
    @Test
    void neverOneTooManyAndNoDeadlockReachesACaller() {
        List<OfferId> offers = offers();
        AtomicInteger left = new AtomicInteger(ATTEMPTS);
        try (ManyConnections many = new ManyConnections(world.baton, CONNECTIONS)) {
            List<Runnable> runs = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Random random = new Random(i);
                runs.add(() -> {
                    while (left.getAndDecrement() > 0) {
                        attempt(many, offers, random);
                    }
                });
            }
            ManyConnections.together(runs);
        }

        assertThat(won.get() + lost.get()).isEqualTo(ATTEMPTS);
        assertThat(won.get()).isEqualTo(OFFERS * UNITS);
        assertThat(offers)
                .allSatisfy(offer -> assertThat(world.available(offer)).isZero());
        assertThat(world.differences()).isEmpty();
        assertThat(claims()).isEqualTo(OFFERS * UNITS);
    }

    /** Each order has three candidates, in no order of its own, and takes the first that has a unit. */
    private void attempt(ManyConnections many, List<OfferId> offers, Random random) {
        List<OfferId> candidates = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            candidates.add(offers.get(random.nextInt(offers.size())));
        }
        boolean sold = many.tenancy().inTransaction(world.merchant, () -> {
            Map<OfferId, StockSeen> seen = many.claimStock().lockAvailable(world.merchant, candidates);
            for (OfferId offer : candidates) {
                StockSeen stock = seen.get(offer);
                SkuId sku = skus.get(offer);
                if (stock != null && sku != null && stock.available() > 0) {
                    many.claimStock()
                            .claim(
                                    world.merchant,
                                    List.of(new NewClaim(UUID.randomUUID(), offer, sku, UUID.randomUUID(), 1)));
                    return true;
                }
            }
            return false;
        });
        (sold ? won : lost).incrementAndGet();
    }

    /**
     * Locked by one index, updated by another: deadlock (magento2 #41224). Merges in the order of the file against
     * claimers in the order of their orders must never wait for each other in a circle.
     */
    @Test
    void aMergeBesideClaimersDeadlocksNobody() {
        List<OfferId> offers = offers();
        AtomicInteger merges = new AtomicInteger(12);
        try (ManyConnections many = new ManyConnections(world.baton, 16)) {
            List<Runnable> runs = new ArrayList<>();
            runs.add(() -> {
                for (int i = 0; merges.decrementAndGet() >= 0; i++) {
                    world.feed(FULL, "08:%02d".formatted(i + 10), shuffledFile(i));
                }
            });
            for (int i = 0; i < 16; i++) {
                Random random = new Random(i);
                runs.add(() -> {
                    for (int orders = 0; orders < 50 || merges.get() > 0; orders++) {
                        attempt(many, offers, random);
                    }
                });
            }
            long before = deadlocks();
            ManyConnections.together(runs);

            assertThat(deadlocks()).isEqualTo(before);
        }

        assertThat(world.differences()).isEmpty();
        assertThat(claims()).isEqualTo(won.get());
        assertThat(offers).allSatisfy(offer -> {
            StockSeen stock = world.stock(offer);
            assertThat(stock.uncovered()).isLessThanOrEqualTo(UNITS + 11);
        });
    }

    private List<OfferId> offers() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            codes.add("P" + i);
        }
        List<SkuId> made = world.catalog.skus(codes);
        List<OfferId> offers = world.catalog.offers(world.supplier, codes);
        for (int i = 0; i < OFFERS; i++) {
            skus.put(offers.get(i), made.get(i));
        }
        world.feed(FULL, "08:00", codes.stream().map(code -> code + "=" + UNITS).toArray(String[]::new));
        return offers;
    }

    private static String[] shuffledFile(int run) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) {
            rows.add("P" + i + "=" + (UNITS + run % 12));
        }
        Collections.shuffle(rows, new Random(run));
        return rows.toArray(String[]::new);
    }

    private long claims() {
        return count("select count(*) from stock_claim where merchant_id = :merchant");
    }

    private long deadlocks() {
        return count(
                "select deadlocks from pg_stat_database where datname = current_database() and :merchant is not null");
    }

    private long count(String sql) {
        return world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql(sql)
                        .param("merchant", world.merchant.value())
                        .query(Long.class)
                        .single());
    }
}
