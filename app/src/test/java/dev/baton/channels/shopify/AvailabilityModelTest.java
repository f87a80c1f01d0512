package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.CatalogLookup;
import dev.baton.channels.AvailabilityLookup.Standing;
import dev.baton.inventory.InventoryLookup;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two stores sell the same goods while feeds change them: sales, cancellations, webhooks late and in any order, answers
 * and calls lost, customers buying in the middle of a call. No figure a store takes counts a unit it has sold already,
 * and once all is told every store shows exactly what may be sold.
 */
class AvailabilityModelTest {

    private static final int STEPS = 80;

    private final TestBaton baton = TestBaton.shared();
    private final TestShop merchant = new TestShop(baton);
    private final List<KeptStore> stores =
            List.of(new KeptStore(merchant, "one", 6_000), new KeptStore(merchant, "two", 7_000));
    private final List<String> skus = List.of("CUP", "TEE");
    private final Map<KeptStore, List<Untold>> untold = new HashMap<>();
    private final Map<KeptStore.Sale, Integer> open = new HashMap<>();
    private final Map<KeptStore, Integer> looked = new HashMap<>();

    /** A version of a sale whose webhook is on its way; units above 0 were sold, below 0 given back. */
    private record Untold(KeptStore.Sale sale, int version, String sku, int units) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverShowsAStoreWhatItHasSoldAlready(long seed) {
        Random random = new Random(seed);
        SupplierId supplier = merchant.supplier("acme", Netting.GROSS, 500);
        for (String sku : skus) {
            merchant.sku(sku);
            merchant.offer(sku, supplier, "A-" + sku, "4.00", 10 + random.nextInt(20));
        }
        stores.forEach(store -> {
            untold.put(store, new ArrayList<>());
            store.lists(item(store, "CUP"), "CUP", random.nextInt(30));
            store.lists(item(store, "TEE"), "TEE", random.nextInt(30));
            store.on();
            looked.put(store, store.shop.taken.size());
        });

        for (int step = 0; step < STEPS; step++) {
            act(random, supplier);
            examine();
        }
        while (untold.values().stream().anyMatch(list -> !list.isEmpty())) {
            stores.forEach(store -> tellOne(random, store));
        }
        stores.forEach(store -> store.shop.before = () -> {});
        // what was given back is believed once the time for its messages is over
        baton.clock().advance(Duration.ofMinutes(11));
        for (int i = 0; i < 4; i++) {
            merchant.stock(supplier, "A-CUP", 40 + i);
            KeptStore.settle(baton);
        }

        for (KeptStore store : stores) {
            for (String sku : skus) {
                assertThat(store.shop.of(item(store, sku)))
                        .as("%s of %s, seed %d: %s", sku, store.store().code(), seed, store.figures())
                        .isEqualTo((int) published(sku));
            }
            assertThat(store.figures()).allMatch(figure -> figure.standing() == Standing.IN_STEP);
            store.close();
        }
    }

    private List<Untold> untold(KeptStore store) {
        return untold.computeIfAbsent(store, none -> new ArrayList<>());
    }

    private static String item(KeptStore store, String sku) {
        return (store.store().code().equals("one") ? "1" : "2") + (sku.equals("CUP") ? "1" : "2");
    }

    private void act(Random random, SupplierId supplier) {
        KeptStore store = stores.get(random.nextInt(2));
        String sku = skus.get(random.nextInt(2));
        switch (random.nextInt(9)) {
            case 0, 1 -> buy(random, store, sku);
            case 2 -> tellOne(random, store);
            case 3 -> cancel(random, store);
            case 4 -> merchant.stock(supplier, "A-" + sku, 5 + random.nextInt(40));
            case 5 -> store.shop.answersToLose = random.nextInt(2);
            case 6 -> store.shop.callsToLose = random.nextInt(2);
            case 7 -> {
                boolean[] bought = new boolean[1];
                store.shop.before = () -> {
                    if (!bought[0] && random.nextInt(3) == 0) {
                        bought[0] = true;
                        buy(random, store, sku);
                    }
                };
            }
            default -> baton.clock().advance(Duration.ofSeconds(1 + random.nextInt(20)));
        }
        baton.clock().advance(Duration.ofMillis(700));
        baton.runDue();
    }

    private void buy(Random random, KeptStore store, String sku) {
        String item = item(store, sku);
        int units = Math.min(store.shop.of(item), 1 + random.nextInt(3));
        if (units > 0) {
            KeptStore.Sale sale = store.sells(item, sku, units);
            untold(store).add(new Untold(sale, 0, sku, units));
            open.put(sale, units);
        }
    }

    /** Only what was told before is cancelled here: a later version may still overtake nothing. */
    private void cancel(Random random, KeptStore store) {
        List<KeptStore.Sale> mine = open.keySet().stream()
                .filter(sale -> sale.of() == store)
                .sorted(Comparator.comparingLong(sale -> sale.id))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        KeptStore.Sale sale = mine.get(random.nextInt(mine.size()));
        int units = Objects.requireNonNull(open.remove(sale));
        String sku = sale.units.keySet().iterator().next();
        store.shop.sell(item(store, sku), -units);
        sale.cancel();
        untold(store).add(new Untold(sale, 1, sku, -units));
    }

    /** One webhook arrives, whichever; with an order's last word the earlier ones are settled too. */
    private void tellOne(Random random, KeptStore store) {
        List<Untold> waiting = untold(store);
        if (waiting.isEmpty()) {
            return;
        }
        Untold next = waiting.remove(random.nextInt(waiting.size()));
        next.sale().told(next.version());
        if (random.nextInt(3) == 0) {
            next.sale().told(next.version());
        }
        baton.runDue();
        if (next.version() == 1) {
            waiting.removeIf(other -> other.sale() == next.sale());
        }
    }

    /** Every figure a store took since the last look leaves out the units it has sold and nobody knows of. */
    private void examine() {
        for (KeptStore store : stores) {
            List<InventoryShop.Taken> taken = store.shop.taken;
            for (String sku : skus) {
                int sold = untold(store).stream()
                        .filter(one -> one.sku().equals(sku))
                        .mapToInt(Untold::units)
                        .sum();
                List<InventoryShop.Taken> mine = taken.subList(looked.getOrDefault(store, 0), taken.size()).stream()
                        .filter(one -> one.item().equals(item(store, sku)))
                        .toList();
                if (!mine.isEmpty()) {
                    assertThat((long) store.shop.of(item(store, sku)))
                            .as("%s: %s", sku, mine)
                            .isLessThanOrEqualTo(Math.max(0, published(sku) - sold));
                }
            }
            looked.put(store, taken.size());
        }
    }

    /** What may be sold by all that is known. */
    private long published(String sku) {
        return baton.<Long>in(merchant.merchant, () -> {
            var id = baton.bean(CatalogLookup.class)
                    .skuByCode(merchant.merchant, sku)
                    .orElseThrow()
                    .id();
            return baton.bean(InventoryLookup.class)
                    .explain(merchant.merchant, id)
                    .published();
        });
    }
}
