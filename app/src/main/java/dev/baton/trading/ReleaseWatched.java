package dev.baton.trading;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.merchants.StoreWentLive;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.suppliers.SupplierWentLive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives documents planned in watch mode their work back when store and supplier are live, a bounded number at a time.
 */
@Component
class ReleaseWatched implements WorkHandler {

    static final String KIND = "trading.release";

    private static final int AT_A_TIME = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** After it every attempt that still saw watch mode has ended; a second look finds what it left behind. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(2);

    private final TradingDesk desk;
    private final Transmissions transmissions;
    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;

    ReleaseWatched(TradingDesk desk, Transmissions transmissions, SupplierLookup suppliers, MerchantLookup merchants) {
        this.desk = desk;
        this.transmissions = transmissions;
        this.suppliers = suppliers;
        this.merchants = merchants;
    }

    @EventListener
    void plan(StoreWentLive news) {
        plan(news.merchant(), news.store().value());
    }

    @EventListener
    void plan(SupplierWentLive news) {
        plan(news.merchant(), news.supplier().value());
    }

    private void plan(MerchantId merchant, UUID subject) {
        Instant now = desk.clock().instant();
        desk.work()
                .add(
                        merchant,
                        List.of(
                                new NewWork(KIND, KIND, subject, now, false),
                                new NewWork(KIND, KIND, subject, now.plus(SECOND_LOOK), false)));
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
        batch.forEach(item -> desk.tenancy().run(merchant, () -> release(merchant, item)));
    }

    private void release(MerchantId merchant, LeasedWork item) {
        Instant now = desk.clock().instant();
        List<SupplierId> liveSuppliers = suppliers.all(merchant).stream()
                .filter(SupplierTerms::live)
                .map(SupplierTerms::id)
                .toList();
        List<StoreId> liveStores = merchants.stores(merchant).stream()
                .filter(Store::live)
                .map(Store::id)
                .toList();
        List<Transmission> released = transmissions.release(merchant, liveSuppliers, liveStores, AT_A_TIME);
        desk.work()
                .add(
                        merchant,
                        released.stream()
                                .map(row -> PlanTransmissions.work(
                                        row, row.sendAfter().isAfter(now) ? row.sendAfter() : now))
                                .toList());
        desk.audit()
                .record(merchant, released.stream().map(ReleaseWatched::entry).toList());
        if (released.size() == AT_A_TIME) {
            desk.work().again(merchant, item, now, "more documents of watch mode are to be released");
        } else {
            desk.work().finish(merchant, List.of(item));
        }
    }

    private static AuditEntry entry(Transmission row) {
        return new AuditEntry(
                "ReleaseWatched",
                "transmission",
                row.id().value(),
                TransmissionStatus.PLANNED.name(),
                TransmissionStatus.PLANNED.name(),
                "watch mode ended");
    }
}
