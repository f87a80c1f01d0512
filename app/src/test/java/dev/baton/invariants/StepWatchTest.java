package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.CancelOrders;
import dev.baton.orders.CancelRequest;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.trading.TestRoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I2 and I6 as they are watched and asked: orders that went every usual way are no breach, and each planted one is found. */
class StepWatchTest {

    private static final PostalAddress MOVED = new PostalAddress(
            "Ada Muster", null, "Neue Straße 9", null, "Berlin", null, null, "10117", "DE", "+4930123456");

    private static final TestBaton BATON = TestBaton.with(Map.of());
    private static final TestRoad ROAD = new TestRoad(BATON);

    /** Taken back before the send and after it, moved after it, and left alone. */
    @BeforeAll
    static void ordersOfEveryWay() throws SQLException {
        try (Connection connection = BATON.database().connectAsSuperuser()) {
            new StepWatch(connection).begin();
        }
        SupplierId acme = ROAD.supplier("ACME", Netting.GROSS);
        ROAD.goods("LAMP", acme);
        cancel(ROAD.place("1", "LAMP×1"));
        SalesOrderId takenBack = ROAD.place("2", "LAMP×2");
        SalesOrderId moved = ROAD.place("3", "LAMP×3");
        SalesOrderId accepted = ROAD.place("4", "LAMP×4");
        ROAD.work();
        cancel(takenBack);
        move(moved);
        ROAD.work();
        PurchaseOrderView left = ROAD.purchaseOrder(takenBack);
        BATON.bean(AnswerCancellation.class)
                .answer(
                        ROAD.merchant,
                        acme,
                        left.number(),
                        new CancellationReply(left.cancellations().getLast().id(), true, null));
        PurchaseOrderView other = ROAD.purchaseOrder(moved);
        BATON.bean(AnswerAmendment.class)
                .answer(
                        ROAD.merchant,
                        acme,
                        other.number(),
                        new AmendmentReply(other.amendments().getLast().id(), true, null));
        ROAD.acknowledge(ROAD.purchaseOrder(accepted), "A", TestRoad.accept(1, 4));
        ROAD.work();
    }

    @AfterAll
    static void close() {
        ROAD.close();
    }

    private static void cancel(SalesOrderId order) {
        BATON.bean(CancelOrders.class).cancel(ROAD.merchant, order, new CancelRequest("changed their mind", Map.of()));
    }

    private static void move(SalesOrderId order) {
        BATON.clock().advance(Duration.ofSeconds(1));
        String id = ROAD.order(order).storeOrderId();
        BATON.bean(PlaceOrders.class)
                .place(
                        ROAD.merchant,
                        List.of(ROAD.shop
                                .order(id, "LAMP×3")
                                .to(MOVED)
                                .updatedAt(BATON.clock().instant())
                                .build()));
    }

    @Test
    void findsNothingInOrdersOfEveryWay() throws SQLException {
        try (Connection connection = BATON.database().connectAsSuperuser()) {
            StepWatch watch = new StepWatch(connection);

            assertThat(watch.steps())
                    .contains(
                            "cancellation OPEN AGREED",
                            "amendment ASKED AGREED",
                            "transmission SENDING SENT",
                            "transmission PLANNED WITHDRAWN");
            assertThat(watch.claims()).isEqualTo(4);
            assertThat(watch.illegalSteps()).isEmpty();
            assertThat(watch.claimsOfTooMuch()).isEmpty();
            assertThat(new DatabaseInvariants(connection).breaches("I2")).isEmpty();
            assertThat(new DatabaseInvariants(connection).breaches("I6")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cancellation | update cancellation set status = 'WAITING' where status = 'AGREED'
            amendment    | update amendment set status = 'PLANNED' where status = 'AGREED'
            transmission | update transmission set status = 'PLANNED' where status = 'ACKNOWLEDGED'
            transmission | update transmission set status = 'SENDING' where status = 'WITHDRAWN'
            """)
    void seesAStepThatIsNone(String what, String breaking) throws SQLException {
        broken(
                breaking,
                connection -> assertThat(new StepWatch(connection).illegalSteps())
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step).startsWith(what)));
    }

    @Test
    void seesAClaimOfMoreThanIsLeft() throws SQLException {
        broken(
                """
                update stock set observed = uncovered;
                insert into stock_claim
                select (jsonb_populate_record(c, jsonb_build_object('claim_id', gen_random_uuid()))).*
                from stock_claim c limit 1
                """,
                connection ->
                        assertThat(new StepWatch(connection).claimsOfTooMuch()).isEmpty());
        broken(
                """
                update stock set observed = uncovered - 1;
                insert into stock_claim
                select (jsonb_populate_record(c, jsonb_build_object('claim_id', gen_random_uuid()))).*
                from stock_claim c limit 1
                """,
                connection ->
                        assertThat(new StepWatch(connection).claimsOfTooMuch()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I2 | a sales order took an illegal step       | update audit set to_state = 'shipped' where aggregate = 'sales_order' and act = 'SendAllocations'
            I2 | a sales order took an illegal step       | update audit set from_state = 'cancelled' where aggregate = 'sales_order' and act = 'SendAllocations'
            I2 | a purchase order took an illegal step    | update audit set from_state = 'CANCELLED' where act = 'BeginSending'
            I6 | was made while the offer was short       | update stock set short_since = '2000-01-01Z'
            I6 | short of units without saying so         | update stock set observed = 0 where uncovered > 0
            """)
    void theQuestionFindsWhatIsBroken(String invariant, String question, String breaking) throws SQLException {
        broken(
                breaking,
                connection -> assertThat(new DatabaseInvariants(connection).breaches(invariant))
                        .anySatisfy(breach -> assertThat(breach).contains(question)));
    }

    /** What is asked of a database in which something is broken. */
    @FunctionalInterface
    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private static void broken(String breaking, Look look) throws SQLException {
        try (Connection connection = BATON.database().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(breaking);
            assertThat(statement.getUpdateCount()).isPositive();

            look.at(connection);

            connection.rollback();
        }
    }
}
