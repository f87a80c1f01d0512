package dev.baton.portal;

import dev.baton.inventory.StockRunsLow;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks a supplier that is asked for its stock by mail at once when something it has runs low, on a day it works, and at
 * most once a day: its number may be old by then.
 */
@Component
class AskWhenLow implements WorkHandler {

    static final String KIND = "portal.stock-check.low";

    /** Whoever was asked within that time is not asked again: a working day, and not quite a whole one. */
    private static final Duration ENOUGH = Duration.ofHours(20);

    private final Tenancy tenancy;
    private final AgreeStockChecks agreements;
    private final SupplierLookup suppliers;
    private final Letters letters;
    private final StockChecks checks;
    private final Work work;
    private final Clock clock;

    AskWhenLow(
            Tenancy tenancy,
            AgreeStockChecks agreements,
            SupplierLookup suppliers,
            Letters letters,
            StockChecks checks,
            Work work,
            Clock clock) {
        this.tenancy = tenancy;
        this.agreements = agreements;
        this.suppliers = suppliers;
        this.letters = letters;
        this.checks = checks;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void on(StockRunsLow news) {
        Instant now = clock.instant();
        for (SupplierId supplier : news.suppliers()) {
            if (agreements.agreed(news.merchant(), supplier).isPresent()) {
                work.remove(news.merchant(), KIND, List.of(supplier.value()));
                work.add(news.merchant(), List.of(new NewWork(KIND, KIND, supplier.value(), now, false)));
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> tenancy.run(merchant, () -> {
            SupplierId supplier = new SupplierId(item.subject());
            @Nullable
            SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
            Instant now = clock.instant();
            Optional<Instant> later = terms == null ? Optional.empty() : whenBack(terms, now);
            if (later.isPresent()) {
                work.again(merchant, item, later.get(), "asks when the supplier works again");
                return;
            }
            boolean asked = agreements.agreed(merchant, supplier).isEmpty()
                    || letters.isStockAsked(merchant, supplier, now.minus(ENOUGH));
            if (terms != null && !asked) {
                checks.ask(merchant, supplier, now);
            }
            work.finish(merchant, List.of(item));
        }));
    }

    /** Empty when it works today. */
    private static Optional<Instant> whenBack(SupplierTerms terms, Instant now) {
        boolean works = terms.hours().worksOn(now.atZone(terms.zone()).toLocalDate());
        return works ? Optional.empty() : terms.hours().morningAfter(now, terms.zone());
    }
}
