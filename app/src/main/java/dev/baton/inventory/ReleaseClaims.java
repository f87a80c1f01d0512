package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives promised units back: what was never sent, what a supplier rejected, what it confirmed as cancelled. Units
 * that an observation lacks already are not given back here: the supplier's next figure contains them.
 */
@Component
public final class ReleaseClaims {

    private final Tenancy tenancy;
    private final StockChanges stock;
    private final Claims claims;
    private final Deductions deductions;
    private final Clock clock;

    ReleaseClaims(Tenancy tenancy, StockChanges stock, Claims claims, Deductions deductions, Clock clock) {
        this.tenancy = tenancy;
        this.stock = stock;
        this.claims = claims;
        this.deductions = deductions;
        this.clock = clock;
    }

    /**
     * Releases the units at once; the same cause gives back a claim's units once, however often it is told.
     * Opens or joins a transaction. Publishes {@link StockRaised} for SKUs somebody waits for.
     *
     * @throws IllegalStateException when a claim does not exist
     */
    public void release(MerchantId merchant, List<ClaimRelease> releases) {
        if (!releases.isEmpty()) {
            tenancy.run(merchant, () -> releaseInTransaction(merchant, releases));
        }
    }

    private void releaseInTransaction(MerchantId merchant, List<ClaimRelease> releases) {
        Set<UUID> ids = releases.stream().map(ClaimRelease::claimId).collect(Collectors.toSet());
        Set<OfferId> offers = claims.places(merchant, ids).values().stream()
                .map(Claims.Place::offer)
                .collect(Collectors.toSet());
        LockedStock locked = stock.lock(merchant, offers);
        Set<Deductions.Key> heard = deductions.released(merchant, ids);
        Map<UUID, ClaimState> states = claims.read(merchant, ids);
        Booked booked = booked(merchant, locked, states);
        Map<UUID, ClaimState> changed = new HashMap<>();
        List<ClaimRelease> kept = new ArrayList<>();
        List<Integer> freed = new ArrayList<>();
        for (ClaimRelease release : releases) {
            if (!heard.add(new Deductions.Key(release.claimId(), release.cause()))) {
                continue;
            }
            ClaimState before = Objects.requireNonNull(states.get(release.claimId()));
            ClaimState.Released outcome = before.release(release.quantity(), booked.units(release.claimId()));
            booked.undo(release.claimId(), outcome.undoes());
            states.put(release.claimId(), outcome.claim());
            changed.put(release.claimId(), outcome.claim());
            freed.add(before.uncovered() - outcome.claim().uncovered());
            locked.of(before.offer()).lower(freed.getLast());
            kept.add(new ClaimRelease(release.claimId(), outcome.released(), release.cause(), release.why()));
        }
        deductions.insertReleases(
                merchant, kept, freed.stream().mapToInt(Integer::intValue).toArray(), clock.instant());
        deductions.reduce(merchant, booked.reduced());
        claims.write(merchant, changed.values());
        stock.settle(merchant, locked);
    }

    /** Most releases are of units that were never sent: they have nothing booked and cost no look. */
    private Booked booked(MerchantId merchant, LockedStock locked, Map<UUID, ClaimState> states) {
        boolean any = states.values().stream().anyMatch(state -> state.deducted() > state.shipped());
        return new Booked(any ? deductions.openOf(merchant, locked.suppliers(), locked.offers()) : List.of());
    }
}
