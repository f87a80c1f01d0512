package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.suppliers.Netting;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that a person stops: what it stops, what it cannot stop any more, and that only a person lets it go. */
class StopOrdersTest {

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        road.goods("LAMP", road.supplier("ACME", Netting.GROSS));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void whatNobodySentIsTakenBackAndGoesOnAfterTheRelease() {
        SalesOrderId order = road.place("1", "LAMP×2");

        UUID hold = stop(order, "the customer called").orElseThrow();

        assertThat(road.available("LAMP")).as("its stock is free again").isEqualTo(10);
        assertThat(road.order(order).status()).isEqualTo("held");
        assertThat(road.units(order, Bucket.ALLOCATED)).isZero();
        road.baton.bean(ReleaseHolds.class).release(road.merchant, hold, "they called again");
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);
    }

    @Test
    void aLaterVersionOfTheStoreDoesNotLetItGo() {
        SalesOrderId order = road.place("1", "LAMP×2");
        stop(order, "the customer called");

        road.baton.clock().advance(Duration.ofMinutes(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×3")
                                .updatedAt(road.baton.clock().instant())
                                .build()));

        assertThat(road.order(order).status()).isEqualTo("held");
        assertThat(road.units(order, Bucket.ALLOCATED)).isZero();
    }

    @Test
    void whatASupplierHasIsNotStopped() {
        SalesOrderId order = road.place("1", "LAMP×2");
        road.work();

        assertThat(stop(order, "too late")).isEmpty();
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(2);
    }

    @Test
    void oneThatIsStoppedIsNotStoppedTwice() {
        SalesOrderId order = road.place("1", "LAMP×2");

        assertThat(stop(order, "once")).isPresent();
        assertThat(stop(order, "twice")).isEmpty();
    }

    @Test
    void aReasonIsAskedForAndTheOrderMustBeThere() {
        SalesOrderId order = road.place("1", "LAMP×2");

        assertThatThrownBy(() -> stop(order, " ")).isInstanceOf(Problem.class).hasMessageContaining("reason");
        assertThatThrownBy(() -> stop(order, "x".repeat(501))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> stop(new SalesOrderId(UUID.randomUUID()), "x"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no order");
    }

    private Optional<UUID> stop(SalesOrderId order, String reason) {
        return road.baton.bean(StopOrders.class).stop(road.merchant, order, reason);
    }
}
