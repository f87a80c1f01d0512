package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.Documents;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.SupplierEndpoint.Got;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SendTransmissionsTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void sendsASignedPurchaseOrderUnderItsFixedKey() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×2"));

        road.work();

        Got got = road.endpoint.got().getFirst();
        TransmissionView sent = road.transmission(issued);
        assertThat(got.idempotencyKey()).isEqualTo(issued.number() + ".v1");
        assertThat(got.id()).isEqualTo("msg_" + sent.transmission().id().value());
        assertThat(got.signature())
                .isEqualTo(WebhookSignature.of(
                        SupplierEndpoint.SECRET,
                        got.id(),
                        Instant.ofEpochSecond(Long.parseLong(got.timestamp())),
                        got.body()));
        JsonNode document = got.json();
        assertThat(document.path("number").stringValue()).isEqualTo(issued.number());
        assertThat(document.at("/shipTo/line1").stringValue()).isEqualTo("Probestraße 1");
        assertThat(document.at("/lines/0/sku").stringValue()).isEqualTo("S-LAMP");
        assertThat(document.at("/lines/0/quantity").intValue()).isEqualTo(2);
        assertThat(document.at("/instructions/special").stringValue()).isEqualTo("No invoice inside");
        assertThat(document.at("/shipMethod/code").stringValue()).isEqualTo("STD");
        assertThat(sent.transmission().status()).isEqualTo(TransmissionStatus.SENT);
        assertThat(sent.attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.DELIVERED);
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    void keepsTheVeryBytesThatLeft() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();

        byte[] stored = road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(TransmissionLookup.class)
                        .purchaseOrderDocument(road.merchant, issued.id())
                        .orElseThrow()
                        .bytes());

        assertThat(stored).isEqualTo(road.endpoint.got().getFirst().body());
    }

    @Test
    void repeatsTheSameBytesUnderTheSameKeysUntilTheyArrive() {
        road.endpoint.answers(500, "oops").takesAndHangsUp();
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));

        road.work();
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.UNKNOWN);
        road.later(Duration.ofMinutes(1));
        road.later(Duration.ofMinutes(1));

        assertThat(road.endpoint.got()).hasSize(3);
        assertThat(road.endpoint.got())
                .extracting(Got::id)
                .containsOnly(road.endpoint.got().getFirst().id());
        assertThat(road.endpoint.got()).extracting(Got::idempotencyKey).containsOnly(issued.number() + ".v1");
        assertThat(road.endpoint.got())
                .allSatisfy(got -> assertThat(got.body())
                        .isEqualTo(road.endpoint.got().getFirst().body()));
        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.UNKNOWN, AttemptOutcome.DELIVERED);
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
    }

    @Test
    void takesAConflictOverTheSameNumberAsArrived() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.endpoint.answers(409, "{\"error\":\"have " + issued.number() + "\"}");

        road.work();

        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.ALREADY_THERE);
    }

    @Test
    void leavesARefusedDocumentToAPersonWithTheReply() {
        road.endpoint.answers(422, "unknown sku");
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));

        road.work();

        TransmissionView refused = road.transmission(issued);
        assertThat(refused.transmission().status()).isEqualTo(TransmissionStatus.REFUSED);
        assertThat(reply(refused.attempts().getFirst())).isEqualTo("unknown sku");
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
        assertThat(forAPerson()).isEqualTo(1);
        road.later(Duration.ofDays(1));
        assertThat(road.endpoint.got()).hasSize(1);
    }

    @Test
    void waitsAsLongAsABusySupplierAsks() {
        road.endpoint.answersBusy(429, "600");
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));

        road.work();
        road.later(Duration.ofMinutes(9));
        assertThat(road.endpoint.got()).hasSize(1);
        road.later(Duration.ofMinutes(2));

        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.BUSY, AttemptOutcome.DELIVERED);
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysThatTheSupplierMayHaveIt() {
        for (int i = 0; i < Transmission.ATTEMPTS; i++) {
            road.endpoint.answers(500, "");
        }
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));

        road.work();
        for (int i = 0; i < Transmission.ATTEMPTS; i++) {
            road.later(Duration.ofHours(2));
        }

        assertThat(road.endpoint.got()).hasSize(Transmission.ATTEMPTS);
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.PARKED);
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.UNKNOWN);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
    }

    @Test
    void sendsAgainWhatAPersonResendsAndClosesTheTask() {
        road.endpoint.answers(422, "not today");
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();

        resend(road.transmission(issued));
        road.work();

        assertThat(road.endpoint.got()).hasSize(2);
        assertThat(road.endpoint.got().get(1).body())
                .isEqualTo(road.endpoint.got().get(0).body());
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.SENT);
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.tasks()).isEmpty();
    }

    @Test
    void doesNotResendWhatWasAnswered() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        road.acknowledge(issued, "A1", TestRoad.accept(1, 1));

        assertThatThrownBy(() -> resend(road.transmission(issued)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
    }

    @Test
    void sendsNothingToASupplierInWatchModeUntilAPersonSaysSoAfterGoLive() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "VASE×1"));

        road.work();
        assertThat(road.endpoint.got()).isEmpty();
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.PLANNED);
        assertThat(road.transmission(issued).transmission().reason()).contains("watch mode");
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.ISSUED);

        road.supplier("NEW", Netting.GROSS, road.endpoint.url(), true);
        resend(road.transmission(issued));
        road.work();
        assertThat(road.endpoint.got()).hasSize(1);
    }

    @Test
    void asksAPersonWhenTheSupplierHasNoChannel() {
        SupplierId mute = road.supplier("MUTE", Netting.GROSS, null, true);
        road.goods("VASE", mute);
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "VASE×1"));

        road.work();

        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.PARKED);
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.ISSUED);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
    }

    @Test
    void countsTheAttemptOfALostNodeAndSendsTheSameBytes() {
        road.endpoint.answers(500, "");
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();
        // the next attempt began, its bytes may have left, and the node died before it wrote anything down
        road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("update transmission set attempts = 2, status = 'SENDING' where merchant_id = :merchant")
                        .param("merchant", road.merchant.value())
                        .update());

        road.later(Duration.ofMinutes(1));

        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.UNKNOWN, AttemptOutcome.NODE_LOST, AttemptOutcome.DELIVERED);
        assertThat(road.endpoint.got().get(1).body())
                .isEqualTo(road.endpoint.got().get(0).body());
    }

    @Test
    void letsAnAnswerThatOvertakesItsOwnDocumentStand() {
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.endpoint.meanwhile(() -> road.acknowledge(issued, "A1", TestRoad.accept(1, 1)));

        road.work();

        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.ACKNOWLEDGED);
        assertThat(road.transmission(issued).attempts())
                .extracting(Attempt::outcome)
                .containsExactly(AttemptOutcome.DELIVERED);
    }

    @Test
    void stopsRepeatingWhenTheSuppliersAnswerShowsThatItArrived() {
        road.endpoint.takesAndHangsUp();
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();

        road.acknowledge(issued, "A1", TestRoad.accept(1, 1));
        road.later(Duration.ofHours(1));

        assertThat(road.endpoint.got()).hasSize(1);
        assertThat(road.transmission(issued).transmission().status()).isEqualTo(TransmissionStatus.ACKNOWLEDGED);
    }

    @Test
    void parksADocumentThatMustNotLeaveAndSendsTheOthers() {
        SalesOrderId erased = road.place("1", "LAMP×1");
        SalesOrderId other = road.place("2", "LAMP×2");
        erase(road.purchaseOrder(erased));

        road.work();

        assertThat(road.transmission(road.purchaseOrder(erased)).transmission().status())
                .isEqualTo(TransmissionStatus.PARKED);
        assertThat(road.purchaseOrder(erased).status()).isEqualTo(PurchaseOrderStatus.ISSUED);
        assertThat(road.purchaseOrder(other).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(road.taskKinds()).containsExactly("trading.stuck");
    }

    private void resend(TransmissionView view) {
        road.baton
                .bean(ResendTransmissions.class)
                .resend(road.merchant, view.transmission().id());
    }

    private long forAPerson() {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(TransmissionLookup.class).countForAPerson(road.merchant));
    }

    private String reply(Attempt attempt) {
        return road.baton.in(
                road.merchant,
                () -> new String(
                        road.baton
                                .bean(Documents.class)
                                .read(road.merchant, Objects.requireNonNull(attempt.reply()))
                                .bytes(),
                        StandardCharsets.UTF_8));
    }

    /** The customer asked to be forgotten. */
    private void erase(PurchaseOrderView of) {
        road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("""
                        update subject set wrapped_key = null
                        where merchant_id = :merchant and subject_id in (
                            select subject_id from purchase_order where merchant_id = :merchant and id = :id)
                        """)
                        .param("merchant", road.merchant.value())
                        .param("id", of.id().value())
                        .update());
    }
}
