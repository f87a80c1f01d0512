package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mails about a purchase order that come back: each is a task of its own, and the purchase order stays as it was. */
class ReturnedNoticesTest extends MailboxRoad {

    private static final PostalAddress ELSEWHERE = new PostalAddress(
            "Ada Muster", null, "Neue Straße 9", null, "Berlin", null, null, "10117", "DE", "+4930123456");

    @Test
    void aReminderThatCameBackIsATask() {
        PurchaseOrderView order = sent("LAMP×1");
        road.later(Duration.ofDays(4));
        road.work();

        comesBack(order, ".reminder");
    }

    @Test
    void aQuestionToShipDifferentlyThatCameBackIsATask() {
        PurchaseOrderView order = sent("LAMP×2");
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×2")
                                .to(ELSEWHERE)
                                .updatedAt(road.baton.clock().instant())
                                .build()));
        road.work();

        comesBack(order, ".amendment-1");
    }

    @Test
    void aQuestionToTakeAParcelBackThatCameBackIsATask() {
        PurchaseOrderView order = sent("LAMP×2");
        SalesOrderId sold = order.salesOrder();
        road.baton
                .bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        sold,
                        new CancelRequest(
                                "changed their mind",
                                Map.of(road.order(sold).lines().getFirst().id(), 1)));
        road.work();
        PurchaseOrderView asked = road.purchaseOrder(order.number());
        road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        asked.supplier(),
                        asked.number(),
                        new CancellationReply(asked.cancellations().getFirst().id(), true, null));
        road.work();
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        asked.supplier(),
                        List.of(new NewShipment(
                                asked.number(),
                                "both all the same",
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, 2)))))));
        road.work();

        comesBack(order, ".recall-1");
    }

    private PurchaseOrderView sent(String... lines) {
        road.goods("LAMP", road.mailed("ACME", "orders-" + road.merchant.hex() + "@acme.example", "en"));
        PurchaseOrderView order = road.purchaseOrder(road.place("1", lines));
        road.work();
        assertThat(road.transmission(order).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        return order;
    }

    private void comesBack(PurchaseOrderView order, String notice) {
        String key = order.number() + ".v1" + notice;
        TransmissionStatus ofOrder = statusOf(order, order.number() + ".v1");
        assertThat(ofOrder).isIn(TransmissionStatus.SENT, TransmissionStatus.ACKNOWLEDGED);
        assertThat(statusOf(order, key)).isEqualTo(TransmissionStatus.SENT);

        arrives(Bounces.report("failed", Bounces.messageId(order, road).replace(".v1.", ".v1" + notice + ".")));

        assertThat(statusOf(order, key)).isEqualTo(TransmissionStatus.REFUSED);
        assertThat(stuck().title()).isEqualTo(key + " did not reach ACME GmbH");
        assertThat(stuck().detail()).contains("no such user");
        assertThat(statusOf(order, order.number() + ".v1")).isEqualTo(ofOrder);
        assertThat(kept("FAILED")).isEqualTo(1);
    }

    private TransmissionStatus statusOf(PurchaseOrderView order, String key) {
        return road.transmissions(road.purchaseOrder(order.number())).stream()
                .map(TransmissionView::transmission)
                .filter(each -> each.idempotencyKey().equals(key))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
