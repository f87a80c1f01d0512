package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A supplier's own figures, and items it drops, as it says them itself. Every method opens or joins a transaction. */
@Component
public final class SupplierStock {

    private final Tenancy tenancy;
    private final StockRows rows;
    private final FeedScopes scopes;
    private final StockChanges stock;

    SupplierStock(Tenancy tenancy, StockRows rows, FeedScopes scopes, StockChanges stock) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.scopes = scopes;
        this.stock = stock;
    }

    /**
     * What it said last of an offer.
     *
     * @param at the time the figure is believed to be of; null = it never said anything
     */
    public record Said(int quantity, @Nullable Instant at, boolean discontinued) {}

    /** By offer; one the supplier never spoke of, or that is not its own, is left out. */
    public Map<OfferId, Said> said(MerchantId merchant, SupplierId supplier, Collection<OfferId> offers) {
        return tenancy.inTransaction(merchant, () -> {
            Scope scope = scopes.read(merchant, List.of(supplier)).getOrDefault(supplier, Scope.silent(supplier));
            Map<OfferId, Said> said = new HashMap<>();
            for (StockRow row : rows.glance(merchant, offers)) {
                if (row.supplier().equals(supplier) && row.observedAt() != null) {
                    said.put(row.offer(), new Said(row.observed(), scope.effective(row), row.discontinued()));
                }
            }
            return said;
        });
    }

    /** Marks offers whose figure is 0 as dropped; the next figure of one unmarks it. */
    public void drop(MerchantId merchant, SupplierId supplier, Collection<OfferId> offers) {
        tenancy.run(merchant, () -> {
            LockedStock locked = stock.lock(merchant, offers);
            for (Balance balance : locked.all()) {
                if (balance.before().supplier().equals(supplier)
                        && balance.before().observed() == 0) {
                    balance.discontinue();
                }
            }
            stock.settle(merchant, locked);
        });
    }
}
