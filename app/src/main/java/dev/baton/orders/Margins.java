package dev.baton.orders;

import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.Micros;
import dev.baton.sourcing.FxRate;
import dev.baton.sourcing.FxRates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the price of a store's line after its landed cost, and whether that is enough. Pure. A line the store
 * sells as one is judged as one: a bundle's price stands against the cost of all its parts. A line with no price of its
 * own (a gift, a replacement) is not judged; one that a discount brought to nothing is.
 */
final class Margins {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal WHOLE_BPS = BigDecimal.valueOf(10_000);

    private final @Nullable Integer merchantFloorBps;
    private final FxRates rates;
    private final Map<SkuId, Sku> goods;

    Margins(MerchantSettings settings, FxRates rates, Map<SkuId, Sku> goods) {
        this.merchantFloorBps = settings.marginFloorBps();
        this.rates = rates;
        this.goods = Map.copyOf(goods);
    }

    /** So many units of a line cost so much, with their share of fee and shipping: 10⁻⁶ of the book currency. */
    record Landed(int units, long micros) {

        Landed plus(int more, long cost) {
            return new Landed(units + more, Math.addExact(micros, cost));
        }
    }

    /** A line of the store that leaves too little, and why in words; {@code lines} are those it is made of. */
    record Under(List<LineState> lines, String detail) {}

    /** The store's lines under their floor, as far as costs are known; what a person let go is passed over. */
    List<Under> under(OrderState state, Map<OrderLineId, Landed> landed) {
        Map<String, List<LineState>> byStoreLine = new LinkedHashMap<>();
        state.lines.stream()
                .filter(line -> line.live() > 0)
                .forEach(line -> byStoreLine
                        .computeIfAbsent(line.storeLineId, none -> new ArrayList<>())
                        .add(line));
        List<Under> under = new ArrayList<>();
        byStoreLine.values().forEach(lines -> {
            boolean known = lines.stream().anyMatch(line -> landed.containsKey(line.id));
            Integer floor = known && !isWaived(state, lines) ? floor(lines) : null;
            String detail = floor == null ? null : judge(state, lines, landed, floor);
            if (detail != null) {
                under.add(new Under(lines, detail));
            }
        });
        return under;
    }

    private static boolean isWaived(OrderState state, List<LineState> lines) {
        return state.holds.stream()
                .anyMatch(hold -> hold.kind == HoldKind.MARGIN_FLOOR
                        && hold.released
                        && hold.waived
                        && lines.stream().anyMatch(line -> line.id.equals(hold.line)));
    }

    /** The highest floor of its goods; null = there is none. */
    private @Nullable Integer floor(List<LineState> lines) {
        Integer highest = null;
        for (LineState line : lines) {
            Sku sku = line.skuId == null ? null : goods.get(line.skuId);
            Integer own = sku == null || sku.marginFloorBps() == null ? merchantFloorBps : sku.marginFloorBps();
            if (own != null && (highest == null || own > highest)) {
                highest = own;
            }
        }
        return highest;
    }

    /** Why it is too little; null when it is enough or there is no price to judge by. */
    private @Nullable String judge(
            OrderState state, List<LineState> lines, Map<OrderLineId, Landed> landed, int floorBps) {
        LineState priced = lines.stream()
                .filter(line -> line.unitPriceMinor > 0)
                .findFirst()
                .orElse(null);
        if (priced == null || priced.storeQuantity == 0) {
            return null;
        }
        BigDecimal price = pricePerUnit(state, priced);
        if (price == null) {
            return "There is no exchange rate from " + state.head.currency() + " to " + rates.bookCurrency()
                    + ", so its margin cannot be told. Add the rate, then release.";
        }
        BigDecimal cost = BigDecimal.ZERO;
        for (LineState line : lines) {
            Landed known = landed.get(line.id);
            if (known != null && known.units() > 0) {
                cost = cost.add(BigDecimal.valueOf(known.micros())
                        .multiply(BigDecimal.valueOf(line.perUnit))
                        .divide(BigDecimal.valueOf(known.units()), MathContext.DECIMAL64));
            }
        }
        BigDecimal left = price.subtract(cost);
        boolean enough = left.multiply(WHOLE_BPS).compareTo(price.multiply(BigDecimal.valueOf(floorBps))) >= 0
                && price.signum() > 0;
        return enough ? null : words(price, cost, floorBps);
    }

    /** In micros of the book currency, after discount and without tax; null without an exchange rate. */
    private @Nullable BigDecimal pricePerUnit(OrderState state, LineState priced) {
        String currency = state.head.currency();
        BigDecimal rate = BigDecimal.ONE;
        if (!currency.equals(rates.bookCurrency())) {
            FxRate known = rates.byCurrency().get(currency);
            if (known == null) {
                return null;
            }
            rate = BigDecimal.valueOf(known.rateMicros()).divide(MILLION);
        }
        long tax = state.head.money().taxIncluded() ? priced.taxMinor : 0;
        long net = Math.subtractExact(
                Math.multiplyExact(priced.unitPriceMinor, priced.storeQuantity),
                Math.addExact(priced.discountMinor, tax));
        return BigDecimal.valueOf(Micros.ofMinor(net, currency))
                .multiply(rate)
                .divide(BigDecimal.valueOf(priced.storeQuantity), MathContext.DECIMAL64);
    }

    private String words(BigDecimal price, BigDecimal cost, int floorBps) {
        String margin = price.signum() <= 0
                ? "nothing"
                : price.subtract(cost)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(price, 1, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + " %";
        return "Of the price " + amount(price) + " the landed cost " + amount(cost) + " leaves " + margin
                + ", under the floor of "
                + BigDecimal.valueOf(floorBps, 2).stripTrailingZeros().toPlainString()
                + " %. Release it to ship all the same, find a lower cost, or cancel the line.";
    }

    private String amount(BigDecimal micros) {
        return Micros.format(Objects.requireNonNull(micros.setScale(-4, RoundingMode.HALF_EVEN))
                        .longValueExact()) + " " + rates.bookCurrency();
    }
}
