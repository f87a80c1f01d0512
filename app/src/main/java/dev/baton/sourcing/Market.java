package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.CarrierNotAllowed;
import dev.baton.sourcing.Verdict.CountryNotServed;
import dev.baton.sourcing.Verdict.NoFxRate;
import dev.baton.sourcing.Verdict.SupplierBlocked;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines and offers of one order in their fixed order, as flat arrays, each offer with what closes it for every line.
 * Lines are sorted by id, the offers of a SKU by id: the input's order has no influence.
 */
final class Market {
    private static final Comparator<Demand> BY_LINE =
            (left, right) -> left.lineId().compareTo(right.lineId());
    /** Share of a long that one amount may fill: a line adds at most eight, and the bound as many again. */
    private static final long AMOUNTS_PER_LINE = 16;

    final SourcingRequest request;
    final Exchange exchange;
    final Demand[] lines;
    final int[] skuOfLine;
    /** Units the whole order wants, by SKU. */
    final long[] demandOfSku;
    /** Where each SKU's offers begin in {@link #offers}; one more for the end. */
    final int[] firstOffer;

    final Candidate[] offers;
    final int[] laneOfOffer;
    final long[] rateOfOffer;
    final @Nullable Verdict[] closed;
    final Lane[] lanes;
    private final long leadDayMicros;

    Market(SourcingRequest request) {
        this.request = request;
        lines = request.demands().toArray(new Demand[0]);
        Arrays.sort(lines, BY_LINE);
        refuseTwins();
        exchange = new Exchange(request.rates(), Long.MAX_VALUE / (AMOUNTS_PER_LINE * Math.max(1, lines.length)));
        leadDayMicros = exchange.penalty(request.policy().leadDayPenaltyMinor());
        skuOfLine = new int[lines.length];
        demandOfSku = new long[lines.length];
        Candidate[][] bySku = new Candidate[lines.length][];
        int skus = collectSkus(bySku);
        firstOffer = new int[skus + 1];
        for (int sku = 0; sku < skus; sku++) {
            firstOffer[sku + 1] = firstOffer[sku] + bySku[sku].length;
        }
        offers = new Candidate[firstOffer[skus]];
        for (int sku = 0; sku < skus; sku++) {
            System.arraycopy(bySku[sku], 0, offers, firstOffer[sku], bySku[sku].length);
        }
        laneOfOffer = new int[offers.length];
        rateOfOffer = new long[offers.length];
        closed = new @Nullable Verdict[offers.length];
        lanes = openLanes(skus);
    }

    private void refuseTwins() {
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].lineId().equals(lines[i - 1].lineId())) {
                throw new IllegalArgumentException("line " + lines[i].lineId() + " is demanded twice");
            }
        }
    }

    private int collectSkus(Candidate[][] bySku) {
        UUID[] ids = new UUID[lines.length];
        int skus = 0;
        for (int line = 0; line < lines.length; line++) {
            UUID id = lines[line].skuId();
            int sku = 0;
            while (sku < skus && !ids[sku].equals(id)) {
                sku++;
            }
            if (sku == skus) {
                ids[sku] = id;
                bySku[sku] = offersOf(id);
                skus++;
            }
            skuOfLine[line] = sku;
            demandOfSku[sku] += lines[line].quantity();
        }
        return skus;
    }

    private Candidate[] offersOf(UUID skuId) {
        List<Candidate> given = request.candidates().getOrDefault(skuId, List.of());
        if (given.size() > SourcingRequest.MAX_CANDIDATES) {
            throw new IllegalArgumentException(given.size() + " offers of SKU " + skuId);
        }
        Candidate[] sorted = given.toArray(new Candidate[0]);
        // By hand: the arrays are short and mostly sorted already, and every order pays for this.
        for (int i = 1; i < sorted.length; i++) {
            Candidate offer = sorted[i];
            int at = i;
            int order = 1;
            while (at > 0 && (order = offer.offerId().compareTo(sorted[at - 1].offerId())) < 0) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = offer;
            if (order == 0) {
                throw new IllegalArgumentException("offer " + offer.offerId() + " is given twice");
            }
        }
        return sorted;
    }

    private Lane[] openLanes(int skus) {
        Lanes met = new Lanes(request, exchange, orderGrams(skus));
        for (int offer = 0; offer < offers.length; offer++) {
            laneOfOffer[offer] = met.indexOf(offers[offer].origin());
            rateOfOffer[offer] = exchange.rateOf(offers[offer].currency());
        }
        Lane[] all = met.all();
        for (int offer = 0; offer < offers.length; offer++) {
            closed[offer] = closes(offers[offer], rateOfOffer[offer], all[laneOfOffer[offer]]);
        }
        return all;
    }

    /** More than any consignment can weigh; one more than {@link Lanes#HEAVIEST_ORDER_GRAMS} when beyond it. */
    private long orderGrams(int skus) {
        long sum = 0;
        for (int sku = 0; sku < skus; sku++) {
            int heaviest = 1;
            for (int offer = firstOffer[sku]; offer < firstOffer[sku + 1]; offer++) {
                heaviest = Math.max(heaviest, offers[offer].weightGrams());
            }
            if (demandOfSku[sku] > (Lanes.HEAVIEST_ORDER_GRAMS - sum) / heaviest) {
                return Lanes.HEAVIEST_ORDER_GRAMS + 1;
            }
            sum += demandOfSku[sku] * heaviest;
        }
        return sum;
    }

    private @Nullable Verdict closes(Candidate offer, long rate, Lane lane) {
        String blocked = request.policy().blockedSuppliers().get(offer.origin().supplierId());
        if (blocked != null) {
            return new SupplierBlocked(blocked);
        }
        String country = request.destination().country();
        if (!offer.servedCountries().isEmpty() && !offer.servedCountries().contains(country)) {
            return new CountryNotServed(country);
        }
        if (!sharesCarrier(offer.carriers(), request.carriers())) {
            return new CarrierNotAllowed();
        }
        return rate == Exchange.NO_RATE ? new NoFxRate(offer.currency()) : lane.closed;
    }

    private static boolean sharesCarrier(Set<String> offered, Set<String> allowed) {
        if (offered.isEmpty() || allowed.isEmpty()) {
            return true;
        }
        for (String carrier : offered) {
            if (allowed.contains(carrier)) {
                return true;
            }
        }
        return false;
    }

    Lane laneOf(int offer) {
        return lanes[laneOfOffer[offer]];
    }

    /** Penalty for the lead time of one assignment, or {@link Exchange#OUT_OF_RANGE}. */
    long lateness(int offer) {
        return exchange.toBook(offers[offer].leadTimeDays(), leadDayMicros, Exchange.ONE);
    }

    /** Cost of the goods of one assignment, at the price of its quantity, in book micros, or {@link Exchange#OUT_OF_RANGE}. */
    long goods(int offer, int units) {
        return exchange.toBook(units, offers[offer].unitCostMicros(units), rateOfOffer[offer]);
    }

    /** Goods and lateness of one assignment, or {@link Exchange#OUT_OF_RANGE}. */
    long landed(int offer, int units) {
        long goods = goods(offer, units);
        long lateness = lateness(offer);
        return goods < 0 || lateness < 0 ? Exchange.OUT_OF_RANGE : goods + lateness;
    }
}
