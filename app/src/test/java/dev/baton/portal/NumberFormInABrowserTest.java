package dev.baton.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form that corrects a parcel's number: looked at, asked of axe, and sent. */
class NumberFormInABrowserTest extends PortalInABrowser {

    private static final String WRONG = "1Z999AA10123456785";
    private static final String RIGHT = "1Z999AA10123456784";

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Handmade oak reading lamp, dimmable, with a linen shade, XXL", false);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void aSupplierCorrectsANumberOnAPhone(boolean javaScript) {
        PurchaseOrderView order = shipped(javaScript ? "with" : "without");
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, javaScript)) {
            List<String> troubles = new ArrayList<>();
            Page page = open(context, shop.link(order), troubles);
            page.locator("[data-parcel='" + WRONG + "'] summary").click();
            page.locator("[data-parcel='" + WRONG + "'] [name=tracking]").fill("--");
            page.locator("[data-parcel='" + WRONG + "'] button").click();
            assertThat(page.locator("[data-parcel='" + WRONG + "'] .field__why"))
                    .isVisible();

            page.locator("[data-parcel='" + WRONG + "'] [name=tracking]").fill(RIGHT);
            page.locator("[data-parcel='" + WRONG + "'] button").click();

            assertThat(page.locator("[data-notice=done]")).containsText("corrected");
            assertThat(page.locator("[data-parcel='" + RIGHT + "'] [data-before]"))
                    .hasText("Before: UPS " + WRONG);
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void axeFindsNothing() {
        PurchaseOrderView order = shipped("n1");
        String parcel = shop.get(shop.link(order))
                .page()
                .select("form[data-form=number]")
                .getFirst()
                .id();
        shop.follow(shop.submit(shop.get(shop.link(order)), parcel, Map.of("tracking", WRONG + "0")));

        look(shop.link(order), "number", page -> {});
        look(shop.link(order), "number-refused", page -> {
            page.locator("#" + parcel).evaluate("form => form.closest('details').open = true");
            page.locator("#" + parcel + " [name=tracking]").fill("--");
            page.locator("#" + parcel + " button").click();
            assertThat(page.locator("#" + parcel + " .field__why")).isVisible();
        });
    }

    private PurchaseOrderView shipped(String id) {
        PurchaseOrderView order = shop.sent(id, "LAMP×2");
        shop.follow(shop.submit(
                shop.get(shop.link(order) + "?parcels=2"),
                "ship",
                Map.of(
                        "parcel.1.carrier", "UPS",
                        "parcel.1.tracking", WRONG,
                        "parcel.1.line.1", "1",
                        "parcel.2.carrier", "DHL",
                        "parcel.2.tracking", "00340434161094021501",
                        "parcel.2.line.1", "1")));
        return order;
    }
}
