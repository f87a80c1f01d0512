package dev.baton.channels;

import dev.baton.catalog.CatalogLookup;
import dev.baton.inventory.AvailabilityChanged;
import dev.baton.orders.AllocationId;
import dev.baton.orders.AllocationsWithdrawn;
import dev.baton.orders.Bucket;
import dev.baton.orders.CancellationsRequested;
import dev.baton.orders.DeliveriesChanged;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrdersAllocated;
import dev.baton.orders.OrdersPlaced;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.UnitsCancelled;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.work.ParkedWork;
import dev.baton.platform.work.ParkedWork.Parked;
import dev.baton.platform.work.RetryWork;
import dev.baton.purchasing.AmendmentsPlanned;
import dev.baton.purchasing.CancellationsOpened;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.PurchaseOrdersIssued;
import dev.baton.purchasing.PurchaseOrdersWithdrawn;
import dev.baton.purchasing.RemindersDue;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestClock;
import dev.baton.tracking.NewScan;
import dev.baton.tracking.ParcelsDelivered;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanCode;
import dev.baton.trading.TestRoad;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/** Two hundred orders of a store that go the same way at the same time, one of which somebody cannot bear to hear of. */
final class TwoHundredOrders implements AutoCloseable {

    static final int ALL = 200;
    static final int OTHERS = ALL - 1;

    /** The store's id of the bad one. */
    static final String BAD = "W-137";

    /** The bad one is the only one of these goods. */
    private static final String ITS_SKU = "VASE";

    /** What a handler of the road tries before it sets work aside, and the longest first pause between two attempts. */
    private static final int ATTEMPTS = 12;

    private static final Duration PAUSE = Duration.ofMillis(2_500);

    final TestRoad road = new TestRoad();
    private final ApplicationEventMulticaster news = road.baton.bean(ApplicationEventMulticaster.class);

    /** By the store's id of an order, the last message about it. */
    private final Map<String, UUID> messages = new HashMap<>();

    private final SupplierId acme;
    private int versions;

    /** Of one supplier, which is sent nothing yet when it is not live. */
    TwoHundredOrders(boolean live) {
        // in the morning of a working day, whatever hour it was for the ones before
        road.baton.clock().set(TestClock.START);
        acme = road.supplier("ACME", Netting.GROSS, road.endpoint.url(), live);
        road.goods("LAMP", acme);
        road.goods(ITS_SKU, acme);
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(acme, "S-LAMP", 10 * ALL);
    }

    /** The store tells of all of them, or tells anew; nothing is done about it yet. */
    void told(String street, boolean cancelled) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        versions++;
        for (int i = 1; i <= ALL; i++) {
            String id = "W-" + i;
            byte[] body = order(id, street + " " + i, cancelled);
            messages.put(
                    id,
                    road.baton
                            .bean(ReceiveOrders.class)
                            .receive(road.merchant, "key-" + i + "-" + versions, body)
                            .intake());
        }
    }

    /** Their supplier ships all of them, each in a parcel of its own; answers the bad one's. */
    PackageId shipped() {
        PackageId its = null;
        for (int i = 1; i <= ALL; i++) {
            SalesOrderId order = road.baton.in(road.merchant, placed("W-" + i)).orElseThrow();
            NewShipment shipment = new NewShipment(
                    road.purchaseOrder(order).number(),
                    "parcel " + i,
                    road.baton.clock().instant(),
                    List.of(new NewPackage("ups", trackingNumber(i), null, List.of(new PackageLine(1, 1)))));
            PackageId parcel = road.baton
                    .bean(RecordShipments.class)
                    .record(road.merchant, acme, List.of(shipment))
                    .getFirst()
                    .shipment()
                    .packages()
                    .getFirst()
                    .id();
            its = ("W-" + i).equals(BAD) ? parcel : its;
        }
        return Objects.requireNonNull(its);
    }

    /** The carrier says of every parcel that it was handed over. */
    void arrived() {
        Instant now = road.baton.clock().instant();
        road.baton
                .bean(RecordScans.class)
                .record(
                        road.merchant,
                        IntStream.rangeClosed(1, ALL)
                                .mapToObj(i -> new NewScan(
                                        "UPS", trackingNumber(i), ScanCode.DELIVERED, now, "handed over", "Berlin"))
                                .toList());
    }

    /** The store's ids of the orders whose goods have arrived. */
    List<String> delivered() {
        return IntStream.rangeClosed(1, ALL)
                .mapToObj(i -> "W-" + i)
                .filter(id ->
                        road.units(road.baton.in(road.merchant, placed(id)).orElseThrow(), Bucket.DELIVERED) == 1)
                .toList();
    }

    /** A made-up number of UPS, with its check digit. */
    private static String trackingNumber(int i) {
        String body = "BAT0N103%07d".formatted(i);
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            char sign = body.charAt(at);
            int value = Character.isDigit(sign) ? sign - '0' : (sign - '?') % 10;
            sum += at % 2 == 0 ? value : 2 * value;
        }
        return "1Z" + body + (10 - sum % 10) % 10;
    }

    /** Does what is due while nobody can be told such news of the bad one, until its work is set aside. */
    void workWhileUnbearable(Class<?> kindOfNews) {
        ApplicationListener<ApplicationEvent> thrower = new Thrower(kindOfNews);
        news.addApplicationListener(thrower);
        try {
            road.work();
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                road.later(PAUSE.multipliedBy(1L << (attempt - 1)).plusSeconds(1));
            }
        } finally {
            news.removeApplicationListener(thrower);
        }
    }

    /** The subject of the one piece of work that was set aside; the one open task that says so has the same. */
    UUID setAside() {
        List<Parked> parked = road.baton.in(
                road.merchant, () -> road.baton.bean(ParkedWork.class).page(road.merchant, null, 10));
        List<Task> tasks = road.tasks().stream()
                .filter(task -> task.kind().equals("work.parked"))
                .toList();
        if (parked.size() != 1
                || tasks.size() != 1
                || !tasks.getFirst().subject().equals(parked.getFirst().subject())) {
            throw new AssertionError(parked + " set aside, told of by " + tasks);
        }
        return parked.getFirst().subject();
    }

    /** The last message about the bad one. */
    UUID itsMessage() {
        return Objects.requireNonNull(messages.get(BAD));
    }

    /** A person mends the cause and has it run again. */
    void runAgain() {
        UUID parked = road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(ParkedWork.class)
                        .page(road.merchant, null, 10)
                        .getFirst()
                        .id());
        road.baton.bean(RetryWork.class).retry(road.merchant, parked);
        road.work();
    }

    /** The store's ids of the orders that documents of one type tell of, in the order of arrival. */
    List<String> reached(String type) {
        return road.endpoint.documents(type).stream()
                .map(document -> document.at("/storeOrder/id").stringValue())
                .toList();
    }

    /** The numbers of the purchase orders that documents of one type tell of, in the order of arrival. */
    List<String> numbers(String type) {
        return road.endpoint.documents(type).stream()
                .map(document -> document.path("number").stringValue())
                .toList();
    }

    /** The bad one's purchase order. */
    PurchaseOrderView itsPurchaseOrder() {
        return road.purchaseOrder(road.baton.in(road.merchant, this::bad).orElseThrow());
    }

    private Optional<SalesOrderId> bad() {
        return placed(BAD).get();
    }

    private Supplier<Optional<SalesOrderId>> placed(String id) {
        return () -> road.baton.bean(OrderLookup.class).byStoreOrder(road.merchant, road.shop.store, id);
    }

    /** Asked in the transaction that tells the news. */
    private boolean speaksOfIt(Object told) {
        return switch (told) {
            case OrdersPlaced(var _, var all) -> isIts(all.stream().map(each -> each.order()));
            case OrdersAllocated(var _, var all) -> isIts(all.stream().map(each -> each.order()));
            case DeliveriesChanged(var _, var all) -> isIts(all.stream().map(each -> each.order()));
            case CancellationsRequested(var _, var all, var _) ->
                isIts(all.stream().map(each -> each.order()));
            case UnitsCancelled(var _, var all) -> isIts(all.stream());
            case AllocationsWithdrawn(var _, var all, var _) -> isIts(ordersOf(all).stream());
            case PurchaseOrdersIssued(var _, var all) -> isOnIts(all.stream().map(each -> each.id()));
            case PurchaseOrdersWithdrawn(var _, var all) -> isOnIts(all.stream());
            case CancellationsOpened(var _, var all) -> isOnIts(all.stream().map(each -> each.purchaseOrder()));
            case AmendmentsPlanned(var _, var all) -> isOnIts(all.stream().map(each -> each.purchaseOrder()));
            case ParcelsDelivered(var _, var all) -> isIts(all.stream().map(each -> each.salesOrder()));
            case RemindersDue(var _, var all) -> isOnIts(all.stream().map(each -> each.purchaseOrder()));
            case AvailabilityChanged(var merchant, var skus) ->
                merchant.equals(road.merchant)
                        && skus.contains(road.baton
                                .bean(CatalogLookup.class)
                                .skuByCode(merchant, ITS_SKU)
                                .orElseThrow()
                                .id());
            default -> throw new IllegalArgumentException("nobody knows which order this speaks of: " + told);
        };
    }

    private boolean isIts(Stream<SalesOrderId> orders) {
        Optional<SalesOrderId> bad = bad();
        return orders.anyMatch(order -> bad.filter(order::equals).isPresent());
    }

    private boolean isOnIts(Stream<PurchaseOrderId> purchaseOrders) {
        List<PurchaseOrderId> its = bad().map(
                        order -> road.baton.bean(PurchaseOrderLookup.class).ofSalesOrder(road.merchant, order).stream()
                                .map(PurchaseOrderView::id)
                                .toList())
                .orElse(List.of());
        return purchaseOrders.anyMatch(its::contains);
    }

    private List<SalesOrderId> ordersOf(Collection<AllocationId> allocations) {
        return road.baton
                .jdbc()
                .sql("""
                        select distinct sales_order_id from allocation
                        where merchant_id = :merchant and allocation_id = any(:allocations::uuid[])
                        """)
                .param("merchant", road.merchant.value())
                .param(
                        "allocations",
                        SqlArrays.uuids(
                                allocations.stream().map(AllocationId::value).toList()))
                .query((row, number) -> new SalesOrderId(row.getObject("sales_order_id", UUID.class)))
                .list();
    }

    private static byte[] order(String id, String street, boolean cancelled) {
        return """
                {"store": "main", "id": "%1$s", "name": "#%1$s", "currency": "EUR", "paid": true, "cancelled": %4$s,
                 "customer": {"name": "Ada Muster", "email": "ada-%1$s@example.org"},
                 "shipTo": {"name": "Ada Muster", "line1": "%2$s", "city": "Berlin", "postcode": "10115",
                   "countryCode": "DE"},
                 "lines": [{"id": "1", "sku": "%3$s", "title": "Goods", "quantity": 1, "unitPrice": "10.00"}]}""".formatted(id, street, id.equals(BAD) ? ITS_SKU : "LAMP", cancelled)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A listener like any other, who cannot bear one kind of news of the bad one. */
    private final class Thrower implements GenericApplicationListener {

        private final Class<?> unbearable;

        Thrower(Class<?> unbearable) {
            this.unbearable = unbearable;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public boolean supportsEventType(ResolvableType eventType) {
            return PayloadApplicationEvent.class.isAssignableFrom(eventType.toClass());
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof PayloadApplicationEvent<?> told
                    && unbearable.isInstance(told.getPayload())
                    && speaksOfIt(told.getPayload())) {
                throw new IllegalStateException("a listener cannot bear this order");
            }
        }
    }

    @Override
    public void close() {
        road.close();
    }
}
