package dev.baton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferDefinition;
import dev.baton.platform.Micros;
import dev.baton.sourcing.DecisionJson;
import dev.baton.sourcing.Explanation;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supplier sends in larger quantities only goes elsewhere, and the decision says why. */
class LeastQuantityTest {

    private final TestRoad road = new TestRoad();
    private SupplierId wholesale;
    private SupplierId retail;

    @BeforeEach
    void open() {
        wholesale = road.supplier("WHOLESALE", Netting.GROSS);
        retail = road.supplier("RETAIL", Netting.GROSS);
        road.shop.sku("LAMP");
        road.shop.offer("LAMP", wholesale, "W-LAMP", "5.00", 100);
        road.baton
                .bean(DefineOffers.class)
                .define(
                        road.merchant,
                        List.of(new OfferDefinition(
                                "LAMP", wholesale, "W-LAMP", "MAIN", Micros.parse("5.00"), "EUR", 1, 12, Set.of(), 1)));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void goesToWhoeverSellsSoFew() {
        road.shop.offer("LAMP", retail, "R-LAMP", "9.00", 100);

        assertThat(supplierOf(road.place("1", "LAMP×11"))).isEqualTo(retail);
        assertThat(supplierOf(road.place("2", "LAMP×12"))).isEqualTo(wholesale);
    }

    @Test
    void isHeldAndSaysWhyWhereNobodyDoes() {
        SalesOrderId order = road.place("3", "LAMP×1");

        assertThat(road.order(order).holds()).singleElement().satisfies(hold -> {
            assertThat(hold.kind()).isEqualTo(HoldKind.NO_SUPPLIER);
            assertThat(hold.detail()).contains("Every supplier sells LAMP in larger quantities only");
        });
        assertThat(words(order)).contains("WHOLESALE was skipped: sells no fewer than 12, and 1 is wanted");
    }

    private SupplierId supplierOf(SalesOrderId order) {
        return road.order(order).allocations().getFirst().supplier();
    }

    private String words(SalesOrderId order) {
        String body = road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select body from decision where merchant_id = :merchant and sales_order_id = :order")
                        .param("merchant", road.merchant.value())
                        .param("order", order.value())
                        .query(String.class)
                        .single());
        SourcingDecision decision = DecisionJson.read(body);
        return String.join(" ", Explanation.inWords(decision, new Explanation.Names() {
            @Override
            public String supplier(UUID supplierId) {
                return supplierId.equals(wholesale.value()) ? "WHOLESALE" : "RETAIL";
            }

            @Override
            public String sku(UUID skuId) {
                return "LAMP";
            }
        }));
    }
}
