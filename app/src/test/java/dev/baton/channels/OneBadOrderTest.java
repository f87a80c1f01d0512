package dev.baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.AvailabilityChanged;
import dev.baton.orders.AllocationsWithdrawn;
import dev.baton.orders.CancellationsRequested;
import dev.baton.orders.DeliveriesChanged;
import dev.baton.orders.OrdersAllocated;
import dev.baton.orders.OrdersPlaced;
import dev.baton.orders.UnitsCancelled;
import dev.baton.purchasing.AmendmentsPlanned;
import dev.baton.purchasing.CancellationsOpened;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrdersIssued;
import dev.baton.purchasing.PurchaseOrdersWithdrawn;
import dev.baton.purchasing.RemindersDue;
import dev.baton.shipping.PackageId;
import dev.baton.tracking.ParcelsDelivered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hundred orders in one batch, one of which a listener cannot bear: it stands alone at the end, set aside with a task
 * that names it, and the others have gone on.
 */
class OneBadOrderTest {

    private static final String FIRST = "Probeweg";
    private static final String SECOND = "Musterweg";

    @ParameterizedTest
    @ValueSource(
            classes = {OrdersPlaced.class, OrdersAllocated.class, PurchaseOrdersIssued.class, AvailabilityChanged.class
            })
    @DisplayName("Order 137 of 200 throws in each listener in turn; 199 reach their suppliers")
    void theOthersReachTheirSuppliers(Class<?> news) {
        try (TwoHundredOrders orders = new TwoHundredOrders(true)) {
            orders.told(FIRST, false);

            orders.workWhileUnbearable(news);

            assertThat(orders.reached("purchase_order"))
                    .hasSize(TwoHundredOrders.OTHERS)
                    .doesNotContain(TwoHundredOrders.BAD)
                    .doesNotHaveDuplicates();
            assertThat(orders.setAside()).isEqualTo(orders.itsMessage());

            orders.runAgain();

            assertThat(orders.reached("purchase_order"))
                    .hasSize(TwoHundredOrders.ALL)
                    .contains(TwoHundredOrders.BAD)
                    .doesNotHaveDuplicates();
            assertThat(orders.road.taskKinds()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {AllocationsWithdrawn.class, PurchaseOrdersWithdrawn.class, UnitsCancelled.class})
    @DisplayName("Order 137 of 200 cannot be withdrawn before it is sent; 199 are")
    void theOthersAreWithdrawn(Class<?> news) {
        try (TwoHundredOrders orders = new TwoHundredOrders(false)) {
            orders.told(FIRST, false);
            orders.road.work();
            orders.told(FIRST, true);

            orders.workWhileUnbearable(news);

            assertThat(counts(orders))
                    .containsOnly(
                            Map.entry(PurchaseOrderStatus.WITHDRAWN, (long) TwoHundredOrders.OTHERS),
                            Map.entry(PurchaseOrderStatus.ISSUED, 1L));
            assertThat(orders.itsPurchaseOrder().status()).isEqualTo(PurchaseOrderStatus.ISSUED);
            assertThat(orders.setAside()).isEqualTo(orders.itsMessage());

            orders.runAgain();

            assertThat(counts(orders))
                    .containsOnly(Map.entry(PurchaseOrderStatus.WITHDRAWN, (long) TwoHundredOrders.ALL));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CancellationsRequested.class, CancellationsOpened.class})
    @DisplayName("Order 137 of 200 cannot be asked back; 199 are")
    void theOthersAreAskedBack(Class<?> news) {
        noticesReachTheOthers("purchase_order.cancellation", FIRST, true, news);
    }

    @ParameterizedTest
    @ValueSource(classes = {DeliveriesChanged.class, AmendmentsPlanned.class})
    @DisplayName(
            "The suppliers of 200 orders are to be told of other addresses, and of order 137 nobody can be; 199 are")
    void theOthersAreAmended(Class<?> news) {
        noticesReachTheOthers("purchase_order.amendment", SECOND, false, news);
    }

    /** The store changes all of them after they were sent. */
    private static void noticesReachTheOthers(String type, String street, boolean cancelled, Class<?> news) {
        try (TwoHundredOrders orders = new TwoHundredOrders(true)) {
            orders.told(FIRST, false);
            orders.road.work();
            orders.told(street, cancelled);

            orders.workWhileUnbearable(news);

            assertAllButIts(orders, type);
            assertThat(orders.setAside()).isEqualTo(orders.itsMessage());

            orders.runAgain();

            assertThat(orders.numbers(type)).hasSize(TwoHundredOrders.ALL).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = RemindersDue.class)
    @DisplayName("The suppliers of 200 orders are to be reminded, and of order 137 nobody can be; 199 are")
    void theOthersAreReminded(Class<?> news) {
        try (TwoHundredOrders orders = new TwoHundredOrders(true)) {
            orders.told(FIRST, false);
            orders.road.work();
            orders.road.baton.clock().advance(Duration.ofHours(4));

            orders.workWhileUnbearable(news);

            assertAllButIts(orders, "purchase_order.reminder");
            assertThat(orders.setAside())
                    .isEqualTo(orders.itsPurchaseOrder().id().value());

            orders.runAgain();

            assertThat(orders.numbers("purchase_order.reminder"))
                    .hasSize(TwoHundredOrders.ALL)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = ParcelsDelivered.class)
    @DisplayName("The parcels of 200 orders arrive, and of order 137 nobody can hear it; 199 are delivered")
    void theOthersAreDelivered(Class<?> news) {
        try (TwoHundredOrders orders = new TwoHundredOrders(true)) {
            orders.told(FIRST, false);
            orders.road.work();
            PackageId its = orders.shipped();
            orders.road.work();
            orders.arrived();

            orders.workWhileUnbearable(news);

            assertThat(orders.delivered()).hasSize(TwoHundredOrders.OTHERS).doesNotContain(TwoHundredOrders.BAD);
            assertThat(orders.setAside()).isEqualTo(its.value());

            orders.runAgain();

            assertThat(orders.delivered()).hasSize(TwoHundredOrders.ALL).contains(TwoHundredOrders.BAD);
        }
    }

    private static void assertAllButIts(TwoHundredOrders orders, String type) {
        List<String> told = orders.numbers(type);
        assertThat(told)
                .hasSize(TwoHundredOrders.OTHERS)
                .doesNotContain(orders.itsPurchaseOrder().number())
                .doesNotHaveDuplicates();
    }

    private static Map<PurchaseOrderStatus, Long> counts(TwoHundredOrders orders) {
        return orders.road.baton.in(
                orders.road.merchant,
                () -> orders.road.baton.bean(PurchaseOrderLookup.class).counts(orders.road.merchant));
    }
}
