package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.Inbox;
import dev.baton.channels.OtherNode;
import dev.baton.channels.PollSchedule;
import dev.baton.channels.Stores;
import dev.baton.channels.shopify.ScriptedShop.Reply;
import dev.baton.channels.shopify.ScriptedShop.Request;
import dev.baton.merchants.StoreId;
import dev.baton.platform.work.LoneWork;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.testing.TestBaton;
import dev.baton.trading.TestRoad;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** One order told twice at the same moment, on two nodes with real connections at a real barrier: it is made once. */
class TwinOrdersTest {

    private static final TestBaton BATON = TestBaton.shared();
    private static final HookServer ONE = new HookServer(BATON, BATON.bean(Inbox.class));
    private static final HookServer OTHER = new HookServer(BATON, OtherNode.inbox(BATON));

    /** What work of the inbox is called. */
    private static final String READ = "channels.intake";

    private static final Map<String, String> EVENT = Map.of("Event-Id", "e-1", "Webhook-Id", "d-1");

    private final TestRoad road = new TestRoad(BATON);
    private final ScriptedShop shop = new ScriptedShop();
    private final StoreId store = Stores.shopify(BATON, road.merchant, shop.url());
    private final Road inTheStore = new Road(road.merchant, store);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CyclicBarrier together = new CyclicBarrier(2);

    TwinOrdersTest() {
        road.goods("MUG-RED", road.supplier("ACME", Netting.GROSS));
        road.goods("TEE-M", road.supplier("BOLT", Netting.GROSS));
        BATON.clock().advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        threads.close();
        Stores.connect(BATON, road.merchant, store, shop.url(), List.of(Stores.SECRET), 0);
        shop.close();
        road.close();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @RepeatedTest(20)
    @DisplayName("A webhook job and a poll job both create the order (openlinker #906), at the same moment")
    void aWebhookAndAPollAtTheSameMomentMakeOneOrder() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        shop.answers(request -> answer(request, first));
        Stores.connect(BATON, road.merchant, store, shop.url(), List.of(Stores.SECRET), 60);
        LoneWork poll = new LoneWork(BATON, road.merchant, PollSchedule.KIND);

        // the poll has listed the order and reads it while the webhook comes in
        Future<Integer> polled = threads.submit(() -> poll.run(poll.ids()));
        Future<Integer> told = atOnce(() -> hook(ONE));

        assertThat(told.get()).isEqualTo(200);
        assertThat(polled.get()).isOne();
        LoneWork reading = new LoneWork(BATON, road.merchant, READ);
        List<UUID> both = reading.ids();
        assertThat(both).as("one message by each way").hasSize(2);

        Future<Integer> one = atOnce(() -> reading.run(both.subList(0, 1)));
        Future<Integer> other = atOnce(() -> reading.run(both.subList(1, 2)));

        assertThat(List.of(one.get(), other.get())).containsOnly(1);
        madeOnce();
    }

    @RepeatedTest(20)
    @DisplayName("No unique key, the hook runs twice, the supplier ships twice (OFBiz), at the same moment")
    void oneHookDeliveredTwiceAtTheSameMomentMakesOneOrder() throws Exception {
        Future<Integer> one = atOnce(() -> hook(ONE));
        Future<Integer> other = atOnce(() -> hook(OTHER));

        assertThat(List.of(one.get(), other.get())).containsOnly(200);
        assertThat(inTheStore.count("inbox")).isOne();
        assertThat(inTheStore.count("document")).isOne();
        LoneWork reading = new LoneWork(BATON, road.merchant, READ);
        List<UUID> message = reading.ids();

        Future<Integer> taken = atOnce(() -> reading.run(message));
        Future<Integer> left = atOnce(() -> reading.run(message));

        assertThat(message).hasSize(1);
        assertThat(taken.get() + left.get()).as("taken up by one of them").isOne();
        madeOnce();
    }

    /** One sales order, one purchase order for each supplier, each at its supplier once, and nobody has to look. */
    private void madeOnce() {
        BATON.runDue();

        assertThat(inTheStore.count("store_order")).isOne();
        assertThat(inTheStore.count("sales_order")).isOne();
        List<PurchaseOrderView> issued =
                road.purchaseOrders(inTheStore.order("5001").id());
        assertThat(issued)
                .extracting(PurchaseOrderView::status)
                .containsExactly(PurchaseOrderStatus.SENT, PurchaseOrderStatus.SENT);
        assertThat(issued).extracting(PurchaseOrderView::supplier).doesNotHaveDuplicates();
        assertThat(inTheStore.count("purchase_order")).isEqualTo(2);
        assertThat(road.endpoint.documents("purchase_order"))
                .extracting(document -> document.path("number").stringValue())
                .containsExactlyInAnyOrderElementsOf(
                        issued.stream().map(PurchaseOrderView::number).toList());
        assertThat(road.available("MUG-RED")).isEqualTo(7);
        assertThat(road.available("TEE-M")).isEqualTo(8);
        assertThat(road.taskKinds()).isEmpty();
    }

    /** The store's list at once; the order for the first time when all are there. */
    private Reply answer(Request request, AtomicBoolean first) {
        if (request.asks("OrdersUpdated")) {
            return Reply.data("{\"orders\": {\"pageInfo\": {\"hasNextPage\": false}, \"nodes\": ["
                    + "{\"id\": \"gid://shopify/Order/5001\", \"updatedAt\": \"2026-03-01T10:00:00Z\"}]}}");
        }
        if (first.getAndSet(false)) {
            meet();
        }
        return Reply.data("{\"order\": " + GraphOrderTest.PAID.replace("HIGH", "LOW") + "}");
    }

    private int hook(HookServer node) throws Exception {
        byte[] body = Orders.PAID.getBytes(StandardCharsets.UTF_8);
        return node.send(node.signed(HookServer.path(road.merchant, store), body, "X-Shopify-", Stores.SECRET, EVENT));
    }

    private <T> Future<T> atOnce(Callable<T> act) {
        return threads.submit(() -> {
            meet();
            return act.call();
        });
    }

    private void meet() {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception nobodyCame) {
            throw new IllegalStateException(nobodyCame);
        }
    }
}
