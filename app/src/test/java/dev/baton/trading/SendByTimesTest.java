package dev.baton.trading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.WatchStore;
import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderQuery;
import dev.baton.purchasing.PurchaseOrderQuery.Order;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.SendByTimes;
import dev.baton.purchasing.SendByTimes.SendBy;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase order is due at its supplier at a time that is known from the first moment. */
class SendByTimesTest {

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
    void isDueAtTheEndOfItsGraceWindowAndTheTimeSendingMayTake() {
        road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("update merchant set grace_seconds = 1800 where merchant_id = :merchant")
                        .param("merchant", road.merchant.value())
                        .update());
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        Instant written = road.baton.clock().instant();

        assertThat(due(issued)).isEqualTo(new SendBy(written.plus(Duration.ofMinutes(45)), false));
        assertThat(road.transmission(issued).nextAt()).isEqualTo(issued.sendAfter());
        road.baton.clock().advance(Duration.ofMinutes(45));
        assertThat(late()).isEmpty();
        road.baton.clock().advance(Duration.ofSeconds(1));
        assertThat(due(issued)).isEqualTo(new SendBy(written.plus(Duration.ofMinutes(45)), true));
        assertThat(late()).containsExactly(issued.id());

        road.work();
        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENT);
        assertThat(due(issued)).isNull();
        assertThat(late()).isEmpty();
    }

    @Test
    void staysLateWhileItIsTriedAgain() {
        for (int tries = 0; tries < 12; tries++) {
            road.endpoint.answers(500, "oops");
        }
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();

        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.SENDING);
        assertThat(due(issued)).isNotNull().extracting(SendBy::late).isEqualTo(false);
        assertThat(road.transmission(issued).nextAt())
                .isAfter(road.baton.clock().instant());

        road.later(Duration.ofMinutes(16));
        assertThat(late()).containsExactly(issued.id());
        assertThat(road.transmission(issued).nextAt())
                .isAfter(road.baton.clock().instant());
    }

    @Test
    void isLateWhenTheSupplierRefusedItAndNobodyDecides() {
        road.endpoint.answers(422, "unknown sku");
        PurchaseOrderView issued = road.purchaseOrder(road.place("1", "LAMP×1"));
        road.work();

        road.later(Duration.ofMinutes(16));

        assertThat(road.purchaseOrder(issued.number()).status()).isEqualTo(PurchaseOrderStatus.UNDELIVERED);
        assertThat(late()).containsExactly(issued.id());
        assertThat(road.transmission(issued).nextAt()).as("a person decides").isNull();
    }

    @Test
    void isDueAtNoTimeWhileWatchModeKeepsItBack() {
        SupplierId watched = road.supplier("NEW", Netting.GROSS, road.endpoint.url(), false);
        road.goods("VASE", watched);
        SalesOrderId ofSupplier = road.place("1", "VASE×1");
        road.baton.bean(WatchStore.class).watch(road.merchant, road.shop.store);
        SalesOrderId ofStore = road.place("2", "LAMP×1");
        road.work();

        road.later(Duration.ofHours(1));

        assertThat(due(road.purchaseOrder(ofSupplier))).isNull();
        assertThat(due(road.purchaseOrder(ofStore))).isNull();
        assertThat(late()).isEmpty();
    }

    @Test
    void listsTheLateOnesNewestFirstPageByPage() {
        road.endpoint.answers(422, "no").answers(422, "no").answers(422, "no");
        road.shop.stock(acme, "S-LAMP", 100);
        List<PurchaseOrderId> refused = List.of("1", "2", "3").stream()
                .map(id -> road.purchaseOrder(road.place(id, "LAMP×" + id)).id())
                .toList();
        road.work();
        road.place("4", "LAMP×4");
        road.later(Duration.ofMinutes(16));

        List<PurchaseOrderId> first = page(null);
        assertThat(first).containsExactly(refused.get(2), refused.get(1));
        assertThat(page(first.getLast())).containsExactly(refused.getFirst());
        assertThat(late()).isEqualTo(refused.reversed());
    }

    private @Nullable SendBy due(PurchaseOrderView issued) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(SendByTimes.class)
                        .of(
                                road.merchant,
                                List.of(road.purchaseOrder(issued.number())),
                                road.baton.clock().instant())
                        .get(issued.id()));
    }

    private List<PurchaseOrderId> page(@Nullable PurchaseOrderId below) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(SendByTimes.class)
                        .late(road.merchant, road.baton.clock().instant(), below, 2));
    }

    /** By the list a person pages through, narrowed to the supplier and not, and by the count. */
    private List<PurchaseOrderId> late() {
        return road.baton.in(road.merchant, () -> {
            PurchaseOrderBoard board = road.baton.bean(PurchaseOrderBoard.class);
            Instant now = road.baton.clock().instant();
            List<PurchaseOrderId> all = ids(board.page(road.merchant, query(null, now), 50));
            assertThat(ids(board.page(road.merchant, query(acme, now), 50))).isEqualTo(all);
            assertThat(board.counts(road.merchant, now).values().stream()
                            .mapToLong(PurchaseOrderBoard.Counted::late)
                            .sum())
                    .isEqualTo(all.size());
            return all;
        });
    }

    private static PurchaseOrderQuery query(@Nullable SupplierId supplier, Instant now) {
        return new PurchaseOrderQuery(supplier, Set.of(), null, true, null, null, now, null, null, Order.NEWEST, null);
    }

    private static List<PurchaseOrderId> ids(PurchaseOrderBoard.Found found) {
        return found.rows().stream().map(PurchaseOrderView::id).toList();
    }
}
