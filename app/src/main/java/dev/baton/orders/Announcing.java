package dev.baton.orders;

import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.AllocationState.Stage;
import dev.baton.orders.OrdersAllocated.Allocated;
import dev.baton.orders.OrdersAllocated.Group;
import dev.baton.orders.OrdersAllocated.OrderAllocated;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Numbers;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Words the news of new allocations, and takes the suffixes of their purchase orders under the order's lock. */
@Component
class Announcing {

    private final MerchantLookup merchants;
    private final Numbers numbers;
    private final Clock clock;

    Announcing(MerchantLookup merchants, Numbers numbers, Clock clock) {
        this.merchants = merchants;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record Place(SupplierId supplier, String shipFrom, String currency) {}

    OrdersAllocated allocated(MerchantId merchant, Collection<OrderState> states) {
        List<OrderState> telling =
                states.stream().filter(state -> !unannounced(state).isEmpty()).toList();
        if (telling.isEmpty()) {
            return new OrdersAllocated(merchant, List.of());
        }
        Instant sendAfter =
                clock.instant().plusSeconds(merchants.settings(merchant).graceSeconds());
        return new OrdersAllocated(
                merchant,
                telling.stream()
                        .map(state -> order(state, numbers.ofToday(merchant, state.head.number()), sendAfter))
                        .toList());
    }

    private static List<AllocationState> unannounced(OrderState state) {
        return state.allocations.stream()
                .filter(a -> a.stage == Stage.ALLOCATED && (a.fresh || a.announce))
                .toList();
    }

    private static OrderAllocated order(OrderState state, String number, Instant sendAfter) {
        Map<Place, List<Allocated>> byPlace = new LinkedHashMap<>();
        for (AllocationState allocation : unannounced(state)) {
            LineState line = state.line(allocation.line);
            byPlace.computeIfAbsent(
                            new Place(allocation.supplier, allocation.shipFrom, allocation.currency),
                            place -> new ArrayList<>())
                    .add(new Allocated(
                            allocation.id,
                            allocation.line,
                            allocation.offer,
                            Objects.requireNonNullElse(line.sku, ""),
                            allocation.supplierSku,
                            line.title,
                            allocation.quantity,
                            allocation.unitCostMicros));
        }
        List<Group> groups = new ArrayList<>();
        byPlace.forEach(
                (place, lines) -> groups.add(new Group(place.supplier(), place.shipFrom(), place.currency(), lines)));
        OrderHead head = state.head;
        state.head = head.withNextPo(head.nextPo() + groups.size());
        state.headTouched = true;
        return new OrderAllocated(
                head.id(),
                number,
                head.store(),
                head.storeOrderId(),
                head.storeOrderName(),
                head.customerRecord(),
                head.subject(),
                head.shipCountry(),
                head.shipMethod(),
                head.nextPo(),
                sendAfter,
                groups);
    }
}
