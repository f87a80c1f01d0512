package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a supplier tells of a parcel on the link page beside its number, and the label it prints for it. */
class ParcelFormTest {

    private static final String VALID_DHL = "00340434161094021507";

    private final PortalShop shop = new PortalShop("en");

    @Test
    void aParcelIsWeighedAndHasALabelToPrint() {
        shop.goods("LAMP", "Desk lamp", true);
        PurchaseOrderView order = shop.sent("1", "LAMP×3");
        Reply shown = shop.get(shop.link(order) + "?parcels=2");
        Map<String, String> typed = new HashMap<>(Map.of(
                "parcel.1.carrier", "DHL",
                "parcel.1.tracking", VALID_DHL,
                "parcel.1.weight", "1,25",
                "parcel.1.sscc", "(00) 1061 4141 2345 6789 08",
                "parcel.1.line.1", "2",
                "parcel.2.weight", "8",
                "parcel.2.unit", "oz",
                "parcel.2.line.1", "1"));

        for (Map.Entry<String, String> wrong : Map.of(
                        "parcel.1.weight", "1.2.5", "parcel.2.weight", "0", "parcel.1.sscc", "106141412345678907")
                .entrySet()) {
            Map<String, String> spoilt = new HashMap<>(typed);
            spoilt.put(wrong.getKey(), wrong.getValue());
            Reply refused = shop.submit(shown, "ship", spoilt);
            assertThat(refused.status()).isEqualTo(422);
            Element field = Objects.requireNonNull(refused.page().getElementById(wrong.getKey()));
            assertThat(field.val()).isEqualTo(wrong.getValue());
            assertThat(field.attr("aria-invalid")).as(wrong.getKey()).isEqualTo("true");
        }
        Reply after = shop.follow(shop.submit(shown, "ship", typed));

        assertThat(shop.in(() -> shop.baton.bean(ShipmentLookup.class).ofPurchaseOrder(shop.merchant, order.id()))
                        .getFirst()
                        .packages())
                .extracting(ParcelView::weightGrams, ParcelView::sscc)
                .containsExactly(tuple(1250, "106141412345678908"), tuple(227, null));
        assertThat(after.page().select("[data-weight]").eachText()).containsExactly("1.25 kg", "227 g");
        assertThat(after.page().select("[data-sscc]").eachText()).containsExactly("SSCC (00) 106141412345678908");
        Reply label = shop.get(after.page().select("a[data-label]").attr("href"));
        assertThat(label.header("Content-Disposition")).contains(order.number() + "-parcel-1-label.pdf");
        byte[] pdf = label.response().body().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        for (String none : List.of("2", "3", "0", "x", "")) {
            assertThat(shop.get(shop.link(order) + "?print=label&parcel=" + none)
                            .status())
                    .as(none)
                    .isEqualTo(404);
        }
    }
}
