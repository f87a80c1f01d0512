package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.OpenTransactions;
import dev.baton.tracking.ScanCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Traps that open systems fell into, where a customer's mail is what goes wrong. */
class MailTrapsTest extends MailedOrders {

    @Test
    @DisplayName("Sub-orders as copies of orders: duplicate mails, reports and stock (Knawat, Vendure)")
    void anOrderOfTwoSuppliersIsConfirmedOnceAndEachUnitToldAndCountedOnce() {
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        shop.goods("VASE", "Vase", bolt);
        SalesOrderId order = place("two", "LAMP×1", "VASE×1");
        assertThat(shop.purchaseOrders(order)).hasSize(2);
        assertThat(raw("two")).hasSize(1);
        assertThat(List.of(road.available("LAMP"), road.available("VASE"))).containsOnly(999L);

        shop.purchaseOrders(order)
                .forEach(of -> road.baton
                        .bean(RecordShipments.class)
                        .record(
                                road.merchant,
                                of.supplier(),
                                List.of(new NewShipment(
                                        of.number(),
                                        "R-" + of.number(),
                                        road.baton.clock().instant(),
                                        List.of(new NewPackage(
                                                "ups",
                                                of.number().endsWith("1") ? ONE : TWO,
                                                null,
                                                List.of(new PackageLine(1, 1))))))));
        gathered();

        assertThat(raw("two")).hasSize(2);
        assertThat(raw("two").getLast()).contains("X-Baton-Message: order.shipped");
        assertThat(last("two").text()).containsOnlyOnce("1 × Title of LAMP").containsOnlyOnce("1 × Title of VASE");
    }

    @Test
    @DisplayName("The same event up to nine times (woocommerce #28329), told to the customer")
    void aDeliveryToldNineTimesIsMailedOnce() {
        SalesOrderId order = place("nine", "LAMP×1");
        shop.ship(order, "ups", ONE, 1);
        gathered();
        for (int i = 0; i < 9; i++) {
            shop.scan(ONE, ScanCode.DELIVERED, 1, null, null);
            gathered();
        }

        assertThat(raw("nine")).hasSize(3);
        assertThat(raw("nine").getLast()).contains("X-Baton-Message: order.delivered");
    }

    @Test
    @DisplayName("\"Sent\" after \"delivered\" erases history (nearmerch #214), told to the customer")
    void nothingIsMailedWhenSentIsToldAfterDelivered() {
        SalesOrderId order = place("late", "LAMP×1");
        shop.ship(order, "ups", ONE, 1);
        gathered();
        shop.scan(ONE, ScanCode.DELIVERED, 60, null, null);
        gathered();
        shop.scan(ONE, ScanCode.IN_TRANSIT, 30, null, null);
        shop.scan(ONE, ScanCode.DELIVERED, 90, null, null);
        gathered();

        assertThat(raw("late")).hasSize(3);
        assertThat(road.units(order, dev.baton.orders.Bucket.DELIVERED)).isEqualTo(1);
    }

    @Test
    @DisplayName("Mail sent inline, failure swallowed, and the return skips everybody else (spree_drop_ship)")
    void aMailThatIsRefusedStopsNobodyElsesAndIsNotSwallowed() {
        RELAY.answers("RCPT", "550 5.1.1 no such user");
        SalesOrderId refused = shop.place(
                "r1",
                new dev.baton.orders.CustomerFacts("Ada Muster", address("r1"), null, "en"),
                dev.baton.testing.TestShop.BERLIN,
                "LAMP×1");
        SalesOrderId sent = shop.place(
                "r2",
                new dev.baton.orders.CustomerFacts("Bea Muster", address("r2"), null, "en"),
                dev.baton.testing.TestShop.BERLIN,
                "BULB×1");
        road.work();

        assertThat(List.of(newest(refused).state(), newest(sent).state()))
                .containsExactlyInAnyOrder(MessageState.REFUSED, MessageState.SENT);
        assertThat(road.taskKinds()).containsOnlyOnce("notifications.refused");
    }

    @Test
    @DisplayName("Outside I/O in a state-machine callback inside a transaction")
    void theMailServerIsSpokenToOutsideOfEveryTransaction() throws Exception {
        RELAY.answers("END", ScriptedRelay.SILENCE);
        SalesOrderId order = shop.place(
                "io",
                new dev.baton.orders.CustomerFacts("Ada Muster", address("io"), null, "en"),
                dev.baton.testing.TestShop.BERLIN,
                "LAMP×1");
        Thread worker = Thread.ofPlatform().start(road::work);
        await().atMost(Duration.ofSeconds(10)).until(() -> !raw("io").isEmpty());

        assertThat(newest(order).state()).as("committed before a word is said").isEqualTo(MessageState.SENDING);
        assertThat(OpenTransactions.of(road.baton)).isZero();

        worker.join(Duration.ofSeconds(60));
        assertThat(newest(order).state()).isEqualTo(MessageState.UNKNOWN);
    }
}
