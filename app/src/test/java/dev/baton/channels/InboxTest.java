package dev.baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final TestBaton baton = TestBaton.shared();
    private final Inbox inbox = baton.bean(Inbox.class);
    private final MerchantId merchant = baton.newMerchant();
    private final StoreId store = Stores.shopify(baton, merchant, null);

    @Test
    void keepsAMessageWithItsBytesAndItsWork() throws Exception {
        Receipt receipt = inbox.receive(delivery("orders/create", "e-1", 1L)).get(10, TimeUnit.SECONDS);

        assertThat(receipt).isInstanceOf(Receipt.Kept.class);
        assertThat(count("inbox")).isEqualTo(1);
        assertThat(count("document")).isEqualTo(1);
        assertThat(count("work")).isEqualTo(1);
    }

    /** woocommerce #28329: the same event came up to nine times. */
    @Test
    void theSameEventNineTimesIsKeptOnce() throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            receipts.add(inbox.receive(delivery("orders/create", "e-1", 1L)).get(10, TimeUnit.SECONDS));
        }

        assertThat(receipts.getFirst()).isInstanceOf(Receipt.Kept.class);
        assertThat(receipts.subList(1, 9)).allMatch(receipt -> receipt instanceof Receipt.Repeated);
        assertThat(count("inbox")).isEqualTo(1);
        assertThat(count("document")).isEqualTo(1);
        assertThat(count("work")).isEqualTo(1);
    }

    /** Spree: idempotency by cache read, run, write lets twins through. */
    @Test
    void twinsAtTheSameMomentHaveOneEffect() throws Exception {
        KeepDeliveries keep = baton.bean(KeepDeliveries.class);
        CyclicBarrier barrier = new CyclicBarrier(8);
        List<CompletableFuture<List<Receipt>>> twins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // past the lane, as eight nodes would be
            twins.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(barrier);
                        return keep.keep(List.of(keep.arrived(delivery("orders/create", "twin", 1L))));
                    },
                    command -> Thread.ofPlatform().start(command)));
        }

        List<Receipt> receipts = new ArrayList<>();
        for (CompletableFuture<List<Receipt>> twin : twins) {
            receipts.addAll(twin.get(20, TimeUnit.SECONDS));
        }

        assertThat(receipts)
                .filteredOn(receipt -> receipt instanceof Receipt.Kept)
                .hasSize(1);
        assertThat(count("inbox")).isEqualTo(1);
        assertThat(count("document")).isEqualTo(1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aFloodIsKeptWholeInTheOrderOfArrival() throws Exception {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            receipts.add(inbox.receive(delivery("orders/create", "e-" + i, 1L)));
        }
        for (CompletableFuture<Receipt> receipt : receipts) {
            assertThat(receipt.get(30, TimeUnit.SECONDS)).isInstanceOf(Receipt.Kept.class);
        }

        assertThat(count("inbox")).isEqualTo(700);
        assertThat(count("work")).isEqualTo(700);
    }

    @Test
    void theSameKeyUnderAnotherTopicIsAnotherMessage() throws Exception {
        inbox.receive(delivery("orders/create", "e-1", 1L)).get(10, TimeUnit.SECONDS);
        Receipt paid = inbox.receive(delivery("orders/paid", "e-1", 1L)).get(10, TimeUnit.SECONDS);

        assertThat(paid).isInstanceOf(Receipt.Kept.class);
        assertThat(count("inbox")).isEqualTo(2);
    }

    @Test
    void aMessageCheckedAgainstFormerSecretsIsNotKept() throws Exception {
        Stores.connect(baton, merchant, store, null, List.of("new-secret"), 0);

        Receipt receipt = inbox.receive(delivery("orders/create", "e-1", 1L)).get(10, TimeUnit.SECONDS);

        assertThat(receipt).isInstanceOf(Receipt.Outdated.class);
        assertThat(count("inbox")).isZero();
        assertThat(count("document")).isZero();
    }

    @Test
    void aMessageTheDatabaseRefusesCostsTheOthersNothing() throws Exception {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            receipts.add(inbox.receive(delivery(i == 7 ? "orders/\u0000" : "orders/create", "e-" + i, 1L)));
        }
        int kept = 0;
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Receipt> receipt = receipts.get(i);
            boolean failed = receipt.handle((value, failure) -> failure != null).get(20, TimeUnit.SECONDS);
            assertThat(failed).as("message " + i).isEqualTo(i == 7);
            kept += failed ? 0 : 1;
        }

        assertThat(kept).isEqualTo(19);
        assertThat(count("inbox")).isEqualTo(19);
    }

    private Delivery delivery(String topic, String key, @Nullable Long revision) {
        return new Delivery(
                merchant,
                store,
                Transport.SHOPIFY_WEBHOOK,
                topic,
                key,
                revision,
                null,
                "{}",
                "2026-07",
                ("{\"id\": 1, \"key\": \"" + key + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private long count(String table) {
        return baton.<Long>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
