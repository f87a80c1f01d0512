package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.SetSettings;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was decided stands as it was decided, whatever is set afterwards. */
class OldOrdersTest {

    private final TestRoad road = new TestRoad();

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    @DisplayName("Recomputing an old order by today's settings")
    void anOldOrdersCostsAndDecisionStandWhateverIsSetAfterwards() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        SupplierId bolt = road.supplier("BOLT", Netting.GROSS);
        road.goods("LAMP", acme, bolt);
        SalesOrderId order = road.place("1", "LAMP×1");
        road.work();
        List<String> decided = decisions(order);
        long cost = road.purchaseOrder(order).lines().getFirst().unitCostMicros();

        road.shop.offer("LAMP", acme, "S-LAMP", "99.00", 10);
        var settings = road.baton.in(
                road.merchant, () -> road.baton.bean(MerchantLookup.class).settings(road.merchant));
        road.baton
                .bean(SetSettings.class)
                .set(
                        road.merchant,
                        new MerchantSettings(
                                settings.name(),
                                settings.bookCurrency(),
                                settings.zone(),
                                1,
                                false,
                                settings.splitPenaltyMinor() + 1_000,
                                0,
                                settings.duplicateWindowHours(),
                                settings.customerAnswerHours(),
                                settings.graceSeconds(),
                                settings.blockedCountries(),
                                settings.requireDataPermission(),
                                settings.holdUnpaid(),
                                settings.marginFloorBps()));
        road.later(Duration.ofDays(1));

        assertThat(decided).isNotEmpty();
        assertThat(decisions(order)).isEqualTo(decided);
        assertThat(road.purchaseOrder(order).supplier()).isEqualTo(acme);
        assertThat(road.purchaseOrder(order).lines().getFirst().unitCostMicros())
                .isEqualTo(cost);
        assertThat(road.order(order).holds()).isEmpty();
        SalesOrderId next = road.place("2", "LAMP×2");
        assertThat(road.order(next).holds())
                .as("a new order goes by the new limit")
                .extracting(OrderView.HoldView::kind)
                .contains(HoldKind.VALUE_LIMIT);
    }

    private List<String> decisions(SalesOrderId order) {
        return road.baton.in(
                road.merchant, () -> road.baton.bean(OrderLookup.class).decisions(road.merchant, order));
    }
}
