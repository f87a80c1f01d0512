package dev.baton.sourcing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same decision by looking at every plan there is, written from the rules alone: decimals instead of longs, maps
 * instead of arrays, no bound, no pruning. Slow and meant to be; it shares no code with the planner.
 */
final class BruteForce {
    /** A part of a line: so many units of an offer. */
    record Part(Candidate offer, int units) {}

    /** How good a plan is, most important first. */
    record Score(int unfilled, int divided, long cost) implements Comparable<Score> {
        private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::unfilled)
                .thenComparingInt(Score::divided)
                .thenComparingLong(Score::cost);

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

    private final SourcingRequest request;
    private final List<List<List<Part>>> ways = new ArrayList<>();
    private final List<List<Part>> current = new ArrayList<>();
    private final Map<Part, Long> partCost = new HashMap<>();
    private final Map<Origin, Map<Long, Long>> consignmentCost = new HashMap<>();
    private final Map<UUID, Map<UUID, Score>> bestWith = new HashMap<>();
    private @Nullable Score best;
    private long plans;

    BruteForce(SourcingRequest request) {
        this.request = request;
        for (Demand demand : request.demands()) {
            ways.add(waysOf(demand));
        }
    }

    Score best() {
        if (best == null) {
            enumerate(0);
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** The best plan in which the offer ships some of the line; null where there is none. */
    @Nullable
    Score bestWith(UUID lineId, UUID offerId) {
        best();
        return bestWith.getOrDefault(lineId, Map.of()).get(offerId);
    }

    long plans() {
        return plans;
    }

    private void enumerate(int line) {
        if (line == ways.size()) {
            judge();
            return;
        }
        for (List<Part> way : ways.get(line)) {
            current.add(way);
            enumerate(line + 1);
            current.removeLast();
        }
    }

    private void judge() {
        plans++;
        Score score = score(current);
        if (score == null) {
            return;
        }
        if (best == null || score.compareTo(best) < 0) {
            best = score;
        }
        for (int line = 0; line < current.size(); line++) {
            for (Part part : current.get(line)) {
                bestWith.computeIfAbsent(request.demands().get(line).lineId(), id -> new HashMap<>())
                        .merge(part.offer().offerId(), score, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
    }

    /** The score of a plan, one list of parts per demand; null where it asks for what there is not. */
    @Nullable
    Score score(List<List<Part>> plan) {
        Map<UUID, Integer> units = new HashMap<>();
        Map<Origin, Long> grams = new HashMap<>();
        int unfilled = 0;
        int divided = 0;
        long cost = 0;
        for (List<Part> way : plan) {
            unfilled += way.isEmpty() ? 1 : 0;
            divided += way.size() == 2 ? 1 : 0;
            for (Part part : way) {
                if (units.merge(part.offer().offerId(), part.units(), Integer::sum)
                        > part.offer().available()) {
                    return null;
                }
                grams.merge(
                        part.offer().origin(),
                        (long) part.units() * part.offer().weightGrams(),
                        Long::sum);
                cost += partCost.computeIfAbsent(part, this::costOf);
            }
        }
        for (Map.Entry<Origin, Long> consignment : grams.entrySet()) {
            long price = consignmentCost
                    .computeIfAbsent(consignment.getKey(), key -> new HashMap<>())
                    .computeIfAbsent(consignment.getValue(), weight -> costOf(consignment.getKey(), weight));
            if (price < 0) {
                return null;
            }
            cost += price;
        }
        cost += Math.max(0, grams.size() - 1) * minor(request.policy().splitPenaltyMinor(), book());
        return new Score(unfilled, divided, cost);
    }

    private List<List<Part>> waysOf(Demand demand) {
        List<Candidate> offers = request.candidates().getOrDefault(demand.skuId(), List.of());
        List<List<Part>> all = new ArrayList<>();
        all.add(List.of());
        long skuDemand = request.demands().stream()
                .filter(other -> other.skuId().equals(demand.skuId()))
                .mapToLong(Demand::quantity)
                .sum();
        boolean sure = false;
        for (Candidate offer : offers) {
            if (mayShip(demand, offer, demand.quantity())) {
                all.add(List.of(new Part(offer, demand.quantity())));
                sure |= offer.available() >= skuDemand;
            }
        }
        if (!sure && request.policy().maySplitLine()) {
            for (Candidate a : offers) {
                for (Candidate b : offers) {
                    for (int units = 1; units < demand.quantity() && a.offerId().compareTo(b.offerId()) < 0; units++) {
                        int rest = demand.quantity() - units;
                        if (!a.origin().equals(b.origin()) && mayShip(demand, a, units) && mayShip(demand, b, rest)) {
                            all.add(List.of(new Part(a, units), new Part(b, rest)));
                        }
                    }
                }
            }
        }
        return all;
    }

    private boolean mayShip(Demand demand, Candidate offer, int units) {
        UUID supplier = offer.origin().supplierId();
        ShippingTerms terms = request.terms().get(offer.origin());
        Set<String> carriers = new HashSet<>(offer.carriers());
        carriers.retainAll(request.carriers());
        return (demand.pinnedSupplierId() == null || demand.pinnedSupplierId().equals(supplier))
                && !request.policy().blockedSuppliers().containsKey(supplier)
                && (offer.servedCountries().isEmpty()
                        || offer.servedCountries()
                                .contains(request.destination().country()))
                && (offer.carriers().isEmpty() || request.carriers().isEmpty() || !carriers.isEmpty())
                && hasRate(offer.currency())
                && terms != null
                && (terms.maxParcelWeightGrams() == 0 || offer.weightGrams() <= terms.maxParcelWeightGrams())
                && units >= offer.minimumQuantity()
                && units % offer.packSize() == 0
                && units <= offer.available()
                && costOf(offer.origin(), (long) units * offer.weightGrams()) >= 0;
    }

    private long costOf(Part part) {
        return toBook(
                        BigDecimal.valueOf(unitCost(part)).multiply(BigDecimal.valueOf(part.units())),
                        part.offer().currency())
                + part.offer().leadTimeDays() * minor(request.policy().leadDayPenaltyMinor(), book());
    }

    private static long unitCost(Part part) {
        return part.offer().priceBreaks().stream()
                .filter(each -> part.units() >= each.quantity())
                .max(Comparator.comparingInt(PriceBreak::quantity))
                .map(PriceBreak::unitCostMicros)
                .orElse(part.offer().unitCostMicros());
    }

    /** Fee, reliability and parcels; -1 where the place cannot ship that. */
    private long costOf(Origin origin, long grams) {
        ShippingTerms terms = java.util.Objects.requireNonNull(request.terms().get(origin));
        List<RateTable.Row> rows = rows(terms);
        boolean charged = terms.feeMinor() + terms.handlingMinor() > 0;
        if (rows.isEmpty()
                || (charged && !hasRate(terms.currency()))
                || rows.stream().anyMatch(row -> !hasRate(row.currency()))) {
            return -1;
        }
        SourcingPolicy.Reliability advice = request.policy().reliability().get(origin.supplierId());
        long cost = minor(terms.feeMinor(), terms.currency());
        cost += advice == null ? 0 : minor(advice.penaltyMinor(), book());
        long left = grams;
        do {
            int most = terms.maxParcelWeightGrams();
            long parcel = most == 0 ? left : Math.min(left, most);
            RateTable.Row row = rows.stream()
                    .filter(each -> each.maxWeightGrams() >= parcel)
                    .min(Comparator.comparingInt(RateTable.Row::maxWeightGrams))
                    .orElse(null);
            if (row == null) {
                return -1;
            }
            cost += minor(row.priceMinor(), row.currency()) + minor(terms.handlingMinor(), terms.currency());
            left -= parcel;
        } while (left > 0);
        return cost;
    }

    private List<RateTable.Row> rows(ShippingTerms terms) {
        Destination to = request.destination();
        List<String> zones = new ArrayList<>();
        for (int length = to.postcodePrefix().length(); length > 0; length--) {
            zones.add(to.country() + ":" + to.postcodePrefix().substring(0, length));
        }
        zones.addAll(List.of(to.country() + "-" + to.region(), to.country(), "*"));
        for (String zone : zones) {
            List<RateTable.Row> rows = terms.rates().rows().stream()
                    .filter(row -> row.zone().equals(zone))
                    .toList();
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    private String book() {
        return request.rates().bookCurrency();
    }

    private boolean hasRate(String currency) {
        return currency.equals(book()) || request.rates().byCurrency().containsKey(currency);
    }

    private long minor(long minor, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return minor == 0 ? 0 : toBook(BigDecimal.valueOf(minor, digits).movePointRight(6), currency);
    }

    private long toBook(BigDecimal micros, String currency) {
        BigDecimal rate = currency.equals(book())
                ? BigDecimal.ONE
                : BigDecimal.valueOf(
                        java.util.Objects.requireNonNull(
                                        request.rates().byCurrency().get(currency))
                                .rateMicros(),
                        6);
        return micros.multiply(rate).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
