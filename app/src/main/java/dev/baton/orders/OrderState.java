package dev.baton.orders;

import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.orders.AllocationState.Stage;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sales order while an act works on it. Whoever holds one holds the lock of the sales order's row, so that
 * what is computed here cannot be overtaken; {@link OrderWrites} writes it back with counts that must match.
 */
final class OrderState {

    OrderHead head;
    final boolean fresh;
    boolean headTouched;

    /** What waits may find a supplier now for another reason than stock. */
    boolean mayBeServed;

    /** Suppliers know of a delivery of which the store wants something else told now. */
    boolean deliveryChanged;

    /** Units the store took off the order although they had left, by line. */
    final Map<LineState, Integer> tooLate = new HashMap<>();

    /** Units somebody fulfilled by hand although they had left a supplier, by line. */
    final Map<LineState, Integer> shippedTwice = new HashMap<>();

    /** The money that stood for the order is not there any more. */
    boolean moneyGone;

    /** The store sees a high risk of fraud by now, and nobody has said yet to ship all the same. */
    boolean riskRaised;

    /** The store says of itself that it is cancelled or fully refunded. */
    boolean overInStore;

    final List<LineState> lines = new ArrayList<>();
    final List<AllocationState> allocations = new ArrayList<>();
    final List<HoldState> holds = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();

    /** Stock to give back before anything new is claimed. */
    final List<Freed> freed = new ArrayList<>();

    /** Offers whose supplier said it has none. */
    final Set<OfferId> emptied = new HashSet<>();

    final List<AllocationId> withdrawn = new ArrayList<>();
    final List<CancellationsRequested.CancellationAsked> asked = new ArrayList<>();

    /** Units of them were asked back to go to others, and are not wanted any more. */
    final List<AllocationId> unwanted = new ArrayList<>();

    final Set<Seen> seen = new HashSet<>();
    private final Map<Move, Integer> moves = new LinkedHashMap<>();
    private @Nullable String statusBefore;

    OrderState(OrderHead head, boolean fresh) {
        this.head = head;
        this.fresh = fresh;
    }

    /** Keeps the status as it was read, for the audit. */
    void rememberStatus() {
        statusBefore = status();
    }

    /** A cause that has moved units of a line before. */
    record Seen(OrderLineId line, UUID cause) {}

    /** Units of a claim to give back. */
    record Freed(AllocationId allocation, int quantity, UUID cause, String why) {}

    /** Moves units of a line and remembers why; several moves of one kind add up. */
    void move(LineState line, UUID cause, Bucket from, Bucket to, int units) {
        line.shift(from, to, units);
        moves.merge(new Move(line.id, cause, from, to, 0), units, Integer::sum);
    }

    List<Move> moves() {
        List<Move> all = new ArrayList<>(moves.size());
        moves.forEach((key, units) -> all.add(new Move(key.line(), key.cause(), key.from(), key.to(), units)));
        return all;
    }

    /** Whether the act cancelled units that were ordered before. */
    boolean hasCancelled() {
        return moves.keySet().stream().anyMatch(move -> move.to() == Bucket.CANCELLED);
    }

    /** Status before the act; null for a new order. */
    @Nullable
    String statusBefore() {
        return statusBefore;
    }

    LineState line(OrderLineId id) {
        for (LineState line : lines) {
            if (line.id.equals(id)) {
                return line;
            }
        }
        throw new IllegalStateException("order " + head.number() + " has no line " + id.value());
    }

    @Nullable
    AllocationState allocation(AllocationId id) {
        for (AllocationState allocation : allocations) {
            if (allocation.id.equals(id)) {
                return allocation;
            }
        }
        return null;
    }

    List<AllocationState> allocationsOf(LineState line) {
        return allocations.stream().filter(a -> a.line.equals(line.id)).toList();
    }

    /** Whether an open hold stops the whole order, leaving out one that only stops the sending. */
    boolean blocked() {
        return holds.stream().anyMatch(h -> h.open() && h.line == null && h.kind != HoldKind.POSSIBLE_DUPLICATE);
    }

    /** Whether stock is claimed but nothing may be sent. */
    boolean reserveOnly() {
        return holds.stream().anyMatch(h -> h.open() && h.kind == HoldKind.POSSIBLE_DUPLICATE);
    }

    boolean blocked(LineState line) {
        return holds.stream().anyMatch(h -> h.open() && line.id.equals(h.line));
    }

    boolean waived(HoldKind kind) {
        return holds.stream().anyMatch(h -> h.kind == kind && h.released && h.waived);
    }

    List<HoldKind> openHolds() {
        return holds.stream()
                .filter(HoldState::open)
                .map(h -> h.kind)
                .distinct()
                .toList();
    }

    /** Who is not asked again for a line's goods in this order: offers that were refused, suppliers a person took them from. */
    record Avoided(Set<OfferId> offers, Set<SupplierId> suppliers) {

        boolean has(Offer offer) {
            return offers.contains(offer.id()) || suppliers.contains(offer.supplier());
        }
    }

    Avoided avoided(LineState line) {
        Set<OfferId> offers = new HashSet<>();
        Set<SupplierId> suppliers = new HashSet<>();
        for (AllocationState allocation : allocations) {
            if (Objects.equals(line(allocation.line).skuId, line.skuId)) {
                if (allocation.rejected > 0) {
                    offers.add(allocation.offer);
                }
                if (allocation.rerouted) {
                    suppliers.add(allocation.supplier);
                }
            }
        }
        return new Avoided(offers, suppliers);
    }

    /** Takes an unsent allocation back: its units are open again and its claim is given back. */
    void withdraw(AllocationState allocation, UUID cause, String why) {
        allocation.stage = Stage.WITHDRAWN;
        allocation.touched = true;
        move(line(allocation.line), cause, Bucket.ALLOCATED, Bucket.OPEN, allocation.quantity);
        freed.add(new Freed(allocation.id, allocation.quantity, cause, why));
        withdrawn.add(allocation.id);
    }

    /** What comes back to a cancelled order looks for no other supplier. */
    void endIfCancelled(UUID cause) {
        if (head.cancelledAt() == null) {
            return;
        }
        for (LineState line : lines) {
            for (Bucket bucket : List.of(Bucket.OPEN, Bucket.WAITING)) {
                if (line.in(bucket) > 0) {
                    move(line, cause, bucket, Bucket.CANCELLED, line.in(bucket));
                }
            }
        }
    }

    /** Whether lines that wait should be looked at again although no stock has come. */
    boolean wakes() {
        return !blocked() && (mayBeServed || holds.stream().anyMatch(h -> h.touched && h.released && !h.fresh));
    }

    /** A hold that has nothing left to hold ends. */
    void releaseMootHolds() {
        boolean unsent = lines.stream().anyMatch(line -> line.toPlan() + line.in(Bucket.ALLOCATED) > 0);
        for (HoldState hold : holds) {
            if (hold.open() && (hold.line == null ? !unsent : line(hold.line).toPlan() == 0)) {
                hold.release("nothing is left that it could hold", false);
            }
        }
    }

    /** Units per bucket over all lines. */
    Map<Bucket, Integer> totals() {
        Map<Bucket, Integer> totals = new HashMap<>();
        for (LineState line : lines) {
            for (Bucket bucket : Bucket.values()) {
                totals.merge(bucket, line.in(bucket), Integer::sum);
            }
        }
        return totals;
    }

    /** What a person reads as the order's state, derived from its units and holds. */
    String status() {
        return OrderStatus.of(totals(), holds.stream().anyMatch(HoldState::open));
    }
}
