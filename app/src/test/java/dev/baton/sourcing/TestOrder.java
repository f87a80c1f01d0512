package dev.baton.sourcing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A request put together step by step; whatever a test does not say is plain: enough stock, no fee, flat shipping. */
final class TestOrder {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final int EURO = 1_000_000;

    /** An offer being described. */
    static final class Offer {
        final UUID id;
        private final Origin origin;
        private long cost = 10 * EURO;
        private final List<PriceBreak> breaks = new ArrayList<>();
        private String currency = "EUR";
        private int pack = 1;
        private int least = 1;
        private int stock = 100;
        private int grams = 500;
        private int days;
        private Set<String> countries = Set.of();
        private Set<String> carriers = Set.of();

        private Offer(UUID id, Origin origin) {
            this.id = id;
            this.origin = origin;
        }

        Offer costs(long micros) {
            cost = micros;
            return this;
        }

        /** What each costs from a quantity on; quantities rise. */
        Offer costsFrom(int quantity, long micros) {
            breaks.add(new PriceBreak(quantity, micros));
            return this;
        }

        Offer in(String code) {
            currency = code;
            return this;
        }

        Offer packsOf(int units) {
            pack = units;
            return this;
        }

        Offer noFewerThan(int units) {
            least = units;
            return this;
        }

        Offer stock(int units) {
            stock = units;
            return this;
        }

        Offer weighs(int each) {
            grams = each;
            return this;
        }

        Offer leavesIn(int leadDays) {
            days = leadDays;
            return this;
        }

        Offer servesOnly(String... codes) {
            countries = Set.of(codes);
            return this;
        }

        Offer travelsOnlyWith(String... codes) {
            carriers = Set.of(codes);
            return this;
        }

        private Candidate candidate() {
            return new Candidate(
                    id, origin, cost, currency, breaks, pack, least, stock, grams, days, countries, carriers);
        }
    }

    final List<Demand> demands = new ArrayList<>();
    final Map<Origin, ShippingTerms> terms = new HashMap<>();
    Destination destination = new Destination("DE", "10115", "BE");
    FxRates rates = new FxRates("EUR", Map.of("USD", new FxRate("USD", 900_000, DAY)));
    SourcingPolicy policy = SourcingPolicy.landedCost();
    Set<String> carriers = Set.of();
    private final Map<UUID, List<Offer>> offers = new HashMap<>();
    private int ids;

    UUID id() {
        return new UUID(0, ++ids);
    }

    /** A supplier with one warehouse, a fee and a flat parcel price up to 30 kg, both in cents. */
    Origin supplier(long feeCents, long parcelCents) {
        return warehouse(id(), "MAIN", feeCents, new RateTable.Row("*", 30_000, parcelCents, "EUR"));
    }

    Origin warehouse(UUID supplier, String code, long feeCents, RateTable.Row... rows) {
        Origin origin = new Origin(supplier, code);
        terms.put(origin, new ShippingTerms(feeCents, 0, "EUR", 0, new RateTable(List.of(rows))));
        return origin;
    }

    UUID line(UUID sku, int quantity) {
        UUID line = id();
        demands.add(new Demand(line, sku, quantity, null));
        return line;
    }

    Offer offer(UUID sku, Origin origin) {
        Offer offer = new Offer(id(), origin);
        offers.computeIfAbsent(sku, key -> new ArrayList<>()).add(offer);
        return offer;
    }

    SourcingRequest request() {
        Map<UUID, List<Candidate>> candidates = new HashMap<>();
        offers.forEach((sku, its) ->
                candidates.put(sku, its.stream().map(Offer::candidate).toList()));
        return new SourcingRequest(destination, demands, candidates, terms, rates, policy, carriers);
    }

    SourcingDecision plan() {
        return Sourcing.plan(request());
    }

    static Verdict verdict(SourcingDecision decision, UUID lineId, Offer offer) {
        return decision.considered().stream()
                .filter(seen -> seen.lineId().equals(lineId) && seen.offerId().equals(offer.id))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
