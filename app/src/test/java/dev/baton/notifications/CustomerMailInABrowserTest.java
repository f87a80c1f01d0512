package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.SalesOrderId;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.MailSheet;
import dev.baton.testing.Repository;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails to customers as a reader's programme shows them. */
class CustomerMailInABrowserTest extends MailedOrders {

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/mails");

    private static final String LONG = "Schreibtischlampe aus geräucherter Eiche mit Messingfuß, XXL";

    @Test
    void areReadableOnAPhoneAndADesk() {
        byte[] logo = TestPicture.png(0x1d4ed8);
        shop.logo(logo);
        shop.set("SET", "Set", "LAMP×2", "BULB×4");
        String[] lines = {"LAMP×3", "SET|Leseecke mit allem, was dazugehört, in Eiche×1", "BULB×1"};
        SalesOrderId order = place(shop, "b1", "de", lines);
        ask(place(shop, "b2", "de", lines));
        shop.ship(order, "ups", ONE, 1, 1);
        gathered();
        shop.refund("b1", "rf-1", 12_50);
        road.work();

        try (Chromium chromium = Chromium.start()) {
            Browser browser = chromium.browser();
            int number = 0;
            for (MailText mail :
                    Stream.concat(mails("b1").stream(), mails("b2").stream()).toList()) {
                number++;
                for (int width : new int[] {390, 800}) {
                    look(browser, mail, width, logo, number + "-" + width + ".png");
                }
            }
            MailSheet.look(browser, everyKind(), PICTURES, "kinds");
            assertThat(number).as("three of the first, two of its repeat").isEqualTo(5);
        }
    }

    /** One of each kind in German, of goods with a long name. */
    private Map<String, String> everyKind() {
        Brand brand = road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(BrandLookup.class)
                        .ofStore(road.merchant, shop.store().id()));
        Map<String, String> kinds = new LinkedHashMap<>();
        PreviewMails.TEMPLATES.forEach(kind -> kinds.put(
                kind,
                road.baton.in(
                        road.merchant,
                        () -> road.baton
                                .bean(PreviewMails.class)
                                .html(road.merchant, brand, "de", kind)
                                .replace("Desk lamp", LONG))));
        return kinds;
    }

    private void ask(SalesOrderId repeat) {
        road.baton
                .bean(AskCustomer.class)
                .ask(road.merchant, road.order(repeat).holds().getFirst().id());
    }

    private static void look(Browser browser, MailText mail, int width, byte[] logo, String name) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 700))) {
            page.setContent(mail.html()
                    .replace(
                            "cid:logo",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(logo)));
            page.screenshot(Chromium.picture().setFullPage(true).setPath(PICTURES.resolve(name)));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page, "region", "landmark-one-main"))
                    .as(mail.subject())
                    .isEmpty();
        }
    }
}
