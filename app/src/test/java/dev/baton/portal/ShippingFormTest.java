package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form parcels are told by: opened twice, and with room for more. */
class ShippingFormTest {

    private final PortalShop shop = new PortalShop("en");

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp", true);
    }

    @Test
    void theSameParcelFromTwoShowingsOfThePageIsOneParcel() {
        PurchaseOrderView order = shop.sent("1", "LAMP×1");
        Reply fromTheMail = shop.get(shop.link(order));
        Reply fromTheList = shop.get(shop.link(order));
        Map<String, String> parcel = Map.of("parcel.1.tracking", "00340434161094021507", "parcel.1.line.1", "1");

        Reply first = shop.submit(fromTheMail, "ship", parcel);
        Reply second = shop.submit(
                fromTheList, "ship", Map.of("parcel.1.tracking", "0034 0434 1610 9402 1507", "parcel.1.line.1", "1"));

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(shipments(order)).hasSize(1);
        assertThat(units(order, 1).excess()).isZero();
    }

    @Test
    void roomForOneMoreParcelKeepsWhatWasTyped() {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        Map<String, String> typed = Map.of(
                "more", "yes", "parcel.1.tracking", "TRACK-1", "parcel.1.line.1", "1", "parcel.1.carrier", "UPS");

        Reply more = shop.submit(shop.get(shop.link(order)), "ship", typed);

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.page().select("[name=parcel.1.tracking]").val()).isEqualTo("TRACK-1");
        assertThat(more.page().select("[name=parcel.1.carrier]").val()).isEqualTo("UPS");
        assertThat(more.page().select("[name=parcel.1.line.1]").val()).isEqualTo("1");
        assertThat(more.page().select("[name=parcel.2.tracking]").val()).isEmpty();
        assertThat(more.page().select("[name=parcel.2.line.1]").val()).isEqualTo("0");
        assertThat(shipments(order)).as("nothing was told").isEmpty();
    }

    private List<ShipmentView> shipments(PurchaseOrderView of) {
        return shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, of.id()));
    }

    private LineUnits units(PurchaseOrderView of, int line) {
        return shop.order(of.number()).lines().get(line - 1).units();
    }
}
