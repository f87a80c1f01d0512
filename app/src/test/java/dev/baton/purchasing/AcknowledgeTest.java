package dev.baton.purchasing;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.OrderView.AllocationView;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import dev.baton.trading.TransmissionStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SupplierId bolt;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        bolt = road.supplier("BOLT", Netting.NET);
        road.goods("LAMP", acme, bolt);
        road.goods("VASE", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void promisesWhatTheSupplierAccepts() {
        SalesOrderId order = sent("LAMP×2");

        AcknowledgementOutcome outcome = road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(outcome.lines()).singleElement().satisfies(line -> {
            assertThat(line.applied()).isEqualTo(2);
            assertThat(line.remark()).isNull();
        });
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
        assertThat(road.transmission(road.purchaseOrder(order)).transmission().status())
                .isEqualTo(TransmissionStatus.ACKNOWLEDGED);
        assertThat(road.openWork()).isZero();
    }

    @Test
    void anAcceptanceThatComesAfterTheShipmentContradictsNothing() {
        SalesOrderId order = sent("LAMP×2");
        ship(order, 2, road.baton.clock().instant());

        AcknowledgementOutcome outcome = road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        assertThat(outcome.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.remark()).isNull());
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void aDateOfShippingBeforeTheSendingCountsFromTheSending() {
        SalesOrderId order = sent("LAMP×2");
        ship(order, 2, road.baton.clock().instant().minus(Duration.ofDays(300)));
        road.shop.stock(acme, "S-LAMP", 10);
        java.time.Instant begun = road.baton.clock().instant();

        List<java.time.Instant> leaving = road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select effective_at from stock_deduction")
                        .query((row, number) -> row.getTimestamp("effective_at").toInstant())
                        .list());
        assertThat(leaving).containsExactly(begun);
    }

    @Test
    void keepsWaitingForTheRestOfAPartAnswer() {
        SalesOrderId order = sent("LAMP×3");

        AcknowledgementOutcome outcome = road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(1);
        assertThat(road.openWork()).isEqualTo(1);
    }

    @Test
    void givesRejectedUnitsToAnotherSupplierUnderANewNumber() {
        SalesOrderId order = sent("LAMP×2");
        PurchaseOrderView first = road.purchaseOrder(order);

        AcknowledgementOutcome outcome =
                road.acknowledge(first, "A1", accept(1, 1), reject(1, 1, RejectReason.OUT_OF_STOCK));

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.PARTLY_REJECTED);
        List<PurchaseOrderView> all = road.purchaseOrders(order);
        assertThat(all).extracting(PurchaseOrderView::supplier).containsExactly(acme, bolt);
        assertThat(all.get(1).number()).isEqualTo(first.number().replace("-1", "-2"));
        assertThat(all.get(1).lines().getFirst().units().quantity()).isEqualTo(1);
        assertThat(road.order(order).allocations())
                .extracting(AllocationView::rejected)
                .containsExactly(1, 0);
        road.work();
        assertThat(road.purchaseOrder(all.get(1).number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    void endsAsRejectedWhenTheSupplierShipsNothing() {
        SalesOrderId order = sent("LAMP×2");

        AcknowledgementOutcome outcome =
                road.acknowledge(road.purchaseOrder(order), "A1", reject(1, 2, RejectReason.CANNOT_SHIP_THERE));

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.REJECTED);
        assertThat(road.order(order).allocations())
                .extracting(AllocationView::quantity)
                .containsExactly(2, 2);
    }

    @Test
    void keepsTheDateOfWhatIsPutOff() {
        SalesOrderId order = sent("LAMP×2");

        AcknowledgementOutcome outcome = road.acknowledge(
                road.purchaseOrder(order), "A1", new Statement(1, Action.BACKORDER, 2, null, "next truck", APRIL));

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(line(order).backorderedUntil()).isEqualTo(APRIL);
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);

        road.acknowledge(road.purchaseOrder(order), "A2", accept(1, 2));
        assertThat(line(order).backordered()).isZero();
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
    }

    @Test
    void appliesNoMoreThanWasAskedAndTellsAPerson() {
        SalesOrderId order = sent("LAMP×2");

        AcknowledgementOutcome outcome = road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 5));

        assertThat(outcome.lines().getFirst().applied()).isEqualTo(2);
        assertThat(outcome.lines().getFirst().remark()).contains("2 of 5");
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
        assertThat(road.taskKinds()).containsExactly("purchasing.over-answered");
    }

    @Test
    void postsASecondAnswerToTheSameUnitsOnce() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        AcknowledgementOutcome again = road.acknowledge(road.purchaseOrder(order), "A2", accept(1, 2));

        assertThat(again.lines().getFirst().applied()).isZero();
        assertThat(line(order).accepted()).isEqualTo(2);
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(2);
    }

    @Test
    void letsASupplierTakeItsYesBackAsLongAsNothingLeft() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2));

        road.acknowledge(road.purchaseOrders(order).getFirst(), "A2", reject(1, 2, RejectReason.OUT_OF_STOCK));

        assertThat(road.purchaseOrders(order).getFirst().status()).isEqualTo(PurchaseOrderStatus.REJECTED);
        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(road.units(order, Bucket.ACCEPTED)).isZero();
        assertThat(road.units(order, Bucket.ALLOCATED)).isEqualTo(2);
    }

    @Test
    void answersARepeatedReferenceAlikeAndPostsNothing() {
        SalesOrderId order = sent("LAMP×2");
        Statement[] said = {accept(1, 1), reject(1, 1, RejectReason.OTHER)};
        AcknowledgementOutcome first = road.acknowledge(road.purchaseOrder(order), "A1", said);

        AcknowledgementOutcome again =
                road.acknowledge(road.purchaseOrders(order).getFirst(), "A1", said);

        assertThat(again.replayed()).isTrue();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.lines()).isEqualTo(first.lines());
        assertThat(road.purchaseOrders(order)).hasSize(2);
    }

    @Test
    void refusesAReferenceThatMeantSomethingElseBefore() {
        SalesOrderId order = sent("LAMP×2");
        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 1));

        refused(
                () -> road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 2)),
                PurchasingProblem.REFERENCE_REUSED,
                "reference");
    }

    @Test
    void refusesALineThatIsNotOnTheDocument() {
        SalesOrderId order = sent("LAMP×2");

        refused(
                () -> road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 1), accept(7, 1)),
                PurchasingProblem.UNKNOWN_LINE,
                "lines[1].line");
        assertThat(line(order).accepted()).isZero();
    }

    @Test
    void refusesAnAnswerOfAnotherSupplier() {
        PurchaseOrderView view = road.purchaseOrder(sent("LAMP×2"));

        refused(
                () -> road.baton
                        .bean(Acknowledge.class)
                        .acknowledge(
                                road.merchant, bolt, view.number(), new Acknowledgement("A1", List.of(accept(1, 1)))),
                PurchasingProblem.UNKNOWN_PURCHASE_ORDER,
                null);
    }

    @Test
    void refusesAnAnswerToWhatWasNeverSent() {
        PurchaseOrderView view = road.purchaseOrder(road.place("1", "LAMP×2"));

        refused(() -> road.acknowledge(view, "A1", accept(1, 1)), PurchasingProblem.UNKNOWN_PURCHASE_ORDER, null);
    }

    @Test
    void namesTheFieldThatCannotBeRead() {
        PurchaseOrderView view = road.purchaseOrder(sent("LAMP×2"));

        refused(() -> road.acknowledge(view, " ", accept(1, 1)), CommonProblem.INVALID_FIELD, "reference");
        refused(() -> road.acknowledge(view, "A1"), CommonProblem.INVALID_FIELD, "lines");
        refused(() -> road.acknowledge(view, "A1", accept(1, 0)), CommonProblem.INVALID_FIELD, "lines[0].quantity");
        refused(
                () -> road.acknowledge(view, "A1", new Statement(1, Action.REJECT, 1, null, null, null)),
                CommonProblem.INVALID_FIELD,
                "lines[0].reason");
        refused(
                () -> road.acknowledge(view, "A1", new Statement(1, Action.BACKORDER, 1, null, null, null)),
                CommonProblem.INVALID_FIELD,
                "lines[0].until");
    }

    @Test
    void takesUnitsOffANetSuppliersFigureWhenItAccepts() {
        road.shop.stock(acme, "S-LAMP", 0);
        SalesOrderId order = sent("LAMP×3");
        assertThat(road.purchaseOrder(order).supplier()).isEqualTo(bolt);
        assertThat(road.available("LAMP")).isEqualTo(7);

        road.acknowledge(road.purchaseOrder(order), "A1", accept(1, 3));
        road.baton.clock().advance(Duration.ofMinutes(1));
        road.shop.stock(bolt, "S-LAMP", 7);

        assertThat(road.available("LAMP")).isEqualTo(7);
    }

    private void ship(SalesOrderId order, int units, java.time.Instant at) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                road.purchaseOrder(order).number(),
                                "S1",
                                at,
                                List.of(new NewPackage(
                                        "ups", "1Z999AA10123456784", null, List.of(new PackageLine(1, units)))))));
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("1", lines);
        road.work();
        return order;
    }

    private LineUnits line(SalesOrderId order) {
        return road.purchaseOrder(order).lines().getFirst().units();
    }

    private static Statement reject(int line, int quantity, RejectReason reason) {
        return new Statement(line, Action.REJECT, quantity, reason, null, null);
    }

    private static void refused(ThrowingCallable call, ProblemCode code, @Nullable String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.detail()).isNotBlank();
        });
    }
}
