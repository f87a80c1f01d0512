package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.AmountOutOfRange;
import dev.baton.sourcing.Verdict.NoFxRate;
import dev.baton.sourcing.Verdict.NoShippingRate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The origins of one order's offers in the order they are met, each priced once for the destination. */
final class Lanes {
    /** A billion tonnes; heavier orders are typing errors and get no price, so that weights can be added unchecked. */
    static final long HEAVIEST_ORDER_GRAMS = 1_000_000_000_000_000L;

    private final SourcingRequest request;
    private final Exchange exchange;
    private final long orderGrams;
    private Lane[] lanes = new Lane[8];
    private int size;

    /** @param orderGrams more than any consignment of this order can weigh */
    Lanes(SourcingRequest request, Exchange exchange, long orderGrams) {
        this.request = request;
        this.exchange = exchange;
        this.orderGrams = orderGrams;
    }

    int indexOf(Origin origin) {
        for (int i = 0; i < size; i++) {
            if (lanes[i].origin.equals(origin)) {
                return i;
            }
        }
        if (size == lanes.length) {
            lanes = Arrays.copyOf(lanes, size * 2);
        }
        lanes[size] = open(origin);
        return size++;
    }

    Lane[] all() {
        return Arrays.copyOf(lanes, size);
    }

    private Lane open(Origin origin) {
        String country = request.destination().country();
        ShippingTerms terms = request.terms().get(origin);
        Zone zone = terms == null ? null : terms.rates().zoneFor(request.destination());
        if (terms == null || zone == null) {
            return new Lane(origin, new NoShippingRate(country, 0));
        }
        String missing = missingRate(terms, zone);
        if (missing != null) {
            return new Lane(origin, new NoFxRate(missing));
        }
        SourcingPolicy.Reliability advice = request.policy().reliability().get(origin.supplierId());
        long reliability = advice == null ? 0 : exchange.penalty(advice.penaltyMinor());
        long fee = exchange.minorToBook(terms.feeMinor(), terms.currency());
        long @Nullable [] prices = prices(terms, zone);
        if (fee < 0 || prices == null || orderGrams > HEAVIEST_ORDER_GRAMS) {
            return new Lane(origin, new AmountOutOfRange());
        }
        Lane.Charges charges = new Lane.Charges(fee, reliability, ratesOf(terms, zone));
        return new Lane(origin, charges, terms.maxParcelWeightGrams(), zone.maxWeightGrams, prices);
    }

    private @Nullable String missingRate(ShippingTerms terms, Zone zone) {
        if (isCharged(terms) && exchange.rateOf(terms.currency()) == Exchange.NO_RATE) {
            return terms.currency();
        }
        for (String currency : zone.currencies) {
            if (exchange.rateOf(currency) == Exchange.NO_RATE) {
                return currency;
            }
        }
        return null;
    }

    private static boolean isCharged(ShippingTerms terms) {
        return terms.feeMinor() > 0 || terms.handlingMinor() > 0;
    }

    /** Price of one parcel with its handling per weight step; null where the order's parcels cannot be added up. */
    private long @Nullable [] prices(ShippingTerms terms, Zone zone) {
        long handling = exchange.minorToBook(terms.handlingMinor(), terms.currency());
        long parcels = terms.maxParcelWeightGrams() == 0 ? 1 : orderGrams / terms.maxParcelWeightGrams() + 1;
        long[] rates = new long[zone.currencies.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = exchange.rateOf(zone.currencies[i]);
        }
        long[] prices = new long[zone.priceMicros.length];
        long highest = 0;
        for (int i = 0; i < prices.length; i++) {
            long price = exchange.toBook(zone.priceMicros[i], rates[zone.currencyAt[i]]);
            if (handling < 0 || price < 0) {
                return null;
            }
            prices[i] = price + handling;
            highest = Math.max(highest, prices[i]);
        }
        return exchange.isOverCeiling(parcels, highest) ? null : prices;
    }

    private List<FxRate> ratesOf(ShippingTerms terms, Zone zone) {
        List<FxRate> used = isCharged(terms) ? exchange.noted(terms.currency(), List.of()) : List.of();
        for (String currency : zone.currencies) {
            used = exchange.noted(currency, used);
        }
        return used;
    }
}
