package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that says something else than the purchase order has does not leave, by no way, and a task says where. */
class HeldBackQuestionsTest extends MailboxOfASupplier {

    private PurchaseOrderView sent(boolean mailed) {
        PurchaseOrderView issued;
        if (mailed) {
            issued = mailed("en", "LAMP×2");
        } else {
            SupplierId acme = road.supplier("ACME", Netting.GROSS);
            road.goods("LAMP", acme);
            issued = road.purchaseOrder(road.place("1", "LAMP×2"));
        }
        road.work();
        assertThat(left(mailed)).isEqualTo(1);
        return issued;
    }

    private int left(boolean mailed) {
        return mailed ? arrived().size() : road.endpoint.got().size();
    }

    private void cancelOne(SalesOrderId order) {
        baton.bean(CancelOrders.class)
                .cancel(
                        road.merchant,
                        order,
                        new CancelRequest(
                                "one less",
                                Map.of(road.order(order).lines().getFirst().id(), 1)));
    }

    private void askUnits(int quantity) {
        baton.in(
                road.merchant,
                () -> baton.jdbc()
                        .sql("update cancellation_line set quantity = :quantity where merchant_id = :merchant")
                        .param("quantity", quantity)
                        .param("merchant", road.merchant.value())
                        .update());
    }

    private void assertHeldBack(boolean mailed, PurchaseOrderView issued, String key, String place) {
        assertThat(left(mailed)).isEqualTo(1);
        assertThat(road.transmissions(issued).getLast().transmission().status()).isEqualTo(TransmissionStatus.PARKED);
        Task task = road.tasks().stream()
                .filter(each -> each.kind().equals("trading.stuck"))
                .findFirst()
                .orElseThrow();
        assertThat(task.title()).isEqualTo(issued.number() + key + " cannot be sent to the supplier");
        assertThat(task.detail()).startsWith(place + " reads otherwise than it was meant");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCancellationOfMoreThanWasOrderedStaysAndLeavesOnceItIsMended(boolean mailed) {
        PurchaseOrderView issued = sent(mailed);
        cancelOne(issued.salesOrder());
        askUnits(5);

        road.work();

        assertHeldBack(mailed, issued, ".v1.cancellation-1", "line 1 quantity");
        askUnits(1);
        baton.bean(ResendTransmissions.class)
                .resend(
                        road.merchant,
                        road.transmissions(issued).getLast().transmission().id());
        road.work();
        assertThat(left(mailed)).isEqualTo(2);
        assertThat(road.taskKinds()).doesNotContain("trading.stuck");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAmendmentWithAnotherDeadlineThanIsKeptStays(boolean mailed) throws SQLException {
        PurchaseOrderView issued = sent(mailed);
        baton.clock().advance(Duration.ofSeconds(1));
        baton.bean(PlaceOrders.class)
                .place(
                        road.merchant,
                        List.of(road.shop
                                .order("1", "LAMP×2")
                                .gift("For you")
                                .updatedAt(baton.clock().instant())
                                .build()));

        try (Connection owner = baton.database().connectAsSuperuser();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create function later_than_said() returns trigger language plpgsql as $$
                    begin
                        new.respond_by := new.respond_by + interval '1 day';
                        return new;
                    end $$;
                    create trigger later_than_said before update on amendment
                        for each row when (new.status = 'ASKED') execute function later_than_said()
                    """);
            try {
                road.work();
            } finally {
                statement.execute("drop trigger later_than_said on amendment; drop function later_than_said()");
            }
        }

        assertHeldBack(mailed, issued, ".v1.amendment-1", "respondBy");
        baton.bean(ResendTransmissions.class)
                .resend(
                        road.merchant,
                        road.transmissions(issued).getLast().transmission().id());
        road.work();
        assertThat(left(mailed)).isEqualTo(2);
    }
}
