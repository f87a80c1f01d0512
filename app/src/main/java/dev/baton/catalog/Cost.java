package dev.baton.catalog;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a selling unit costs, by how many of them a line orders.
 *
 * @param micros of fewer units than the first price break asks for, in 10⁻⁶ of the currency
 * @param currency ISO 4217
 * @param breaks what each costs from a quantity on: quantities rise, costs fall; empty = one cost for every quantity
 */
public record Cost(long micros, String currency, List<PriceBreak> breaks) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public Cost {
        breaks = List.copyOf(breaks);
    }

    /** One cost for every quantity. */
    public Cost(long micros, String currency) {
        this(micros, currency, List.of());
    }

    /** With price breaks as somebody states them, in any order; one that makes nothing cheaper falls away. */
    static Cost tiered(long micros, String currency, List<PriceBreak> stated) {
        List<PriceBreak> breaks = new ArrayList<>();
        long before = micros;
        for (PriceBreak each : PriceBreak.inOrder(stated)) {
            if (each.micros() < before) {
                breaks.add(each);
                before = each.micros();
            }
        }
        return new Cost(micros, currency, breaks);
    }

    /**
     * A cost as somebody states it who may leave price breaks unsaid.
     *
     * @param stated in any order; empty = one cost for every quantity, null = nothing was said of them
     * @param before what it costs otherwise; null = it is new. Its price breaks stay where nothing is said of them and the
     *     currency is the same, as far as they still make something cheaper
     */
    static Cost over(long micros, String currency, @Nullable List<PriceBreak> stated, @Nullable Cost before) {
        List<PriceBreak> kept = before != null && before.currency().equals(currency) ? before.breaks() : List.of();
        return tiered(micros, currency, Objects.requireNonNullElse(stated, kept));
    }

    /** Of the columns {@code unit_cost_micros}, {@code currency} and {@code price_breaks}. */
    static Cost read(ResultSet row) throws SQLException {
        return new Cost(
                row.getLong("unit_cost_micros"),
                row.getString("currency"),
                PriceBreak.read(row.getString("price_breaks")));
    }

    /** Of one unit when a line orders so many of them: 10⁻⁶ of the currency. */
    public long at(int units) {
        long cost = micros;
        for (PriceBreak each : breaks) {
            if (each.quantity() <= units) {
                cost = each.micros();
            }
        }
        return cost;
    }

    /**
     * Whether the other differs from this by more than so many per cent of this, at any quantity; another currency
     * always does.
     */
    public boolean jumpsTo(Cost other, int percent) {
        return !currency.equals(other.currency)
                || steps(other).anyMatch(units -> jumps(at(units), other.at(units), percent));
    }

    private static boolean jumps(long from, long to, int percent) {
        BigInteger difference =
                BigInteger.valueOf(to).subtract(BigInteger.valueOf(from)).abs();
        BigInteger allowed = BigInteger.valueOf(from).multiply(BigInteger.valueOf(percent));
        return difference.multiply(HUNDRED).compareTo(allowed) > 0;
    }

    /** Whether the other is dearer at any quantity; another currency may be. */
    boolean risesTo(Cost other) {
        return !currency.equals(other.currency) || steps(other).anyMatch(units -> other.at(units) > at(units));
    }

    /** The quantities at which either changes: between them both stay as they are. */
    private IntStream steps(Cost other) {
        return IntStream.concat(
                IntStream.of(1),
                IntStream.concat(
                        breaks.stream().mapToInt(PriceBreak::quantity),
                        other.breaks.stream().mapToInt(PriceBreak::quantity)));
    }
}
