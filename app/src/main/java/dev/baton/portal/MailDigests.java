package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.DigestAgreed;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails suppliers on their working mornings what is open with them; none when nothing is. */
@Component
class MailDigests implements WorkHandler {

    static final String KIND = "portal.digest.schedule";

    /** A morning's mail that did not leave until then says what is not true any more. */
    private static final Duration USEFUL = Duration.ofHours(4);

    private final Tenancy tenancy;
    private final AgreeDigest agreements;
    private final SupplierLookup suppliers;
    private final Digest digest;
    private final Letters letters;
    private final Work work;
    private final StockChecks.Desk desk;

    MailDigests(
            Tenancy tenancy,
            AgreeDigest agreements,
            SupplierLookup suppliers,
            Digest digest,
            Letters letters,
            Work work,
            StockChecks.Desk desk) {
        this.tenancy = tenancy;
        this.agreements = agreements;
        this.suppliers = suppliers;
        this.digest = digest;
        this.letters = letters;
        this.work = work;
        this.desk = desk;
    }

    @EventListener
    void on(DigestAgreed news) {
        work.remove(news.merchant(), KIND, List.of(news.supplier().value()));
        agreements
                .next(news.merchant(), news.supplier())
                .ifPresent(at -> work.add(
                        news.merchant(),
                        List.of(new NewWork(KIND, KIND, news.supplier().value(), at, false))));
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
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> tenancy.run(merchant, () -> morning(merchant, item)));
    }

    private void morning(MerchantId merchant, LeasedWork item) {
        SupplierId supplier = new SupplierId(item.subject());
        Optional<Instant> next = agreements.next(merchant, supplier);
        if (next.isEmpty()) {
            work.finish(merchant, List.of(item));
            return;
        }
        Instant now = desk.clock().instant();
        SupplierTerms terms = suppliers.terms(merchant, List.of(supplier)).get(supplier);
        if (terms != null
                && terms.live()
                && terms.mail() != null
                && !terms.hours().isClosed(now, terms.zone())
                && digest.isDue(merchant, supplier)) {
            Letters.Row row = new Letters.Row(
                    desk.ids().next(), Letters.Kind.DIGEST, supplier, null, null, null, now, now.plus(USEFUL));
            letters.insert(merchant, row);
            work.add(merchant, List.of(SendLetters.work(row.id(), now)));
        }
        work.again(merchant, item, next.get(), "the next working morning");
    }
}
