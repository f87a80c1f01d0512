package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A supplier rejected units as out of stock: that is an observation of 0, else the order would be routed to the
 * same offer again.
 */
@Component
public final class RecordRejection {

    private final Tenancy tenancy;
    private final StockChanges stock;
    private final CoverDeductions cover;
    private final Observations ledger;
    private final FeedScopes scopes;
    private final SupplierLookup suppliers;
    private final Ids ids;
    private final Clock clock;

    RecordRejection(
            Tenancy tenancy,
            StockChanges stock,
            CoverDeductions cover,
            Observations ledger,
            FeedScopes scopes,
            SupplierLookup suppliers,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.stock = stock;
        this.cover = cover;
        this.ledger = ledger;
        this.scopes = scopes;
        this.suppliers = suppliers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sets the offers' figures to 0 as of the rejection, unless a younger figure is known; the next feed that is
     * younger still may raise them again. Release the rejected units with {@link ReleaseClaims}. Opens or joins a
     * transaction.
     *
     * @param at when the supplier rejected; a time to come is taken as now
     */
    public void record(MerchantId merchant, List<OfferId> offers, Instant at) {
        if (!offers.isEmpty()) {
            tenancy.run(merchant, () -> recordInTransaction(merchant, offers, at));
        }
    }

    private void recordInTransaction(MerchantId merchant, List<OfferId> offers, Instant at) {
        Instant now = clock.instant();
        FeedOrder rejection = FeedOrder.event(at.isAfter(now) ? now : at);
        LockedStock locked = stock.lock(merchant, offers);
        Map<SupplierId, Scope> speaking = scopes.read(merchant, locked.suppliers());
        Map<SupplierId, Map<OfferId, Instant>> figures = new HashMap<>();
        List<Observations.Row> kept = new ArrayList<>();
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, locked.suppliers());
        for (Balance balance : locked.all()) {
            StockRow row = balance.before();
            Scope scope = speaking.getOrDefault(row.supplier(), Scope.silent(row.supplier()));
            Figure figure = Figure.of(row, scope, rejection, 0);
            kept.add(new Observations.Row(row.offer(), 0, row.observed(), figure != Figure.SUPERSEDED));
            if (figure != Figure.SUPERSEDED) {
                balance.observe(0, rejection, scope);
                figures.computeIfAbsent(row.supplier(), none -> new HashMap<>())
                        .put(row.offer(), rejection.at().minusSeconds(grace(terms.get(row.supplier()))));
            }
        }
        UUID source = ids.next();
        ledger.keep(merchant, Observations.Source.REJECTION, source, rejection.at(), kept);
        figures.forEach((supplier, figuresAt) -> cover.cover(merchant, locked, supplier, figuresAt));
        stock.settle(merchant, locked);
    }

    private static int grace(@Nullable SupplierTerms terms) {
        return terms == null ? 0 : terms.graceSeconds();
    }
}
