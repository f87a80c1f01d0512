package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.StockChecksAgreed;
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

/** Asks suppliers without a feed by mail how many they have, on the days agreed with them. */
@Component
class StockChecks implements WorkHandler {

    static final String KIND = "portal.stock-check.schedule";

    /** Kind of the task that a supplier cannot be asked; its subject is the supplier. */
    static final String CANNOT_ASK = "portal.stock-check";

    /** A mail is of use at least so long. */
    private static final Duration USEFUL = Duration.ofDays(7);

    /** Whoever was asked for another reason within that time is not asked again on a day agreed. */
    private static final Duration SAME_MORNING = Duration.ofHours(6);

    /** How long after a fresh mail was asked for another one is not sent. */
    private static final Duration ENOUGH = Duration.ofMinutes(10);

    private final Tenancy tenancy;
    private final AgreeStockChecks agreements;
    private final SupplierLookup suppliers;
    private final PublicUrl publicUrl;
    private final Letters letters;
    private final Work work;
    private final Desk desk;

    StockChecks(
            Tenancy tenancy,
            AgreeStockChecks agreements,
            SupplierLookup suppliers,
            PublicUrl publicUrl,
            Letters letters,
            Work work,
            Desk desk) {
        this.tenancy = tenancy;
        this.agreements = agreements;
        this.suppliers = suppliers;
        this.publicUrl = publicUrl;
        this.letters = letters;
        this.work = work;
        this.desk = desk;
    }

    /** What is at hand for a mail. */
    @Component
    record Desk(Ids ids, Clock clock, Tasks tasks) {}

    @EventListener
    void on(StockChecksAgreed news) {
        work.remove(news.merchant(), KIND, List.of(news.supplier().value()));
        next(news.merchant(), news.supplier())
                .ifPresentOrElse(
                        at -> work.add(
                                news.merchant(),
                                List.of(new NewWork(KIND, KIND, news.supplier().value(), at, false))),
                        () -> desk.tasks()
                                .closeFor(
                                        news.merchant(),
                                        CANNOT_ASK,
                                        news.supplier().value(),
                                        "the supplier is not asked any more"));
    }

    private Optional<Instant> next(MerchantId merchant, SupplierId supplier) {
        @Nullable
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        return terms == null
                ? Optional.empty()
                : agreements
                        .agreed(merchant, supplier)
                        .flatMap(days -> days.after(desk.clock().instant(), terms));
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
            Optional<Instant> next = next(merchant, supplier);
            if (next.isEmpty()) {
                work.finish(merchant, List.of(item));
                return;
            }
            // something ran low on the morning of a day agreed: one mail is enough
            if (!letters.isStockAsked(merchant, supplier, desk.clock().instant().minus(SAME_MORNING))) {
                ask(merchant, supplier, next.get());
            }
            work.again(merchant, item, next.get(), "asks again on the next day agreed");
        }));
    }

    /** A supplier that is away today is asked when it is back: the next day agreed is one it works on. Needs an open transaction. */
    void ask(MerchantId merchant, SupplierId supplier, Instant next) {
        @Nullable
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        Instant now = desk.clock().instant();
        if (terms == null || terms.hours().isClosed(now, terms.zone())) {
            return;
        }
        if (terms.mail() == null || !publicUrl.isKnown()) {
            desk.tasks()
                    .open(
                            merchant,
                            new NewTask(
                                    CANNOT_ASK,
                                    "supplier",
                                    supplier.value(),
                                    terms.name() + " cannot be asked for its stock",
                                    (terms.mail() == null
                                                    ? "It has no mail address."
                                                    : "No public address of this Baton is set, so a link would lead nowhere.")
                                            + " If nothing is done its figures age. Mend that, or agree that it is not"
                                            + " asked."));
            return;
        }
        desk.tasks().closeFor(merchant, CANNOT_ASK, supplier.value(), "the supplier was asked");
        mail(merchant, supplier, next.isAfter(now.plus(USEFUL)) ? next : now.plus(USEFUL));
    }

    private void mail(MerchantId merchant, SupplierId supplier, Instant until) {
        Instant now = desk.clock().instant();
        Letters.Row row =
                new Letters.Row(desk.ids().next(), Letters.Kind.STOCK_CHECK, supplier, null, null, null, now, until);
        letters.insert(merchant, row);
        work.add(merchant, List.of(SendLetters.work(row.id(), now)));
    }

    /** Mails a fresh link to the contact on file, unless one was asked for a short while ago. Opens or joins a transaction. */
    void mailFresh(MerchantId merchant, SupplierId supplier) {
        tenancy.run(merchant, () -> {
            Instant now = desk.clock().instant();
            if (!letters.isStockAsked(merchant, supplier, now.minus(ENOUGH))) {
                mail(merchant, supplier, now.plus(USEFUL));
            }
        });
    }
}
