package dev.baton.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.RunningBaton;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.testing.Axe;
import dev.baton.testing.Chromium;
import dev.baton.testing.MailSheet;
import dev.baton.testing.Repository;
import dev.baton.trading.MailSamples;
import dev.baton.world.mail.Letter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a supplier and a customer do on a phone, from the mail as their mailbox has it: the supplier presses its button,
 * accepts and ships; the customer presses the one of the mail that tells of it and sees the parcel.
 */
class FromTheMailInABrowserTest {

    private static final int PHONE = 390;
    private static final Path PICTURES = Repository.root().resolve("app/target/pictures/from-the-mail");
    private static final String PUBLIC = "https://baton.example";
    private static final String PARCEL = "00340434161094021507";

    /** A mail is shown inside of a mail programme, which has these. */
    private static final List<String> NOT_OF_MAILS = List.of("region", "landmark-one-main");

    /** The words of the table of goods that stand on more than one line. */
    private static final String BROKEN_WORDS = """
            () => {
              const broken = []
              const texts = document.createTreeWalker(document.querySelector('.goods'), NodeFilter.SHOW_TEXT)
              while (texts.nextNode()) {
                for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
                  const range = document.createRange()
                  range.setStart(texts.currentNode, word.index)
                  range.setEnd(texts.currentNode, word.index + word[0].length)
                  if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0])
                }
              }
              return broken
            }""";

    private static Chromium chromium;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String contact = "orders." + tag + "@acme.example";
    private final PortalShop shop = new PortalShop(RunningBaton.mailing(), contact, "en");

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

    @BeforeEach
    void goods() {
        shop.goods("LAMP", "Desk lamp, oak", false);
        shop.mailsCustomers();
    }

    @ParameterizedTest(name = "{0}, JavaScript {1}")
    @CsvSource({"LIGHT, true", "DARK, true", "LIGHT, false", "DARK, false"})
    void aSupplierShipsAndACustomerFollows(ColorScheme colours, boolean javaScript) {
        PurchaseOrderView order = shop.ordered(tag, "LAMP×2").getFirst();
        try (BrowserContext phone = phone(colours, javaScript)) {
            String look = colours.name().toLowerCase(Locale.ROOT) + (javaScript ? "" : "-without-js");

            Page page = opened(phone, letter(contact, "S-LAMP"));
            look(page, "1-mail-to-supplier-" + look, NOT_OF_MAILS, javaScript);
            page.locator("a[data-action=accept]").first().click();
            assertThat(page.locator("[data-state]")).hasText("Waits for your answer");
            look(page, "2-link-page-" + look, List.of(), javaScript);
            page.locator("#accept button").click();
            assertThat(page.locator("[data-state]")).hasText("Accepted");
            look(page, "3-accepted-" + look, List.of(), javaScript);
            page.locator("[name='parcel.1.tracking']").fill(PARCEL);
            page.locator("#ship button.button--main").click();
            assertThat(page.locator("[data-state]")).hasText("Shipped");
            assertThat(page.locator("[data-parcel]")).hasCount(1);
            look(page, "4-shipped-" + look, List.of(), javaScript);

            // parcels that leave together are told of in one mail, a little later
            shop.baton.clock().advance(Duration.ofHours(1));
            Page mail = opened(phone, letter(tag + "@ada.example", "order.shipped"));
            look(mail, "5-mail-to-customer-" + look, NOT_OF_MAILS, javaScript);
            mail.locator("a[data-action=track]").click();
            assertThat(mail.locator("[data-parcel='" + PARCEL + "']")).isVisible();
            assertThat(mail.locator("[data-parcel]")).containsText("Desk lamp, oak");
            look(mail, "6-tracking-page-" + look, List.of(), javaScript);
        }
        assertThat(shop.order(order.number()).status()).isEqualTo(PurchaseOrderStatus.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "de, DARK", "fr, LIGHT", "es, DARK"})
    void aMailWithLongNumbersAndDearGoodsFitsAPhone(String language, ColorScheme colours) {
        String mailbox = language + "." + contact;
        PortalShop dear = new PortalShop(RunningBaton.mailing(), mailbox, language);
        dear.goods("LAMP-OAK-014", "Schreibtischlampe aus geräucherter Eiche mit Messingfuß, XXL", false);
        dear.costs("LAMP-OAK-014", "1234.50");
        dear.ordered(tag, "LAMP-OAK-014×12");
        try (BrowserContext phone = phone(colours, true)) {
            Page page = opened(phone, letter(mailbox, "S-LAMP-OAK-014"));
            look(page, "0-mail-to-supplier-" + language, NOT_OF_MAILS, true);
            assertThat(page.evaluate(BROKEN_WORDS)).as("words broken in two").isEqualTo(List.of());
        }
    }

    @Test
    void whatFollowsAPurchaseOrderIsReadableOnAPhoneAndADesk() {
        Brand brand = shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(BrandLookup.class)
                                .byCode(shop.merchant, "north")
                                .orElseThrow());
        MailSheet.look(
                chromium.browser(),
                MailSamples.of(shop.baton.bean(Pages.class), brand, "de"),
                PICTURES,
                "notices-to-supplier");
    }

    private static BrowserContext phone(ColorScheme colours, boolean javaScript) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(PHONE, 844)
                        .setColorScheme(colours)
                        .setBypassCSP(true)
                        .setJavaScriptEnabled(javaScript));
    }

    /** Waits for the mail to that address that has the word, as it came over SMTP. */
    private static Letter letter(String to, String word) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received(to, word).isPresent());
        return received(to, word).orElseThrow();
    }

    private static Optional<Letter> received(String to, String word) {
        return SentLetters.to(RunningBaton.RELAY, to).stream()
                .filter(letter -> (letter.html() + letter.header("X-Baton-Message")).contains(word))
                .findFirst();
    }

    /** The mail as a mail programme shows it; its links lead to this Baton, whatever it is called in public. */
    private Page opened(BrowserContext phone, Letter letter) {
        Page page = phone.newPage();
        String here = shop.baton.baseUrl().toString();
        page.setContent(letter.html().replace(PUBLIC, here));
        return page;
    }

    private static void look(Page page, String name, List<String> elsewhere, boolean javaScript) {
        page.screenshot(
                Chromium.picture().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        if (javaScript) {
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " needs no scrolling sideways")
                    .isLessThanOrEqualTo(PHONE);
            assertThat(Axe.findings(page, elsewhere.toArray(String[]::new)))
                    .as(name)
                    .isEmpty();
        }
    }
}
