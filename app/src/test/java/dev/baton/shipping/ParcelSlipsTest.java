package dev.baton.shipping;

import static dev.baton.trading.TestRoad.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.PdfReading;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.NewShipment.NewPackage;
import dev.baton.shipping.NewShipment.PackageLine;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.TestRoad;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The slip of one parcel of a purchase order that went in several. */
class ParcelSlipsTest {

    private final TestRoad road = new TestRoad();
    private SupplierId acme;
    private PurchaseOrderView order;

    @BeforeEach
    void open() {
        acme = road.supplier("ACME", Netting.GROSS);
        road.goods("LAMP", acme);
        road.goods("VASE", acme);
        var placed = road.place("7001", "LAMP×3", "VASE×2");
        road.work();
        order = road.purchaseOrder(placed);
        road.acknowledge(order, "A1", accept(1, 3), accept(2, 2));
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void listsOnlyWhatIsInIt() {
        ship("S1", parcel("1Z999AA10123456784", line(1, 2)), parcel("", line(1, 1), line(2, 1)));
        ship("S2", parcel("", line(2, 1)));

        assertThat(said(1)).containsExactly("2 LAMP");
        assertThat(said(2)).containsExactly("1 LAMP", "1 VASE");
        assertThat(said(3)).containsExactly("1 VASE");
        assertThat(slip(2, PageSize.A4).blocks()).contains("Paket 2 von 3");
        assertThat(slip(3, PageSize.LABEL).blocks()).contains("Paket 3 von 3");
        assertThat(slip(1, PageSize.LETTER).everything())
                .doesNotContainIgnoringCase("acme")
                .doesNotContain("S-LAMP", "10.00", "@");
    }

    @Test
    void doesNotSayHowManyThereAreWhileMoreIsToCome() {
        ship("S1", parcel("", line(1, 2)), parcel("", line(1, 1)));

        assertThat(slip(2, PageSize.A4).blocks()).contains("Paket 2").doesNotContain("Paket 2 von 2");
    }

    @Test
    void listsWhatIsInItBeyondWhatWasOwed() {
        ship("S1", parcel("", line(1, 3), line(2, 3)));

        assertThat(said(1)).containsExactly("3 LAMP", "3 VASE");
    }

    @Test
    void theSlipOfAllStaysAsItWas() {
        ship("S1", parcel("", line(1, 2)), parcel("", line(1, 1), line(2, 2)));

        PdfReading whole =
                PdfReading.of(road.baton.bean(PackingSlips.class).render(road.merchant, order.id(), PageSize.A4));

        assertThat(rows(whole)).containsExactly("3 LAMP", "2 VASE");
        assertThat(whole.blocks()).noneMatch(block -> block.startsWith("Paket"));
    }

    @Test
    void isKnownByWhichParcelItIs() {
        ship("S1", parcel("", line(1, 2)), parcel("", line(1, 1), line(2, 2)));
        PackingSlips slips = road.baton.bean(PackingSlips.class);
        List<PackageId> parcels = road.baton.in(
                road.merchant,
                () -> road.baton.bean(ShipmentLookup.class).ofPurchaseOrder(road.merchant, order.id()).stream()
                        .flatMap(shipment -> shipment.packages().stream())
                        .map(ShipmentView.ParcelView::id)
                        .toList());

        assertThat(road.baton.in(road.merchant, () -> slips.numberOf(road.merchant, order.id(), parcels.getLast())))
                .isEqualTo(2);
        assertThat(PackingSlips.fileName(order.number(), 2)).isEqualTo(order.number() + "-parcel-2-slip.pdf");
        for (int none : new int[] {0, 3, -1}) {
            assertThatThrownBy(() -> slips.render(road.merchant, order.id(), none, PageSize.A4))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ParcelProblem.UNKNOWN_PARCEL));
        }
    }

    /** Quantity and SKU of each row. */
    private List<String> said(int parcel) {
        return rows(slip(parcel, PageSize.A4));
    }

    private static List<String> rows(PdfReading slip) {
        List<String> said = new ArrayList<>();
        slip.rows().forEach(row -> said.add(row.getFirst() + " " + (row.get(1).contains("LAMP") ? "LAMP" : "VASE")));
        return said;
    }

    private PdfReading slip(int parcel, PageSize size) {
        return PdfReading.of(road.baton.bean(PackingSlips.class).render(road.merchant, order.id(), parcel, size));
    }

    private void ship(String reference, NewPackage... parcels) {
        road.baton
                .bean(RecordShipments.class)
                .record(
                        road.merchant,
                        acme,
                        List.of(new NewShipment(
                                order.number(), reference, road.baton.clock().instant(), List.of(parcels))));
    }

    private static NewPackage parcel(String number, PackageLine... lines) {
        return new NewPackage(number.isEmpty() ? "" : "ups", number, null, List.of(lines));
    }

    private static PackageLine line(int line, int quantity) {
        return new PackageLine(line, quantity);
    }
}
