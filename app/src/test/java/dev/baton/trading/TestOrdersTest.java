package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Test orders: they reach the channel, say what they are, and leave no trace in stock and figures. */
class TestOrdersTest {

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void anEndpointGetsADocumentThatSaysItIsATest() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS, road.endpoint.url(), false);
        road.goods("LAMP", acme);
        begin(acme);
        assertThat(last(acme).state()).isEqualTo(TestOrder.State.WAITING);
        road.work();

        assertThat(last(acme).state()).isEqualTo(TestOrder.State.SENT);
        assertThat(road.endpoint.got()).singleElement().satisfies(got -> {
            assertThat(got.json().path("number").asString("")).startsWith("TEST-");
            assertThat(got.json().path("test").asBoolean()).isTrue();
        });
        assertThat(road.available("LAMP")).isEqualTo(10);
        assertThat(road.baton.in(
                        road.merchant,
                        () -> road.baton.bean(PurchaseOrderLookup.class).counts(road.merchant)))
                .isEmpty();
        assertThat(road.openWork()).isZero();
    }

    @Test
    void aMailboxGetsAMailThatSaysItIsATestAndItsPreviewShowsTheSame() {
        String mailbox = "lager-" + UUID.randomUUID() + "@test.example";
        SupplierId acme = road.mailed("ACME", mailbox, "de");
        begin(acme);
        road.work();

        assertThat(last(acme).state()).isEqualTo(TestOrder.State.SENT);
        assertThat(road.baton.relay().messages())
                .filteredOn(mail -> mail.contains(mailbox))
                .singleElement()
                .asString()
                .contains("Subject: TEST: ");
        assertThat(road.baton.bean(SendTestOrder.class).preview(road.merchant, acme))
                .contains("TEST-ITEM", "please do not ship", "lang=\"de\"");
    }

    @Test
    void whatIsNotTakenSaysWhyAndIsNotRepeated() {
        String mailbox = "lager-" + UUID.randomUUID() + "@test.example";
        SupplierId acme = road.mailed("ACME", mailbox, "en");
        road.baton.relay().answers("RCPT", "550 5.1.1 no such mailbox");
        begin(acme);
        road.work();

        assertThat(last(acme).state()).isEqualTo(TestOrder.State.FAILED);
        assertThat(last(acme).note()).contains("no such mailbox");
        road.later(java.time.Duration.ofHours(1));
        assertThat(last(acme).state()).isEqualTo(TestOrder.State.FAILED);
        assertThat(road.taskKinds()).isEmpty();
    }

    @Test
    void aSupplierWithoutAChannelAndOneThatIsNotThereGetNone() {
        SupplierId mute = road.supplier("MUTE", Netting.GROSS, null, true);
        assertThatThrownBy(() -> begin(mute))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.CONFLICT));
        assertThatThrownBy(() -> begin(new SupplierId(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    private void begin(SupplierId supplier) {
        road.baton.bean(SendTestOrder.class).begin(road.merchant, supplier);
    }

    private TestOrder last(SupplierId supplier) {
        return road.baton
                .in(road.merchant, () -> road.baton.bean(SendTestOrder.class).last(road.merchant, supplier))
                .orElseThrow();
    }
}
