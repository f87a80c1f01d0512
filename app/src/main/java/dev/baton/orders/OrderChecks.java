package dev.baton.orders;

import dev.baton.merchants.FxRate;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.Micros;
import dev.baton.platform.Money;
import dev.baton.platform.address.AddressCheck;
import dev.baton.platform.address.AddressFault;
import dev.baton.platform.address.PostalAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which holds an order's content calls for. Pure: the same order and settings give the same answer. */
final class OrderChecks {

    private static final String DUPLICATE_OF = "Possible duplicate of ";
    private static final String DUPLICATE_BY = ": same customer or address";

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final MerchantSettings settings;
    private final List<FxRate> rates;

    OrderChecks(MerchantSettings settings, List<FxRate> rates) {
        this.settings = settings;
        this.rates = rates;
    }

    /** A hold that is called for; {@code detail} says why and what to do, without a word of the customer's data. */
    record Finding(HoldKind kind, String detail) {}

    /** Findings on the whole order; {@code duplicateOf} is the earlier order's name, or null. */
    List<Finding> check(StoreOrder order, @Nullable String duplicateOf) {
        List<Finding> findings = new ArrayList<>();
        if (order.test()) {
            findings.add(new Finding(
                    HoldKind.TEST_ORDER, "The store marked this as a test order. Release it to send it all the same."));
        }
        if (settings.holdUnpaid() && !order.payment().covered()) {
            findings.add(new Finding(
                    HoldKind.UNPAID,
                    "The store says " + order.payment().name().toLowerCase(java.util.Locale.ROOT)
                            + ". It goes on by itself when the store says paid; release it to ship on credit."));
        }
        if (order.risk() == RiskLevel.HIGH) {
            findings.add(new Finding(
                    HoldKind.FRAUD_RISK,
                    "The store sees a high risk of fraud. Look at the payment, then release or cancel."));
        }
        checkValue(order, findings);
        if (order.refunds().stream().anyMatch(refund -> leavesGoods(order, refund))) {
            findings.add(new Finding(
                    HoldKind.REFUNDED_SHIP_ANYWAY,
                    "Refunded, ship anyway? The store paid money back without taking goods off the order or back."
                            + " Release it to ship what is left, or cancel it."));
        }
        if (order.lines().stream().anyMatch(line -> line.requiresShipping() && line.remaining() > 0)) {
            checkDestination(order, findings);
        }
        if (duplicateOf != null) {
            findings.add(new Finding(
                    HoldKind.POSSIBLE_DUPLICATE,
                    DUPLICATE_OF + duplicateOf + DUPLICATE_BY
                            + ", same goods. Stock is claimed. Send both, cancel, or ask the customer."));
        }
        return findings;
    }

    /** The earlier order's name in the detail of a {@link HoldKind#POSSIBLE_DUPLICATE}. */
    static String repeatedBy(String detail) {
        int end = detail.indexOf(DUPLICATE_BY);
        if (!detail.startsWith(DUPLICATE_OF) || end < 0) {
            throw new IllegalStateException("no detail of a possible duplicate: " + detail);
        }
        return detail.substring(DUPLICATE_OF.length(), end);
    }

    /** Whether money went back for an amount only, or for units that are still to be shipped. */
    private static boolean leavesGoods(StoreOrder order, StoreRefund refund) {
        boolean unsent = order.lines().stream().anyMatch(OrderChecks::isUnsent);
        boolean goodsUnnamed = refund.lines().isEmpty()
                || refund.lines().stream()
                        .filter(line -> line.restock() == RestockType.NO_RESTOCK
                                || line.restock() == RestockType.LEGACY_RESTOCK)
                        .anyMatch(refunded -> order.lines().stream()
                                .anyMatch(line -> line.storeLineId().equals(refunded.storeLineId()) && isUnsent(line)));
        return refund.amountMinor() > 0 && unsent && goodsUnnamed;
    }

    private static boolean isUnsent(StoreLine line) {
        return line.requiresShipping() && line.remaining() > line.fulfilledElsewhere();
    }

    private void checkDestination(StoreOrder order, List<Finding> findings) {
        PostalAddress to = order.shipTo();
        if (order.personalDataWithheld() && (to == null || to.line1() == null)) {
            if (settings.requireDataPermission()) {
                findings.add(new Finding(
                        HoldKind.PERSONAL_DATA_WITHHELD,
                        "The store sends no names or addresses: its access lacks permission for customer data. Grant it"
                                + " in the store; the next update fills them in."));
                return;
            }
        }
        if (to == null) {
            findings.add(new Finding(
                    HoldKind.BAD_ADDRESS,
                    "There is no shipping address. Add one in the store; the update releases it."));
            return;
        }
        String faults = AddressCheck.check(to).stream()
                .filter(AddressFault::stopsShipping)
                .map(AddressFault::message)
                .collect(Collectors.joining(" "));
        if (!faults.isEmpty()) {
            findings.add(new Finding(HoldKind.BAD_ADDRESS, faults));
        }
        if (to.countryCode() != null && settings.blockedCountries().contains(to.countryCode())) {
            findings.add(new Finding(
                    HoldKind.BLOCKED_COUNTRY,
                    "Nothing is sold to " + to.countryCode()
                            + " by the merchant's settings. Release it once, or cancel."));
        }
    }

    private void checkValue(StoreOrder order, List<Finding> findings) {
        long limit = settings.valueLimitMinor();
        if (limit == 0) {
            return;
        }
        Long value = inBookCurrency(order.money().totalMinor(), order.currency());
        if (value == null) {
            findings.add(new Finding(
                    HoldKind.VALUE_LIMIT,
                    "There is no exchange rate from " + order.currency() + " to " + settings.bookCurrency()
                            + ", so its value cannot be compared with the limit. Add the rate, then release."));
        } else if (value > limit) {
            findings.add(new Finding(
                    HoldKind.VALUE_LIMIT,
                    "Worth " + new Money(value, settings.bookCurrency()).toDecimal() + " " + settings.bookCurrency()
                            + ", over the limit of " + new Money(limit, settings.bookCurrency()).toDecimal()
                            + ". Look at it, then release or cancel."));
        }
    }

    private @Nullable Long inBookCurrency(long minor, String currency) {
        if (currency.equals(settings.bookCurrency())) {
            return minor;
        }
        for (FxRate rate : rates) {
            if (rate.from().equals(currency)) {
                BigInteger micros = BigInteger.valueOf(Micros.ofMinor(minor, currency))
                        .multiply(BigInteger.valueOf(rate.rateMicros()))
                        .divide(MILLION);
                return Micros.toMinor(micros.longValueExact(), settings.bookCurrency());
            }
        }
        return null;
    }
}
