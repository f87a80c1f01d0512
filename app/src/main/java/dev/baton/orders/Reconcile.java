package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings orders that stand to a newer version of the store's. One comparison of what is wanted with what stands:
 * what no supplier knows of is planned anew, what one knows of is asked back, and another delivery is news to
 * purchasing, which asks the suppliers.
 */
@Component
class Reconcile {

    private final OrderRows rows;
    private final CustomerRecords records;
    private final MendedAddresses mended;
    private final Printing printing;
    private final Cancelling cancelling;
    private final LineChanges lineChanges;
    private final AfterSending afterSending;
    private final Ids ids;
    private final Clock clock;

    Reconcile(OrderRows rows, ReconcileSteps steps, IdsAndClock time) {
        this.rows = rows;
        this.records = steps.records();
        this.mended = steps.mended();
        this.printing = steps.printing();
        this.cancelling = steps.cancelling();
        this.lineChanges = steps.lineChanges();
        this.afterSending = steps.afterSending();
        this.ids = time.ids();
        this.clock = time.clock();
    }

    Map<StoreOrders.Key, OrderState> change(
            MerchantId merchant, Map<SalesOrderId, StoreOrder> wanted, OrderChecks checks) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<SalesOrderId, OrderState> states = rows.lock(merchant, wanted.keySet());
        Map<SalesOrderId, StoreOrder> changing = new HashMap<>(wanted);
        Set<SalesOrderId> toldAsBefore = keepMended(merchant, changing, states);
        Map<SalesOrderId, OrderHead.Prints> prints = new HashMap<>();
        changing.forEach((id, order) -> prints.put(id, printing.of(merchant, order)));
        Map<SalesOrderId, UUID> renewed = renewRecords(merchant, changing, states);
        Map<StoreOrders.Key, OrderState> changed = new LinkedHashMap<>();
        states.forEach((id, state) -> {
            StoreOrder order = changing.get(id);
            OrderHead.Prints print = prints.get(id);
            if (order != null && print != null) {
                boolean told = !toldAsBefore.contains(id)
                        && !Arrays.equals(print.ship(), state.head.prints().ship());
                apply(state, order, new Difference(print, told, renewed.get(id)), checks);
                changed.put(StoreOrders.Key.of(order), state);
            }
        });
        afterSending.tell(merchant, states.values());
        return changed;
    }

    /**
     * Where a person mended the address and the store still says what was mended, the order goes on to where it was
     * mended to; where the store says otherwise, its word counts again.
     *
     * @return orders of which the store wants nothing else told to suppliers
     */
    private Set<SalesOrderId> keepMended(
            MerchantId merchant, Map<SalesOrderId, StoreOrder> changing, Map<SalesOrderId, OrderState> states) {
        Map<SalesOrderId, MendedAddresses.Mended> all = mended.of(merchant, states.keySet());
        Set<SalesOrderId> toldAsBefore = new HashSet<>();
        all.forEach((id, before) -> {
            StoreOrder order = changing.get(id);
            OrderState state = states.get(id);
            CustomerRecords.Content standing = state == null
                    ? null
                    : records.read(merchant, List.of(state.head.customerRecord()))
                            .get(state.head.customerRecord());
            if (order == null || standing == null) {
                return;
            }
            if (!before.isOf(mended.print(merchant, order.shipTo()))) {
                mended.forget(merchant, id);
                return;
            }
            byte[] told = printing.of(merchant, order).ship();
            if (before.differs(told)) {
                mended.put(merchant, id, new MendedAddresses.Mended(before.address(), told));
            } else {
                toldAsBefore.add(id);
            }
            changing.put(id, order.goingTo(standing.shipTo()));
        });
        return toldAsBefore;
    }

    /**
     * What is new besides the goods: the prints, whether a supplier was told otherwise, and the customer's record
     * when it changed.
     */
    private record Difference(
            OrderHead.Prints prints, boolean told, @Nullable UUID newRecord) {}

    /** A record that says otherwise than the store does now is followed by a new one; erased people get none. */
    private Map<SalesOrderId, UUID> renewRecords(
            MerchantId merchant, Map<SalesOrderId, StoreOrder> changing, Map<SalesOrderId, OrderState> states) {
        Map<UUID, CustomerRecords.Content> standing = records.read(
                merchant,
                states.values().stream()
                        .map(state -> state.head.customerRecord())
                        .toList());
        List<SalesOrderId> told = new ArrayList<>();
        List<SubjectId> people = new ArrayList<>();
        List<StoreOrder> orders = new ArrayList<>();
        states.forEach((id, state) -> {
            CustomerRecords.Content before = standing.get(state.head.customerRecord());
            StoreOrder order = changing.get(id);
            if (before != null && order != null && !before.equals(CustomerRecords.Content.of(order))) {
                told.add(id);
                people.add(state.head.subject());
                orders.add(order);
            }
        });
        Map<SalesOrderId, UUID> renewed = new HashMap<>();
        List<CustomerRecords.@Nullable Made> made = records.renew(merchant, people, orders);
        for (int i = 0; i < told.size(); i++) {
            CustomerRecords.Made record = made.get(i);
            SalesOrderId id = told.get(i);
            OrderState state = states.get(id);
            CustomerRecords.Content before = state == null ? null : standing.get(state.head.customerRecord());
            if (record != null && before != null) {
                renewed.put(id, record.record());
                records.changeFound(merchant, id, before, orders.get(i));
            }
        }
        return renewed;
    }

    private void apply(OrderState state, StoreOrder order, Difference difference, OrderChecks checks) {
        boolean wasOver = state.head.cancelledAt() != null;
        state.overInStore = order.cancelled() || order.payment() == Payment.REFUNDED;
        boolean over = wasOver || state.overInStore;
        String countryBefore = state.head.shipCountry();
        state.moneyGone =
                !over && state.head.payment().covered() && !order.payment().covered();
        state.riskRaised = !over
                && state.head.risk() != RiskLevel.HIGH
                && order.risk() == RiskLevel.HIGH
                && !state.waived(HoldKind.FRAUD_RISK);
        updateHead(state, order, difference, over);
        if (over) {
            if (!wasOver) {
                cancelRest(state, over(order));
            }
            return;
        }
        compareLines(state, order);
        if (difference.told()) {
            Readdressing.apply(state, countryBefore, ids);
        }
        settleHolds(state, order, checks, difference.told());
    }

    private static StoreReason over(StoreOrder order) {
        return order.cancelled() ? StoreReason.CANCELLED : StoreReason.REFUNDED;
    }

    /** With what the store says of it, for the merchant. */
    static String overReason(StoreOrder order) {
        String reason = over(order).words();
        return !order.cancelled() || order.cancelReason() == null ? reason : reason + ": " + order.cancelReason();
    }

    private void updateHead(OrderState state, StoreOrder order, Difference difference, boolean over) {
        OrderHead head = state.head;
        UUID record = difference.newRecord();
        state.head = new OrderHead(
                head.id(),
                head.number(),
                head.store(),
                head.storeOrderId(),
                order.name(),
                order.placedAt(),
                head.receivedAt(),
                order.payment(),
                head.cancelledAt() != null ? head.cancelledAt() : over ? clock.instant() : null,
                head.cancelReason() != null ? head.cancelReason() : over ? overReason(order) : null,
                order.currency(),
                order.presentmentCurrency(),
                order.money(),
                order.refunds().stream().mapToLong(StoreRefund::amountMinor).sum(),
                head.subject(),
                record == null ? head.customerRecord() : record,
                record == null ? head.shipCountry() : Intake.country(order.shipTo()),
                order.shipMethod(),
                difference.prints(),
                order.risk() == null ? head.risk() : order.risk(),
                head.nextPo());
        state.headTouched = true;
    }

    private void cancelRest(OrderState state, StoreReason over) {
        String reason = over.words();
        UUID cause = ids.next();
        for (LineState line : state.lines) {
            if (line.live() > 0) {
                int late = cancelling
                        .cancel(state, line, line.live(), cause, reason)
                        .tooLate();
                if (late > 0) {
                    state.tooLate.put(line, late);
                }
            }
        }
        state.holds.stream().filter(HoldState::open).forEach(hold -> hold.release(reason, false));
    }

    private void compareLines(OrderState state, StoreOrder order) {
        Map<String, StoreLine> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.putIfAbsent(line.storeLineId(), line));
        lineChanges.apply(state, wanted);
    }

    private void settleHolds(OrderState state, StoreOrder order, OrderChecks checks, boolean readdressed) {
        List<OrderChecks.Finding> findings = checks.check(order, null);
        Set<HoldKind> called = findings.stream().map(OrderChecks.Finding::kind).collect(Collectors.toSet());
        for (HoldState hold : state.holds) {
            if (hold.open()
                    && hold.line == null
                    && hold.kind != HoldKind.POSSIBLE_DUPLICATE
                    && hold.kind != HoldKind.COUNTRY_CHANGED
                    && hold.kind != HoldKind.STOPPED_BY_HAND
                    && !(hold.kind == HoldKind.FRAUD_RISK && order.risk() == null)
                    && !called.contains(hold.kind)) {
                hold.release("the store's newer version has no such fault", false);
            }
        }
        boolean unsent =
                state.lines.stream().anyMatch(l -> l.requiresShipping && l.toPlan() + l.in(Bucket.ALLOCATED) > 0);
        for (OrderChecks.Finding finding : findings) {
            boolean standing = state.holds.stream().anyMatch(h -> h.open() && h.kind == finding.kind());
            boolean waived = state.waived(finding.kind()) && !(readdressed && finding.kind() == HoldKind.BAD_ADDRESS);
            if (unsent && !standing && !waived) {
                state.holds.add(new HoldState(ids.next(), null, finding.kind(), finding.detail(), true));
                withdrawAll(state, finding.kind());
            }
        }
    }

    private void withdrawAll(OrderState state, HoldKind kind) {
        for (AllocationState allocation : state.allocations) {
            if (allocation.unsent()) {
                state.withdraw(allocation, ids.next(), "held: " + kind);
            }
        }
    }
}
