package dev.baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.OrdersAllocated;
import dev.baton.purchasing.PurchaseOrdersIssued;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;

/** Two hundred orders in one batch, one of which nobody can bear. */
class OneBadOrderTest {

    private static final int ORDERS = 200;
    private static final int BAD = 137;

    private final TestRoad road = new TestRoad();
    private final ApplicationEventMulticaster news = road.baton.bean(ApplicationEventMulticaster.class);

    @AfterEach
    void close() {
        road.close();
    }

    static Stream<Arguments> listeners() {
        Set<UUID> records = new HashSet<>();
        return Stream.of(
                Arguments.of("what purchasing hears", (Predicate<Object>) OneBadOrderTest::isAllocated),
                Arguments.of("what trading hears", (Predicate<Object>) event -> isIssued(event, records)));
    }

    private static boolean isAllocated(Object event) {
        return event instanceof OrdersAllocated(var _, var orders)
                && orders.stream().anyMatch(order -> order.storeOrderId().equals("W-" + BAD));
    }

    /** Purchase orders do not name the store's order: it is known by the customer's record, heard of just before. */
    private static boolean isIssued(Object event, Set<UUID> records) {
        if (event instanceof OrdersAllocated(var _, var orders)) {
            orders.stream()
                    .filter(order -> order.storeOrderId().equals("W-" + BAD))
                    .forEach(order -> records.add(order.customerRecord()));
        }
        return event instanceof PurchaseOrdersIssued(var _, var documents)
                && documents.stream().anyMatch(document -> records.contains(document.customerRecord()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listeners")
    @DisplayName("Order 137 of 200 throws in each listener in turn; 199 reach their suppliers")
    void theOthersReachTheirSuppliers(String listener, Predicate<Object> unbearable) {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.shop.stock(acme, "S-LAMP", 10 * ORDERS);
        for (int i = 1; i <= ORDERS; i++) {
            road.baton.bean(ReceiveOrders.class).receive(road.merchant, "key-" + i, order(i));
        }
        ApplicationListener<ApplicationEvent> thrower = new Thrower(unbearable);

        news.addApplicationListener(thrower);
        try {
            road.work();
        } finally {
            news.removeApplicationListener(thrower);
        }

        assertThat(reached()).hasSize(ORDERS - 1).doesNotContain("W-" + BAD).doesNotHaveDuplicates();

        road.later(Duration.ofHours(1));

        assertThat(reached()).hasSize(ORDERS).contains("W-" + BAD).doesNotHaveDuplicates();
    }

    private List<String> reached() {
        return road.endpoint.documents("purchase_order").stream()
                .map(document -> document.at("/storeOrder/id").stringValue())
                .toList();
    }

    private static byte[] order(int number) {
        return """
                {"store": "main", "id": "W-%1$d", "name": "#W%1$d", "currency": "EUR", "paid": true,
                 "customer": {"name": "Ada Muster", "email": "ada%1$d@example.org"},
                 "shipTo": {"name": "Ada Muster", "line1": "Probeweg %1$d", "city": "Berlin", "postcode": "10115",
                   "countryCode": "DE"},
                 "lines": [{"id": "1", "sku": "LAMP", "title": "Lamp", "quantity": 1, "unitPrice": "10.00"}]}""".formatted(number).getBytes(StandardCharsets.UTF_8);
    }

    /** A listener like any other, who cannot bear some news. */
    private record Thrower(Predicate<Object> unbearable) implements GenericApplicationListener {

        /** Before the others, so that it has heard of the order when they tell what they made of it. */
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
            if (event instanceof PayloadApplicationEvent<?> news && unbearable.test(news.getPayload())) {
                throw new IllegalStateException("a listener cannot bear this order");
            }
        }
    }
}
