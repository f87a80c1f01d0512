package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An observation young enough to lack deducted units stops them from being counted a second time, once. */
@Component
final class CoverDeductions {

    private final Deductions deductions;
    private final Claims claims;
    private final Clock clock;

    CoverDeductions(Deductions deductions, Claims claims, Clock clock) {
        this.deductions = deductions;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Covers what the figures contain.
     *
     * @param stock holds the rows of all these offers
     * @param figuresAt of which time each offer's figure is, grace taken off: deductions up to then are in it
     */
    void cover(MerchantId merchant, LockedStock stock, SupplierId supplier, Map<OfferId, Instant> figuresAt) {
        if (figuresAt.isEmpty()) {
            return;
        }
        List<Deductions.Row> contained = new ArrayList<>();
        for (Deductions.Row row : deductions.openOf(merchant, Set.of(supplier), figuresAt.keySet())) {
            @Nullable Instant upTo = figuresAt.get(row.offer());
            if (upTo != null && !row.effectiveAt().isAfter(upTo)) {
                contained.add(row);
            }
        }
        if (contained.isEmpty()) {
            return;
        }
        Set<UUID> ids = contained.stream().map(row -> row.key().claim()).collect(Collectors.toSet());
        Map<UUID, ClaimState> states = claims.read(merchant, ids);
        for (Deductions.Row row : contained) {
            UUID claim = row.key().claim();
            states.put(claim, Objects.requireNonNull(states.get(claim)).cover(row.quantity()));
            stock.of(row.offer()).lower(row.quantity());
        }
        deductions.cover(merchant, contained, clock.instant());
        claims.write(merchant, states.values());
    }
}
