package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.PurchaseOrderQuery.Order;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of purchase orders by when each is to be with its supplier, page by page, from both ends. */
class SortedBySendByTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private SupplierId nord;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        nord = road.supplier("NORD", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", nord);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void isReadPageByPageFromBothEndsWithoutOneTwiceOrLeftOut() {
        List<PurchaseOrderView> all = placed();
        List<PurchaseOrderId> soonest = all.stream()
                .sorted(Comparator.comparing(PurchaseOrderView::sendAfter)
                        .thenComparing(view -> view.id().value().toString()))
                .map(PurchaseOrderView::id)
                .toList();

        assertThat(pages(Order.SEND_BY, null, Set.of())).isEqualTo(soonest);
        assertThat(pages(Order.SEND_BY_LATEST, null, Set.of())).isEqualTo(soonest.reversed());
        assertThat(pages(Order.NEWEST, null, Set.of()))
                .as("written in another order")
                .containsExactlyInAnyOrderElementsOf(soonest)
                .isNotEqualTo(soonest.reversed());
    }

    @Test
    void isNarrowedAsTheListIs() {
        List<PurchaseOrderView> all = placed();
        road.work();

        List<PurchaseOrderId> nords = pages(Order.SEND_BY, nord, Set.of());
        assertThat(nords)
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(view -> view.supplier().equals(nord))
                        .map(PurchaseOrderView::id)
                        .toList());
        assertThat(pages(Order.SEND_BY_LATEST, nord, Set.of())).isEqualTo(nords.reversed());
        assertThat(pages(Order.SEND_BY, null, Set.of(PurchaseOrderStatus.WITHDRAWN)))
                .isEmpty();
        assertThat(pages(Order.SEND_BY, null, Set.of(PurchaseOrderStatus.ISSUED, PurchaseOrderStatus.SENT)))
                .hasSize(7);
    }

    /** Seven, of which the later written one is not always the later due, and two are due at the same time. */
    private List<PurchaseOrderView> placed() {
        List<PurchaseOrderView> all = new ArrayList<>();
        int[] graceSeconds = {1_800, 0, 600, 600, 3_600, 30, 900};
        for (int i = 0; i < graceSeconds.length; i++) {
            int seconds = graceSeconds[i];
            road.baton.in(
                    road.merchant,
                    () -> road.baton
                            .jdbc()
                            .sql("update merchant set grace_seconds = :seconds where merchant_id = :merchant")
                            .param("seconds", seconds)
                            .param("merchant", road.merchant.value())
                            .update());
            all.add(road.purchaseOrder(road.place("S" + i, (i % 2 == 0 ? "LAMP×" : "VASE×") + (i / 2 + 1))));
        }
        return all;
    }

    private List<PurchaseOrderId> pages(Order order, @Nullable SupplierId supplier, Set<PurchaseOrderStatus> statuses) {
        List<PurchaseOrderId> read = new ArrayList<>();
        PurchaseOrderId below = null;
        do {
            PurchaseOrderId from = below;
            Instant now = road.baton.clock().instant();
            PurchaseOrderBoard.Found page = road.baton.in(
                    road.merchant,
                    () -> road.baton
                            .bean(PurchaseOrderBoard.class)
                            .page(
                                    road.merchant,
                                    new PurchaseOrderQuery(
                                            supplier, statuses, null, false, null, null, now, null, null, order, from),
                                    2));
            page.rows().forEach(row -> read.add(row.id()));
            below = page.below();
        } while (below != null);
        return read;
    }
}
