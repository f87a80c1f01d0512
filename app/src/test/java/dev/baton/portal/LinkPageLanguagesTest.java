package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind a supplier's link in the other languages, on a phone and on a desk. */
class LinkPageLanguagesTest extends PortalInABrowser {

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void standsInItsLanguageHoweverTheOrderStands(String language) {
        PortalShop spoken = new PortalShop(language);
        spoken.goods("LONG", "Handmade desk lamp with a very long name, 60 characters now", false);
        spoken.goods("VASE", "Vase", false);
        PurchaseOrderView fresh = spoken.sent("1", "LONG×2", "VASE×1");
        PurchaseOrderView asked = spoken.sent("2", "VASE×1");
        spoken.api(
                "POST",
                "/api/v1/orders/" + asked.salesOrder().value() + "/cancel",
                """
                {"reason": "Customer changed her mind"}""",
                Map.of("Idempotency-Key", "c" + asked.number()));
        try (BrowserContext context = context(PHONE, ColorScheme.LIGHT, true)) {
            look(
                    context,
                    spoken.link(fresh),
                    language + "-fresh",
                    page -> assertThat(page.locator("html").getAttribute("lang"))
                            .isEqualTo(language));
            look(context, spoken.link(asked), language + "-question");
        }
    }
}
