package dev.baton.sourcing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Orders as merchants see them, from a seed: rate tables that rise by weight, two currencies, stock that rarely runs out. */
final class LargeOrders {
    private final Random random;
    private final List<Origin> origins = new ArrayList<>();
    private final Map<Origin, ShippingTerms> terms = new HashMap<>();
    private final FxRates rates =
            new FxRates("EUR", Map.of("USD", new FxRate("USD", 923_417, LocalDate.of(2026, 3, 2))));

    LargeOrders(long seed, int suppliers) {
        random = new Random(seed);
        for (int i = 0; i < suppliers; i++) {
            Origin origin = new Origin(id(), "W1");
            origins.add(origin);
            terms.put(origin, terms(i % 4 == 0 ? "USD" : "EUR"));
        }
    }

    SourcingRequest next(int lines, int fewestOffers, int mostOffers, int nodeLimit) {
        List<Demand> demands = new ArrayList<>();
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        for (int line = 0; line < lines; line++) {
            UUID sku = id();
            demands.add(new Demand(id(), sku, 1 + random.nextInt(3), null));
            candidates.put(sku, offers(fewestOffers + random.nextInt(mostOffers - fewestOffers + 1)));
        }
        SourcingPolicy policy = new SourcingPolicy(true, 50, 10, Map.of(), nodeLimit, Map.of());
        Destination destination = new Destination("DE", "10115", "BE");
        return new SourcingRequest(destination, demands, candidates, terms, rates, policy, Set.of());
    }

    private List<Candidate> offers(int count) {
        List<Origin> places = new ArrayList<>(origins);
        Collections.shuffle(places, random);
        long cost = 1_000_000L * (3 + random.nextInt(60));
        int grams = 100 + random.nextInt(2_000);
        List<Candidate> offers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            offers.add(new Candidate(
                    id(),
                    places.get(i),
                    cost * (90 + random.nextInt(21)) / 100,
                    random.nextInt(4) == 0 ? "USD" : "EUR",
                    1,
                    random.nextInt(30) == 0 ? 1 : 50 + random.nextInt(100),
                    grams,
                    1 + random.nextInt(5),
                    Set.of(),
                    Set.of()));
        }
        return offers;
    }

    private ShippingTerms terms(String currency) {
        List<RateTable.Row> rows = new ArrayList<>();
        for (String zone : List.of("*", "DE", "FR")) {
            int cents = 300 + random.nextInt(300);
            for (int kilos = 1; kilos <= 8; kilos++) {
                cents += random.nextInt(150);
                rows.add(new RateTable.Row(zone, kilos * 1_000, cents, currency));
            }
        }
        return new ShippingTerms(100 + random.nextInt(200), 0, "EUR", 8_000, new RateTable(rows));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
