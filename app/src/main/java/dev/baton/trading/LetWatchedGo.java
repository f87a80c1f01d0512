package dev.baton.trading;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what was planned while a supplier or store was watched, because a person who lets it go live says so; a bounded
 * number at a time, oldest first. What the other side still keeps back stays where it is.
 */
@Component
public class LetWatchedGo implements WorkHandler {

    private static final String KIND = "trading.let-watched-go";
    private static final int AT_A_TIME = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** After it every batch that still saw watch mode has ended; a second look finds what it left behind. */
    private static final Duration SECOND_LOOK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Transmissions transmissions;
    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;
    private final TradingDesk desk;

    LetWatchedGo(
            JdbcClient jdbc,
            Transmissions transmissions,
            SupplierLookup suppliers,
            MerchantLookup merchants,
            TradingDesk desk) {
        this.jdbc = jdbc;
        this.transmissions = transmissions;
        this.suppliers = suppliers;
        this.merchants = merchants;
        this.desk = desk;
    }

    /**
     * Plans that everything leaves which was kept back for this one alone. Call it in the transaction that lets the
     * supplier or store go live. Opens or joins a transaction.
     */
    public void begin(MerchantId merchant, WatchedSide side, UUID subject) {
        Instant now = desk.clock().instant();
        String queue = side.word() + ":" + subject;
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work()
                                .add(
                                        merchant,
                                        List.of(
                                                new NewWork(queue, KIND, subject, now, false),
                                                new NewWork(queue, KIND, subject, now.plus(SECOND_LOOK), false))));
    }

    /**
     * A person has decided what becomes of those planned before: the reminder of them is closed, and they stay listed.
     * Joins a transaction.
     */
    public void decideLater(MerchantId merchant, UUID subject) {
        desk.tasks().closeFor(merchant, WatchedTasks.KIND, subject, "live from now on");
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
        batch.forEach(item -> desk.tenancy().run(merchant, () -> letGo(merchant, item)));
    }

    private void letGo(MerchantId merchant, LeasedWork item) {
        Instant now = desk.clock().instant();
        List<Transmission> rows = transmissions.lock(merchant, kept(merchant, item.subject()));
        Set<TransmissionId> gone = reopen(merchant, rows);
        List<Transmission> released =
                rows.stream().filter(row -> gone.contains(row.id())).toList();
        desk.work()
                .add(
                        merchant,
                        released.stream()
                                .map(row -> PlanTransmissions.work(row, now))
                                .toList());
        desk.audit()
                .record(
                        merchant,
                        released.stream()
                                .map(row -> new AuditEntry(
                                        "LetWatchedGo",
                                        "transmission",
                                        row.id().value(),
                                        row.status().name(),
                                        row.status().name(),
                                        "watch mode ended"))
                                .toList());
        if (released.size() == AT_A_TIME) {
            desk.work().again(merchant, item, now, "more documents of watch mode are to leave");
        } else {
            desk.tasks().closeFor(merchant, WatchedTasks.KIND, item.subject(), "what waited was sent");
            desk.work().finish(merchant, List.of(item));
        }
    }

    /** Oldest first, of this supplier or store, and only where nobody is watched any more. */
    private List<TransmissionId> kept(MerchantId merchant, UUID subject) {
        Set<SupplierId> liveSuppliers = suppliers.all(merchant).stream()
                .filter(SupplierTerms::live)
                .map(SupplierTerms::id)
                .collect(Collectors.toSet());
        Set<StoreId> liveStores = merchants.stores(merchant).stream()
                .filter(Store::live)
                .map(Store::id)
                .collect(Collectors.toSet());
        return jdbc.sql("""
                select id from transmission
                where merchant_id = :merchant and status = 'PLANNED' and reason is not null
                  and (supplier_id = :subject or store_id = :subject)
                  and supplier_id = any(:suppliers::uuid[]) and store_id = any(:stores::uuid[])
                order by merchant_id, id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("subject", subject)
                .param("suppliers", Columns.uuids(liveSuppliers, SupplierId::value))
                .param("stores", Columns.uuids(liveStores, StoreId::value))
                .param("limit", AT_A_TIME)
                .query((row, number) -> new TransmissionId(row.getObject("id", UUID.class)))
                .list();
    }

    private Set<TransmissionId> reopen(MerchantId merchant, List<Transmission> rows) {
        return new HashSet<>(jdbc.sql("""
                update transmission set reason = null, attempts_limit = attempts + :more
                where merchant_id = :merchant and id = any(:ids::uuid[]) and status = 'PLANNED' and reason is not null
                returning id
                """)
                .param("more", Transmission.ATTEMPTS)
                .param("merchant", merchant.value())
                .param("ids", Columns.uuids(rows, row -> row.id().value()))
                .query((row, number) -> new TransmissionId(row.getObject("id", UUID.class)))
                .list());
    }
}
