package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.Stores;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I17: any permutation, duplication or delay of a set of webhooks ends in the same state of the order. */
class AnyOrderOfWebhooksTest {

    private static final int ROUNDS = 25;

    private final TestBaton baton = TestBaton.shared();

    /** One webhook of the set. */
    private record Hook(String topic, String body, String triggeredAt) {}

    private static final Hook CREATED = new Hook(
            "orders/create",
            Orders.PAID.replace("\"paid\"", "\"pending\"").replace("11:00:00+01:00", "10:00:00Z"),
            "2026-03-01T10:00:00.3Z");

    /** In the very second of its creation. */
    private static final Hook PAID =
            new Hook("orders/paid", Orders.PAID.replace("11:00:00+01:00", "10:00:00Z"), "2026-03-01T10:00:00.7Z");

    private static final String EDITED_BODY = Orders.PAID
            .replace("11:00:00+01:00", "10:30:00Z")
            .replaceFirst("\"current_quantity\": 3", "\"current_quantity\": 2")
            .replaceFirst("\"fulfillable_quantity\": 3", "\"fulfillable_quantity\": 2");

    private static final Hook EDITED = new Hook("orders/updated", EDITED_BODY, "2026-03-01T10:30:00.2Z");

    private static final String REFUND = """
            {"id": 901, "order_id": 5001, "created_at": "2026-03-01T11:00:00Z",
             "refund_line_items": [{"line_item_id": 12, "quantity": 1, "restock_type": "cancel",
               "subtotal": "15.00", "total_tax": "0.00"}],
             "transactions": [{"kind": "refund", "status": "success", "amount": "15.00"}]}""";

    private static final Hook REFUNDED = new Hook("refunds/create", REFUND, "2026-03-01T11:00:00.4Z");

    private static final Hook REFUND_UPDATE = new Hook(
            "orders/updated",
            EDITED_BODY
                    .replace("10:30:00Z", "11:00:00Z")
                    .replace("\"paid\"", "\"partially_refunded\"")
                    .replaceFirst(
                            "\"current_quantity\": 2, *\\s*\"fulfillable_quantity\": 2, \"price\": \"15.00\"",
                            "\"current_quantity\": 1, \"fulfillable_quantity\": 1, \"price\": \"15.00\"")
                    .replace("\"refunds\": []", "\"refunds\": [" + REFUND + "]"),
            "2026-03-01T11:00:00.6Z");

    private static final Hook CANCELLED = new Hook(
            "orders/cancelled",
            REFUND_UPDATE
                    .body()
                    .replace("11:00:00Z\",\n             \"financial", "12:00:00Z\",\n             \"financial")
                    .replace("\"cancelled_at\": null", "\"cancelled_at\": \"2026-03-01T12:00:00Z\"")
                    .replaceAll("\"fulfillable_quantity\": \\d", "\"fulfillable_quantity\": 0"),
            "2026-03-01T12:00:00.1Z");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsTheSameWithoutACancellation(boolean inOneBatch) {
        List<Hook> set = List.of(CREATED, PAID, EDITED, REFUNDED, REFUND_UPDATE);

        Set<String> ends = ends(set, inOneBatch, 7);

        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next()).startsWith("PARTIALLY_REFUNDED, cancelled false, refunded 1500");
    }

    @Test
    void endsTheSameWithACancellation() {
        List<Hook> set = List.of(CREATED, PAID, EDITED, REFUNDED, REFUND_UPDATE, CANCELLED);

        Set<String> ends = ends(set, false, 11);

        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next()).contains("cancelled true, refunded 1500");
    }

    @Test
    void aRefundWhoseUpdateNeverCameEndsTheSameWheneverItComes() {
        Set<String> ends = ends(List.of(CREATED, PAID, EDITED, REFUNDED), false, 13);

        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next()).startsWith("PARTIALLY_REFUNDED, cancelled false, refunded 1500");
    }

    /** The ends of some permutations, some messages coming twice. */
    private Set<String> ends(List<Hook> set, boolean inOneBatch, long seed) {
        Random random = new Random(seed);
        Set<String> ends = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            MerchantId merchant = baton.newMerchant();
            Road road = new Road(merchant, Stores.shopify(baton, merchant, null));
            List<Hook> hooks = new ArrayList<>(set);
            hooks.add(set.get(random.nextInt(set.size())));
            hooks.add(set.get(random.nextInt(set.size())));
            Collections.shuffle(hooks, random);
            for (Hook hook : hooks) {
                road.keep(hook.topic(), hook.body(), hook.triggeredAt());
                if (!inOneBatch) {
                    baton.runDue();
                }
            }
            baton.runDue();
            for (int wait = 0; wait < 3; wait++) {
                baton.clock().advance(Duration.ofMinutes(30));
                baton.runDue();
            }
            assertThat(road.count("sales_order")).as("orders of " + hooks).isEqualTo(1);
            ends.add(road.state("5001"));
        }
        return ends;
    }
}
