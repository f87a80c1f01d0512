package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.Claims.Place;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks promised units as leaving the supplier's own figure, so that the next observation young enough to lack them
 * stops counting them a second time.
 */
@Component
public final class RecordDeductions {

    private final Tenancy tenancy;
    private final StockChanges stock;
    private final Claims claims;
    private final Deductions deductions;
    private final FeedScopes scopes;
    private final SupplierLookup suppliers;
    private final Clock clock;

    RecordDeductions(
            Tenancy tenancy,
            StockChanges stock,
            Claims claims,
            Deductions deductions,
            FeedScopes scopes,
            SupplierLookup suppliers,
            Clock clock) {
        this.tenancy = tenancy;
        this.stock = stock;
        this.claims = claims;
        this.deductions = deductions;
        this.scopes = scopes;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /**
     * Records the events; the same cause counts once per claim. A net supplier's figure lacks units from their
     * acknowledgement, or the agreed lag after it took them; a gross or unknown one's from their shipment; what
     * ships without either counts then. What the present figure is young enough to lack is covered at once, the
     * rest by the first observation that is. Opens or joins a transaction.
     *
     * @throws IllegalStateException when a claim does not exist
     */
    public void record(MerchantId merchant, List<NewDeduction> events) {
        if (!events.isEmpty()) {
            tenancy.run(merchant, () -> recordInTransaction(merchant, events));
        }
    }

    private void recordInTransaction(MerchantId merchant, List<NewDeduction> events) {
        Map<UUID, Place> places = claims.places(
                merchant, events.stream().map(NewDeduction::claimId).collect(Collectors.toSet()));
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant, places.values().stream().map(Place::supplier).collect(Collectors.toSet()));
        List<NewDeduction> counting = events.stream()
                .filter(event ->
                        counts(event.cause(), terms.get(place(places, event).supplier())))
                .toList();
        if (!counting.isEmpty()) {
            Set<OfferId> offers =
                    counting.stream().map(event -> place(places, event).offer()).collect(Collectors.toSet());
            LockedStock locked = stock.lock(merchant, offers);
            deduct(merchant, counting, locked, terms);
            stock.settle(merchant, locked);
        }
    }

    private static boolean counts(DeductionCause cause, @Nullable SupplierTerms terms) {
        return switch (cause) {
            case SENT -> terms != null && terms.netting() == Netting.NET && terms.bookingLagSeconds() > 0;
            case ACKNOWLEDGED -> terms != null && terms.netting() == Netting.NET;
            case SHIPPED -> true;
        };
    }

    private void deduct(
            MerchantId merchant, List<NewDeduction> events, LockedStock locked, Map<SupplierId, SupplierTerms> terms) {
        Set<UUID> ids = events.stream().map(NewDeduction::claimId).collect(Collectors.toSet());
        Set<Deductions.Key> heard = deductions.known(merchant, ids);
        Map<UUID, ClaimState> states = claims.read(merchant, ids);
        Map<SupplierId, Scope> speaking = scopes.read(merchant, locked.suppliers());
        Instant now = FeedOrder.micros(clock.instant());
        Map<UUID, ClaimState> changed = new HashMap<>();
        List<Deductions.Row> rows = new ArrayList<>();
        for (NewDeduction event : events) {
            if (!heard.add(new Deductions.Key(event.claimId(), event.causeId()))) {
                continue;
            }
            ClaimState before = Objects.requireNonNull(states.get(event.claimId()));
            StockRow row = locked.of(before.offer()).before();
            Deductions.Row deduction = deduction(event, before, row, terms.get(row.supplier()), now);
            boolean lacking = contains(speaking.get(row.supplier()), row, deduction, terms.get(row.supplier()));
            ClaimState reported = before.report(event.cause(), event.quantity()).claim();
            ClaimState after = lacking ? reported.cover(deduction.quantity()) : reported;
            move(locked.of(before.offer()), after.uncovered() - before.uncovered());
            states.put(event.claimId(), after);
            changed.put(event.claimId(), after);
            rows.add(lacking ? deduction.coveredAt(now) : deduction);
        }
        deductions.insert(merchant, rows, now);
        claims.write(merchant, changed.values());
    }

    /** An event without effect, of units something earlier deducted, is kept as covered: nothing waits for it. */
    private static Deductions.Row deduction(
            NewDeduction event, ClaimState before, StockRow row, @Nullable SupplierTerms terms, Instant now) {
        Instant happened = event.effectiveAt().isAfter(now) ? now : FeedOrder.micros(event.effectiveAt());
        int lagSeconds = event.cause() == DeductionCause.SENT && terms != null ? terms.bookingLagSeconds() : 0;
        ClaimState.Reported reported = before.report(event.cause(), event.quantity());
        int quantity = reported.deducts();
        return new Deductions.Row(
                new Deductions.Key(event.claimId(), event.causeId()),
                event.cause(),
                row.offer(),
                row.supplier(),
                event.quantity(),
                quantity,
                reported.claim().uncovered() - before.uncovered(),
                happened.plusSeconds(lagSeconds),
                quantity == 0 ? now : null);
    }

    private static boolean contains(
            @Nullable Scope scope, StockRow row, Deductions.Row deduction, @Nullable SupplierTerms terms) {
        Instant effective = scope == null ? row.observedAt() : scope.effective(row);
        int graceSeconds = terms == null ? 0 : terms.graceSeconds();
        return effective != null
                && !deduction.effectiveAt().plusSeconds(graceSeconds).isAfter(effective);
    }

    private static void move(Balance balance, int units) {
        if (units < 0) {
            balance.lower(-units);
        } else {
            balance.raise(units);
        }
    }

    private static Place place(Map<UUID, Place> places, NewDeduction event) {
        return Objects.requireNonNull(places.get(event.claimId()));
    }
}
