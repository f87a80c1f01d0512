package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.ForgetfulNode;
import dev.baton.channels.IntakeState;
import dev.baton.channels.Stores;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.orders.OrderView;
import dev.baton.orders.Payment;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a kept message to the order, on a real database; the traps of "Webhooks and imports" by their names. */
class IntakeTest {

    private static final String AT = "2026-03-01T10:00:00.5Z";
    private static final String PENDING =
            Orders.PAID.replace("\"paid\"", "\"pending\"").replace("11:00:00+01:00", "10:59:58+01:00");

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final ScriptedShop shop = new ScriptedShop();
    private final Road withApi = new Road(merchant, Stores.shopify(baton, merchant, shop.url()));
    private final MerchantId other = baton.newMerchant();
    private final Road byHookOnly = new Road(other, Stores.shopify(baton, other, null));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aWebhookBecomesAnOrder() {
        UUID intake = byHookOnly.keep("orders/create", Orders.PAID, AT);

        baton.runDue();

        OrderView order = byHookOnly.order("5001");
        assertThat(order.storeOrderName()).isEqualTo("#1001");
        assertThat(order.payment()).isEqualTo(Payment.PAID);
        assertThat(byHookOnly.intake(intake).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(byHookOnly.intake(intake).order()).isEqualTo(order.id());
        assertThat(byHookOnly.intake(intake).storeOrderId()).isEqualTo("5001");
    }

    /** shopify-app-js #603: the update came before the creation. */
    @Test
    void updatedBeforeCreatedLeavesTheUpdateStanding() {
        byHookOnly.keep("orders/updated", Orders.PAID, AT);
        baton.runDue();
        UUID late = byHookOnly.keep("orders/create", PENDING, "2026-03-01T09:59:58.9Z");
        baton.runDue();

        assertThat(byHookOnly.order("5001").payment()).isEqualTo(Payment.PAID);
        assertThat(byHookOnly.intake(late).state()).isEqualTo(IntakeState.STALE);
        assertThat(byHookOnly.count("sales_order")).isEqualTo(1);
    }

    /** woocommerce-paypal-payments #4173: one payment, four orders. */
    @Test
    void fourMessagesOfOneOrderInOneBatchMakeOneOrder() {
        UUID created = byHookOnly.keep("orders/create", PENDING, "2026-03-01T09:59:58.9Z");
        UUID paid = byHookOnly.keep("orders/paid", Orders.PAID, AT);
        UUID updated = byHookOnly.keep("orders/updated", Orders.PAID, AT);
        UUID again = byHookOnly.keep("orders/fulfilled", PENDING, "2026-03-01T09:59:58.9Z");

        baton.runDue();

        assertThat(byHookOnly.count("sales_order")).isEqualTo(1);
        assertThat(byHookOnly.order("5001").payment()).isEqualTo(Payment.PAID);
        assertThat(List.of(created, paid, updated, again))
                .extracting(intake -> byHookOnly.intake(intake).state())
                .containsExactlyInAnyOrder(
                        IntakeState.APPLIED, IntakeState.STALE, IntakeState.STALE, IntakeState.STALE);
    }

    /** openlinker #906: a webhook job and a poll job both created the order. */
    @Test
    void aWebhookAndAPollOfTheSameOrderMakeOneOrder() {
        shop.answers(request -> request.asks("OrdersUpdated")
                ? Reply.data("{\"orders\": {\"pageInfo\": {\"hasNextPage\": false}, \"nodes\": ["
                        + "{\"id\": \"gid://shopify/Order/5001\", \"updatedAt\": \"2026-03-01T10:00:00Z\"}]}}")
                : Reply.data("{\"order\": " + GraphOrderTest.PAID + "}"));
        Stores.connect(baton, merchant, withApi.store, shop.url(), List.of(Stores.SECRET), 60);
        withApi.keep("orders/create", Orders.PAID, AT);

        baton.runDue();

        assertThat(withApi.count("sales_order")).isEqualTo(1);
        assertThat(withApi.count("inbox")).isBetween(1L, 2L);
        assertThat(withApi.order("5001").payment()).isEqualTo(Payment.PAID);
    }

    /** medusa PR #14108: a replayed completion cancelled a good order. */
    @Test
    void anOldCancellationOrARepeatNeverUndoesWhatIsNewer() {
        byHookOnly.keep("orders/create", Orders.PAID, AT);
        baton.runDue();

        byHookOnly.keep("orders/create", Orders.PAID, AT);
        UUID old = byHookOnly.keep(
                "orders/cancelled",
                PENDING.replace("\"cancelled_at\": null", "\"cancelled_at\": \"2026-03-01T09:59:58Z\""),
                "2026-03-01T09:59:58.1Z");
        baton.runDue();

        assertThat(byHookOnly.order("5001").cancelledAt()).isNull();
        assertThat(byHookOnly.intake(old).state()).isEqualTo(IntakeState.STALE);
    }

    @Test
    void whatCannotBeReadIsRefusedWithATaskAndTheOthersGoOn() {
        List<UUID> good = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            good.add(byHookOnly.keep("orders/create", Orders.PAID.replace("5001", "60" + i), AT));
        }
        UUID bad = byHookOnly.keep("orders/create", Orders.PAID.replace("\"quantity\": 3", "\"quantity\": -3"), AT);
        UUID broken = byHookOnly.keep("orders/create", "{\"id\": 1", AT);

        baton.runDue();

        assertThat(good).allMatch(intake -> byHookOnly.intake(intake).state() == IntakeState.APPLIED);
        assertThat(byHookOnly.intake(bad).state()).isEqualTo(IntakeState.REFUSED);
        assertThat(byHookOnly.intake(bad).reason()).startsWith("line_items[0].quantity must be");
        assertThat(byHookOnly.intake(broken).reason()).startsWith("the document is not JSON");
        assertThat(byHookOnly.tasks()).contains("channels.intake-refused", "channels.intake-refused");
        assertThat(byHookOnly.count("sales_order")).isEqualTo(10);
    }

    @Test
    void anEditIsReadFromTheStore() {
        withApi.keep("orders/create", Orders.PAID, AT);
        baton.runDue();
        String edited = GraphOrderTest.PAID
                .replace("2026-03-01T10:00:00Z", "2026-03-01T10:05:00Z")
                .replaceFirst("\"currentQuantity\": 3", "\"currentQuantity\": 0");
        shop.answers(request -> Reply.data("{\"order\": " + edited + "}"));

        UUID edit = withApi.keep(
                "orders/edited", "{\"order_edit\": {\"id\": 7, \"order_id\": 5001, \"line_items\": {}}}", AT);
        baton.runDue();

        assertThat(withApi.intake(edit).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(withApi.order("5001").lines())
                .filteredOn(line -> line.storeLineId().equals("11"))
                .allSatisfy(line -> assertThat(line.units().toString()).contains("CANCELLED=3"));
    }

    /** Spree: the retry was configured on a job whose callee swallowed everything, so it never fired. */
    @Test
    void aStoreThatDoesNotAnswerIsAskedAgain() {
        shop.answers(request -> new Reply(502, "<html>"));
        UUID edit = withApi.keep("orders/edited", "{\"order_edit\": {\"order_id\": 5001}}", AT);
        baton.runDue();
        assertThat(withApi.intake(edit).state()).isEqualTo(IntakeState.RECEIVED);

        shop.answers(request -> Reply.data("{\"order\": " + GraphOrderTest.PAID + "}"));
        baton.clock().advance(Duration.ofMinutes(5));
        baton.runDue();

        assertThat(withApi.intake(edit).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(withApi.order("5001").payment()).isEqualTo(Payment.PAID);
    }

    @Test
    void aStoreThatLetsNobodyInIsATaskAndGoesOnOnceItDoes() {
        shop.answers(request -> new Reply(403, "{}"));
        UUID edit = withApi.keep("orders/edited", "{\"order_edit\": {\"order_id\": 5001}}", AT);
        baton.runDue();

        assertThat(withApi.tasks()).containsExactly("channels.store-access");
        assertThat(withApi.intake(edit).state()).isEqualTo(IntakeState.RECEIVED);
    }

    @Test
    void aRefundIsReadWithItsOrder() {
        String refunded = GraphOrderTest.PAID
                .replace("2026-03-01T10:00:00Z", "2026-03-02T08:00:00Z")
                .replace("\"PAID\"", "\"PARTIALLY_REFUNDED\"")
                .replaceFirst("\"currentQuantity\": 3", "\"currentQuantity\": 2")
                .replace("\"refunds\": []", """
                        "refunds": [{"id": "gid://shopify/Refund/901", "createdAt": "2026-03-02T08:00:00Z",
                          "totalRefundedSet": {"shopMoney": {"amount": "9.0"}},
                          "refundLineItems": {"nodes": [{"quantity": 1, "restockType": "CANCEL",
                            "lineItem": {"id": "gid://shopify/LineItem/11"}}]}}]""");
        shop.answers(request -> Reply.data("{\"order\": " + refunded + "}"));

        // the refund comes first: the order is placed as it is by now
        UUID refund = withApi.keep("refunds/create", REFUND, "2026-03-02T08:00:00.2Z");
        baton.runDue();
        UUID late = withApi.keep("orders/create", Orders.PAID, AT);
        baton.runDue();

        assertThat(withApi.intake(refund).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(withApi.intake(late).state()).isEqualTo(IntakeState.STALE);
        assertThat(withApi.speaksOfThePersonWhoOrdered(refund)).isTrue();
        assertThat(withApi.order("5001").refundedMinor()).isEqualTo(900);
        assertThat(withApi.order("5001").payment()).isEqualTo(Payment.PARTIALLY_REFUNDED);
    }

    private static final String REFUND = """
            {"id": 901, "order_id": 5001, "created_at": "2026-03-02T08:00:00Z",
             "refund_line_items": [{"line_item_id": 11, "quantity": 1, "restock_type": "cancel",
               "subtotal": "9.00", "total_tax": "1.44"}],
             "transactions": [{"kind": "refund", "status": "success", "amount": "9.00"}]}""";

    @Test
    void aRefundThatOvertookItsOrderWaitsForItWhereTheStoreCannotBeAsked() {
        UUID refund = byHookOnly.keep("refunds/create", REFUND, "2026-03-02T08:00:00.2Z");
        baton.runDue();
        assertThat(byHookOnly.intake(refund).state()).isEqualTo(IntakeState.RECEIVED);

        byHookOnly.keep("orders/create", Orders.PAID, AT);
        baton.runDue();
        baton.clock().advance(Duration.ofMinutes(10));
        baton.runDue();

        assertThat(byHookOnly.intake(refund).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(byHookOnly.speaksOfThePersonWhoOrdered(refund)).isTrue();
        assertThat(byHookOnly.order("5001").refundedMinor()).isEqualTo(900);
        assertThat(byHookOnly.order("5001").payment()).isEqualTo(Payment.PARTIALLY_REFUNDED);
        assertThat(byHookOnly.order("5001").lines())
                .filteredOn(line -> line.storeLineId().equals("11"))
                .allSatisfy(line -> assertThat(line.units().toString()).contains("CANCELLED=1"));
    }

    @Test
    void aRemovedAppClosesTheConnectionUntilItIsDefinedAnew() {
        UUID removed = withApi.keep("app/uninstalled", "{\"id\": 1}", "2030-01-01T00:00:00Z");
        baton.runDue();

        assertThat(withApi.intake(removed).state()).isEqualTo(IntakeState.NOTED);
        assertThat(withApi.tasks()).containsExactly("channels.store-access");
        assertThat(baton.bean(dev.baton.channels.StoreConnections.class)
                        .current(merchant, withApi.store)
                        .orElseThrow()
                        .connected())
                .isFalse();

        Stores.connect(baton, merchant, withApi.store, shop.url(), List.of(Stores.SECRET), 0);
        assertThat(withApi.tasks()).isEmpty();
    }

    @Test
    void aRequestAboutACustomersDataIsForAPerson() {
        UUID asked = byHookOnly.keep("customers/redact", "{\"shop_id\": 1}", AT);

        baton.runDue();

        assertThat(byHookOnly.intake(asked).state()).isEqualTo(IntakeState.NOTED);
        assertThat(byHookOnly.tasks()).containsExactly("channels.intake-person");
    }

    @Test
    void twoTruthsOfOneSecondAreDecidedByTheStore() {
        withApi.keep("orders/create", PENDING.replace("10:59:58", "11:00:00"), AT);
        baton.runDue();
        shop.answers(request -> Reply.data("{\"order\": " + GraphOrderTest.PAID + "}"));

        UUID tied = withApi.keep("orders/paid", Orders.PAID, AT);
        baton.runDue();

        assertThat(withApi.intake(tied).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(withApi.order("5001").payment()).isEqualTo(Payment.PAID);
        assertThat(shop.requests()).isNotEmpty();
    }

    @Test
    void whatThisNodeHasForgottenIsReadFromTheDatabase() {
        UUID intake = byHookOnly.keep("orders/create", Orders.PAID, AT);
        ForgetfulNode.forget(baton);

        baton.runDue();

        assertThat(byHookOnly.intake(intake).state()).isEqualTo(IntakeState.APPLIED);
        assertThat(byHookOnly.order("5001").lines()).hasSize(2);
    }
}
