package dev.baton.catalog;

import dev.baton.catalog.RecordPriceRows.Fault;
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

    private PriceChecks() {}

    private record Key(String supplierSku, String shipFrom) {}

    /** The usable rows in the order of their codes and places. */
    static List<PriceRow> usable(List<PriceRow> rows, List<Fault> faults) {
        List<PriceRow> good = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            PriceRow row = rows.get(i);
            Fault fault = fault(i, row);
            if (fault == null && !seen.add(new Key(row.supplierSku(), row.shipFrom()))) {
                fault = new Fault(i, "supplierSku", "the item stands on two rows: keep one");
            }
            if (fault == null) {
                good.add(row);
            } else {
                faults.add(fault);
            }
        }
        good.sort(Comparator.comparing(PriceRow::supplierSku).thenComparing(PriceRow::shipFrom));
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
        Integer pack = row.packSize();
        if (pack != null && pack < 1) {
            return new Fault(number, "packSize", "use 1 or more, or leave it out");
        }
        Integer days = row.leadTimeDays();
        if (days != null && (days < 0 || days > MOST_LEAD_TIME_DAYS)) {
            return new Fault(number, "leadTimeDays", "use 0 to " + MOST_LEAD_TIME_DAYS + ", or leave it out");
        }
        return null;
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
