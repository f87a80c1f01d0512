package dev.baton.channels.shopify;

import dev.baton.channels.Delivery;
import dev.baton.channels.Inbox;
import dev.baton.channels.IntakeLookup;
import dev.baton.channels.IntakeView;
import dev.baton.channels.Receipt;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.Transport;
import dev.baton.merchants.StoreId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.OrderView.LineView;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelCorrected;
import dev.baton.shipping.ShipmentId;
import dev.baton.shipping.ShipmentsDispatched;
import dev.baton.shipping.ShipmentsDispatched.Dispatched;
import dev.baton.shipping.ShipmentsDispatched.DispatchedLine;
import dev.baton.shipping.ShipmentsDispatched.DispatchedPackage;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** A store's messages on their way into orders, step by step. */
final class Road {

    static final TestBaton BATON = TestBaton.shared();

    final MerchantId merchant;
    final StoreId store;

    Road(MerchantId merchant, StoreId store) {
        this.merchant = merchant;
        this.store = store;
    }

    /** Keeps a webhook whose event is the digest of its topic and body, set off at the given second's fraction. */
    UUID keep(String topic, String body, String triggeredAt) {
        try {
            Receipt receipt = BATON.bean(Inbox.class)
                    .receive(new Delivery(
                            merchant,
                            store,
                            Transport.SHOPIFY_WEBHOOK,
                            topic,
                            UUID.nameUUIDFromBytes((topic + triggeredAt + body).getBytes(StandardCharsets.UTF_8))
                                    .toString(),
                            null,
                            Instant.parse(triggeredAt),
                            "{}",
                            "2026-07",
                            body.getBytes(StandardCharsets.UTF_8)))
                    .get(20, TimeUnit.SECONDS);
            return switch (receipt) {
                case Receipt.Kept kept -> kept.intake();
                case Receipt.Repeated repeated -> repeated.intake();
                case Receipt.Outdated ignored -> throw new IllegalStateException("no signature was checked");
            };
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether erasing the customer of the order finds the message's bytes. */
    boolean speaksOfThePersonWhoOrdered(UUID intake) {
        return BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql("""
                        select exists (
                            select 1 from inbox i
                            join subject_document d on d.merchant_id = i.merchant_id and d.document_id = i.document_id
                            join sales_order o on o.merchant_id = d.merchant_id and o.subject_id = d.subject_id
                            where i.merchant_id = :merchant and i.inbox_id = :intake)
                        """)
                        .param("merchant", merchant.value())
                        .param("intake", intake)
                        .query(Boolean.class)
                        .single());
    }

    IntakeView intake(UUID intake) {
        return BATON.in(merchant, () -> BATON.bean(IntakeLookup.class).find(merchant, intake))
                .orElseThrow();
    }

    OrderView order(String storeOrderId) {
        return BATON.in(merchant, () -> {
                    OrderLookup orders = BATON.bean(OrderLookup.class);
                    return orders.byStoreOrder(merchant, store, storeOrderId).flatMap(id -> orders.find(merchant, id));
                })
                .orElseThrow();
    }

    /** Says of units of the order 5001 that they have left in one parcel. */
    void ship(UUID shipment, String number, Map<LineView, Integer> units) {
        List<DispatchedLine> lines = new ArrayList<>();
        units.forEach((line, quantity) ->
                lines.add(new DispatchedLine(line.id(), new AllocationId(UUID.randomUUID()), quantity)));
        Dispatched dispatched = new Dispatched(
                new ShipmentId(shipment),
                order("5001").id(),
                new SupplierId(UUID.randomUUID()),
                BATON.clock().instant(),
                List.of(new DispatchedPackage(
                        new PackageId(UUID.randomUUID()), "ups", "UPS", false, number, null, lines)));
        BATON.bean(Tenancy.class)
                .run(
                        merchant,
                        () -> BATON.bean(ApplicationEventMulticaster.class)
                                .multicastEvent(new PayloadApplicationEvent<>(
                                        this, new ShipmentsDispatched(merchant, List.of(dispatched)))));
    }

    /** Says that the one parcel of a shipment goes under another number. */
    void correct(UUID shipment, String number) {
        Dispatched now = new Dispatched(
                new ShipmentId(shipment),
                order("5001").id(),
                new SupplierId(UUID.randomUUID()),
                BATON.clock().instant(),
                List.of(new DispatchedPackage(
                        new PackageId(UUID.randomUUID()), "dhl_express", "DHL", false, number, null, List.of())));
        BATON.bean(Tenancy.class)
                .run(
                        merchant,
                        () -> BATON.bean(ApplicationEventMulticaster.class)
                                .multicastEvent(
                                        new PayloadApplicationEvent<>(this, new ParcelCorrected(merchant, 1, now))));
    }

    /** What the store is told of the order's shipments. */
    List<StoreFulfilment> fulfilments(String storeOrderId) {
        return BATON.in(
                merchant, () -> BATON.bean(StoreFulfilments.class).ofOrders(merchant, store, List.of(storeOrderId)));
    }

    long count(String table) {
        return BATON.<Long>in(
                merchant,
                () -> BATON.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    List<String> tasks() {
        return BATON.in(
                merchant,
                () -> BATON.jdbc()
                        .sql("select kind from task where closed_at is null order by kind")
                        .query((row, number) -> row.getString("kind"))
                        .list());
    }

    /** What the store side of an order amounts to, without ids and times. */
    String state(String storeOrderId) {
        OrderView order = order(storeOrderId);
        Map<String, String> lines = order.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.storeLineId(),
                        line -> line.storeQuantity() + " ordered, " + line.units(),
                        (one, other) -> one + "; " + other,
                        java.util.TreeMap::new));
        return order.payment() + ", cancelled " + (order.cancelledAt() != null) + ", refunded " + order.refundedMinor()
                + ", total " + order.money().totalMinor() + ", lines " + lines;
    }
}
