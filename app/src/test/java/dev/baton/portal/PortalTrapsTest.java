package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Traps that open systems fell into, where a supplier's page is what goes wrong. */
class PortalTrapsTest {

    private static final int TWINS = 6;

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", false);
    }

    @Test
    @DisplayName("Idempotency by cache read, run, write lets twins through (Spree): a form sent by twins")
    void twinsOfOneFormHaveOneEffectAndOneAnswer() throws Exception {
        PurchaseOrderView order = shop.sent("twins", "LAMP×" + TWINS);
        Reply shown = shop.get(shop.link(order));
        Map<String, String> parcel = Map.of("parcel.1.tracking", "00340434161094021501", "parcel.1.line.1", "1");
        CyclicBarrier start = new CyclicBarrier(TWINS);
        List<Future<Reply>> replies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(TWINS)) {
            for (int i = 0; i < TWINS; i++) {
                replies.add(threads.submit(() -> {
                    start.await();
                    return shop.submit(shown, "ship", parcel);
                }));
            }
        }

        assertThat(replies)
                .extracting(Future::resultNow)
                .extracting(reply -> reply.status() + " " + reply.header("Location"))
                .containsOnly("303 " + replies.getFirst().resultNow().header("Location"));
        assertThat(shipments(order)).isEqualTo(1);
        assertThat(shop.order(order.number()).lines().getFirst().units().shipped())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Shipments created before anything ships, as stand-ins for supplier orders (Mageinn)")
    void nothingCountsAsShippedBeforeASupplierSaysThatItLeft() {
        PurchaseOrderView order = shop.sent("early", "LAMP×2");
        Reply page = shop.get(shop.link(order));
        assertThat(shipments(order)).isZero();

        shop.follow(shop.submit(page, "accept", Map.of()));
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.ACKNOWLEDGED);
        assertThat(shipments(order)).isZero();

        Reply again = shop.get(shop.link(order));
        shop.follow(shop.submit(
                again, "ship", Map.of("parcel.1.tracking", "00340434161094021501", "parcel.1.line.1", "1")));
        assertThat(shipments(order)).isEqualTo(1);
    }

    private int shipments(PurchaseOrderView order) {
        return shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, order.id()))
                .size();
    }
}
