package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.work.LeasedWork;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import java.util.List;
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

    @Test
    void aMailThatReadsOtherwiseThanItWasMeantDoesNotLeave() {
        String mailbox = "lager-" + UUID.randomUUID() + "@test.example";
        SupplierId acme = road.mailed("ACME", mailbox, "de");
        begin(acme);
        SendTestOrder sending = new SendTestOrder(
                road.baton.bean(TestOrderRows.class),
                new WritesOtherGoods(),
                road.baton.bean(SupplierLookup.class),
                road.baton.bean(SendTestOrder.Roads.class),
                road.baton.bean(TradingDesk.class));
        sending.run(road.merchant, List.of(leased()));

        assertThat(last(acme).state()).isEqualTo(TestOrder.State.FAILED);
        assertThat(last(acme).note()).isEqualTo("HTML line 1 sku reads otherwise than it was meant");
        assertThat(road.baton.relay().messages()).noneMatch(mail -> mail.contains(mailbox));
    }

    private final class WritesOtherGoods extends WriteTestOrder {

        private WritesOtherGoods() {
            super(
                    road.baton.bean(MerchantLookup.class),
                    road.baton.bean(BrandLookup.class),
                    road.baton.bean(Pages.class),
                    road.baton.bean(OrderLinks.class));
        }

        @Override
        String html(OrderMail mail) {
            return super.html(mail).replaceFirst(">TEST-ITEM<", ">OTHER-ITEM<");
        }
    }

    private LeasedWork leased() {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select id, queue, kind, subject_id, fence from work where kind = 'trading.test-order'")
                        .query((row, number) -> new LeasedWork(
                                row.getObject("id", UUID.class),
                                road.merchant,
                                row.getString("queue"),
                                row.getString("kind"),
                                row.getObject("subject_id", UUID.class),
                                1,
                                row.getLong("fence"),
                                Long.MAX_VALUE))
                        .single());
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
