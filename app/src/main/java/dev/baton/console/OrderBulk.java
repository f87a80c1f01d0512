package dev.baton.console;

import dev.baton.console.ListViews.Effect;
import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelOutcome;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderBoard;
import dev.baton.orders.OrderRow;
import dev.baton.orders.ReleaseHolds;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.StopOrders;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many orders at once: stop them, let them go, cancel them. */
@Component
class OrderBulk {

    private static final BulkAct.Given REASON = new BulkAct.Given("reason", "Reason", true, List.of(), null);

    private final OrderBoard board;
    private final HoldBoard holds;
    private final StopOrders stops;
    private final ReleaseHolds releases;
    private final CancelOrders cancels;
    private final Tenancy tenancy;

    OrderBulk(
            OrderBoard board,
            HoldBoard holds,
            StopOrders stops,
            ReleaseHolds releases,
            CancelOrders cancels,
            Tenancy tenancy) {
        this.board = board;
        this.holds = holds;
        this.stops = stops;
        this.releases = releases;
        this.cancels = cancels;
        this.tenancy = tenancy;
    }

    List<BulkAct> all() {
        return List.of(new Stop(), new Release(), new Cancel());
    }

    /** What happens to an order, and whether anything does. */
    private record Said(String words, boolean will) {}

    private List<Effect> effects(
            MerchantId merchant, List<String> keys, BiFunction<OrderRow, List<OpenHold>, Said> said) {
        List<SalesOrderId> ids = keys.stream()
                .flatMap(key -> Typed.uuid(key).stream())
                .map(SalesOrderId::new)
                .toList();
        Map<SalesOrderId, List<OpenHold>> open =
                holds.ofOrders(merchant, ids).stream().collect(Collectors.groupingBy(OpenHold::order));
        return board.of(merchant, ids).stream()
                .map(order -> {
                    Said one = said.apply(order, open.getOrDefault(order.id(), List.of()));
                    String id = order.id().value().toString();
                    return new Effect(
                            id,
                            "Order " + order.storeOrderName(),
                            OrdersScreen.PATH + "/" + id,
                            one.words(),
                            one.will());
                })
                .toList();
    }

    private static SalesOrderId order(String key) {
        return new SalesOrderId(UUID.fromString(key));
    }

    static String orders(int count) {
        return Moments.counted(count, "order", "orders");
    }

    /** Stops orders by hand. */
    private final class Stop implements BulkAct {

        @Override
        public String key() {
            return "stop";
        }

        @Override
        public String label() {
            return "Stop";
        }

        @Override
        public Act act() {
            return Act.HOLD_ORDERS;
        }

        @Override
        public String question(int rows) {
            return "Stop " + orders(rows);
        }

        @Override
        public Given given(Staff staff) {
            return REASON;
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(staff.merchant(), keys, (order, open) -> {
                if (open.stream().anyMatch(hold -> hold.kind() == HoldKind.STOPPED_BY_HAND)) {
                    return new Said("is stopped by hand already", false);
                }
                return switch (order.status()) {
                    case "shipped", "delivered", "cancelled", "sent", "accepted" ->
                        new Said("has nothing left that could be stopped", false);
                    default -> new Said("what no supplier was asked for yet stays here until it is released", true);
                };
            });
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            Optional<UUID> hold = stops.stop(staff.merchant(), order(key), given.text("reason"));
            return hold.map(UUID::toString).orElse(null);
        }

        @Override
        public String done(int rows) {
            return orders(rows) + (rows == 1 ? " is stopped." : " are stopped.");
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            UUID hold = UUID.fromString(handle);
            boolean open = tenancy.inTransaction(
                    staff.merchant(), () -> holds.kind(staff.merchant(), hold).isPresent());
            if (open) {
                releases.release(staff.merchant(), hold, "stopping it was undone");
            }
            return open;
        }
    }

    /** Releases what stops orders, as far as it is for the person to decide. */
    private final class Release implements BulkAct {

        @Override
        public String key() {
            return "release";
        }

        @Override
        public String label() {
            return "Release";
        }

        @Override
        public Act act() {
            return Act.RELEASE_HOLD;
        }

        @Override
        public String question(int rows) {
            return "Release " + orders(rows);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(staff.merchant(), keys, (order, open) -> said(staff, open));
        }

        private Said said(Staff staff, List<OpenHold> open) {
            List<OpenHold> own = open.stream()
                    .filter(hold -> OrderScreen.mayRelease(staff, hold.kind()))
                    .toList();
            if (open.isEmpty()) {
                return new Said("nothing stops it", false);
            }
            if (own.isEmpty()) {
                return new Said(
                        titles(open) + ": decided by " + open.getFirst().kind().owner(), false);
            }
            List<OpenHold> left = new ArrayList<>(open);
            left.removeAll(own);
            return new Said(
                    titles(own) + " no longer stops it"
                            + (left.isEmpty() ? "; it goes on" : "; still stopped: " + titles(left)),
                    true);
        }

        private static String titles(List<OpenHold> holds) {
            return holds.stream()
                    .map(hold -> HoldWords.title(hold.kind()))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            MerchantId merchant = staff.merchant();
            List<OpenHold> open =
                    tenancy.inTransaction(merchant, () -> holds.ofOrders(merchant, List.of(order(key)))).stream()
                            .filter(hold -> OrderScreen.mayRelease(staff, hold.kind()))
                            .toList();
            open.forEach(hold -> releases.release(merchant, hold.id(), "released in the console, with others"));
            return open.isEmpty() ? null : "";
        }

        @Override
        public String done(int rows) {
            return "What stopped " + orders(rows) + " is released.";
        }
    }

    /** Cancels orders whole. */
    private final class Cancel implements BulkAct {

        @Override
        public String key() {
            return "cancel";
        }

        @Override
        public String label() {
            return "Cancel";
        }

        @Override
        public Act act() {
            return Act.CANCEL_ORDERS;
        }

        @Override
        public boolean severe() {
            return true;
        }

        @Override
        public String question(int rows) {
            return "Cancel " + orders(rows);
        }

        @Override
        public Given given(Staff staff) {
            return REASON;
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(staff.merchant(), keys, (order, open) -> switch (order.status()) {
                case "cancelled" -> new Said("is cancelled already", false);
                case "shipped", "delivered" -> new Said("has left already", false);
                case "sent", "accepted", "part_shipped" ->
                    new Said("its suppliers are asked not to ship what has not left", true);
                default -> new Said("nothing of it is sent any more", true);
            });
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            CancelOutcome outcome =
                    cancels.cancel(staff.merchant(), order(key), new CancelRequest(given.text("reason"), Map.of()));
            return outcome.cancelled() + outcome.asked() == 0 ? null : "";
        }

        @Override
        public String done(int rows) {
            return orders(rows) + (rows == 1 ? " is" : " are")
                    + " cancelled; where a supplier had it already, it was asked not to ship.";
        }
    }
}
