package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Amendment.Status;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.DecideAmendment.Choice;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestShop.Draft;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order at one supplier whose delivery the store changes, and what supplier and merchant do about it. */
final class AmendedRoad implements AutoCloseable {

    static final PostalAddress NEW_STREET = new PostalAddress(
            "Ada Muster", null, "Neue Straße 9", null, "Berlin", null, null, "10117", "DE", "+4930123456");
    static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Probegasse 1", null, "Wien", null, null, "1010", "AT", "+431123456");

    final TestRoad road = new TestRoad();
    final SupplierId acme = road.supplier("ACME", Netting.GROSS);

    AmendedRoad() {
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
    }

    @Override
    public void close() {
        road.close();
    }

    /** Questions that are with the supplier now. */
    long open(SalesOrderId order) {
        long amendments = po(order).amendments().stream()
                .filter(each -> each.status() == Status.ASKED)
                .count();
        return amendments
                + po(order).cancellations().stream()
                        .filter(each -> each.status() == Cancellation.Status.OPEN)
                        .count();
    }

    SalesOrderId asked() {
        SalesOrderId order = sent("LAMP×2");
        change(road.shop.order("1", "LAMP×2").to(NEW_STREET));
        road.work();
        return order;
    }

    SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    void change(Draft draft) {
        road.baton.clock().advance(Duration.ofSeconds(1));
        road.baton
                .bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(draft.updatedAt(road.baton.clock().instant()).build()));
    }

    PurchaseOrderView po(SalesOrderId order) {
        return road.purchaseOrder(order);
    }

    Amendment last(SalesOrderId order) {
        return po(order).amendments().getLast();
    }

    AmendmentOutcome answer(SalesOrderId order, boolean accepted) {
        return answer(order, last(order).id(), accepted);
    }

    AmendmentOutcome answer(SalesOrderId order, AmendmentId id, boolean accepted) {
        return road.baton
                .bean(AnswerAmendment.class)
                .answer(road.merchant, acme, po(order).number(), new AmendmentReply(id, accepted, null));
    }

    void decide(SalesOrderId order, Choice choice, @Nullable String note) {
        road.baton.bean(DecideAmendment.class).decide(road.merchant, last(order).id(), choice, note);
    }

    void answerCancellation(SalesOrderId order, boolean agreed) {
        road.baton
                .bean(AnswerCancellation.class)
                .answer(
                        road.merchant,
                        acme,
                        po(order).number(),
                        new CancellationReply(
                                po(order).cancellations().getLast().id(), agreed, null));
    }

    void ship(SalesOrderId order, int units) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                po(order).number(),
                                "S1",
                                road.baton.clock().instant(),
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, units)))))));
    }

    static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, PurchasingProblem code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
