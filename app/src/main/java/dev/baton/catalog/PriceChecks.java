package dev.baton.catalog;

import dev.baton.catalog.RecordPriceRows.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells rows of a price list that can be used from those that cannot, each of which is named. */
final class PriceChecks {

    private static final int MOST_LEAD_TIME_DAYS = 3_650;
    private static final int MOST_WEIGHT_GRAMS = 100_000_000;

    /** A cost of a later day is a slip of the pen. */
    private static final Duration FURTHEST = Duration.ofDays(3_650);

    private PriceChecks() {}

    /**
     * A row that can be used.
     *
     * @param index of the rows of the call, from 0
     * @param since from when its cost holds by the list's word, which may be long ago
     */
    record Usable(int index, PriceRow row, Instant since) {}

    private record Key(String supplierSku, String shipFrom, Instant since) {}

    /**
     * The usable rows in the order of their codes, places and days.
     *
     * @param since of rows that name no day
     */
    static List<Usable> usable(List<PriceRow> rows, Instant since, Instant now, List<Fault> faults) {
        List<Usable> good = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PriceRow row = rows.get(i);
            Instant own = (row.since() == null ? since : row.since()).truncatedTo(ChronoUnit.MICROS);
            Fault fault = fault(i, row);
            if (fault == null && own.isAfter(now.plus(FURTHEST))) {
                fault = new Fault(i, "since", "the day is more than ten years ahead: mend it");
            }
            if (fault == null && !seen.add(new Key(row.supplierSku(), row.shipFrom(), own))) {
                fault = new Fault(i, "supplierSku", "the item stands on two rows: keep one");
            }
            if (fault == null) {
                good.add(new Usable(i, row, own));
            } else {
                faults.add(fault);
            }
        }
        good.sort(Comparator.comparing((Usable each) -> each.row().supplierSku())
                .thenComparing(each -> each.row().shipFrom())
                .thenComparing(Usable::since));
        return good;
    }

    private static @Nullable Fault fault(int number, PriceRow row) {
        if (!isCode(row.supplierSku())) {
            return new Fault(number, "supplierSku", "give the supplier's own code of the item");
        }
        if (!isCode(row.shipFrom())) {
            return new Fault(number, "shipFrom", "name the place, or leave it out for " + Offer.MAIN);
        }
        String title = row.title();
        if (title != null && title.length() > CatalogChecks.LONGEST_TITLE) {
            return new Fault(number, "title", "use up to " + CatalogChecks.LONGEST_TITLE + " characters");
        }
        if (row.cost().micros() < 0) {
            return new Fault(number, "unitCost", "use 0 or more");
        }
        if (!isCurrency(row.cost().currency())) {
            return new Fault(number, "currency", "use an ISO 4217 code such as EUR");
        }
        List<PriceBreak> breaks = row.breaks();
        String broken = breaks == null ? null : PriceBreak.fault(row.cost().micros(), breaks);
        return broken == null ? terms(number, row) : new Fault(number, "priceBreaks", broken);
    }

    private static @Nullable Fault terms(int number, PriceRow row) {
        if (!isWithin(row.packSize(), 1, Integer.MAX_VALUE)) {
            return new Fault(number, "packSize", "use 1 or more, or leave it out");
        }
        if (!isWithin(row.leadTimeDays(), 0, MOST_LEAD_TIME_DAYS)) {
            return new Fault(number, "leadTimeDays", "use 0 to " + MOST_LEAD_TIME_DAYS + ", or leave it out");
        }
        if (!isWithin(row.weightGrams(), 0, MOST_WEIGHT_GRAMS)) {
            return new Fault(number, "weightGrams", "use 0 to " + MOST_WEIGHT_GRAMS + ", or leave it out");
        }
        if (!isWithin(row.minimumQuantity(), 1, Integer.MAX_VALUE)) {
            return new Fault(number, "minimumQuantity", "use 1 or more, or leave it out");
        }
        return null;
    }

    private static boolean isWithin(@Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most);
    }

    private static boolean isCode(String code) {
        return !code.isBlank()
                && code.length() <= CatalogChecks.LONGEST_CODE
                && code.strip().equals(code);
    }

    private static boolean isCurrency(String currency) {
        try {
            Currency.getInstance(currency);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
