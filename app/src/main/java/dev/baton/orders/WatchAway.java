package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.ClosureDeclared;
import dev.baton.suppliers.SupplierDaysChanged;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at a supplier whenever its days away change, every half hour while it gets nothing, and on the day it is back:
 * lines that waited for it go on by themselves.
 */
@Component
class WatchAway implements WorkHandler {

    /** Kind of the work that waits for a supplier's return; its subject is the supplier. */
    static final String KIND = "orders.supplier-back.schedule";

    private static final String QUEUE = "orders.release";
    /** How often others are looked at while the supplier gets nothing. */
    private static final Duration EVERY = Duration.ofMinutes(30);

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final ReleaseAway releases;
    private final Work work;
    private final Clock clock;

    WatchAway(Tenancy tenancy, SupplierLookup suppliers, ReleaseAway releases, Work work, Clock clock) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.releases = releases;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void on(ClosureDeclared declared) {
        look(declared.merchant(), declared.supplier());
    }

    @EventListener
    void on(SupplierDaysChanged changed) {
        look(changed.merchant(), changed.supplier());
    }

    private void look(MerchantId merchant, SupplierId supplier) {
        UUID id = supplier.value();
        work.remove(merchant, KIND, List.of(id));
        work.add(merchant, List.of(new NewWork(QUEUE, KIND, id, clock.instant(), false)));
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
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            SupplierId supplier = new SupplierId(item.subject());
            tenancy.run(merchant, () -> find(merchant, supplier).ifPresent(terms -> letGo(merchant, terms)));
            tenancy.run(
                    merchant,
                    () -> find(merchant, supplier)
                            .flatMap(terms -> nextLook(merchant, terms))
                            .ifPresentOrElse(
                                    next -> work.again(merchant, item, next, "the supplier is away, or will be"),
                                    () -> work.finish(merchant, List.of(item))));
        }
    }

    private Optional<SupplierTerms> find(MerchantId merchant, SupplierId supplier) {
        return Optional.ofNullable(suppliers.terms(merchant, List.of(supplier)).get(supplier));
    }

    private void letGo(MerchantId merchant, SupplierTerms terms) {
        if (releases.stops(merchant, terms.id())) {
            releases.elsewhere(merchant, terms);
        } else if (!terms.paused()) {
            releases.back(merchant, terms);
        }
    }

    /** As the first day begins on which it is not away any more; while it gets nothing, others are looked at before. */
    private Optional<Instant> nextLook(MerchantId merchant, SupplierTerms terms) {
        Instant soon = clock.instant().plus(EVERY);
        boolean stops = releases.stops(merchant, terms.id());
        return terms.hours()
                .backAfter(LocalDate.ofInstant(clock.instant(), terms.zone()))
                .map(day -> day.atStartOfDay(terms.zone()).toInstant())
                .map(back -> stops && soon.isBefore(back) ? soon : back);
    }
}
