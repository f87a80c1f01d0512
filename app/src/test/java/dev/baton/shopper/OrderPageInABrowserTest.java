package dev.baton.shopper;

import static dev.baton.testing.CustomersShop.DOWNLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.notifications.CustomerWords;
import dev.baton.notifications.TestPicture;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.shipping.PackageId;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.Repository;
import dev.baton.testing.TestShop;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.ScanCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's pages as a browser shows them: on a phone and a desk, light and dark, without scripts. */
class OrderPageInABrowserTest {

    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/shopper");
    private static final String ONE = "1Z999AA10123456784";
    private static final String TWO = "1ZBAT0N10300123458";
    private static final String THREE = "1ZBAT0N10300123467";

    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final int HEIGHT = 844;

    private static @Nullable Chromium chromium;

    private final CustomersPages pages = new CustomersPages("nordlicht", "#0f766e");

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Browser running() {
        return Objects.requireNonNull(chromium).browser();
    }

    @BeforeEach
    void open() {
        pages.shop.goods("LAMP", "Desk lamp in oak", pages.acme);
        pages.shop.goods("BULB", "Bulb, warm white", pages.acme);
        pages.shop.logo(TestPicture.png(0x0f766e));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    /** Looks at a page in both widths and themes; nothing may overflow, and axe may find nothing. */
    private void look(String name, String path) {
        look(name, path, page -> {});
    }

    /** The page is sent once, for it is the style sheet that makes widths and themes differ. */
    private void look(String name, String path, Consumer<Page> before) {
        try (BrowserContext context = running().newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = context.newPage();
            List<String> foreign = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(pages.baton.baseUrl().toString())) {
                    foreign.add(request.url());
                }
            });
            page.setViewportSize(PHONE, HEIGHT);
            page.navigate(pages.url(path).toString());
            before.accept(page);
            for (int width : new int[] {PHONE, DESK}) {
                page.setViewportSize(width, HEIGHT);
                for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                    seen(page, name, width, theme);
                }
            }
            assertThat(foreign).isEmpty();
        }
    }

    private static void seen(Page page, String name, int width, ColorScheme theme) {
        String called = name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
        page.screenshot(Chromium.picture().setFullPage(true).setPath(PICTURES.resolve(called + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(called)
                .isLessThanOrEqualTo(width);
        // each theme once, and each width once: axe is the slow part
        if ((width == DESK) == (theme == ColorScheme.LIGHT)) {
            assertThat(Axe.findings(page)).as(called).isEmpty();
        }
    }

    @Test
    void anOrderOfOneItemBeforeAnythingLeft() {
        look("preparing", pages.link(pages.sent("2001", "en", "LAMP×1")));
    }

    @Test
    void aPartDeliveredOrderWithAStory() {
        SalesOrderId order = pages.sent("2002", "en", "LAMP×3", "BULB×2");
        pages.shop.ship(order, "ups", ONE, 1);
        pages.shop.ship(order, "ups", TWO, 1, 1);
        pages.shop.scan(ONE, ScanCode.PRE_TRANSIT, 5, "Shipper created a label", null);
        pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 240, "Departed from facility", "Leipzig, DE");
        pages.shop.scan(ONE, ScanCode.OUT_FOR_DELIVERY, 900, null, "Berlin, DE");
        pages.shop.scan(ONE, ScanCode.DELIVERED, 1100, "Left with a neighbour", "Berlin, DE");
        pages.shop.scan(TWO, ScanCode.IN_TRANSIT, 300, "Departed from facility", "Leipzig, DE");

        look("part-delivered", pages.link(order));
    }

    @Test
    void everythingDelivered() {
        SalesOrderId order = pages.sent("2003", "fr", "LAMP×1");
        pages.shop.ship(order, "ups", ONE, 1);
        pages.shop.scan(ONE, ScanCode.DELIVERED, 60, "Delivered, front door", "Berlin, DE");

        look("delivered", pages.link(order));
    }

    @Test
    void aParcelInTroubleOneWithoutNewsAndOneThatTurnedUp() {
        SalesOrderId order = pages.sent("2004", "de", "LAMP×3");
        pages.shop.ship(order, "ups", ONE, 1);
        pages.shop.ship(order, "ups", TWO, 1);
        PackageId gone = pages.shop.ship(order, "ups", THREE, 1);
        pages.shop.scan(ONE, ScanCode.EXCEPTION, 60, "Damaged in transit", "Leipzig, DE");
        pages.baton.bean(JudgeLost.class).lose(pages.merchant, gone, Because.CUSTOMER, null);
        pages.baton.clock().advance(Duration.ofDays(6));
        pages.baton.bean(JudgeLost.class).find(pages.merchant, gone);

        look("trouble", pages.link(order), page -> {
            Locator found = page.locator("[data-parcel='" + THREE + "']");
            assertThat(found.locator("[data-state]").textContent())
                    .isEqualTo("Wieder aufgetaucht am "
                            + CustomerWords.of("de").day(pages.baton.clock().instant(), ZoneId.of("Europe/Berlin")));
            assertThat(found.locator(".story b").allTextContents()).containsExactly("Wieder aufgetaucht", "Verschickt");
        });
    }

    @Test
    void aParcelLostOneGoingBackACancelledUnitAndADownload() {
        SalesOrderId order = pages.sent("2011", "en", "LAMP×3", "BULB×2", DOWNLOAD + "CARD|Gift card×1");
        PackageId lost = pages.shop.ship(order, "ups", ONE, 1);
        pages.shop.ship(order, "ups", TWO, 1, 1);
        pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 60, "Departed from facility", "Leipzig, DE");
        pages.shop.scan(TWO, ScanCode.RETURNED, 90, "Refused by the recipient", "Berlin, DE");
        pages.baton.bean(JudgeLost.class).lose(pages.merchant, lost, LostParcels.Because.CUSTOMER, null);
        pages.shop.cancel(order, 0, 1);
        pages.agreesToCancel(order);

        look("lost-and-back", pages.link(order), page -> {
            assertThat(page.locator("h1").textContent()).isEqualTo("Something went wrong on the way");
            assertThat(page.locator(".card.bad").count()).isEqualTo(2);
            assertThat(page.locator("[data-group=otherwise]").textContent()).contains("Gift card");
            assertThat(page.locator("[data-group=cancelled]").textContent()).contains("LAMP");
        });
    }

    @Test
    void anOrderCancelledAndOneThatComesAfterAll() {
        SalesOrderId order = pages.sent("2012", "fr", "LAMP×2");
        pages.shop.cancel(order, -1, 0);
        pages.agreesToCancel(order);
        look(
                "cancelled",
                pages.link(order),
                page -> assertThat(page.locator("[data-goes-to]").count())
                        .as("it goes nowhere")
                        .isZero());

        pages.shop.ship(order, "ups", ONE, 2);
        pages.until(() -> pages.givesUpRecall(order));
        look("after-all", pages.link(order), page -> {
            assertThat(page.locator("[data-group=cancelled]").count()).isZero();
            assertThat(page.locator("[data-parcel]").textContent()).contains("LAMP");
        });
    }

    @Test
    void anotherAddressIsAskedFor() {
        SalesOrderId order = pages.sent("2013", "de", "LAMP×1");
        pages.baton.clock().advance(Duration.ofMinutes(1));
        pages.shop.moved(
                "2013",
                new PostalAddress(
                        "Ada Muster", null, "Neue Gasse 9", null, "Hamburg", null, null, "20095", "DE", "+4930123456"));

        look("address-asked", pages.link(order), page -> {
            assertThat(page.locator("[data-address-change]").textContent()).contains("Hamburg");
        });
    }

    @Test
    void theFirstRowsOfALongOrderAndOfALongStory() {
        String[] lines = new String[120];
        Arrays.fill(lines, "LAMP|Handmade oak reading lamp, dimmable, with a linen shade, XXL×1");
        SalesOrderId order = pages.sent("2014", "es", lines);
        int[] one = new int[110];
        Arrays.fill(one, 1);
        pages.shop.ship(order, "ups", ONE, one);
        for (int i = 0; i < 45; i++) {
            pages.shop.scan(ONE, ScanCode.IN_TRANSIT, 60 * i, "Departed from a facility", "Leipzig, DE");
        }

        look("show-more", pages.link(order), page -> {
            assertThat(page.locator("[data-more]").count()).isPositive();
            assertThat(page.locator("[data-earlier]").count()).isEqualTo(1);
        });
    }

    @Test
    void fortyLinesALongTitleAndASet() {
        String[] lines = new String[40];
        for (int i = 0; i < lines.length; i++) {
            String title = i == 3
                    ? "Handmade oak reading lamp, dimmable, with a linen shade, XXL"
                    : "Thing number " + (i + 1) + " of forty";
            pages.shop.goods("ITEM" + i, title, pages.acme);
            lines[i] = "ITEM" + i + "|" + title + "×" + (i % 4 + 1);
        }
        pages.shop.set("SET", "Set", "ITEM3×1", "LAMP×2", "BULB×6");
        lines[1] = "SET|Reading corner for two, with everything that belongs to it, XXL×1";
        SalesOrderId order = pages.sent("2005", "en", lines);
        pages.shop.ship(order, "ups", ONE, 1, 1, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4);

        look("forty-lines", pages.link(order));
    }

    @Test
    void aSetInTwoParcelsInEachTheme() {
        pages.shop.set("SET", "Set", "LAMP×2", "BULB×2");
        SalesOrderId order = pages.sent("2009", "de", "SET|Leseecke mit allem, was dazugehört×1", "BULB|Ersatzbirne×1");
        pages.shop.ship(order, "ups", ONE, 1, 1);

        look("set", pages.link(order));
    }

    @Test
    void namesInOtherScripts() {
        PostalAddress address = new PostalAddress(
                "محمد الأمين 王小明", null, "Probestraße 1", null, "القاهرة", null, null, "10115", "DE", "+4930123456");
        pages.shop.goods("KETTLE", "غلاية شاي من النحاس", pages.acme);
        pages.shop.goods("CUP", "手工陶瓷茶杯 四件套", pages.acme);
        SalesOrderId order = pages.sent(
                "2006",
                new CustomerFacts("محمد", "2006@customer.example", null, "en"),
                address,
                "KETTLE|غلاية شاي من النحاس×1",
                "CUP|手工陶瓷茶杯 四件套×2");
        pages.shop.ship(order, "ups", ONE, 1);

        look("scripts", pages.link(order));
    }

    @Test
    void theLookUpAndItsAnswersAndALinkThatIsOver() {
        pages.sent("2007", "en", "LAMP×1");
        String path = "/o/" + pages.merchant.value() + "/nordlicht";
        look("lookup", path);
        for (int i = 0; i < 21; i++) {
            pages.post(path, Map.of("order", "n" + i, "email", "x@customer.example"));
        }
        looksTooOften(path);
        pages.baton.clock().advance(Duration.ofMinutes(11));
        look("expired", "/o/nothing");

        try (BrowserContext context = running()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(pages.url(path).toString());
            page.fill("#order", "2007");
            page.fill("#email", "wrong@customer.example");
            page.click("button");
            assertThat(page.textContent("[role=alert]")).contains("We found no order");
            page.screenshot(Chromium.picture().setPath(PICTURES.resolve("lookup-none-390-light.png")));
            page.fill("#email", "2007@customer.example");
            page.click("button");
            assertThat(page.textContent("h1")).isEqualTo("We are getting your order ready");
            page.click("text=Deutsch");
            assertThat(page.textContent("h1")).isEqualTo("Wir machen Ihre Bestellung bereit");
        }
    }

    private void looksTooOften(String path) {
        look("lookup-slow", path, page -> {
            page.fill("#order", "2007");
            page.fill("#email", "x@customer.example");
            page.click("button");
            assertThat(page.textContent("[role=alert]")).contains("That was too often");
        });
    }

    @Test
    void theAddressOfNobodyIsNotShown() {
        SalesOrderId order = pages.sent(
                "2008", new CustomerFacts(null, "2008@customer.example", null, "es"), TestShop.BERLIN, "LAMP×1");
        look("spanish", pages.link(order));
    }
}
