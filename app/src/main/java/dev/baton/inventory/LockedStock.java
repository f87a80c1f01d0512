package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.SupplierId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stock rows an act holds, in the order in which they were locked. */
final class LockedStock {

    private final Map<OfferId, Balance> balances = new LinkedHashMap<>();

    LockedStock(List<StockRow> rows) {
        rows.forEach(row -> balances.put(row.offer(), new Balance(row)));
    }

    /**
     * The balance of an offer.
     *
     * @throws IllegalStateException when its row is not among those locked
     */
    Balance of(OfferId offer) {
        @Nullable Balance balance = balances.get(offer);
        if (balance == null) {
            throw new IllegalStateException("the stock row of offer " + offer.value() + " is not locked");
        }
        return balance;
    }

    Optional<Balance> find(OfferId offer) {
        return Optional.ofNullable(balances.get(offer));
    }

    Collection<Balance> all() {
        return balances.values();
    }

    Set<OfferId> offers() {
        return balances.keySet();
    }

    Set<SupplierId> suppliers() {
        return balances.values().stream()
                .map(balance -> balance.before().supplier())
                .collect(Collectors.toSet());
    }
}
