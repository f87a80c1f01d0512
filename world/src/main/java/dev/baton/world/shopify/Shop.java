package dev.baton.world.shopify;

import dev.baton.world.http.Body;
import dev.baton.world.http.Json;
import dev.baton.world.story.Address;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One shop: its orders and what merchant and customers do to them. Safe to use from many threads. */
public final class Shop {

    private final ShopProfile profile;
    private final Clock clock;
    private final Consumer<ShopEvent> listener;
    private final Map<Long, ShopOrder> orders = new LinkedHashMap<>();
    private final SortedMap<Long, ShopProduct> products = new TreeMap<>();
    private final Shelf shelf = new Shelf();
    private final Set<String> withheld = new TreeSet<>();
    private long nextId = 6_100_000_000_000L;

    /** @param listener is told of everything that happens, in the order it happens, and must not block */
    public Shop(ShopProfile profile, Clock clock, Consumer<ShopEvent> listener) {
        this.profile = profile;
        this.clock = clock;
        this.listener = listener;
    }

    /** What is fixed about the shop. */
    public ShopProfile profile() {
        return profile;
    }

    /** What the app is granted now. */
    public Set<String> scopes() {
        return locked(() -> {
            Set<String> scopes = new TreeSet<>(profile.scopes());
            scopes.removeAll(withheld);
            return scopes;
        });
    }

    /** The merchant leaves a scope out, until {@link #grant}. */
    public void withhold(String scope) {
        locked(() -> withheld.add(scope));
    }

    /** The merchant grants what was left out; answers which scopes that were. */
    public Set<String> grant() {
        return locked(() -> {
            Set<String> granted = new TreeSet<>(withheld);
            withheld.clear();
            return granted;
        });
    }

    /** The merchant lists a product, or changes all of it; nobody is told by webhook. */
    public void list(ShopProduct product) {
        locked(() -> products.put(product.id(), product));
    }

    /** The merchant takes a product off the shop; nobody is told by webhook. */
    public void delist(long productId) {
        locked(() -> products.remove(productId));
    }

    /** What the shop sells, in the order of the ids. */
    public List<ShopProduct> products() {
        return locked(() -> List.copyOf(products.values()));
    }

    /** A customer has checked out: {@code orders/create}, and {@code orders/paid} when paid at once. */
    public void place(NewShopOrder placed) {
        locked(() -> {
            ShopOrder order = new ShopOrder(placed, now());
            orders.put(placed.id(), order);
            placed.lines().forEach(line -> shelf.take(line.sku(), line.quantity()));
            tell("orders/create", order);
            if (placed.paid()) {
                tell("orders/paid", order);
            }
            return null;
        });
    }

    /** The shop counts a SKU: its inventory item and what it shows at first. An untracked item is shown, never counted. */
    public void stock(long itemId, String sku, boolean tracked, int available) {
        locked(() -> {
            shelf.put(new Shelf.Item(itemId, sku, tracked, available));
            return null;
        });
    }

    /** What the shop shows of a SKU now; null when it does not count it. */
    public @Nullable Integer available(String sku) {
        return locked(() -> {
            Shelf.Item item = shelf.bySku(sku);
            return item == null ? null : (Integer) item.available;
        });
    }

    /** A person in the shop's office changes a figure by hand. */
    public void correct(String sku, int by) {
        locked(() -> {
            shelf.take(sku, -by);
            return null;
        });
    }

    /** Under the lock: the shop's figures. */
    Shelf shelf() {
        return shelf;
    }

    /** The money has arrived: {@code orders/paid} and {@code orders/updated}. */
    public void pay(long orderId) {
        change(orderId, List.of("orders/paid", "orders/updated"), order -> order.paid = true);
    }

    /** The merchant cancels the whole order: what is not fulfilled will not be. */
    public void cancel(long orderId, String reason) {
        change(orderId, List.of("orders/cancelled", "orders/updated"), order -> {
            order.cancelledAt = now();
            order.cancelReason = reason;
            order.lines.values().forEach(line -> shelf.take(line.placed.sku(), -line.remaining()));
        });
    }

    /** An order edit takes units off a line: {@code quantity} stays, the current one falls. */
    public void removeUnits(long orderId, long lineId, int units) {
        locked(() -> {
            ShopOrder order = require(orderId);
            line(order, lineId).removed += units;
            shelf.take(line(order, lineId).placed.sku(), -units);
            order.edited = true;
            order.touch(now());
            tellBody("orders/edited", order, editBody(order, "removals", lineId, units));
            tell("orders/updated", order);
            return null;
        });
    }

    /** An order edit puts units on a line, and the customer pays for them. */
    public void addUnits(long orderId, long lineId, int units) {
        locked(() -> {
            ShopOrder order = require(orderId);
            ShopOrder.Line line = line(order, lineId);
            line.placed = line.placed.plus(units);
            added(order, line.placed, units);
            return null;
        });
    }

    /** An order edit adds a line, and the customer pays for it. */
    public void addLine(long orderId, NewShopOrder.Line line) {
        locked(() -> {
            ShopOrder order = require(orderId);
            if (order.lines.putIfAbsent(line.id(), new ShopOrder.Line(line)) != null) {
                throw new IllegalArgumentException("order " + order.placed.name() + " has a line " + line.id());
            }
            added(order, line, line.quantity());
            return null;
        });
    }

    private void added(ShopOrder order, NewShopOrder.Line line, int units) {
        shelf.take(line.sku(), units);
        order.edited = true;
        order.touch(now());
        tellBody("orders/edited", order, editBody(order, "additions", line.id(), units));
        tell("orders/updated", order);
    }

    /** A refund that takes the units off the order ({@code cancel}): {@code refunds/create} and an update. */
    public void refundUnits(long orderId, Map<Long, Integer> units, long cents) {
        refund(orderId, units, "cancel", cents);
    }

    /** A refund of units that come back: nothing is taken off what was to be shipped. */
    public void refundReturned(long orderId, Map<Long, Integer> units, long cents) {
        refund(orderId, units, "return", cents);
    }

    /** A refund of units without a word of the goods: nothing is restocked, nothing taken off. */
    public void refundKept(long orderId, Map<Long, Integer> units, long cents) {
        refund(orderId, units, "no_restock", cents);
    }

    private void refund(long orderId, Map<Long, Integer> units, String restockType, long cents) {
        locked(() -> {
            ShopOrder order = require(orderId);
            if (restockType.equals("cancel")) {
                units.forEach((lineId, count) -> {
                    line(order, lineId).removed += count;
                    shelf.take(line(order, lineId).placed.sku(), -count);
                });
            }
            order.touch(now());
            ShopOrder.Refund refund = new ShopOrder.Refund(nextId++, order.updatedAt, units, restockType, cents);
            order.refunds.add(refund);
            tellBody("refunds/create", order, Body.of(RestOrder.refund(profile, order, refund)));
            tell("orders/updated", order);
            return null;
        });
    }

    /** A refund of money only: no line of the order is touched. */
    public void refundMoney(long orderId, long cents) {
        refundUnits(orderId, Map.of(), cents);
    }

    /** The customer moves: the shipping address changes. */
    public void moveTo(long orderId, Address address) {
        change(orderId, List.of("orders/updated"), order -> order.shipTo = address);
    }

    /** The merchant writes on the order. */
    public void note(long orderId, String text) {
        change(orderId, List.of("orders/updated"), order -> order.note = text);
    }

    /** Everything of an order as a webhook would carry it now. */
    public Body snapshot(long orderId) {
        return locked(() -> Body.of(RestOrder.json(profile, require(orderId))));
    }

    /** Units of each line (by line id) fulfilled in the shop so far. */
    public Map<Long, Integer> fulfilledUnits(long orderId) {
        return locked(() -> {
            Map<Long, Integer> units = new LinkedHashMap<>();
            require(orderId).lines.forEach((id, line) -> units.put(id, line.fulfilled));
            return units;
        });
    }

    <T extends @Nullable Object> T locked(Supplier<T> body) {
        synchronized (orders) {
            return body.get();
        }
    }

    /** Under the lock: the order of that id, or null. */
    @Nullable
    ShopOrder find(long orderId) {
        return orders.get(orderId);
    }

    /** Under the lock: every order in the order of placing. */
    List<ShopOrder> all() {
        return new ArrayList<>(orders.values());
    }

    /** Under the lock: enters a fulfilment and tells of it. */
    void fulfil(ShopOrder order, ShopOrder.Fulfilment fulfilment) {
        fulfilment.units().forEach((lineId, units) -> line(order, lineId).fulfilled += units);
        order.fulfilments.add(fulfilment);
        order.touch(now());
        tell(order.fulfillmentStatus().equals("FULFILLED") ? "orders/fulfilled" : "orders/partially_fulfilled", order);
        tell("orders/updated", order);
    }

    /** Under the lock: a fulfilment is shown with other tracking numbers. */
    void renumber(ShopOrder order, int index, ShopOrder.Fulfilment now) {
        order.fulfilments.set(index, now);
        order.touch(now());
        tell("orders/updated", order);
    }

    /** Under the lock: an id no other object of the shop has. */
    long takeId() {
        return nextId++;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void change(long orderId, List<String> topics, Consumer<ShopOrder> change) {
        locked(() -> {
            ShopOrder order = require(orderId);
            change.accept(order);
            order.touch(now());
            topics.forEach(topic -> tell(topic, order));
            return null;
        });
    }

    private ShopOrder require(long orderId) {
        ShopOrder order = orders.get(orderId);
        if (order == null) {
            throw new IllegalArgumentException("the shop has no order " + orderId);
        }
        return order;
    }

    private static ShopOrder.Line line(ShopOrder order, long lineId) {
        ShopOrder.Line line = order.lines.get(lineId);
        if (line == null) {
            throw new IllegalArgumentException("order " + order.placed.name() + " has no line " + lineId);
        }
        return line;
    }

    private Body editBody(ShopOrder order, String what, long lineId, int units) {
        ObjectNode edit = Json.object();
        ObjectNode inner = edit.putObject("order_edit");
        inner.put("id", nextId++);
        inner.put("app_id", 580111L);
        inner.put("created_at", order.updatedAt.toString());
        inner.put("committed_at", order.updatedAt.toString());
        inner.put("notify_customer", false);
        inner.put("order_id", order.placed.id());
        inner.put("staff_note", "");
        inner.putNull("user_id");
        ObjectNode items = inner.putObject("line_items");
        for (String each : List.of("additions", "removals")) {
            ArrayNode all = items.putArray(each);
            if (each.equals(what)) {
                all.addObject().put("id", lineId).put("delta", units);
            }
        }
        inner.putObject("discounts").putObject("line_item").putArray("additions");
        inner.putArray("shipping_lines");
        return Body.of(edit);
    }

    private void tell(String topic, ShopOrder order) {
        tellBody(topic, order, Body.of(RestOrder.json(profile, order)));
    }

    private void tellBody(String topic, ShopOrder order, Body body) {
        String seed = profile.domain() + topic + order.placed.id() + order.updatedAt;
        String event =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        listener.accept(new ShopEvent(topic, order.placed.id(), event, clock.instant(), body));
    }
}
