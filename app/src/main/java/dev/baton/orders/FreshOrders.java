package dev.baton.orders;

import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Numbers;
import dev.baton.sourcing.Destination;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the sales orders of store orders that are new: number, customer's record, lines and holds. */
@Component
class FreshOrders {

    private static final String SERIES = "sales_order";

    private final Numbers numbers;
    private final CustomerRecords records;
    private final Printing printing;
    private final Duplicates duplicates;
    private final Intake intake;
    private final Ids ids;
    private final Clock clock;

    FreshOrders(
            Numbers numbers,
            CustomerRecords records,
            Printing printing,
            Duplicates duplicates,
            Intake intake,
            IdsAndClock time) {
        this.numbers = numbers;
        this.records = records;
        this.printing = printing;
        this.duplicates = duplicates;
        this.intake = intake;
        this.ids = time.ids();
        this.clock = time.clock();
    }

    Map<StoreOrders.Key, OrderState> make(
            MerchantId merchant,
            Map<StoreOrders.Key, StoreOrder> placing,
            MerchantSettings settings,
            OrderChecks checks) {
        if (placing.isEmpty()) {
            return Map.of();
        }
        List<StoreOrder> orders = List.copyOf(placing.values());
        List<String> taken = numbers.take(merchant, SERIES, orders.size());
        List<CustomerRecords.Made> people = records.create(merchant, orders);
        List<OrderHead.Prints> prints = new ArrayList<>(orders.size());
        orders.forEach(order -> prints.add(printing.of(merchant, order)));
        Duplicates.Earlier earlier = duplicates.before(merchant, settings, prints, orders);
        Map<StoreOrders.Key, OrderState> made = new LinkedHashMap<>();
        Map<SalesOrderId, StoreOrder> found = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            StoreOrder order = orders.get(i);
            OrderState state = new OrderState(head(order, taken.get(i), people.get(i), prints.get(i)), true);
            Instant placed = duplicates.placed(order);
            fill(state, order, checks, earlier.match(prints.get(i), placed));
            if (settings.duplicateWindowHours() > 0 && state.head.cancelledAt() == null) {
                earlier.add(prints.get(i), order.name(), placed);
            }
            made.put(StoreOrders.Key.of(order), state);
            found.put(state.head.id(), order);
        }
        records.makeFound(merchant, found);
        return made;
    }

    /** Where the new orders go, without reading their records back. */
    Map<SalesOrderId, Destination> destinations(
            Map<StoreOrders.Key, StoreOrder> placing, Map<StoreOrders.Key, OrderState> made) {
        Map<SalesOrderId, Destination> destinations = new HashMap<>();
        made.forEach((key, state) -> {
            StoreOrder order = placing.get(key);
            Destination to = order == null ? null : Intake.destination(order.shipTo());
            if (to != null) {
                destinations.put(state.head.id(), to);
            }
        });
        return destinations;
    }

    private OrderHead head(StoreOrder order, String number, CustomerRecords.Made person, OrderHead.Prints prints) {
        Instant now = clock.instant();
        boolean over = order.cancelled() || order.payment() == Payment.REFUNDED;
        return new OrderHead(
                new SalesOrderId(ids.next()),
                number,
                order.store(),
                order.storeOrderId(),
                order.name(),
                order.placedAt(),
                now,
                order.payment(),
                over ? now : null,
                over ? Reconcile.overReason(order) : null,
                order.currency(),
                order.presentmentCurrency(),
                order.money(),
                order.refunds().stream().mapToLong(StoreRefund::amountMinor).sum(),
                person.person().subject(),
                person.record(),
                Intake.country(order.shipTo()),
                order.shipMethod(),
                prints,
                order.risk(),
                1);
    }

    private void fill(OrderState state, StoreOrder order, OrderChecks checks, @Nullable String duplicateOf) {
        UUID cause = ids.next();
        order.lines().forEach(line -> intake.add(state, line, cause));
        if (state.head.cancelledAt() != null) {
            for (LineState line : state.lines) {
                if (line.in(Bucket.OPEN) > 0) {
                    state.move(line, ids.next(), Bucket.OPEN, Bucket.CANCELLED, line.in(Bucket.OPEN));
                }
            }
            return;
        }
        if (state.lines.stream().noneMatch(line -> line.in(Bucket.OPEN) > 0)) {
            return;
        }
        for (OrderChecks.Finding finding : checks.check(order, duplicateOf)) {
            state.holds.add(new HoldState(ids.next(), null, finding.kind(), finding.detail(), true));
        }
    }
}
