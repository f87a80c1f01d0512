package dev.baton.purchasing;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Watches that what a supplier has promised leaves. Goods are due after the longest agreed lead time of the lines,
 * at least one working day, and one working day more, counted in the supplier's working hours from its answer,
 * for an order that came after the cut-off not before its next working day;
 * units put off to a date are due one working day after it. Needs an open transaction of the merchant.
 */
@Component
class ShipBy {

    /** Kind of the waiting work; its subject is the purchase order. */
    static final String KIND = "purchasing.ship-by.schedule";

    /** Kind of the task that goods are late; its subject is the purchase order. */
    static final String LATE = "purchasing.late";

    private static final int LEAST_DAYS = 1;
    private static final int SLACK_DAYS = 1;

    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final Work work;
    private final Tasks tasks;
    private final Clock clock;

    ShipBy(CatalogLookup catalog, SupplierLookup suppliers, Work work, Tasks tasks, Clock clock) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.work = work;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The supplier has answered every unit, or named another date for some. */
    void watch(MerchantId merchant, PurchaseOrder of, List<PurchaseOrderLine> lines, Instant answered) {
        Instant due = due(merchant, of.supplier(), lines, new Said(of.sentAt(), answered));
        UUID id = of.id().value();
        work.remove(merchant, KIND, List.of(id));
        work.add(merchant, List.of(new NewWork("purchasing", KIND, id, due, false)));
    }

    /**
     * When a supplier had a purchase order and said something about it.
     *
     * @param had null = it answers what nobody knows it has, and has it since then
     * @param answered from when on what it promised is waited for
     */
    record Said(@Nullable Instant had, Instant answered) {}

    /** By when it is to have left: counted from the answer, but not before the day as of which the order counts. */
    Instant due(MerchantId merchant, SupplierId supplier, List<PurchaseOrderLine> lines, Said said) {
        SupplierTerms terms = terms(merchant, supplier);
        int days = catalog
                .offers(merchant, lines.stream().map(PurchaseOrderLine::offer).toList())
                .values()
                .stream()
                .mapToInt(Offer::leadTimeDays)
                .reduce(LEAST_DAYS, Math::max);
        Instant had = said.had() == null ? said.answered() : said.had();
        Instant counts = terms.countsFrom(had);
        Instant from = counts.isAfter(said.answered()) ? counts : said.answered();
        Instant due = workingDays(from, days + SLACK_DAYS, terms);
        for (PurchaseOrderLine line : lines) {
            LocalDate until = line.units().backorderedUntil();
            if (until != null) {
                Instant day = until.atStartOfDay(terms.zone()).toInstant();
                Instant later = workingDays(day, 1 + SLACK_DAYS, terms);
                due = later.isAfter(due) ? later : due;
            }
        }
        return due;
    }

    /** Nothing is owed any more. */
    void end(MerchantId merchant, PurchaseOrder of) {
        UUID id = of.id().value();
        work.remove(merchant, KIND, List.of(id));
        tasks.closeFor(merchant, LATE, id, "nothing is owed any more");
    }

    SupplierTerms terms(MerchantId merchant, SupplierId supplier) {
        return Objects.requireNonNull(
                suppliers.terms(merchant, List.of(supplier)).get(supplier));
    }

    /** When goods that are late are asked after again. */
    Instant nextLook(SupplierTerms terms) {
        return workingDays(clock.instant(), 1, terms);
    }

    private static Instant workingDays(Instant from, int days, SupplierTerms terms) {
        WorkingHours hours = terms.hours();
        Duration open = hours.to().equals(LocalTime.MIDNIGHT)
                ? Duration.ofDays(1).minus(Duration.between(LocalTime.MIDNIGHT, hours.from()))
                : Duration.between(hours.from(), hours.to());
        return hours.plusWorkingHours(from, days * Math.max(1, (int) open.toHours()), terms.zone());
    }
}
