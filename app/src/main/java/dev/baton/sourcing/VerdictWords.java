package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.AmountOutOfRange;
import dev.baton.sourcing.Verdict.BelowMinimum;
import dev.baton.sourcing.Verdict.CarrierNotAllowed;
import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.CountryNotServed;
import dev.baton.sourcing.Verdict.DearerInTotal;
import dev.baton.sourcing.Verdict.DividesMoreLines;
import dev.baton.sourcing.Verdict.Dominated;
import dev.baton.sourcing.Verdict.FillsFewerLines;
import dev.baton.sourcing.Verdict.InsufficientStock;
import dev.baton.sourcing.Verdict.NoFxRate;
import dev.baton.sourcing.Verdict.NoShippingRate;
import dev.baton.sourcing.Verdict.OtherSupplierPinned;
import dev.baton.sourcing.Verdict.PackMismatch;
import dev.baton.sourcing.Verdict.StockTakenByOtherLines;
import dev.baton.sourcing.Verdict.SupplierBlocked;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One clause per verdict, in English, and amounts as people write them. */
final class VerdictWords {
    private final String currency;

    VerdictWords(String currency) {
        this.currency = currency;
    }

    String say(String name, Verdict verdict) {
        return switch (verdict) {
            case Chosen v -> name + " ships " + v.quantity();
            case OtherSupplierPinned v -> skipped(name, "the line is pinned to another supplier");
            case SupplierBlocked v -> skipped(name, v.reason());
            case CountryNotServed v -> skipped(name, "does not ship to " + v.country());
            case CarrierNotAllowed v -> skipped(name, "none of its carriers is allowed for this order");
            case NoFxRate v -> skipped(name, "no exchange rate for " + v.currency());
            case NoShippingRate v -> skipped(name, noPrice(v));
            case AmountOutOfRange v -> skipped(name, "its cost is too large to be true");
            case BelowMinimum v ->
                skipped(
                        name,
                        "sells no fewer than " + v.minimum() + ", and " + v.wanted()
                                + (v.wanted() == 1 ? " is" : " are") + " wanted");
            case PackMismatch v ->
                skipped(name, "sells packs of " + v.packSize() + ", and " + v.wanted() + " is not whole packs");
            case InsufficientStock v -> skipped(name, "only " + v.available() + " of " + v.wanted() + " in stock");
            case StockTakenByOtherLines v ->
                skipped(name, "only " + v.left() + " of " + v.wanted() + " left beside the order's other lines");
            case Dominated v ->
                v.byMicros() == 0
                        ? name + " has another offer that is as good"
                        : name + " has another offer that is " + money(v.byMicros()) + " cheaper";
            case DearerInTotal v ->
                v.byMicros() == 0
                        ? name + " would cost the same in total"
                        : name + " would have cost " + money(v.byMicros())
                                + (v.proven() ? " more in total" : " more in total at most");
            case FillsFewerLines v ->
                skipped(name, v.lines() + " more " + lines(v.lines()) + " would have no supplier");
            case DividesMoreLines v -> skipped(name, v.lines() + " more " + lines(v.lines()) + " would be divided");
        };
    }

    /** Micros of the book currency in its own digits, half-even; what would show as zero but is not is said so. */
    String money(long micros) {
        int digits = Exchange.digits(currency);
        BigDecimal amount = BigDecimal.valueOf(micros, 6).setScale(digits, RoundingMode.HALF_EVEN);
        if (micros > 0 && amount.signum() == 0) {
            return "less than " + BigDecimal.ONE.movePointLeft(digits).toPlainString() + " " + currency;
        }
        return amount.toPlainString() + " " + currency;
    }

    private static String skipped(String name, String why) {
        return name + " was skipped: " + why;
    }

    private static String noPrice(NoShippingRate verdict) {
        String where = "no shipping price to " + verdict.country();
        return verdict.weightGrams() == 0
                ? where
                : where + " for "
                        + BigDecimal.valueOf(verdict.weightGrams(), 3)
                                .stripTrailingZeros()
                                .toPlainString() + " kg";
    }

    private static String lines(int count) {
        return count == 1 ? "line" : "lines";
    }
}
