package dev.baton.sourcing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Small orders of every shape, from a seed: scarce stock, shared SKUs, odd packs and least quantities, price breaks, falling rate tables, missing rates. */
final class RandomOrders {
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY", "KWD");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Random random;
    private final Random tiers;
    private final int calm;
    private final boolean scarce;

    /**
     * @param calm how many times rarer everything is that closes an offer altogether; 1 is the roughest
     * @param scarce whether most offers have less than a line wants, so that lines are divided
     */
    RandomOrders(long seed, int calm, boolean scarce) {
        random = new Random(seed);
        tiers = new Random(seed + 1);
        this.calm = calm;
        this.scarce = scarce;
    }

    /** At most {@code lines} lines of at most {@code units} units, each SKU with up to {@code offers} offers. */
    SourcingRequest next(int lines, int units, int offers) {
        List<Origin> origins = origins();
        List<UUID> skus = new ArrayList<>();
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        List<Demand> demands = new ArrayList<>();
        int count = 1 + random.nextInt(lines);
        for (int line = 0; line < count; line++) {
            UUID sku = !skus.isEmpty() && random.nextInt(3) == 0 ? pick(skus) : id();
            if (!skus.contains(sku)) {
                skus.add(sku);
                candidates.put(sku, offers(origins, offers, units));
            }
            UUID pinned = oneIn(20) ? pick(origins).supplierId() : null;
            demands.add(new Demand(id(), sku, 1 + random.nextInt(units), pinned));
        }
        Map<Origin, ShippingTerms> terms = new HashMap<>();
        for (Origin origin : origins) {
            if (!oneIn(30)) {
                terms.put(origin, terms());
            }
        }
        Set<String> carriers = oneIn(6) ? Set.of("ups") : Set.of();
        return new SourcingRequest(destination(), demands, candidates, terms, rates(), policy(origins), carriers);
    }

    /** The same order with every list in another order. */
    SourcingRequest shuffled(SourcingRequest request) {
        List<Demand> demands = new ArrayList<>(request.demands());
        java.util.Collections.shuffle(demands, random);
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        request.candidates().forEach((sku, offers) -> {
            List<Candidate> mixed = new ArrayList<>(offers);
            java.util.Collections.shuffle(mixed, random);
            candidates.put(sku, mixed);
        });
        return new SourcingRequest(
                request.destination(),
                demands,
                candidates,
                request.terms(),
                request.rates(),
                request.policy(),
                request.carriers());
    }

    private List<Origin> origins() {
        List<Origin> origins = new ArrayList<>();
        int suppliers = 2 + random.nextInt(3);
        for (int i = 0; i < suppliers; i++) {
            UUID supplier = id();
            origins.add(new Origin(supplier, "MAIN"));
            if (random.nextInt(3) == 0) {
                origins.add(new Origin(supplier, "SOUTH"));
            }
        }
        return origins;
    }

    private List<Candidate> offers(List<Origin> origins, int most, int units) {
        List<Candidate> offers = new ArrayList<>();
        int count = oneIn(8) ? random.nextInt(2) : 1 + random.nextInt(most);
        long cost = 100_000L * (1 + random.nextInt(300));
        int grams = 100 * random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String currency = currency(12);
            UUID id = id();
            Origin origin = pick(origins);
            long each = currency.equals("JPY") ? cost * 160 : cost + random.nextInt(4) * 350_001L;
            offers.add(new Candidate(
                    id,
                    origin,
                    each,
                    currency,
                    breaks(each, units),
                    oneIn(6) ? 2 : 1,
                    oneIn(5) ? 1 + random.nextInt(units + 1) : 1,
                    random.nextInt(5) < (scarce ? 4 : 2)
                            ? random.nextInt(units + 2) - 1
                            : units + random.nextInt(2 * units),
                    random.nextInt(4) == 0 ? 100 * random.nextInt(20) : grams,
                    random.nextInt(5),
                    oneIn(15) ? Set.of("FR", "SE") : Set.of(),
                    oneIn(8) ? Set.of("dhl") : Set.of()));
        }
        return offers;
    }

    /** Every third offer has price breaks, now and then one that makes it dearer. */
    private List<PriceBreak> breaks(long cost, int units) {
        List<PriceBreak> breaks = new ArrayList<>();
        for (int quantity = 2; quantity <= units && tiers.nextInt(3) == 0; quantity++) {
            if (tiers.nextInt(2) == 0) {
                breaks.add(new PriceBreak(quantity, cost * (40 + tiers.nextInt(70)) / 100));
            }
        }
        return breaks;
    }

    private ShippingTerms terms() {
        List<RateTable.Row> rows = new ArrayList<>();
        for (String zone : List.of("*", "DE", "FR", "DE:10", "DE:1", "DE-BE")) {
            if (random.nextInt(3) > 0 && !zone.equals("*")) {
                continue;
            }
            int grams = random.nextInt(4) * 3000;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                grams += 500 + random.nextInt(4000);
                rows.add(new RateTable.Row(zone, grams, 200 + random.nextInt(1500), currency(20)));
            }
        }
        return new ShippingTerms(
                random.nextBoolean() ? random.nextInt(600) : 0,
                random.nextInt(3) == 0 ? random.nextInt(200) : 0,
                currency(20),
                random.nextInt(3) == 0 ? 1500 + random.nextInt(5000) : 0,
                new RateTable(rows));
    }

    /** The last of the currencies may have no rate; it is met once in so many. */
    private String currency(int rarity) {
        return oneIn(rarity) ? "SEK" : pick(CURRENCIES);
    }

    private Destination destination() {
        return random.nextInt(5) == 0
                ? new Destination("FR", "", "")
                : new Destination("DE", random.nextBoolean() ? "10115" : "80331", random.nextBoolean() ? "BE" : "BY");
    }

    private FxRates rates() {
        Map<String, FxRate> rates = new HashMap<>();
        rates.put("USD", new FxRate("USD", 923_417, DAY));
        rates.put("JPY", new FxRate("JPY", 6_123, DAY));
        rates.put("KWD", new FxRate("KWD", 2_998_765, DAY.minusDays(1)));
        if (!oneIn(2)) {
            rates.put("SEK", new FxRate("SEK", 88_123, DAY));
        }
        return new FxRates("EUR", rates);
    }

    private SourcingPolicy policy(List<Origin> origins) {
        Map<UUID, SourcingPolicy.Reliability> advice = new HashMap<>();
        if (random.nextInt(3) == 0) {
            advice.put(pick(origins).supplierId(), new SourcingPolicy.Reliability(random.nextInt(500), DAY));
        }
        return new SourcingPolicy(
                random.nextInt(3) > 0,
                random.nextBoolean() ? random.nextInt(400) : 0,
                random.nextBoolean() ? random.nextInt(100) : 0,
                advice,
                SourcingPolicy.NODE_LIMIT,
                oneIn(12) ? Map.of(pick(origins).supplierId(), "PAUSED") : Map.of());
    }

    private boolean oneIn(int rarity) {
        return random.nextInt(rarity * calm) == 0;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
