package dev.baton.shipping;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.merchants.BrandDefinition;
import dev.baton.merchants.DefineBrand;
import dev.baton.orders.RejectReason;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Problem;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.Acknowledgement.Action;
import dev.baton.purchasing.Acknowledgement.Statement;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.PurchaseOrderPapers;
import dev.baton.trading.TestRoad;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackingSlipsTest {

    private final TestRoad road = new TestRoad();

    @BeforeEach
    void open() {
        SupplierId acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
    }

    @AfterEach
    void close() {
        road.close();
    }

    private PdfReading slip(PurchaseOrderView order) {
        return PdfReading.of(road.baton.bean(PackingSlips.class).render(road.merchant, order.id(), PageSize.LABEL));
    }

    private PurchaseOrderView sent(String... lines) {
        SalesOrderId order = road.place("7001", lines);
        road.work();
        return road.purchaseOrder(order);
    }

    private static Statement reject(int line, int quantity) {
        return new Statement(line, Action.REJECT, quantity, RejectReason.OTHER, null, null);
    }

    @Test
    void showsWhatIsStillToBePacked() {
        PurchaseOrderView order = sent("LAMP×3", "VASE×1");
        road.acknowledge(order, "A1", accept(1, 1), reject(1, 2), reject(2, 1));

        PdfReading read = slip(order);

        assertThat(read.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo("1"));
        assertThat(read.everything()).doesNotContain("VASE").doesNotContainIgnoringCase("acme");
    }

    @Test
    void printsNothingWhenEverythingWasRejected() {
        PurchaseOrderView order = sent("LAMP×1");
        road.acknowledge(order, "A1", reject(1, 1));

        assertThatThrownBy(() -> slip(order))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(SlipProblem.NOTHING_TO_PACK));
    }

    @Test
    void knowsNoPurchaseOrderOfOthers() {
        PackingSlips slips = road.baton.bean(PackingSlips.class);

        assertThatThrownBy(() -> slips.render(road.merchant, new PurchaseOrderId(new UUID(1, 2)), PageSize.A4))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(SlipProblem.UNKNOWN_PURCHASE_ORDER));
    }

    @Test
    void gathersWhatTheSlipMustNotTell() {
        PurchaseOrderView order = sent("LAMP×3");
        PackingSlips.Gathered gathered = road.baton.in(
                road.merchant, () -> road.baton.bean(PackingSlips.class).gather(road.merchant, order.id()));

        assertThat(gathered.secrets().supplierName()).isEqualTo("ACME GmbH");
        assertThat(gathered.secrets().supplierCode()).isEqualTo("ACME");
        assertThat(gathered.secrets().supplierSkus()).containsExactly("S-LAMP");
        assertThat(gathered.secrets().costs()).contains("10.00");
        assertThat(gathered.secrets().prices().currency()).isEqualTo("EUR");
        assertThat(gathered.secrets().prices().minor())
                .as("a unit, the line and the order")
                .containsExactlyInAnyOrder(1_000L, 3_000L, 5_000L);
        assertThat(gathered.secrets().prices().quantities()).containsExactly(3);
        assertThat(gathered.facts().shipTo().phone()).isNull();
    }

    @Test
    void printsThePurchaseOrderOnlyOnceItHasBegunToBeSent() {
        SalesOrderId placed = road.place("7002", "LAMP×1");
        PurchaseOrderPapers papers = road.baton.bean(PurchaseOrderPapers.class);
        PurchaseOrderId id = road.purchaseOrder(placed).id();

        assertThatThrownBy(() -> papers.render(road.merchant, id, PageSize.A4))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not begun to be sent");

        road.work();

        assertThat(PdfReading.of(papers.render(road.merchant, id, PageSize.A4)).rows())
                .hasSize(1);
    }

    @Test
    void showsTheStoresBrand() {
        road.baton
                .bean(DefineBrand.class)
                .define(
                        road.merchant,
                        new BrandDefinition(
                                "default",
                                "Mondlicht",
                                "Mondlicht",
                                null,
                                null,
                                null,
                                null,
                                "#7c3aed",
                                "#ffffff",
                                "de",
                                "Send it back.",
                                "Mondlicht GmbH"));

        assertThat(slip(sent("LAMP×1")).blocks()).contains("Mondlicht", "Send it back.", "Mondlicht GmbH");
    }
}
