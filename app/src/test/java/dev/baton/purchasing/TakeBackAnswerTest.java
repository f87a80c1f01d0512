package dev.baton.purchasing;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.Bucket;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.GiveUpRest.Rest;
import dev.baton.purchasing.TakeBackAnswer.TakenBack;
import dev.baton.shipping.NewShipment;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.shipping.RecordShipments;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supplier may say after its answer: taken back, the rest is not coming, a word to the merchant. */
class TakeBackAnswerTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SupplierId bolt;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.NET);
        bolt = road.supplier("BOLT", Netting.GROSS);
        road.goods("LAMP", acme, bolt);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void situation12AcceptTappedByMistakeIsUndoneUntilShipped() {
        SalesOrderId order = sent("LAMP×3");
        PurchaseOrderView sent = road.purchaseOrder(order);
        road.acknowledge(sent, "A1", accept(1, 2), new Statement(1, Action.BACKORDER, 1, null, null, april()));

        TakenBack outcome = takeBack(sent);

        assertThat(outcome.reopened()).isEqualTo(3);
        assertThat(outcome.gone()).isZero();
        PurchaseOrderView after = road.purchaseOrder(order);
        assertThat(after.status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(after.answeredAt()).isNull();
        assertThat(after.lines().getFirst().units().unanswered()).isEqualTo(3);
        assertThat(road.units(order, Bucket.SENT)).isEqualTo(3);
        assertThat(road.units(order, Bucket.ACCEPTED)).isZero();
        assertThat(road.openWork()).as("it waits for an answer again").isEqualTo(1);
    }

    @Test
    void takenBackAndGivenAgainCountsOnceInTheStock() {
        SalesOrderId order = sent("LAMP×3");
        PurchaseOrderView sent = road.purchaseOrder(order);
        road.acknowledge(sent, "A1", accept(1, 3));
        long before = road.available("LAMP");

        takeBack(sent);
        road.acknowledge(sent, "A2", accept(1, 3));

        assertThat(road.available("LAMP")).isEqualTo(before);
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(road.units(order, Bucket.ACCEPTED)).isEqualTo(3);
    }

    @Test
    void whatWasRefusedIsWithSomebodyElseAndAPersonIsTold() {
        SalesOrderId order = sent("LAMP×3");
        PurchaseOrderView sent = road.purchaseOrder(order);
        road.acknowledge(sent, "A1", accept(1, 2), reject(1, 1));

        TakenBack outcome = takeBack(sent);

        assertThat(outcome.reopened()).isEqualTo(2);
        assertThat(outcome.gone()).isEqualTo(1);
        assertThat(road.taskKinds()).contains(TakeBackAnswer.REGRETTED);
        assertThat(road.purchaseOrders(order)).hasSize(2);
        assertThat(road.purchaseOrder(sent.number()).lines().getFirst().units().rejected())
                .isEqualTo(1);
    }

    @Test
    void nothingAnsweredNothingChanged() {
        SalesOrderId order = sent("LAMP×1");

        assertThat(takeBack(road.purchaseOrder(order)).reopened()).isZero();
        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    void whatHasLeftCannotBeTakenBack() {
        SalesOrderId order = sent("LAMP×3");
        ship(road.purchaseOrder(order), 1);

        assertThatThrownBy(() -> takeBack(road.purchaseOrder(order)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(PurchasingProblem.ALREADY_SHIPPED));
    }

    @Test
    void situation1TheRestThatIsNotComingGoesToAnotherSupplier() {
        SalesOrderId order = sent("LAMP×3");
        PurchaseOrderView sent = road.purchaseOrder(order);
        road.acknowledge(sent, "A1", accept(1, 3));
        ship(sent, 2);

        AcknowledgementOutcome outcome = giveUp(sent, "R1", 1);
        AcknowledgementOutcome again = giveUp(sent, "R1", 1);

        assertThat(outcome.status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
        assertThat(outcome.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.applied()).isEqualTo(1));
        assertThat(again.replayed()).isTrue();
        assertThat(again.lines()).isEqualTo(outcome.lines());
        List<PurchaseOrderView> all = road.purchaseOrders(order);
        assertThat(all).extracting(PurchaseOrderView::supplier).containsExactly(acme, bolt);
        assertThat(all.get(1).lines().getFirst().units().quantity()).isEqualTo(1);
        assertThat(road.units(order, Bucket.SHIPPED)).isEqualTo(2);
    }

    @Test
    void situation1TheRestWaitsForAPersonWhereNobodyElseHasIt() {
        road.goods("VASE", acme);
        SalesOrderId order = sent("VASE×2");
        PurchaseOrderView sent = road.purchaseOrder(order);
        road.acknowledge(sent, "A1", accept(1, 2));

        giveUp(sent, "R1", 1);

        assertThat(road.purchaseOrder(order).status()).isEqualTo(PurchaseOrderStatus.REJECTED);
        assertThat(road.units(order, Bucket.WAITING) + road.units(order, Bucket.OPEN))
                .isEqualTo(2);
    }

    @Test
    void refusesARestThatIsNotOwedOrNotKnown() {
        SalesOrderId order = sent("LAMP×1");
        PurchaseOrderView sent = road.purchaseOrder(order);
        ship(sent, 1);

        assertThatThrownBy(() -> giveUp(sent, "R1", 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
        assertThatThrownBy(() -> giveUp(sent, "R1", 7))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(PurchasingProblem.UNKNOWN_LINE));
    }

    @Test
    void keepsWhatTheSupplierWritesUnderTheCustomersKey() {
        SalesOrderId order = sent("LAMP×1");
        PurchaseOrderView sent = road.purchaseOrder(order);
        TellMerchant tell = road.baton.bean(TellMerchant.class);

        tell.tell(road.merchant, acme, sent.number(), "  Ada's street is closed  ");

        assertThat(road.baton.in(road.merchant, () -> tell.about(road.merchant, sent.id())))
                .extracting(SupplierMessage::text)
                .containsExactly("Ada's street is closed");
        assertThat(road.taskKinds()).containsExactly("purchasing.message");
        assertThat(road.tasks().getFirst().detail()).doesNotContain("Ada");
        assertThat(road.baton.in(
                        road.merchant,
                        () -> road.baton
                                .jdbc()
                                .sql("select count(*) from subject_document d join supplier_message m"
                                        + " on m.merchant_id = d.merchant_id and m.document_id = d.document_id")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void refusesAMessageWithoutWords() {
        SalesOrderId order = sent("LAMP×1");
        String number = road.purchaseOrder(order).number();

        assertThatThrownBy(() -> road.baton.bean(TellMerchant.class).tell(road.merchant, acme, number, " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.INVALID_FIELD));
    }

    private SalesOrderId sent(String... lines) {
        SalesOrderId order = road.place("7001", lines);
        road.work();
        return order;
    }

    private TakenBack takeBack(PurchaseOrderView of) {
        return road.baton.bean(TakeBackAnswer.class).takeBack(road.merchant, of.supplier(), of.number());
    }

    private AcknowledgementOutcome giveUp(PurchaseOrderView of, String reference, int line) {
        return road.baton
                .bean(GiveUpRest.class)
                .giveUp(
                        road.merchant,
                        of.supplier(),
                        of.number(),
                        new Rest(reference, List.of(line), RejectReason.OUT_OF_STOCK, null));
    }

    private void ship(PurchaseOrderView of, int units) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        of.supplier(),
                        List.of(new NewShipment(
                                of.number(),
                                "S-" + of.number(),
                                road.baton.clock().instant(),
                                List.of(new NewPackage("", "", null, List.of(new PackageLine(1, units)))))));
    }

    private static Statement reject(int line, int units) {
        return new Statement(line, Action.REJECT, units, RejectReason.OTHER, null, null);
    }

    private LocalDate april() {
        return LocalDate.ofInstant(road.baton.clock().instant(), java.time.ZoneOffset.UTC)
                .plusDays(30);
    }
}
